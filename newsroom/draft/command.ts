/** `draft`: the command that turns plain texts into drafts. */
import { existsSync, globSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import {
  counted,
  isFolder,
  openProgress,
  printable,
  Refusal,
  readEdtf,
  reviewCommand,
  SLUG,
  SLUG_FORM,
  say,
  sayLines,
  warn,
} from '../../data/compile/index.ts';
import { createFiles } from '../create-files.ts';
import { dayOf } from '../day.ts';
import { withLock } from '../lock.ts';
import { slugOf } from '../slug.ts';
import { askDay, canAsk } from './ask-day.ts';
import { type Cast, openCast } from './cast.ts';
import { type Draft, draftArticle, headlineOf } from './draft.ts';
import type { Given } from './front-matter.ts';
import { readHoldings } from './holding.ts';
import { languageName, languageOf } from './language.ts';
import { describeOutcome } from './model/dropped.ts';
import { KEY, MOST_SECONDS, openServer, type Server } from './model/server.ts';
import { findDateline, isEnglish } from './sheet.ts';
import { readSubmission, type Submission } from './submission.ts';

const HELP = `Drafts articles: reads plain text or Markdown and writes files of a corpus, with a proposal for each quotation,
speaker, person, organization, place, date and event that its rules find in the text. Each proposal is marked "draft:"
with its rule, and is not published until an editor confirms it: npm run data -- review FILE.

Usage: npm run data -- draft FILE… [--published DATE] [--language TAG] [--slug SLUG] [--corpus DIR]
                             [--model NAME --endpoint URL [--timeout N]]

  FILE             a text in UTF-8 that begins with its headline (.txt, .md), or a pattern for several: "in/*.txt"
  --published DATE the date of publication, as EDTF: 2025-10-27. By default it comes from the front matter or a line of
                   the text. Where neither has it, a terminal asks; dates such as "on Monday" cannot be resolved without
  --language TAG   the language as a BCP 47 tag; detected by default. The rules read English; in other languages they
                   find only the people, organizations and places that the corpus knows
  --slug SLUG      the slug of the article, if there is one file; by default it is made from the headline
  --entered DAY    the day on which the corpus gets it (today), written down if it is later than the publication
  --corpus DIR     the folder of authored files (data/corpus)
  --model NAME     also ask a language model, by the name that its server has for it. Of its proposals, marked
                   "draft: model NAME", only those stay whose words are in the text and that the compiler accepts
  --endpoint URL   the server, of the chat-completions protocol: http://localhost:11434/v1. It is sent the text of each
                   FILE, its language, its date of publication, instructions, and as authorization the key in the
                   environment variable ${KEY}, if it is set. Without --model nothing is sent to anybody
  --timeout N      the most seconds that it may take for one article (240; at most ${MOST_SECONDS})
  --help           this text

Front matter (YAML between two lines "---") may give title, author or authors, date or published, language, url, publisher
and agency; what else it has is listed as left out. A first line may be the web address of the article.

If the model does not answer, the draft has what the rules found, and the exit status is 1. No file is overwritten.
Exit status: 0 drafted, 1 some not drafted or without the model, 2 wrong usage, 130 interrupted.
`;

const OPTIONS = {
  published: { type: 'string' },
  language: { type: 'string' },
  slug: { type: 'string' },
  entered: { type: 'string' },
  corpus: { type: 'string', default: 'data/corpus' },
  model: { type: 'string' },
  endpoint: { type: 'string' },
  timeout: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

/** Runs the command and returns its exit status. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  if (values.help) {
    sayLines(HELP);
    return 0;
  }
  const files = listFiles(positionals);
  checkOptions(values, files);
  const server = openServer(values, process.env[KEY]);
  return await withLock(values.corpus, 'draft', () => draftAll(files, values, server));
}

function listFiles(patterns: readonly string[]): string[] {
  if (patterns.length === 0)
    throw new Refusal('No file given. Give the text of an article: npm run data -- draft FILE.', 2);
  // Expands patterns that the shell did not expand, perhaps because they were quoted.
  return patterns.flatMap((pattern) => {
    const found = /[*?[\]{}]/.test(pattern) && !existsSync(pattern) ? globSync(pattern).sort() : [];
    return found.length > 0 ? found : [pattern];
  });
}

function checkOptions({ published, language, slug, entered, corpus }: Values, files: readonly string[]): void {
  if (!isFolder(corpus))
    throw new Refusal(`There is no folder "${corpus}". Give the folder of the corpus: --corpus DIR.`, 2);
  dayOf(entered, '--entered');
  const date = published === undefined ? null : readEdtf(published);
  if (date !== null && 'says' in date)
    throw new Refusal(`--published: ${date.says} Give a date such as 2025-10-27.`, 2);
  if (language !== undefined && !isTag(language)) {
    throw new Refusal(`--language is "${language}", which is not a BCP 47 tag. Give one such as en, az, ru.`, 2);
  }
  if (slug !== undefined && (!SLUG.test(slug) || slug.length > 100)) {
    throw new Refusal(`--slug is "${slug}"; a slug is ${SLUG_FORM}, 100 characters at most.`, 2);
  }
  if (slug !== undefined && files.length > 1)
    throw new Refusal('--slug is for one article, but several files are given.', 2);
}

function isTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language)[0] === language;
  } catch {
    return false;
  }
}

/** The corpus, as it grows. */
interface Corpus {
  readonly cast: Cast;
  /** The slug of each article by its text. */
  readonly texts: Map<string, string>;
  /** The slug of each article by its web address. */
  readonly addresses: Map<string, string>;
}

function openCorpus(folder: string): Corpus {
  const holdings = readHoldings(folder);
  return {
    cast: openCast(holdings),
    texts: new Map(holdings.articles.map(({ text, slug }) => [text, slug])),
    addresses: new Map(holdings.articles.flatMap(({ url, slug }) => (url === null ? [] : [[url, slug] as const]))),
  };
}

/** Drafts each file separately: a failure does not stop the others. */
async function draftAll(files: readonly string[], values: Values, server: Server | null): Promise<number> {
  const corpus = openCorpus(values.corpus);
  const progress = openProgress(process.stderr);
  let failed = 0;
  for (const [index, file] of files.entries()) {
    // Lets a pending signal be handled between two files.
    await setImmediate();
    if (files.length > 1) progress.draw('Drafting', index, files.length);
    try {
      const read = readSubmission(file);
      progress.end();
      const { draft, failed: says } = await draftFile(file, read, values, corpus, server);
      reportDraft(draft, file);
      if (says !== null) {
        failed++;
        warn`"${file}": the model did not answer: ${says}. The draft has what the rules found.\n`;
      }
    } catch (error) {
      progress.end();
      if (!isExpected(error)) throw error;
      corpus.cast.takeNew();
      failed++;
      warn`${error.message}\n`;
    }
  }
  return failed > 0 ? 1 : 0;
}

/** Whether it is a Refusal or an error of the operating system: no such file, no permission. */
function isExpected(error: unknown): error is Error {
  return error instanceof Refusal || (error instanceof Error && 'errno' in error && 'syscall' in error);
}

interface Drafted {
  readonly draft: Draft;
  /** Why there is no answer of the model; null if there is one, or none was asked. */
  readonly failed: string | null;
}

async function draftFile(
  file: string,
  { text, given, left }: Submission,
  values: Values,
  { cast, texts, addresses }: Corpus,
  server: Server | null,
): Promise<Drafted> {
  const { corpus } = values;
  const same = texts.get(text);
  if (same !== undefined)
    throw new Refusal(`"${file}": the corpus ${corpus} already has exactly this text, as "${same}".`);
  const chosen = values.slug ?? slugOf(headlineOf(text)) ?? slugOf(basename(file, extname(file)));
  if (chosen === null)
    throw new Refusal(`"${file}": neither the headline nor the file name gives a slug. Give one: --slug SLUG.`);
  if (cast.isTaken(chosen)) {
    throw new Refusal(
      `"${file}": the slug "${chosen}" is taken in ${corpus}. If it is the same article, review or edit it there; if not, give another slug: --slug SLUG.`,
    );
  }
  const entered = dayOf(values.entered, '--entered');
  const language = values.language ?? given.language ?? languageOf(text);
  const published = values.published ?? given.published ?? (await askPublished(file, text, language));
  const answer = server === null ? null : await server.ask({ text, language, published });
  const failed = answer !== null && 'failed' in answer ? answer.failed : null;
  const slug = cast.takeSlug(chosen);
  const assignment = { text, slug, language, published, given, entered };
  const draft = draftArticle(assignment, cast, corpus, answer === null || 'failed' in answer ? null : answer);
  createFiles(draft.files);
  for (const one of [...left, ...overruled(given, values), ...draft.left]) warn`"${file}": left out ${one}\n`;
  if (given.url !== null) remarkAddress(file, given.url, slug, addresses);
  texts.set(text, slug);
  if (!isEnglish(language)) {
    const isDetected = values.language === undefined && given.language === null;
    warn`"${file}" ${language === 'und' ? 'is in an unknown language' : `${isDetected ? 'seems to be' : 'is'} in ${languageName(language)}`}. The rules read English, so only names that the corpus knows were looked for. If it is English: --language en.\n`;
  }
  return { draft, failed };
}

/** What the front matter says otherwise than the options. */
function overruled(given: Given, values: Values): string[] {
  return (['published', 'language'] as const).flatMap((name) => {
    const [own, option] = [given[name], values[name]];
    if (own === null || option === undefined || own === option) return [];
    return [`what the front matter has where --${name} is ${option}: ${own}`];
  });
}

/** The day that an editor names when the text has none; null if it has one, or nobody knows. */
async function askPublished(file: string, text: string, language: string): Promise<string | null> {
  if (findDateline(text, language) !== null) return null;
  if (canAsk()) return await askDay(printable(file));
  warn`"${file}": the date of publication is unknown, and so is what "on Monday" means. If you know it: --published DATE.\n`;
  return null;
}

function remarkAddress(file: string, address: string, slug: string, addresses: Corpus['addresses']): void {
  const same = addresses.get(address);
  if (same !== undefined) {
    warn`"${file}": "${same}" has the same address. If this is a newer text of it, delete this draft: npm run data -- update ${same} ${file}\n`;
  }
  addresses.set(address, slug);
}

function reportDraft({ files, counts, outcome }: Draft, file: string): void {
  const article = [...files.keys()].at(-1) ?? '';
  const held = [
    counted(counts.statements, 'statement'),
    counted(counts.events, 'candidate event'),
    counted(counts.facts, 'fact'),
    counted(counts.mentions, 'name'),
  ];
  say`${file}: ${held.join(', ')}; ${counted(counts.entities, 'new entity', 'new entities')}. Drafted in ${article}.\n`;
  if (outcome !== null) say`  Of the model: ${describeOutcome(outcome)}.\n`;
  say`  Next: ${reviewCommand(article)}\n`;
}
