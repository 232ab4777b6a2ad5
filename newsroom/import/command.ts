/** `import`: the command that brings articles into the corpus from outside. */
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import {
  counted,
  isFolder,
  printProblems,
  Refusal,
  say,
  sayLines,
  usesColours,
  warn,
  warnLines,
} from '../../data/compile/index.ts';
import { RETIRED_FILE } from '../corpus-path.ts';
import { createFiles } from '../create-files.ts';
import { dayOf } from '../day.ts';
import type { ExportRecord } from '../export/record.ts';
import { withLock } from '../lock.ts';
import { authoredFiles } from './authored-files.ts';
import { LABELS, RELATIONS } from './brat.ts';
import { draftArticle } from './draft-article.ts';
import type { FoundArticle } from './found.ts';
import { type Known, readKnown } from './known.ts';
import { readInput } from './read.ts';
import { tryFiles } from './trial.ts';

const HELP = `Brings articles into the authored corpus.

Usage: npm run data -- import FILE… [--corpus DIR] [--slug SLUG]

FILE is one of these:
  .json, .html     schema.org articles in JSON-LD (NewsArticle and the like), alone or in a page: text, authors,
                   publisher, date, language, address; the people, organizations and places that the article mentions
                   or is about, if its text names them; quotations whose speaker the text names
  .txt or .ann     a text annotated in brat, with both files in the same folder
  .jsonld, .ndjson, .nq, or a folder of .csv
                   an export, which gives back the same confirmed corpus

  --corpus DIR     the folder of authored files (data/corpus)
  --slug SLUG      the slug of the article, if its headline gives none or one that is taken
  --entered DAY    the day on which the corpus gets articles from outside (today), written down if it is later than the
                   publication
  --help           this text

Everything from outside is marked "draft: import-…", and "compile" refuses it until an editor has confirmed it. Things
that the corpus already has are recognized by name. No file is overwritten: a slug that is taken is refused. Either all
files are written, or none. White space becomes as "draft" writes it, and tags are removed. Whatever the corpus cannot
hold is reported as "Left out".

Labels of brat:
${printTable(LABELS)}
Relations of brat:
${printTable(RELATIONS)}
Exit status: 0 imported, 1 nothing imported, 2 wrong usage, 130 interrupted.
`;

function printTable(table: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(table)
    .map(([meaning, words]) => `  ${meaning.padEnd(13).toLowerCase()}${words.join(', ')}\n`)
    .join('');
}

const OPTIONS = {
  corpus: { type: 'string', default: 'data/corpus' },
  slug: { type: 'string' },
  entered: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Runs the command and returns its exit status. Throws a TypeError for unknown options. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  if (values.help) {
    sayLines(HELP);
    return 0;
  }
  if (positionals.length === 0) throw new Refusal('No file given: npm run data -- import FILE…', 2);
  const { corpus, slug } = values;
  const entered = dayOf(values.entered, '--entered');
  if (!isFolder(corpus)) {
    throw new Refusal(`There is no folder "${corpus}". Give the folder of the corpus, or create it: --corpus DIR.`, 2);
  }
  const inputs = inputsOf(positionals).map(readInput);
  const articles = inputs.flatMap((input) => input.articles);
  const records = inputs.flatMap((input) => input.records);
  const left = inputs.flatMap((input) => input.left);
  if (slug !== undefined && articles.length !== 1) {
    throw new Refusal(`--slug is for one article from outside; there are ${articles.length}.`, 2);
  }
  return await withLock(corpus, 'import', () => bring({ corpus, articles, records, left, slug, entered }));
}

/** Keeps one path of each brat pair, since `import *` gives both. */
function inputsOf(paths: readonly string[]): string[] {
  const stems = new Set(paths.filter((path) => path.endsWith('.ann')).map((path) => path.slice(0, -4)));
  return [...new Set(paths)].filter((path) => !(path.endsWith('.txt') && stems.has(path.slice(0, -4))));
}

interface Brought {
  readonly corpus: string;
  readonly articles: readonly FoundArticle[];
  readonly records: readonly ExportRecord[];
  readonly left: readonly string[];
  readonly slug: string | undefined;
  readonly entered: string;
}

async function bring({ corpus, articles, records, left, slug, entered }: Brought): Promise<number> {
  const known = readKnown(corpus);
  refuseTaken(records, known);
  const drafts = articles.map((article) => draftArticle(article, known, slug, entered));
  const fail = (says: string): never => {
    throw new Refusal(says);
  };
  const files = new Map([...authoredFiles(records, fail), ...drafts.flatMap((draft) => [...draft.files])]);
  const problems = tryFiles(corpus, files);
  if (problems.length > 0) {
    warnLines(printProblems(problems, usesColours(process.stderr)));
    return 1;
  }
  // Lets a pending interrupt end the process here, before anything is written.
  await setImmediate();
  createFiles(new Map([...files].map(([path, content]) => [join(corpus, path), content])));
  reportLeft([...left, ...drafts.flatMap((draft) => draft.left)]);
  summarize(files, corpus, articles.length > 0);
  return 0;
}

function refuseTaken(records: readonly ExportRecord[], known: Known): void {
  const taken = records.flatMap((record) => ('slug' in record && known.slugs.has(record.slug) ? [record.slug] : []));
  if (taken.length === 0) return;
  const shown = taken
    .slice(0, 5)
    .map((slug) => `"${slug}"`)
    .join(', ');
  const more = taken.length > 5 ? ` and ${taken.length - 5} more` : '';
  throw new Refusal(`The corpus already has ${shown}${more}. Nothing was imported.`);
}

const LEFT_SHOWN = 20;

function reportLeft(left: readonly string[]): void {
  for (const one of left.slice(0, LEFT_SHOWN)) warn`Left out: ${one}\n`;
  const more = left.length - LEFT_SHOWN;
  if (more > 0) warn`Left out: ${counted(more, 'thing')} more\n`;
}

function summarize(files: ReadonlyMap<string, string>, corpus: string, isDraft: boolean): void {
  const paths = [...files.keys()];
  const articles = paths.filter((path) => path.endsWith('.md'));
  const others = paths.filter((path) => !path.startsWith('articles/') && path !== RETIRED_FILE);
  const next = isDraft ? ' Look at the drafts: npm run data -- review --help' : '';
  say`${counted(articles.length, 'article')} and ${counted(others.length, 'new name')} in ${corpus}.${next}\n`;
  if (articles.length <= 5) for (const path of articles) say`  ${join(corpus, path)}\n`;
}
