// `stats`: over both corpora, over drafts, over mistakes, over nothing.
import { describe, expect, test } from 'vitest';
import { articleOf, folderOf, run } from '../../../test/compile/run.ts';
import { compileFolder } from '../../../test/corpus.ts';
import { runInProcess } from '../../../test/run-commands.ts';
import { CORPUS } from './small.ts';

test('the corpus that is served, as a table', async () => {
  expect(await run('.', 'stats')).toEqual({
    status: 0,
    stderr: '',
    stdout: `data/corpus
1 article, 13 events, 7 statements, 9 facts, 7 people, 9 organizations, 9
groups, 6 places
Evidence covers 97.8 % of the text.
Events and facts: 10 in the articles' own voice, 3 attributed, 10 carried over.
No drafts are left.

Article                    Covered  Statements  Events  Own  Attributed  Carried
russia-ready-to-resume-t…   97.8 %           7      13   10           3       10
Least covered first. Covered: the share of characters, headline included, that
evidence covers. Own, Attributed, Carried: events and facts by voice.

Speaker                                    Statements  Events  Carried  Articles
Mikhail Shvydkoy                                    4       0        0         1
Nemat Avazov                                        1       2        6         1
Azerbaijan’s Ministry of Culture                    1       1        0         1
Experts of the forensic medical examinat…           1       0        0         1
Events: attributed to these statements. Carried: events that only follow one
without a new cue.
`,
  });
});

describe('the invented corpus', () => {
  test('for programs: all of it, and what the compiler counts as well', async () => {
    const { status, stdout, stderr } = await runInProcess('.', 'stats', '--corpus', 'test/corpora/gazette', '--json');
    const stats = JSON.parse(stdout);
    const { summary } = compileFolder('test/corpora/gazette');

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(Object.keys(stats)).toEqual(['counts', 'coverage', 'voices', 'drafts', 'articles', 'speakers']);
    expect(stats.coverage.share).toBeCloseTo(summary.coverage, 12);
    expect(stats.counts).toEqual({
      articles: summary.counts.Article,
      events: summary.counts.Event,
      statements: summary.counts.Statement,
      facts: 172,
      people: summary.counts.Person,
      organizations: summary.counts.Organization,
      groups: summary.counts.Group,
      places: summary.counts.Place,
    });
    expect(stats.articles).toHaveLength(summary.counts.Article);
    expect(stats.speakers).toContainEqual({
      slug: 'elnare-qaracayli',
      name: 'Elnarə Qaraçaylı',
      type: 'Person',
      statements: 11,
      events: 3,
      carriedOver: 1,
      articles: 8,
    });
  });

  test('fits 80 columns, its numbers one below the other whatever the script of the names', async () => {
    const { stdout } = await runInProcess('.', 'stats', '--corpus', 'test/corpora/gazette');
    expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(80);
    const rows = stdout.split('\n').filter((line) => /^(Speaker|Тимур|Rüfət|Maren)/.test(line));
    expect(rows).toHaveLength(4);
    expect(new Set(rows.map((line) => line.length)).size).toBe(1);
  });
});

test('drafts are counted as if they were confirmed, and listed by file, most of them first', async () => {
  const { status, stdout, stderr } = await runInProcess(folderOf(CORPUS), 'stats', '--corpus', 'corpus');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toBe(`corpus
2 articles, 3 events, 2 statements, 2 facts, 2 people, 0 organizations, 0
groups, 1 place
Evidence covers 63.5 % of the text.
Events and facts: 3 in the articles' own voice, 2 attributed, 2 carried over.
3 proposals in 2 files are left to confirm, but already counted here.

Article  Covered  Statements  Events  Own  Attributed  Carried  Drafts
mill      58.8 %           1       3    2           2        2       2
fair      75.0 %           1       1    1           0        0       0
Most drafts first, then least covered. Covered: the share of characters,
headline included, that evidence covers. Own, Attributed, Carried: events and
facts by voice.

Speaker  Statements  Events  Carried  Articles
李雷              1       1        1         1
Ann Lee           1       0        0         1
Events: attributed to these statements. Carried: events that only follow one
without a new cue.

File with drafts           Proposals
corpus/articles/mill.yaml          2
corpus/places/town.yaml            1
Confirm them with: npm run data -- review FILE
`);
});

