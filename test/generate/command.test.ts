// `generate`: what it writes, what it refuses, and that the compiler accepts it.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderOf, type Outcome, run } from '../compile/run.ts';
import { runInProcess } from '../run-commands.ts';

const ARTICLES = 40;

describe('a generated corpus', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-generate-'));
  const corpus = join(folder, 'new/corpus');
  let generated: Outcome;
  let compiled: Outcome;
  beforeAll(async () => {
    generated = await run(folder, 'generate', '--articles', String(ARTICLES), '--seed', '7', '--out', corpus);
    compiled = await runInProcess(folder, 'compile', '--corpus', corpus, '--out', 'corpus.ts');
  });

  it('is told in a line, without progress where nobody watches', () => {
    expect(generated).toMatchObject({ status: 0, stderr: '' });
    expect(generated.stdout).toMatch(
      /^40 articles, \d+ statements, \d+ events, \d+ people, \d+ organizations, \d+ groups, \d+ places in \S+ \(seed 7\)\n$/,
    );
    expect(readdirSync(join(folder, 'new'))).toEqual(['corpus']);
  });

  it('is accepted by the compiler, which counts the same', () => {
    expect(compiled).toMatchObject({ status: 0, stderr: '' });
    expect(countsOf(compiled.stdout)).toEqual(countsOf(generated.stdout));
  });

  it('has the proportions of a real one', () => {
    const counts = countsOf(generated.stdout);
    const agents = (counts.people ?? 0) + (counts.organizations ?? 0) + (counts.groups ?? 0);
    const lengths = texts(corpus).map(({ words }) => words.length);

    expect(perArticle(counts.statements)).toSatisfy(between(13, 17));
    expect(perArticle(counts.events)).toSatisfy(between(4.5, 6.2));
    expect(perArticle(lengths.reduce((sum, length) => sum + length))).toSatisfy(between(600, 760));
    expect(agents).toBe(136);
    expect(counts.places).toBe(64);
    expect(Math.max(...lengths)).toSatisfy(between(1200, 1700));
  });

  it('is in several scripts and languages, with many words and a few that are everywhere', () => {
    const all = texts(corpus);
    const languages = Map.groupBy(all, ({ language }) => language);
    expect([...languages.keys()].sort()).toEqual(['az', 'en', 'pl', 'ru', 'tr']);
    expect(languages.get('en')?.length).toSatisfy(between(22, 26));
    expect(languages.get('az')?.every(({ text }) => text.includes('ə'))).toBe(true);
    expect(languages.get('ru')?.every(({ text }) => /\p{Script=Cyrillic}/u.test(text))).toBe(true);
    expect(all.some(({ text }) => /[\u{10000}-\u{10FFFF}]/u.test(text))).toBe(true);

    const words = all.flatMap((article) => article.words);
    expect(new Set(words).size / words.length).toSatisfy(between(0.3, 0.5));
    expect(languages.get('en')?.every((article) => article.words.includes('the'))).toBe(true);
  });

  it('shows what annotations can show', () => {
    const annotations = contentsOf(join(corpus, 'articles'), '.yaml').join('\n');
    const fields =
      'denies attributedTo addressees about partOf of places participants figures time date inferred birth death kinship position since organization otherNames containedIn';
    const files = [annotations, ...['people', 'places'].flatMap((name) => contentsOf(join(corpus, name), '.yaml'))];
    const missing = fields.split(' ').filter((field) => !files.some((file) => file.includes(`${field}:`)));
    expect(missing).toEqual([]);

    const values = [
      ...['DIRECT_QUOTE', 'MIXED_QUOTE', 'INDIRECT', 'ANNOUNCEMENT', 'FINDING', 'DENIAL', 'NO_COMMENT'],
      ...['CARRIED_OVER', 'DENIED', 'CERTAIN', 'PROBABLE', 'POSSIBLE'],
    ];
    expect(values.filter((value) => !annotations.includes(`: ${value}\n`))).toEqual([]);
  });

  it('has dates of every exactness, over all its years', () => {
    const dates = contentsOf(join(corpus, 'articles'), '.yaml').flatMap((file) => [
      ...file.matchAll(/ edtf: "?([^"\n]+)/g),
    ]);
    const edtf = dates.map(([, date = '']) => date);
    const forms = [/^\d{4}-\d\d-\d\d$/, /^\d{4}-(0\d|1[0-2])$/, /^\d{4}$/, /\//, /^\d{4}-2[1-4]$/, /~$/, /\?$/];
    expect(forms.filter((form) => !edtf.some((date) => form.test(date)))).toEqual([]);
    expect(edtf.filter((date) => forms[0]?.test(date)).length / edtf.length).toSatisfy(between(0.5, 0.75));

    const years = new Set(contentsOf(join(corpus, 'articles'), '.md').map((file) => /edtf: "(\d{4})/.exec(file)?.[1]));
    for (const year of [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]) expect(years).toContain(String(year));
  });

  it('says of itself that it is made up', () => {
    expect(readFileSync(join(corpus, 'README.md'), 'utf8')).toMatch(
      /^# A generated corpus\n\nNothing in this folder is news[\s\S]*--articles 40 --seed 7/,
    );
    for (const { text, file } of texts(corpus)) {
      expect(text).toContain('\n\nGenerated text');
      expect(file).toMatch(/\npublisher: generated-[\s\S]*\nurl: "https:\/\/generated\.example\//);
    }
  });
});

describe('generate', () => {
  it('gives the same bytes for the same seed, and others for another one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-generate-'));
    await Promise.all(
      ['a', 'b'].map((out) => runInProcess(folder, 'generate', '--articles', '9', '--seed', '3', '--out', out)),
    );
    await runInProcess(folder, 'generate', '--articles', '9', '--seed', '4', '--out', 'c');

    expect(digestOf(join(folder, 'b'))).toBe(digestOf(join(folder, 'a')));
    expect(digestOf(join(folder, 'c'))).not.toBe(digestOf(join(folder, 'a')));
  });

  it('replaces a corpus that it made, whole', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-generate-'));
    const generate = (articles: string, out: string) =>
      runInProcess(folder, 'generate', '--articles', articles, '--seed', '3', '--out', out);
    await generate('9', 'again');
    await generate('2', 'again/');
    await generate('2', 'once');

    expect(digestOf(join(folder, 'again'))).toBe(digestOf(join(folder, 'once')));
    expect(readdirSync(folder).sort()).toEqual(['again', 'once']);
  });

  it.for([
    [{ 'corpus/articles/mine.md': 'Mine.' }, 'The folder "corpus" holds something else than a generated corpus.'],
    [{ 'corpus/README.md': '# The Gazette\n' }, 'The folder "corpus" holds something else than a generated corpus.'],
    [{ corpus: 'A file.' }, '"corpus" is not a folder.'],
  ] as const)('leaves alone what is not its own: %j', async ([files, says]) => {
    const folder = folderOf(files);
    const before = digestOf(folder);
    const outcome = await runInProcess(folder, 'generate', '--articles', '2', '--seed', '1', '--out', 'corpus');

    expect(outcome).toMatchObject({ status: 2, stdout: '' });
    expect(outcome.stderr).toMatch(/^[^\n]* Give (an empty or a new one|another one): --out DIR\.\n$/);
    expect(outcome.stderr).toContain(says);
    expect(digestOf(folder)).toBe(before);
  });

  it.for([
    [['--seed', '1'], 'The option --articles is missing. Give a whole number from 1 to 100000: --articles 67.\n'],
    [['--articles', '7'], 'The option --seed is missing. Give a whole number: --seed 1.\n'],
    [['--articles', '0', '--seed', '1'], '"0" is no value of --articles. '],
    [['--articles', '100001', '--seed', '1'], '"100001" is no value of --articles. '],
    [['--articles', '7.5', '--seed', '1'], '"7.5" is no value of --articles. '],
    [['--articles', '', '--seed', '1'], '"" is no value of --articles. '],
    [['--articles', '7', '--seed', 'x'], '"x" is no value of --seed. '],
    [['--articles', '7', '--seed', '1e3'], '"1e3" is no value of --seed. '],
    [['--article', '7'], "Unknown option '--article'"],
    [['7'], "Unexpected argument '7'"],
  ] as const)('refuses %j', async ([args, says]) => {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-generate-'));
    const outcome = await runInProcess(folder, 'generate', ...args);

    expect(outcome).toMatchObject({ status: 2, stdout: '' });
    expect(outcome.stderr.startsWith(says)).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes a negative seed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-generate-'));
    const outcome = await runInProcess(folder, 'generate', '--articles', '1', '--seed=-5', '--out', 'corpus');
    expect(outcome).toMatchObject({ status: 0, stdout: expect.stringMatching(/^1 article, /) });
  });

  it('says how it is used', async () => {
    const outcome = await runInProcess(import.meta.dirname, 'generate', '--help');
    expect(outcome).toMatchObject({ status: 0, stderr: '' });
    expect(outcome.stdout).toContain('Usage: npm run generate -- --articles N --seed S [--out DIR]');
  });

  it('says in a sentence that it cannot write', async () => {
    const folder = folderOf({ file: '' });
    const outcome = await run(folder, 'generate', '--articles', '1', '--seed', '1', '--out', 'file/corpus');
    expect(outcome).toMatchObject({ status: 1, stdout: '' });
    expect(outcome.stderr).toMatch(/^ENOTDIR: [^\n]*\n$/);
  });
});

