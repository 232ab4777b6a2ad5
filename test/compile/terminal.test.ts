// What commands write: no name of a file, no option and no word of an author steers the terminal or the runner of a workflow.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { article } from '../../newsroom/test/check/corpus.ts';
import { folderOf, type Outcome, run } from './run.ts';

/** Linux allows all of this in the name of a file; a slash alone is missing. */
const FORGED = '::error title=x,file=y::forged%0A##[error]forged';
const STEERING = '\u001b[2J\u001b]0;t\u0007\u009b8m\u202e\u2066\ufeff';
const LINES = `a\r\n${FORGED}\nforged`;
const HOSTILE = `${FORGED}${STEERING}${LINES}`;
/** As it begins on a terminal where it begins a line. */
const SHOWN = '·:error title=x,file=y::forged%0A·#[error]forged·[2J·]0;t··8m···a·⏎::error';

const ANN = { 'c/people/ann-lee.yaml': 'name: Ann Lee\n' };
const MILL = inCorpus(article('mill', 'en', 'Mill news\nAnn Lee came.', 'mentions:\n  ann-lee: Ann Lee\n'));
/** A slug has no line break, or the file would not belong in a corpus. */
const BAD_SLUG = `${FORGED}${STEERING}`;

function inCorpus(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [`c/${path}`, content]));
}

