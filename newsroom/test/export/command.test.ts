// `export`: what it prints, what it replaces, what it refuses.
import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { articleOf, folderOf, run } from '../../../test/compile/run.ts';
import { compileFolder } from '../../../test/corpus.ts';
import { runInProcess } from '../../../test/run-commands.ts';
import { printCsv, readCsv } from '../../export/csv.ts';
import { gatherRecords } from '../../export/gather.ts';
import { printJsonLd } from '../../export/json-ld.ts';
import { printNQuads } from '../../export/n-quads.ts';
import { RECORDS } from '../../export/record.ts';
import { printContext, TERMS, VOCABULARY } from '../../export/vocabulary.ts';

const SMALL = {
  ...articleOf(
    'a-day',
    'A day 🙂\n\nAnn Lee said "all\tis well".',
    'statements:\n  - statement: well\n    kind: DIRECT_QUOTE\n    content: "all\\tis well"\n    speakers:\n      - agent: ann-lee\n        evidence: Ann Lee\n',
  ),
  'people/ann-lee.yaml': 'name: "=Ann Lee"\notherNames: ["\'@ann", "Ann, \\"the\\" Lee"]\n',
};

describe('what export writes', () => {
  it('goes to standard output, a record a line, where no file is given', async () => {
    const { status, stdout, stderr } = await run(folderOf(SMALL), 'export', '--format', 'ndjson', '--corpus', '.');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const types = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).type);
    expect(types).toEqual(['Article', 'Person', 'Statement', 'Quote', 'Mention']);
  });

  it('has the evidence of a statement as selectors of W3C Web Annotation, in a graph named after the article', () => {
    const lines = printNQuads(gatherRecords(compileFolder(folderOf(SMALL))))
      .join('')
      .split('\n');
    const words = 'urn:dateline:words:a-day:23-34';
    const graph = '<urn:dateline:article:a-day>';
    expect(lines).toContain(`<${words}:quote> <http://www.w3.org/ns/oa#exact> "all\\tis well" ${graph} .`);
    expect(lines).toContain(
      `<${words}:position> <http://www.w3.org/ns/oa#start> "23"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger> ${graph} .`,
    );
    expect(lines).toContain('<urn:dateline:person:ann-lee> <https://schema.org/name> "=Ann Lee" .');
  });

  it('has several values of a term of schema.org as several statements, and never as a list', () => {
    const lines = printNQuads(gatherRecords(compileFolder(folderOf(SMALL))))
      .join('')
      .split('\n');
    const names = lines.filter((line) => line.includes('<https://schema.org/alternateName>'));
    expect(names).toEqual([
      '<urn:dateline:person:ann-lee> <https://schema.org/alternateName> "\'@ann" .',
      '<urn:dateline:person:ann-lee> <https://schema.org/alternateName> "Ann, \\"the\\" Lee" .',
    ]);
    const context = printContext();
    for (const [name, { iri, has }] of TERMS) {
      if (!iri.startsWith(VOCABULARY)) expect(has, name).not.toBe('list');
      expect(context[name]).toMatchObject(has === 'one' ? { '@id': iri } : { '@container': `@${has}` });
    }
  });

  it.each([
    ['2024-03-05', true],
    ['2024-03', true],
    ['2024', true],
    ['2024-03-05T06:30:00+04:00', true],
    ['2024-03~', false],
    ['202X', false],
    ['2024-XX', false],
    ['2024-21', false],
    ['2024-03/2024-04', false],
    ['2024/..', false],
  ])('has the publication on %s as a date of schema.org: %s', (edtf, isDate) => {
    const files = articleOf('a-day', 'A day', '');
    files['articles/a-day.md'] = `---\nlanguage: en\npublished:\n  edtf: "${edtf}"\n---\n\nA day\n`;
    const text = printNQuads(gatherRecords(compileFolder(folderOf(files)))).join('');
    const published = '<https://schema.org/datePublished>';
    expect(text.includes(`${published} "${edtf}"^^<https://schema.org/Date> .`)).toBe(isDate);
    expect(text.includes(published)).toBe(isDate);
    expect(text).toContain(`"${edtf}"^^<http://id.loc.gov/datatypes/edtf/EDTF>`);
  });

  it('has a context that says each field and type, and nothing that has to be loaded', () => {
    const document = JSON.parse(printJsonLd(gatherRecords(compileFolder(folderOf(SMALL)))).join(''));
    const known = new Set(Object.keys(document['@context']));
    const used = new Set<string>();
    const walk = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(walk);
      else if (typeof value === 'object' && value !== null) {
        for (const [name, inner] of Object.entries(value)) {
          used.add(name);
          if (name === 'type') used.add(String(inner));
          walk(inner);
        }
      }
    };
    walk(document['@graph']);
    used.delete('@graph');
    expect([...used].filter((name) => !known.has(name))).toEqual([]);
  });

  it('has no cell that a spreadsheet calculates, and reads back what it guarded', () => {
    const records = gatherRecords(compileFolder(folderOf(SMALL))).filter(({ type }) => type === 'Person');
    const table = printCsv(records).get('Person.csv') ?? '';
    expect(table).toContain("'=Ann Lee");
    const [back] = readCsv('Person', table, (says) => {
      throw new Error(says);
    });
    expect(RECORDS.Person.parse(back)).toEqual(records[0]);
  });
});

