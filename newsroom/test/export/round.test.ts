// An export in each format, read back by `import`, compiles to the same corpus.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf } from '../../../test/compile/run.ts';
import { compileFolder } from '../../../test/corpus.ts';
import { runInProcess } from '../../../test/run-commands.ts';

const ROOT = join(import.meta.dirname, '../../..');

describe.each(['data/corpus', 'test/corpora/gazette'])('an export of %s read back gives the same graph', (corpus) => {
  it.each([
    ['json-ld', 'export.jsonld'],
    ['n-quads', 'export.nq'],
    ['ndjson', 'export.ndjson'],
    ['csv', 'tables'],
  ])('as %s', async (format, name) => {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-export-'));
    mkdirSync(join(folder, 'again'));
    const exported = await runInProcess(
      folder,
      'export',
      '--format',
      format,
      '--corpus',
      join(ROOT, corpus),
      '--out',
      name,
    );
    expect(exported).toMatchObject({ status: 0, stdout: '' });

    const imported = await runInProcess(folder, 'import', name, '--corpus', 'again');
    expect(imported).toMatchObject({ status: 0, stderr: '' });
    expect(compileFolder(join(folder, 'again'))).toEqual(compileFolder(join(ROOT, corpus)));
  });

  it('as a bundle, which is that of compile', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-export-'));
    await runInProcess(folder, 'export', '--format', 'bundle', '--corpus', join(ROOT, corpus), '--out', 'export.bin');
    await runInProcess(folder, 'compile', '--corpus', join(ROOT, corpus), '--out', 'corpus.ts');
    expect(readFileSync(join(folder, 'export.bin')).equals(readFileSync(join(folder, 'corpus.bin')))).toBe(true);
  });
});

describe('an export of articles that have had several texts read back gives the same graph', () => {
  // A name that only a later text has, a byline that only it has, a quote that is ambiguous in an earlier one, a fact
  // that went, a first text that was published on another day, and a text that just went on.
  const PRESENT =
    'Fire at the mill\n\nThree died. “I smelt gas,” said Ann Lee. Ann Lee is the mayor.\n\nCorrection: We first wrote of two.\n\nBy Bob Ray';
  const SECOND =
    'Fire at the mill\n\nTwo died.\n\nTwo were hurt. “I smelt gas,” said Ann Lee. Her son Tom Lee said so too. “I smelt gas,” he said.';
  const FIRST = 'Fire at the mill\n\nTwo died.';
  const pinned = (text: string, annotation: string) =>
    `digest: sha256:${createHash('sha256').update(text).digest('hex')}\n${annotation}`;
  const fire = (evidence: string, more = '') =>
    `  - { event: mill-fire, name: Fire, kind: FIRE, evidence: ${evidence}${more} }\n`;
  const FILES = {
    'people/ann-lee.yaml': 'name: Ann Lee\n',
    'people/tom-lee.yaml': 'name: Tom Lee\n',
    'people/bob-ray.yaml': 'name: Bob Ray\n',
    'articles/fire.md': `---\nlanguage: en\nbylines: [{ words: By Bob Ray, person: bob-ray }]\npublished: { edtf: 2026-03-02 }\nentered: 2026-03-04\nrevised: { on: 2026-03-05, reason: The toll., correction: "Correction: We first wrote of two." }\n---\n\n${PRESENT}\n`,
    'articles/fire.yaml': pinned(
      PRESENT,
      `events:\n${fire('Three died', ', since: 3')}statements:\n  - { statement: gas, kind: DIRECT_QUOTE, content: { quote: I smelt gas, suffix: ",” said Ann" }, cue: { quote: said, suffix: " Ann" }, since: 2, speakers: [{ agent: ann-lee, evidence: { quote: Ann Lee, prefix: "said " } }] }\nfacts:\n  - { person: ann-lee, position: { title: mayor }, since: 3, evidence: Ann Lee is the mayor }\nmentions: { ann-lee: Ann Lee }\n`,
    ),
    'articles/fire@2.md': `---\nbylines: []\nrevised: { on: 2026-03-03, reason: More is known. }\n---\n\n${SECOND}\n`,
    'articles/fire@2.yaml': pinned(
      SECOND,
      `events:\n${fire('Two died')}  - { event: injuries, name: Injuries, kind: ACCIDENT, since: 2, evidence: Two were hurt, partOf: mill-fire }\nstatements:\n  - { statement: gas-too, kind: INDIRECT, content: so too, since: 2, cue: { quote: said, suffix: " so" }, speakers: [{ agent: tom-lee, evidence: Tom Lee }] }\nfacts:\n  - { person: tom-lee, kinship: { kind: PARENT, relative: ann-lee }, since: 2, evidence: Her son Tom Lee }\nmentions: { tom-lee: Tom Lee }\n`,
    ),
    'articles/fire@1.md': '---\nupTo: { quote: Two, suffix: " were" }\npublished: { edtf: 2026-03-01 }\n---\n',
    'articles/fire@1.yaml': pinned(FIRST, ''),
  };

  it.each([
    ['json-ld', 'export.jsonld'],
    ['n-quads', 'export.nq'],
    ['ndjson', 'export.ndjson'],
    ['csv', 'tables'],
  ])('as %s', async (format, name) => {
    const folder = folderOf(Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`corpus/${path}`, text])));
    const corpus = compileFolder(join(folder, 'corpus'));
    expect(corpus.removed.Event.map(({ slug }) => slug)).toEqual(['injuries']);
    expect(corpus.removed.Statement.map(({ slug }) => slug)).toEqual(['gas-too']);
    mkdirSync(join(folder, 'again'));
    await runInProcess(folder, 'export', '--format', format, '--corpus', 'corpus', '--out', name);
    const imported = await runInProcess(folder, 'import', name, '--corpus', 'again');
    expect(imported).toMatchObject({ status: 0, stderr: '' });
    expect(compileFolder(join(folder, 'again'))).toEqual(corpus);
  });
});
