import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { examine } from '../../../data/compile/index.ts';
import { folderOf, run } from '../../../test/compile/run.ts';
import { runInProcess } from '../../../test/run-commands.ts';

const ARTICLE = `The bridge stays open, says mayor

By Jonas Reed
Tuesday, 3 March 2026

“The bridge is safe,” the mayor of Larkford, Ann Lee, told the Larkford Echo on Monday. “I walked over it.”

She added that engineers had examined it in February. Brian Cole, a spokesman for the Harbour Board, denied that it would close.

On 27 February two people were injured in a crash in Larkford.
`;

/** All files of a folder by their paths, hidden ones too. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

async function draft(text: string | Uint8Array, ...options: string[]) {
  const folder = folderOf({ 'in/article.txt': text, 'corpus/README.md': '' });
  const entered = ['--entered', '2026-03-03'];
  const outcome = await runInProcess(folder, 'draft', 'in/article.txt', '--corpus', 'corpus', ...entered, ...options);
  return { folder, ...outcome };
}

function confirmAll(folder: string): void {
  for (const file of filesIn(folder).filter((name) => name.endsWith('.yaml') || name.endsWith('.md'))) {
    const path = join(folder, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^ *draft: .*\n/gm, ''));
  }
}

describe('draft', () => {
  it('writes an article with a proposal for all that it reads, each with its rule', async () => {
    const { folder, status, stdout, stderr } = await draft(ARTICLE, '--slug', 'bridge');

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(
      /^in\/article\.txt: 4 statements, .*\. Drafted in corpus\/articles\/bridge\.yaml\.\n {2}Next: npm run data -- review corpus\/articles\/bridge\.yaml --corpus corpus\n$/,
    );
    const annotation = parse(readFileSync(join(folder, 'corpus/articles/bridge.yaml'), 'utf8'));
    expect(annotation.statements).toMatchObject([
      { kind: 'INDIRECT', content: 'The bridge stays open', speakers: [{ agent: 'ann-lee' }] },
      {
        kind: 'DIRECT_QUOTE',
        content: ['The bridge is safe', 'I walked over it.'],
        cue: 'told the Larkford Echo',
        speakers: [{ agent: 'ann-lee' }],
        addressees: [{ agent: 'larkford-echo', evidence: 'the Larkford Echo' }],
        date: { edtf: '2026-03-02', words: 'Monday' },
        draft: expect.any(String),
      },
      {
        kind: 'INDIRECT',
        speakers: [{ agent: 'ann-lee', evidence: 'She' }],
        draft: expect.stringContaining('pronoun'),
      },
      { kind: 'DENIAL', content: 'it would close', speakers: [{ agent: 'brian-cole' }] },
    ]);
    expect(annotation.events).toContainEqual(
      expect.objectContaining({
        kind: 'ACCIDENT',
        date: expect.objectContaining({ edtf: '2026-02-27' }),
        places: ['larkford'],
      }),
    );
    expect(readFileSync(join(folder, 'corpus/articles/bridge.md'), 'utf8')).toMatch(
      /^---\nlanguage: en\nbylines:\n {2}- words: By Jonas Reed\n {4}person: jonas-reed\n {4}draft: byline\npublished:\n {2}edtf: "?2026-03-03"?\n {2}words: [^\n]*\n {2}draft: dateline\ndraft: plain-text\n---\n\nThe bridge stays open/,
    );
  });

  it('is left out by compile until it is confirmed, and compiles then', async () => {
    const { folder } = await draft(ARTICLE);
    expect((await runInProcess(folder, 'compile', '--corpus', 'corpus', '--out', 'out.ts')).stderr).toContain(
      'Left out ',
    );

    confirmAll(join(folder, 'corpus'));
    expect(await runInProcess(folder, 'compile', '--corpus', 'corpus', '--out', 'out.ts')).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  it('takes the people and places that the corpus knows, under all their names', async () => {
    const folder = folderOf({
      'in.txt': ARTICLE,
      'corpus/people/mayor-lee.yaml': 'name: Annabel Lee\notherNames: [Ann Lee]\n',
      'corpus/places/larkford-town.yaml': 'name: Larkford\nkind: CITY\n',
    });
    await runInProcess(folder, 'draft', 'in.txt', '--corpus', 'corpus', '--slug', 'bridge');

    expect(
      parse(readFileSync(join(folder, 'corpus/articles/bridge.yaml'), 'utf8')).statements[0].speakers[0].agent,
    ).toBe('mayor-lee');
    expect(filesIn(join(folder, 'corpus/people'))).toEqual(['brian-cole.yaml', 'jonas-reed.yaml', 'mayor-lee.yaml']);
    expect(filesIn(join(folder, 'corpus/places'))).toEqual(['larkford-town.yaml']);
  });

  it('drafts several files, and reports one that it cannot', async () => {
    const folder = folderOf({
      'in/a.txt': 'One\nThe text.',
      'in/b.txt': '',
      'in/c.txt': 'Three\nThe text.',
      'corpus/README.md': '',
    });
    const published = ['--published', '2026-03-03'];
    const { status, stdout, stderr } = await runInProcess(
      folder,
      'draft',
      'in/*.txt',
      '--corpus',
      'corpus',
      ...published,
    );

    expect({ status, stderr }).toEqual({ status: 1, stderr: '"in/b.txt" has no words.\n' });
    expect(stdout.match(/^in\/\w/gm)).toEqual(['in/a', 'in/c']);
    expect(filesIn(join(folder, 'corpus/articles'))).toEqual(['one.md', 'one.yaml', 'three.md', 'three.yaml']);
  });

  it('never writes over an article', async () => {
    const { folder } = await draft(ARTICLE, '--slug', 'bridge');
    const before = readFileSync(join(folder, 'corpus/articles/bridge.yaml'), 'utf8');
    const again = await run(folder, 'draft', 'in/article.txt', '--corpus', 'corpus', '--slug', 'bridge');

    expect(again).toMatchObject({ status: 1, stdout: '' });
    expect(again.stderr).toBe('"in/article.txt": the corpus corpus already has exactly this text, as "bridge".\n');
    writeFileSync(join(folder, 'in/article.txt'), `${ARTICLE}More.`);
    expect(
      (await runInProcess(folder, 'draft', 'in/article.txt', '--corpus', 'corpus', '--slug', 'bridge')).stderr,
    ).toMatch(/the slug "bridge" is taken in corpus\..*--slug SLUG/);
    expect(readFileSync(join(folder, 'corpus/articles/bridge.yaml'), 'utf8')).toBe(before);
  });

  it('makes way for another run, and not for one that is gone', async () => {
    const folder = folderOf({ 'in.txt': ARTICLE, 'corpus/.lock': `${process.pid} review\n` });
    // The test's own process holds the lock, so another has to ask for it.
    const refused = await run(folder, 'draft', 'in.txt', '--corpus', 'corpus');
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toMatch(/^"review" \(process \d+\) is changing corpus/);
    expect(filesIn(join(folder, 'corpus'))).toEqual(['.lock']);

    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(join(folder, 'corpus/.lock'), `${gone} review\n`);
    expect(await runInProcess(folder, 'draft', 'in.txt', '--corpus', 'corpus')).toMatchObject({ status: 0 });
    expect(filesIn(join(folder, 'corpus'))).not.toContain('.lock');
  });
});

describe('draft refuses, and writes nothing:', () => {
  it.for<[name: string, text: string | Uint8Array, says: RegExp]>([
    ['an empty file', '', /has no words\./],
    ['nothing but marks', '\n\n*** “”\n', /has no words\./],
    ['bytes that are not text', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0), /is not UTF-8/],
    [
      'a web page',
      '\n<!DOCTYPE html><html><p>Quay</p></html>',
      /is a web page\. Import it if it has JSON-LD .*save its words/,
    ],
    ['a PDF', '%PDF-1.4\nQuay', /is a PDF\. Save its words as text in UTF-8\./],
    ['a document', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0xff), /is a document of a word processor, or an archive\. Save/],
    ['rich text', '{\\rtf1 Quay}', /is a document of a word processor/],
    ['an annotation', `digest: sha256:${'0'.repeat(64)}\n`, /is a file of a corpus\. Give the text of an article\./],
    ['null characters', 'A headline\0\nText', /null characters/],
    ['50 MB', 'A word or two. '.repeat(3_500_000), /has 52500 kB; an article has at most 250 kB/],
  ])('%s', async ([, text, says]) => {
    const { folder, status, stdout, stderr } = await draft(text);

    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(says);
    expect(filesIn(join(folder, 'corpus'))).toEqual(['README.md']);
  });

  it.for<[name: string, args: readonly string[], status: number, says: RegExp]>([
    ['no file', [], 2, /^No file given\. Give/],
    ['a folder', ['in'], 1, /^"in" is a folder\. Give the text files in it: in\/\*\.txt\.\n$/],
    ['a file that is not there', ['in/no.txt'], 1, /^There is no file "in\/no.txt"\./],
    ['a slug with ".."', ['in/article.txt', '--slug', '../a'], 2, /^--slug is "\.\.\/a"; a slug is lower-case/],
    ['a slug for two', ['in/article.txt', 'in/article.txt', '--slug', 'a'], 2, /several files/],
    ['an invalid date', ['in/article.txt', '--published', 'Monday'], 2, /^--published: .* Give a date such as/],
    ['an invalid language tag', ['in/article.txt', '--language', 'English!'], 2, /^--language is "English!"/],
    ['a corpus that is not there', ['in/article.txt', '--corpus', 'no'], 2, /^There is no folder "no"/],
    ['no day', ['in/article.txt', '--entered', 'today'], 2, /^--entered is "today"; it must be a day, such as/],
    ['an unknown option', ['in/article.txt', '--no-such'], 2, /--no-such/],
  ])('%s', async ([, args, status, says]) => {
    const folder = folderOf({ 'in/article.txt': ARTICLE, 'corpus/README.md': '' });
    const outcome = await runInProcess(folder, 'draft', '--corpus', 'corpus', ...args);

    expect(outcome).toMatchObject({ status, stdout: '' });
    expect(outcome.stderr).toMatch(says);
    expect(filesIn(join(folder, 'corpus'))).toEqual(['README.md']);
  });

  it('a disk that is full: not one file of the article is left', () => {
    const folder = folderOf({ 'in.txt': ARTICLE, 'corpus/README.md': '' });
    const main = join(import.meta.dirname, '../../main.ts');
    // No file may have more than one block: the annotation does not fit.
    const script = `trap '' XFSZ; ulimit -f 1; exec "$0" "$@"`;
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', script, process.execPath, main, 'draft', 'in.txt', '--corpus', 'corpus'],
      { cwd: folder, encoding: 'utf8' },
    );

    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('EFBIG') });
    expect(filesIn(join(folder, 'corpus'))).toEqual(['README.md']);
  });
});

describe('draft reads, and what it writes compiles:', () => {
  it.for<[name: string, text: string, language: string]>([
    [
      'Azerbaijani',
      'Prezident görüş keçirib\nPrezident İlham Əliyev bu gün Bakıda keçirilən görüşdə iştirak edib və çıxışında məsələyə toxunub. O bildirib ki, “hər şey yaxşıdır”.',
      'az',
    ],
    [
      'Russian',
      'Президент провёл встречу\nПрезидент Владимир Путин заявил журналистам в Москве, что переговоры будут продолжены. «Мы готовы к этому», — сказал он после встречи.',
      'ru',
    ],
    [
      'right-to-left text',
      'الرئيس يتحدث\nقال الرئيس اليوم في القاهرة إن المفاوضات ستستمر خلال الأسبوع القادم في العاصمة.',
      'ar',
    ],
    ['emoji', '🎈 Balloons over Larkford 🎈\n“👩‍🚒 We love them,” said Ann Lee 🎈 on Monday.', 'en'],
    [
      'a text that is all one quotation',
      '“The bridge is safe, and it will stay open for everybody in the town who wants to walk over it.”',
      'en',
    ],
    [
      'marks that do not pair',
      'The bridge is safe\n“The bridge is safe, said Ann Lee. ”It will stay open,“ she said. "Good.',
      'en',
    ],
    [
      'carriage returns, tabs and no-break spaces',
      '\uFEFFThe bridge  is safe \r\n\r\n\tAnn\u00A0Lee said\tthe bridge was safe.\r\n\r\n\r\n',
      'en',
    ],
    ['a headline alone', 'The bridge is safe', 'en'],
  ])('%s', async ([, text, language]) => {
    const { folder, status } = await draft(text, '--slug', 'a');

    expect(status).toBe(0);
    const file = readFileSync(join(folder, 'corpus/articles/a.md'), 'utf8');
    expect(file).toContain(`language: ${language}\n`);
    expect(file.slice(file.indexOf('\n---\n') + 6)).toBe(
      `${text
        .replace(/^\uFEFF/, '')
        .replace(/\r\n/g, '\n')
        .replace(/[^\S\n]+/g, ' ')
        .replace(/ ?\n ?/g, '\n')
        .trim()}\n`,
    );
    expect(examine(join(folder, 'corpus')).problems).toEqual([]);
  });
});
