// `import`: what it makes of other people's files, and what it refuses.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf, run } from '../../../test/compile/run.ts';
import { compileFolder } from '../../../test/corpus.ts';
import { runInProcess } from '../../../test/run-commands.ts';
import { run as runImport } from '../../import/command.ts';

const ARTICLE = {
  '@context': 'https://schema.org',
  '@type': 'ReportageNewsArticle',
  headline: 'Mill burns 🔥',
  articleBody:
    '\ufeffBy Ann Lee\r\n\r\nThe mill in Larkbridge burned. “It was hot,” chief Maren Oakes said. Maren left.\r\n\r\n',
  author: [{ '@id': '#ann' }],
  publisher: { '@type': 'NewsMediaOrganization', name: 'The Courier' },
  datePublished: '2025-03-04T06:30:00.000Z',
  inLanguage: 'en',
  mainEntityOfPage: { '@id': 'https://courier.example/mill' },
  mentions: [
    { '@type': 'Person', name: 'Maren Oakes', alternateName: 'Maren' },
    { '@type': 'Quotation', text: '“It was hot,”', creator: { name: 'Maren Oakes' } },
    { '@type': 'Person', name: 'Nobody Here' },
  ],
  contentLocation: { '@type': 'City', name: 'Larkbridge' },
};
const ANN = { '@id': '#ann', '@type': 'Person', name: 'Ann Lee' };

describe.each([
  ['a JSON file', 'in.json', JSON.stringify({ '@graph': [ARTICLE, ANN] })],
  ['a list', 'in.jsonld', JSON.stringify([ARTICLE, ANN])],
  ['a page', 'in.html', `<!doctype html><script type="application/ld+json">${JSON.stringify([ARTICLE, ANN])}</script>`],
])('an article of schema.org in %s', (_, name, content) => {
  it('is an article of drafts, which compiles once they are confirmed', async () => {
    const folder = folderOf({
      [name]: content,
      'c/places/larkbridge.yaml': 'name: Lark Bridge\notherNames: [Larkbridge]\nkind: CITY\n',
    });
    const imported = await runInProcess(folder, 'import', name, '--corpus', 'c');
    expect(imported).toMatchObject({
      status: 0,
      stderr: 'Left out: a thing that the text does not name: “Nobody Here”\n',
    });
    expect(imported.stdout).toMatch(/^1 article and 3 new names in c\./);
    expect((await runInProcess(folder, 'compile', '--corpus', 'c', '--out', 'x.ts')).stderr).toContain(
      'Left out c/articles/mill-burns-fire.yaml, with 1 statement, 2 people',
    );

    const corpus = confirmed(join(folder, 'c'));
    expect(corpus.texts[0]?.text).toBe(
      'Mill burns 🔥\n\nBy Ann Lee\n\nThe mill in Larkbridge burned. “It was hot,” chief Maren Oakes said. Maren left.',
    );
    expect(corpus.entities.Article[0]).toMatchObject({
      slug: 'mill-burns-fire',
      bylines: [{ words: 'Ann Lee', person: 'ann-lee' }],
      publisher: 'the-courier',
      language: 'en',
      originalUrl: 'https://courier.example/mill',
      published: { earliest: '2025-03-04' },
    });
    expect(corpus.entities.Statement[0]).toMatchObject({
      quotes: [{ text: 'It was hot,', kind: 'DIRECT_QUOTE', speakers: [{ agent: 'maren-oakes' }] }],
    });
    expect(corpus.entities.Person.find(({ slug }) => slug === 'maren-oakes')?.mentionCount).toBe(2);
    expect(corpus.entities.Place.map(({ slug, mentionCount }) => [slug, mentionCount])).toEqual([['larkbridge', 1]]);
  });
});