test('for programs, drafts are a list', async () => {
  const { stdout } = await runInProcess(folderOf(CORPUS), 'stats', '--corpus', 'corpus', '--json');
  const { drafts, articles } = JSON.parse(stdout);
  expect(drafts).toEqual([
    { file: 'corpus/articles/mill.yaml', drafts: 2 },
    { file: 'corpus/places/town.yaml', drafts: 1 },
  ]);
  expect(articles[1]).toEqual({
    slug: 'fair',
    headline: 'Fair',
    coverage: { characters: 40, covered: 30, share: 0.75 },
    statements: 1,
    events: 1,
    facts: 0,
    voices: { article: 1, speaker: 0, carriedOver: 0 },
    drafts: 0,
  });
});

describe('many articles', () => {
  const articles = Array.from({ length: 23 }, (_, index) =>
    Object.entries(articleOf(`a${index}`, `One\nTwo ${index}`, '')).map(([path, content]) => [
      `corpus/${path}`,
      content,
    ]),
  );
  const folder = folderOf(Object.fromEntries(articles.flat()));

  test('are told by the first twenty, and how many more there are', async () => {
    const { stdout } = await runInProcess(folder, 'stats', '--corpus', 'corpus');
    expect(stdout.match(/^a\d+ /gm)).toHaveLength(20);
    expect(stdout).toContain('\n… and 3 more; --all shows them.\n');
  });

  test('are all told with --all', async () => {
    const { stdout } = await runInProcess(folder, 'stats', '--corpus', 'corpus', '--all');
    expect(stdout.match(/^a\d+ /gm)).toHaveLength(23);
    expect(stdout).not.toContain('more');
  });
});

test('a corpus without articles has an answer', async () => {
  const folder = folderOf({ 'corpus/people/ann.yaml': 'name: Ann\n' });
  expect(await runInProcess(folder, 'stats', '--corpus', 'corpus')).toEqual({
    status: 0,
    stdout: 'corpus\nThe corpus has no articles.\n',
    stderr: '',
  });
  expect(JSON.parse((await runInProcess(folder, 'stats', '--corpus', 'corpus', '--json')).stdout)).toMatchObject({
    counts: { articles: 0, people: 1 },
    coverage: { characters: 0, covered: 0, share: 0 },
    articles: [],
    speakers: [],
  });
});

describe('is refused with a sentence', () => {
  test.each([
    ['problems other than drafts', ['--corpus', 'wrong'], 1, 'wrong/people/ann.yaml:1:1 unknown-field'],
    ['problems, for programs as well', ['--corpus', 'wrong', '--json'], 1, 'unknown-field'],
    ['a folder that is missing', ['--corpus', 'nowhere'], 2, 'There is no folder "nowhere".'],
    ['a folder that is a file', ['--corpus', 'file'], 2, 'There is no folder "file".'],
    ['an option that there is not', ['--jsn'], 2, "Unknown option '--jsn'"],
  ])('%s', async (_, args, status, says) => {
    const folder = folderOf({ file: '', 'wrong/people/ann.yaml': 'nam: Ann\nname: Ann\n' });
    const outcome = await runInProcess(folder, 'stats', ...args);
    expect(outcome).toMatchObject({ status, stdout: '' });
    expect(outcome.stderr).toContain(says);
    expect(outcome.stderr).not.toContain('    at ');
  });
});

test('--help says how it is used, and what --json has', async () => {
  const { status, stdout } = await runInProcess('.', 'stats', '--help');
  expect(status).toBe(0);
  expect(stdout).toContain('Usage: npm run data -- stats');
  for (const field of ['counts', 'coverage', 'voices', 'drafts', 'articles', 'speakers']) {
    expect(stdout).toMatch(new RegExp(`^ +${field} `, 'm'));
  }
});
