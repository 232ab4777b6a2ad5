/** `draft`: the command line that turns plain texts into drafts. */
import { existsSync, globSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import {
  checkFiles,
  counted,
  isFolder,
  openProgress,
  Refusal,
  readCorpus,
  readEdtf,
  reviewCommand,
  SLUG,
  SLUG_FORM,
  say,
  sayLines,
  warn,
} from '../../data/compile/index.ts';
import { createFiles } from '../create-files.ts';
import { withLock } from '../lock.ts';
import { slugOf } from '../slug.ts';
import { type Cast, openCast } from './cast.ts';
import { type Draft, draftArticle, headlineOf } from './draft.ts';
import { languageName, languageOf } from './language.ts';
import { readPlainText } from './plain-text.ts';

const HELP = `Drafts articles: reads plain text or Markdown and writes the files of a corpus, with a proposal for each quotation,
speaker, person, organization, place, date and event that its rules find in the words. Each is marked "draft:" with the
rule that made it, and nothing of it is published until somebody confirms it: npm run data -- review FILE.

Usage: npm run data -- draft FILE… [--published DATE] [--language TAG] [--slug SLUG] [--corpus DIR]

  FILE             a text in UTF-8, its headline first (.txt, .md), or a pattern for several: "in/*.txt"
  --published DATE when it was published, as EDTF: 2025-10-27. Without it, a line that dates the text is taken; "on
                   Monday" can only be resolved if one of the two is there
  --language TAG   the language as a BCP 47 tag; found out by itself if left out. The rules read English; in other
                   languages they find the people, organizations and places that the corpus knows
  --slug SLUG      the name of the article in the corpus, for one file; else made from its headline
  --corpus DIR     the folder of authored files (data/corpus)
  --help           this text

What is there already is never written over. Exit status: 0 drafted, 1 not all of them, 2 wrong usage, 130 interrupted.
`;

const OPTIONS = {
  published: { type: 'string' },
  language: { type: 'string' },
  slug: { type: 'string' },
  corpus: { type: 'string', default: 'data/corpus' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

/** Runs the command and answers with its exit status. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  if (values.help) {
    sayLines(HELP);
    return 0;
  }
  const files = listFiles(positionals);
  checkOptions(values, files);
  return await withLock(values.corpus, 'draft', () => draftAll(files, values));
}

function listFiles(patterns: readonly string[]): string[] {
  if (patterns.length === 0)
    throw new Refusal('No file is given. Give the text of an article: npm run data -- draft FILE.', 2);
  // Shells expand patterns; where one does not, or they are quoted, it is done here.
  return patterns.flatMap((pattern) => {
    const found = /[*?[\]{}]/.test(pattern) && !existsSync(pattern) ? globSync(pattern).sort() : [];
    return found.length > 0 ? found : [pattern];
  });
}

function checkOptions({ published, language, slug, corpus }: Values, files: readonly string[]): void {
  if (!isFolder(corpus))
    throw new Refusal(`There is no folder "${corpus}". Give the folder of the corpus: --corpus DIR.`, 2);
  const date = published === undefined ? null : readEdtf(published);
  if (date !== null && 'says' in date)
    throw new Refusal(`--published: ${date.says} Write a date such as 2025-10-27.`, 2);
  if (language !== undefined && !isTag(language)) {
    throw new Refusal(`--language is "${language}", no BCP 47 tag. Write one such as en, az, ru.`, 2);
  }
  if (slug !== undefined && (!SLUG.test(slug) || slug.length > 100)) {
    throw new Refusal(`--slug is "${slug}"; a slug is ${SLUG_FORM}, 100 characters at most.`, 2);
  }
  if (slug !== undefined && files.length > 1)
    throw new Refusal('--slug names one article, and several files are given.', 2);
}

function isTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language)[0] === language;
  } catch {
    return false;
  }
}

/** What a corpus holds already. */
interface Corpus {
  readonly cast: Cast;
  /** The slug of each article by its text. */
  readonly articles: Map<string, string>;
}

/** Drafts each file by itself: what is wrong with one keeps no other from being drafted. */
async function draftAll(files: readonly string[], values: Values): Promise<number> {
  const authored = checkFiles(
    readCorpus(values.corpus, () => {}),
    () => {},
  );
  const corpus: Corpus = {
    cast: openCast(authored),
    articles: new Map(authored.articles.map(({ slug, text }) => [text.text, slug])),
  };
  const progress = openProgress(process.stderr);
  let failed = 0;
  for (const [index, file] of files.entries()) {
    // Between two files a signal is heard.
    await setImmediate();
    if (files.length > 1) progress.draw('Drafting', index, files.length);
    try {
      const draft = draftFile(file, values, corpus);
      progress.end();
      tellDraft(draft, file);
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

/** A refusal, or what the operating system refuses: no such file, no right to read. */
function isExpected(error: unknown): error is Error {
  return error instanceof Refusal || (error instanceof Error && 'errno' in error && 'syscall' in error);
}

function draftFile(file: string, values: Values, { cast, articles }: Corpus): Draft {
  const { published = null, language, slug, corpus } = values;
  const text = readPlainText(file);
  const same = articles.get(text);
  if (same !== undefined)
    throw new Refusal(`"${file}": the corpus ${corpus} has this very text already, as "${same}".`);
  const chosen = slug ?? slugOf(headlineOf(text)) ?? slugOf(basename(file, extname(file)));
  if (chosen === null)
    throw new Refusal(`"${file}": neither its headline nor its name makes a slug. Give one: --slug SLUG.`);
  if (cast.isTaken(chosen)) {
    throw new Refusal(
      `"${file}": the slug "${chosen}" is taken in ${corpus}. If that is this article, review or edit it there; if it is another one, give a slug: --slug SLUG.`,
    );
  }
  const tag = language ?? languageOf(text);
  const taken = cast.takeSlug(chosen);
  const draft = draftArticle({ text, slug: taken, language: tag, published }, cast, corpus);
  createFiles(draft.files);
  articles.set(text, taken);
  if (new Intl.Locale(tag).language !== 'en') {
    warn`"${file}" ${tag === 'und' ? 'is in a language that is not known' : `${language === undefined ? 'seems to be' : 'is'} in ${languageName(tag)}`}. The rules read English: only names that the corpus knows were looked for. If it is English: --language en.\n`;
  }
  return draft;
}

function tellDraft({ files, counts }: Draft, file: string): void {
  const article = [...files.keys()].at(-1) ?? '';
  const held = [
    counted(counts.statements, 'statement'),
    counted(counts.events, 'candidate event'),
    counted(counts.facts, 'fact'),
    counted(counts.mentions, 'name'),
  ];
  say`${file}: ${held.join(', ')}; ${counted(counts.entities, 'new entity', 'new entities')}. Drafted in ${article}.\n`;
  say`  Next: ${reviewCommand(article)}\n`;
}