describe('what stands at --out', () => {
  it('is replaced only when asked for', async () => {
    const folder = folderOf({ ...prefixed(SMALL), 'x.nq': 'mine' });
    const to = ['export', '--format', 'n-quads', '--corpus', 'c', '--out', 'x.nq'] as const;
    expect(await run(folder, ...to)).toMatchObject({
      status: 1,
      stderr: '"x.nq" exists already. To replace it, add --force.\n',
    });
    expect(readFileSync(join(folder, 'x.nq'), 'utf8')).toBe('mine');
    expect(await runInProcess(folder, ...to, '--force')).toMatchObject({ status: 0 });
    expect(readFileSync(join(folder, 'x.nq'), 'utf8')).toMatch(/^<urn:dateline:/);
  });

  it('is written through where it is a link, and refused where it is no file', async () => {
    const folder = folderOf({ ...prefixed(SMALL), 'x.nq': 'mine' });
    symlinkSync('x.nq', join(folder, 'link'));
    symlinkSync('nowhere', join(folder, 'lost'));
    const to = ['export', '--format', 'n-quads', '--corpus', 'c', '--force', '--out'] as const;
    expect(await runInProcess(folder, ...to, 'link')).toMatchObject({ status: 0, stderr: '1 article in link\n' });
    expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'x.nq'), 'utf8')).toMatch(/^<urn:dateline:/);
    expect(await runInProcess(folder, ...to, 'lost')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('nowhere'),
    });
    expect(await runInProcess(folder, ...to, '/dev/null')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('is not a regular file'),
    });
  });

  it('is never a folder with something else in it', async () => {
    const folder = folderOf({ ...prefixed(SMALL), 'out/letter.txt': 'mine' });
    const to = ['export', '--format', 'csv', '--corpus', 'c', '--out'] as const;
    expect(await runInProcess(folder, ...to, 'out', '--force')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('holds "letter.txt", which is not part of an export'),
    });
    expect(readdirSync(join(folder, 'out'))).toEqual(['letter.txt']);

    expect(await runInProcess(folder, ...to, 'tables')).toMatchObject({ status: 0 });
    expect(await runInProcess(folder, ...to, 'tables')).toMatchObject({ status: 1 });
    expect(await runInProcess(folder, ...to, 'tables', '--force')).toMatchObject({ status: 0 });
    expect(readdirSync(folder).sort()).toEqual(['c', 'out', 'tables']);
  });
});

describe('export refuses', () => {
  const draft = { ...SMALL, 'people/ann-lee.yaml': 'name: Ann Lee\ndraft: import-brat\n' };
  it.each([
    ['a draft', draft, ['--format', 'ndjson', '--out', 'x'], 1, /unconfirmed-draft/],
    [
      'a problem',
      { ...SMALL, 'people/ann-lee.yaml': 'nam: Ann\n' },
      ['--format', 'csv', '--out', 'x'],
      1,
      /unknown-field/,
    ],
    ['no format', SMALL, [], 2, /^No format given\. Give one of these: --format json-ld/],
    ['an unknown format', SMALL, ['--format', 'xml'], 2, /^There is no format "xml"/],
    ['tables without a folder', SMALL, ['--format', 'csv'], 2, /--out DIR/],
    ['an empty --out', SMALL, ['--format', 'csv', '--out', ''], 2, /^--out is empty/],
    ['a file in a folder’s place', SMALL, ['--format', 'ndjson', '--out', 'c'], 1, /^"c" is a folder/],
    ['no corpus', SMALL, ['--format', 'ndjson', '--corpus', 'none'], 2, /^There is no folder "none"/],
  ])('%s', async (_, files, args, status, says) => {
    const folder = folderOf(prefixed(files));
    const outcome = await runInProcess(folder, 'export', '--corpus', 'c', ...args);
    expect(outcome).toMatchObject({ status, stdout: '', stderr: expect.stringMatching(says) });
    expect(outcome.stderr).not.toMatch(/^ {4}at /m);
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });
});

function prefixed(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [`c/${path}`, content]));
}