function expectHarmless({ stdout, stderr }: Outcome): void {
  const told = stdout + stderr;
  expect(told).not.toBe('');
  expect(told.match(/[^\P{Cc}\n]|[\ufeff\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu)).toBeNull();
  expect(told.match(/^\s*(::.*|forged.*)$|##\[/gm)).toBeNull();
  expect(told).not.toMatch(/\n\s+at /);
}

describe.concurrent('what steers a terminal', () => {
  it.for<[what: string, args: string[], files?: Record<string, string>]>([
    ['a command that is none', [HOSTILE]],
    ['an option that is none', ['check', `--${HOSTILE}`]],
    ['compile: the corpus', ['compile', '--corpus', HOSTILE]],
    ['compile: the module', ['compile', '--corpus', 'c', '--out', HOSTILE], ANN],
    ['compile: where it writes', ['compile', '--corpus', 'c', '--out', `${HOSTILE}.ts`], { ...ANN, ...MILL }],
    ['compile: a corpus of nothing', ['compile', '--corpus', HOSTILE], { [`${HOSTILE}/people/README.md`]: '' }],
    ['compile: a file that is no part', ['compile', '--corpus', 'c'], { [`c/people/${HOSTILE}`]: '' }],
    ['compile: a folder that is no part', ['compile', '--corpus', 'c'], { [`c/${HOSTILE}/x`]: '' }],
    ['compile: a slug', ['compile', '--corpus', 'c'], { [`c/people/${BAD_SLUG}.yaml`]: 'name: Ann\n' }],
    ['check: the corpus', ['check', '--corpus', HOSTILE]],
    ['check: a file', ['check', HOSTILE, '--corpus', 'c'], ANN],
    ['check: a file elsewhere', ['check', HOSTILE, '--corpus', 'c'], { ...ANN, [HOSTILE]: '' }],
    ['check: a rule', ['check', '--rules', HOSTILE, '--corpus', 'c'], ANN],
    ['check: a format', ['check', '--format', HOSTILE, '--corpus', 'c'], ANN],
    [
      'check: two like each other',
      ['check', '--corpus', 'c'],
      { ...ANN, ...MILL, [`c/people/${BAD_SLUG}.yaml`]: 'name: Ann Lee\n' },
    ],
    [
      'check: words of the text',
      ['check', '--corpus', 'c'],
      {
        ...ANN,
        ...inCorpus(article('mill', 'en', `Mill\nAnn ${FORGED}${STEERING} Bob Ray.`, 'events: [{ of: "\\e[2J" }]\n')),
      },
    ],
    [
      'check: a quote that the text of such a corpus has not',
      ['check', '--corpus', HOSTILE],
      Object.fromEntries(
        Object.entries(
          article('mill', 'en', 'Mill\nAnn.', 'events: [{ event: e, name: E, kind: OTHER, evidence: Bob }]\n'),
        ).map(([path, content]) => [`${HOSTILE}/${path}`, content]),
      ),
    ],
    ['check: as JSON', ['check', '--corpus', 'c', '--format', 'json'], { [`c/people/${BAD_SLUG}.yaml`]: '' }],
    ['check: JSON of no part', ['check', '--corpus', 'c', '--format', 'json'], { [`c/people/${HOSTILE}`]: '' }],
    ['draft: a text that is not there', ['draft', HOSTILE, '--corpus', 'c'], ANN],
    [
      'draft: a text',
      ['draft', `${BAD_SLUG}\n.txt`, '--corpus', 'c'],
      { ...ANN, [`${BAD_SLUG}\n.txt`]: 'Mill news\n\nAnn Lee said no.' },
    ],
    [
      'draft: a text in Azerbaijani',
      ['draft', HOSTILE, '--corpus', 'c', '--language', 'az'],
      { ...ANN, [HOSTILE]: 'Bakı xəbər\n\nO dedi.' },
    ],
    ['draft: a text of no words', ['draft', HOSTILE, '--corpus', 'c'], { ...ANN, [HOSTILE]: '' }],
    [
      'draft: where it writes',
      ['draft', 'in.txt', '--corpus', HOSTILE],
      { 'in.txt': 'Mill news\n\nAnn Lee said no.', [`${HOSTILE}/people/ann-lee.yaml`]: 'name: Ann Lee\n' },
    ],
    ['draft: a slug', ['draft', 'in.txt', '--slug', HOSTILE, '--corpus', 'c'], { ...ANN, 'in.txt': 'x' }],
    ['draft: a language', ['draft', 'in.txt', '--language', HOSTILE, '--corpus', 'c'], { ...ANN, 'in.txt': 'x' }],
    ['draft: a date', ['draft', 'in.txt', '--published', HOSTILE, '--corpus', 'c'], { ...ANN, 'in.txt': 'x' }],
    ['review: a file', ['review', HOSTILE, '--corpus', 'c'], ANN],
    ['review: a file of no corpus', ['review', `c/${HOSTILE}`, '--corpus', 'c'], { ...ANN, [`c/${HOSTILE}`]: '' }],
    [
      'review: a corpus',
      ['review', 'people/ann-lee.yaml', '--corpus', HOSTILE],
      { [`${HOSTILE}/people/ann-lee.yaml`]: `name: ${JSON.stringify(BAD_SLUG)}\ndraft: ${JSON.stringify(HOSTILE)}\n` },
    ],
    ['import: a file', ['import', HOSTILE, '--corpus', 'c'], ANN],
    ['import: no JSON', ['import', HOSTILE, '--corpus', 'c'], { ...ANN, [HOSTILE]: `${HOSTILE}{` }],
    ['import: a slug', ['import', 'in.json', '--slug', HOSTILE, '--corpus', 'c'], { ...ANN, 'in.json': articleOf({}) }],
    [
      'import: what it leaves out',
      ['import', 'in.json', '--corpus', 'c'],
      { ...ANN, 'in.json': articleOf({ url: HOSTILE, author: HOSTILE }) },
    ],
    [
      'import: where it writes',
      ['import', 'in.json', '--corpus', HOSTILE],
      { [`${HOSTILE}/people/ann-lee.yaml`]: 'name: Ann Lee\n', 'in.json': articleOf({}) },
    ],
    [
      'import: lines of brat',
      ['import', `${HOSTILE}.ann`, '--corpus', 'c'],
      { ...ANN, [`${HOSTILE}.ann`]: HOSTILE, [`${HOSTILE}.txt`]: 'Mill' },
    ],
    ['export: a format', ['export', '--format', HOSTILE, '--corpus', 'c'], ANN],
    [
      'export: where it writes',
      ['export', '--format', 'ndjson', '--out', HOSTILE, '--corpus', 'c'],
      { ...ANN, ...MILL },
    ],
    [
      'export: a folder of something else',
      ['export', '--format', 'csv', '--out', HOSTILE, '--corpus', 'c'],
      { ...ANN, [`${HOSTILE}/${HOSTILE}`]: '' },
    ],
    ['stats: a corpus', ['stats', '--corpus', HOSTILE], { [`${HOSTILE}/people/ann-lee.yaml`]: 'name: Ann Lee\n' }],
    [
      'stats: a speaker',
      ['stats', '--corpus', 'c'],
      {
        'c/people/ann-lee.yaml': `name: ${JSON.stringify(BAD_SLUG)}\n`,
        ...inCorpus(
          article(
            'mill',
            'en',
            'Mill news\nAnn Lee said no.',
            'statements: [{ statement: s, kind: INDIRECT, content: no, speakers: [{ agent: ann-lee, evidence: Ann Lee }] }]\n',
          ),
        ),
      },
    ],
    [
      'stats: as JSON',
      ['stats', '--json', '--corpus', HOSTILE],
      { [`${HOSTILE}/people/ann-lee.yaml`]: 'name: Ann\ndraft: x\n' },
    ],
    ['schemas: a folder', ['schemas', '--data', HOSTILE]],
    ['schemas: what it writes', ['schemas', '--data', HOSTILE], { [`${HOSTILE}/corpus/README.md`]: guide() }],
    ['schemas: what differs', ['schemas', '--check', '--data', HOSTILE], { [`${HOSTILE}/corpus/README.md`]: guide() }],
    ['generate: a number', ['generate', '--articles', HOSTILE, '--seed', '1']],
    ['generate: a folder', ['generate', '--articles', '1', '--seed', '1', '--out', HOSTILE], { [`${HOSTILE}/x`]: '' }],
    ['generate: where it writes', ['generate', '--articles', '1', '--seed', '1', '--out', HOSTILE]],
    ['publish: the corpus', ['publish', '--corpus', HOSTILE]],
    ['publish: a corpus of nothing', ['publish', '--corpus', HOSTILE], { [`${HOSTILE}/people/README.md`]: '' }],
    ['publish: a slug', ['publish', '--corpus', 'c'], { [`c/people/${BAD_SLUG}.yaml`]: 'name: Ann\n' }],
    ['publish: a file that is no part', ['publish', '--corpus', 'c'], { [`c/people/${HOSTILE}`]: '' }],
  ])('is shown and not done: %s', async ([, args, files = {}]) => {
    expectHarmless(await run(folderOf(files), ...args));
  });

  it('is shown so that it can be told what it was', async () => {
    const { status, stderr } = await run(folderOf({}), 'compile', '--corpus', HOSTILE);
    expect(status).toBe(2);
    expect(stderr).toContain(`There is no folder "::error title=x,file=y::forged%0A·#[error]forged·[2J`);
    const told = await run(folderOf({ [`c/people/${HOSTILE}`]: '' }), 'check', '--corpus', 'c');
    expect(told.stdout).toMatch(
      /^c\/people\/::error title=x,file=y::forged%0A·#\[error\]forged·\[2J·\]0;t··8m···a·⏎::error .*:1:1 stray-file$/m,
    );
    const drafted = await run(
      folderOf({ ...ANN, [HOSTILE]: 'Mill news\n\nAnn Lee said no.' }),
      'draft',
      HOSTILE,
      '--corpus',
      'c',
    );
    expect(drafted.stdout.startsWith(SHOWN)).toBe(true);
  });

  it('is exact and escaped for programs', async () => {
    const folder = folderOf({ [`c/people/${HOSTILE}`]: '' });
    const { stdout } = await run(folder, 'check', '--corpus', 'c', '--format', 'json');
    expect(JSON.parse(stdout).problems[0].file).toBe(`c/people/${HOSTILE}`);
  });

  it('is escaped in the commands of a workflow, one a line', async () => {
    const name = `50%,a:b\n::error::forged\r${STEERING}`;
    const { stdout } = await run(
      folderOf({ [`c/people/${name}`]: '' }),
      'check',
      '--corpus',
      'c',
      '--format',
      'github',
    );
    expect(stdout).toBe(
      '::error file=c/people/50%25%2Ca%3Ab%0A%3A%3Aerror%3A%3Aforged%0D·[2J·]0;t··8m···,line=1,endLine=1,col=1,endColumn=1,title=stray-file::This file does not belong in a corpus.%0AExpected: files <slug>.yaml.%0AFix: Move it elsewhere, or rename it.\n',
    );
  });

  it('is shown as the shell takes it where it has to be copied', async () => {
    const folder = folderOf({ "it's\n\u001b/people/ann-lee.yaml": 'name: Ann\ndraft: x\n' });
    const { stdout } = await run(folder, 'check', '--corpus', "it's\n\u001b");
    expect(stdout).toContain("review $'it\\'s\\u000a\\u001b/people/ann-lee.yaml' --corpus $'it\\'s\\u000a\\u001b';");
  });
});

describe('the terminal', () => {
  const ROOT = join(import.meta.dirname, '../..');

  it('is written to in one place', () => {
    const files = globSync(['data/compile/**/*.ts', 'data/publish/**/*.ts', 'data/main.ts', 'newsroom/**/*.ts'], {
      cwd: ROOT,
    });
    const writing = files.filter((file) => {
      return /\bconsole\.|\bstd(out|err)\.write\b|, process\.std(out|err)[,)]|output: process/.test(
        readFileSync(join(ROOT, file), 'utf8'),
      );
    });
    expect(writing.sort()).toEqual([
      'data/compile/terminal.ts',
      // Its problems and refusals are those of all commands; else it tells numbers and versions.
      'data/publish/command.ts',
      // In a pipeline, which waits for a slow reader.
      'newsroom/export/command.ts',
      // Through readline, made harmless before.
      'newsroom/review/line.ts',
      // For programs, escaped; and the screen is emptied.
      'newsroom/terminal.ts',
    ]);
  });
});

function articleOf(more: Readonly<Record<string, unknown>>): string {
  const article = { '@type': 'NewsArticle', headline: 'Mill news', articleBody: 'Ann Lee came.', inLanguage: 'en' };
  return JSON.stringify({ ...article, ...more });
}

function guide(): string {
  return readFileSync(join(import.meta.dirname, '../../data/corpus/README.md'), 'utf8');
}