const TEXT = '🔥 Mill burns\r\n\r\n"It was," said Ann Lee, "hot." Lee of the mill left Larkbridge.\r\n';
const ANNOTATIONS = [
  bound('T1', 'Person', 'Ann Lee'),
  bound('T2', 'PER', 'Lee of').replace(/(\d+)\tLee of/, (_, end) => `${Number(end) - 3}\tLee`),
  `T3\tQuotation ${place('It was,')};${place('hot.')}\tIt was, hot.`,
  bound('T4', 'Cue', 'said'),
  bound('T5', 'Burning', 'burns'),
  bound('T6', 'Location', 'Larkbridge'),
  bound('T7', 'Weather', 'hot'),
  'E1\tBurning:T5 Victim:T1 Place:T6',
  'R1\tSpeaker Arg1:T3 Arg2:T1',
  'R2\tCue Arg1:T3 Arg2:T4',
  'R3\tOwns Arg1:T1 Arg2:T6',
  '*\tEquiv T1 T2',
  'A1\tNegation E1',
  'N1\tReference T1 Wikidata:Q1\tAnn',
  '#1\tAnnotatorNotes T1\tsure?',
].join('\n');

describe('an article annotated in brat', () => {
  it('is an article of drafts, whose places are those of its code points', async () => {
    const folder = folderOf({ 'mill.txt': TEXT, 'mill.ann': ANNOTATIONS });
    mkdirSync(join(folder, 'c'));
    const imported = await run(folder, 'import', 'mill.txt', 'mill.ann', '--corpus', 'c');
    expect(imported.status).toBe(0);
    expect(imported.stderr.trimEnd().split('\n')).toEqual([
      'Left out: the label "Weather" (1)',
      'Left out: the relation "Owns" (1)',
      'Left out: attributes (1)',
      'Left out: normalizations (1)',
      'Left out: notes (1)',
      'Left out: the language, which the file does not give; the draft has "language: und"',
    ]);
    const corpus = confirmed(join(folder, 'c'));
    expect(corpus.entities.Person).toMatchObject([{ slug: 'ann-lee', otherNames: ['Lee'], mentionCount: 2 }]);
    expect(corpus.entities.Statement).toMatchObject([
      { quotes: [{ text: 'It was, hot.', cue: { exact: 'said' }, speakers: [{ agent: 'ann-lee' }] }] },
    ]);
    expect(corpus.entities.Event).toMatchObject([
      { name: 'burns', places: ['larkbridge'], participants: [{ agent: 'ann-lee', role: 'PARTICIPANT' }] },
    ]);
  });
});

describe('articles from anywhere', () => {
  const bare = { '@type': 'Article', headline: 'A day', articleBody: 'It rained.' };

  it('are drafts also where nothing is found in them, numbered where they share a headline', async () => {
    const folder = folderOf({ 'in.json': JSON.stringify([bare, { ...bare, articleBody: 'It shone.' }]) });
    mkdirSync(join(folder, 'c'));
    // What waits for a writer for ever is no part of the corpus.
    execFileSync('mkfifo', [join(folder, 'c/pipe')]);
    const options = ['--corpus', 'c', '--entered', '2026-03-05'];
    expect(await runInProcess(folder, 'import', 'in.json', ...options)).toMatchObject({ status: 0 });
    expect(readdirSync(join(folder, 'c/articles')).sort()).toEqual([
      'a-day-2.md',
      'a-day-2.yaml',
      'a-day.md',
      'a-day.yaml',
    ]);
    expect(readFileSync(join(folder, 'c/articles/a-day.md'), 'utf8')).toBe(
      '---\nlanguage: und\nentered: "2026-03-05"\ndraft: import-json-ld\n---\n\nA day\n\nIt rained.\n',
    );
    rmSync(join(folder, 'c/pipe'));
    const compiled = await runInProcess(folder, 'compile', '--corpus', 'c', '--out', 'x.ts');
    expect(compiled).toMatchObject({ status: 0, stderr: expect.stringContaining('Left out c/articles/a-day.yaml') });
    expect(await runInProcess(folder, 'import', 'in.json', '--corpus', 'c')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('The slug "a-day" is taken'),
    });
  });

  it('move no cursor, and say no more than fits a screen', async () => {
    const mentions = Array.from({ length: 30 }, (_, index) => ({ '@type': 'Recipe\u001b[2J', url: String(index) }));
    const article = { ...bare, articleBody: 'It\u001b[2J\u0007\trai\rned.\u0085', inLanguage: 'en\u001b[2J', mentions };
    const folder = folderOf({ 'in.json': JSON.stringify(article), 'c/people/ann.yaml': 'name: Ann\n' });
    const { status, stderr } = await runInProcess(folder, 'import', 'in.json', '--corpus', 'c');
    expect(status).toBe(0);
    expect(stderr).not.toContain('\u001b');
    expect(stderr.trimEnd().split('\n')).toHaveLength(21);
    expect(stderr).toMatch(/^Left out: 11 things more$/m);
    expect(readFileSync(join(folder, 'c/articles/a-day.md'), 'utf8')).toContain('\n\nIt[2J rai\nned.\n');
  });
});