interface Text {
  readonly file: string;
  readonly language: string;
  readonly text: string;
  readonly words: readonly string[];
}

function texts(corpus: string): Text[] {
  return contentsOf(join(corpus, 'articles'), '.md').map((file) => {
    const text = file.slice(file.indexOf('\n---\n', 3) + 5);
    const language = /\nlanguage: (\w+)/.exec(file)?.[1] ?? '';
    return { file, language, text, words: text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [] };
  });
}

function contentsOf(folder: string, ending: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(ending));
  return names.map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** "7 articles" as `articles: 7`. */
function countsOf(line: string): Record<string, number> {
  const counts = line
    .split(';')[0]
    ?.matchAll(/(\d+) (articles|statements|events|people|organizations|groups|places)\b/g);
  return Object.fromEntries(Array.from(counts ?? [], ([, count, things]) => [things, Number(count)]));
}

function perArticle(count = 0): number {
  return count / ARTICLES;
}

function digestOf(folder: string): string {
  const digest = createHash('sha256');
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }).sort(byPath)) {
    if (!entry.isFile()) continue;
    digest.update(join(entry.parentPath.slice(folder.length), entry.name));
    digest.update(readFileSync(join(entry.parentPath, entry.name)));
  }
  return digest.digest('hex');
}

function byPath(a: { parentPath: string; name: string }, b: { parentPath: string; name: string }): number {
  return join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1;
}

function between(least: number, most: number): (value: unknown) => boolean {
  return (value) => Number(value) >= least && Number(value) <= most;
}