describe('import refuses, and writes nothing', () => {
  const taken = { 'c/people/mill-burns-fire.yaml': 'name: Taken\n' };
  const json = (value: unknown) => ({ 'in.json': JSON.stringify(value) });
  const brat = (line: string, text = TEXT) => ({ 'in.txt': text, 'in.ann': line });
  it.each<[string, Record<string, string | Uint8Array>, string, RegExp]>([
    ['a file that is not JSON', { 'in.json': '{"a":' }, 'in.json', /in\.json: This is not JSON/],
    ['JSON without an article', json({ '@type': 'Recipe' }), 'in.json', /has no NewsArticle/],
    ['JSON that is very deep', { 'in.json': `${'['.repeat(1e5)}${']'.repeat(1e5)}` }, 'in.json', /has no NewsArticle/],
    [
      'a very deep export',
      {
        'in.jsonld': `{"@context":{"Group":"https://dateline.example/vocabulary#Group"},"@graph":[{"name":${'['.repeat(1e5)}${']'.repeat(1e5)}}]}`,
      },
      'in.jsonld',
      /Record 1 has no type/,
    ],
    ['JSON that is a number', json(7), 'in.json', /has no NewsArticle/],
    [
      'an article without a body',
      json({ ...ARTICLE, articleBody: ' \r\n' }),
      'in.json',
      /"articleBody" is missing or empty/,
    ],
    ['a page without JSON-LD', { 'in.html': '<p>hello' }, 'in.html', /no <script type="application\/ld\+json">/],
    ['an empty file', { 'in.json': '' }, 'in.json', /The file is empty/],
    ['bytes', { 'in.json': Uint8Array.of(0, 255, 1) }, 'in.json', /not UTF-8 text/],
    ['a folder', { 'dir/x.txt': '' }, 'dir', /has no tables of an export/],
    ['a file that is not there', {}, '../none.json', /There is no file ".*none\.json"/],
    ['annotations without a text', { 'in.ann': '' }, 'in.ann', /in\.txt" is missing/],
    ['a text without annotations', { 'in.txt': 'x' }, 'in.txt', /in\.ann" is missing/],
    [
      'places beyond the text',
      brat('T1\tPerson 0 999\tx'),
      'in.ann',
      /in\.ann:1: The annotation ends at 999, but the text has 81 characters/,
    ],
    ['places that are not numbers', brat('T1\tPerson a b\tx'), 'in.ann', /is not a span/],
    ['places backwards', brat('T1\tPerson 5 5\tx'), 'in.ann', /begins at 5 and ends at 5/],
    [
      'words that the text lacks',
      brat('T1\tPerson 2 6\tMall'),
      'in.ann',
      /quotes “Mall”, but the text has “Mill” there/,
    ],
    ['a line of something else', brat('hello'), 'in.ann', /not a line of brat standoff/],
    ['an empty text', brat('', '\n'), 'in.ann', /The text is empty/],
    ['a slug that is taken', { ...json(ARTICLE), ...taken }, 'in.json', /The slug "mill-burns-fire" is taken/],
    ['a headline without letters', json({ articleBody: '?!', '@type': 'Article' }), 'in.json', /gives no slug/],
    [
      'a record of an unknown type',
      { 'in.ndjson': '{"type":"Cat"}\n' },
      'in.ndjson',
      /Record 1 has an unknown type: "Cat"/,
    ],
    [
      'a record with a mistake',
      { 'in.ndjson': '{"type":"Person","slug":"A B"}\n' },
      'in.ndjson',
      /Record 1, of type Person, at "slug"/,
    ],
    ['a line that is not a record', { 'in.ndjson': '{}\n{' }, 'in.ndjson', /Line 2 is not JSON/],
    ['a line that is not a statement', { 'in.nq': '<a> <b> .\n' }, 'in.nq', /Line 1 is not a statement of N-Quads/],
    [
      'records that the corpus has',
      { ...taken, 'in.ndjson': '{"type":"Person","slug":"mill-burns-fire","name":"A"}\n' },
      'in.ndjson',
      /already has "mill-burns-fire"/,
    ],
    ['a table alone', { 'Person.csv': 'slug,name\r\n' }, 'Person.csv', /Give the folder of all tables/],
  ])('%s', async (_, files, input, says) => {
    const folder = folderOf({ 'c/people/ann.yaml': 'name: Ann\n', ...files });
    const before = readdirSync(join(folder, 'c'), { recursive: true });
    const refused = runImport([join(folder, input), '--corpus', join(folder, 'c')]);
    await expect(refused).rejects.toThrow(
      expect.objectContaining({ name: 'Refusal', status: 1, message: expect.stringMatching(says) }),
    );
    expect(readdirSync(join(folder, 'c'), { recursive: true })).toEqual(before);
  });

  it('with a sentence and status 1', async () => {
    const folder = folderOf({ 'in.json': '{"a":', 'c/people/ann.yaml': 'name: Ann\n' });
    const outcome = await run(folder, 'import', 'in.json', '--corpus', 'c');
    expect(outcome).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^in\.json: This is not JSON: .*\n$/),
    });
  });

  it('what would not compile, though each record is right', async () => {
    const record = { type: 'Place', slug: 'here', name: 'Here', kind: 'CITY', containedIn: 'nowhere' };
    const folder = folderOf({ 'in.ndjson': JSON.stringify(record), 'c/people/ann.yaml': 'name: Ann\n' });
    const outcome = await runInProcess(folder, 'import', 'in.ndjson', '--corpus', 'c');
    expect(outcome).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^c\/places\/here\.yaml:3:14 unknown-reference/),
    });
    expect(readdirSync(join(folder, 'c'))).toEqual(['people']);
  });

  it.each([
    ['no file', ['--corpus', '.'], /^No file given/],
    ['no corpus', ['x.json', '--corpus', 'none'], /^There is no folder "none"/],
  ])('%s', async (_, args, says) => {
    expect(await runInProcess(folderOf({}), 'import', ...args)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(says),
    });
  });
});

/** The corpus once every draft is confirmed. */
function confirmed(corpus: string) {
  for (const path of readdirSync(corpus, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(md|yaml)$/.test(path)) continue;
    const text = readFileSync(join(corpus, path), 'utf8');
    writeFileSync(join(corpus, path), text.replace(/^ *draft: .*\n/gm, ''));
  }
  return compileFolder(corpus);
}

/** A line of brat for the first place of the words, in code points as it counts. */
function bound(id: string, label: string, words: string): string {
  return `${id}\t${label} ${place(words)}\t${words}`;
}

function place(words: string): string {
  const start = [...TEXT.slice(0, TEXT.indexOf(words))].length;
  return `${start} ${start + [...words].length}`;
}
