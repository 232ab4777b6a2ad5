/** `generate`: the command line of the generator. */
import { parseArgs } from 'node:util';
import { openProgress } from '../../data/compile/progress.ts';
import { Refusal } from '../../data/compile/refusal.ts';
import { say, sayLines } from '../../data/compile/terminal.ts';
import { type Counts, generateCorpus, NOTHING } from './corpus.ts';
import { openFolder, refusal } from './folder.ts';

const HELP = `Makes a corpus up, for measuring: authored files as editors write them, which the compiler accepts.

Usage: npm run generate -- --articles N --seed S [--out DIR]

  --articles N  how many articles, from 1 to 100000; each has about 15 statements, 5 events and 680 words
  --seed S      a whole number; the same one gives the same files
  --out DIR     the folder to write (.generated/synthetic): a new or empty one, or a generated corpus, which it replaces
  --help        this text

Exit status: 0 written, 1 it could not be written, 2 wrong usage, 130 interrupted.
`;

/** Runs the command and answers with its exit status. Throws a TypeError for options that it does not have. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help) {
    sayLines(HELP);
    return 0;
  }
  const articles = readNumber(values.articles, 1, MOST_ARTICLES);
  const seed = readNumber(values.seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  const out = values.out.replace(/(?<=.)\/+$/, '');
  const fault =
    articles === null
      ? `${shown('articles', values.articles)} Give a whole number from 1 to ${MOST_ARTICLES}: --articles 67.`
      : seed === null
        ? `${shown('seed', values.seed)} Give a whole number: --seed 1.`
        : refusal(out);
  if (articles === null || seed === null || fault !== null) throw new Refusal(fault ?? '', 2);
  return await generate(articles, seed, out);
}

const OPTIONS = {
  articles: { type: 'string' },
  seed: { type: 'string' },
  out: { type: 'string', default: '.generated/synthetic' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const MOST_ARTICLES = 100_000;

/** Null where it is no whole number within the bounds. */
function readNumber(text: string | undefined, least: number, most: number): number | null {
  const number = Number(text);
  return /^-?\d+$/.test(text ?? '') && number >= least && number <= most ? number : null;
}

function shown(option: string, value: string | undefined): string {
  return value === undefined ? `The option --${option} is missing.` : `"${value}" is no value of --${option}.`;
}

async function generate(articles: number, seed: number, out: string): Promise<number> {
  let interrupted = false;
  const interrupt = () => {
    interrupted = true;
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  const folder = openFolder(out, `Made by \`npm run generate -- --articles ${articles} --seed ${seed}\`.`);
  const progress = openProgress(process.stderr);
  try {
    const counts: Record<keyof Counts, number> = { ...NOTHING };
    let files = 0;
    for (const { path, content, adds } of generateCorpus(articles, seed)) {
      folder.write(path, content);
      for (const thing of THINGS) counts[thing] += adds[thing];
      if (++files % FILES_AT_ONCE > 0) continue;
      progress.draw('Writing', counts.articles, articles);
      // Signals and the terminal have their turn only between two tasks.
      await new Promise(setImmediate);
      if (interrupted) return INTERRUPTED;
    }
    folder.finish();
    const told = THINGS.map((thing) => `${counts[thing]} ${counts[thing] === 1 ? ONE[thing] : thing}`).join(', ');
    progress.end();
    say`${told} in ${out} (seed ${seed})\n`;
    return 0;
  } finally {
    folder.discard();
    progress.end();
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

const FILES_AT_ONCE = 100;
const INTERRUPTED = 130;
/** The singular of each. */
const ONE = {
  articles: 'article',
  statements: 'statement',
  events: 'event',
  people: 'person',
  organizations: 'organization',
  groups: 'group',
  places: 'place',
} as const satisfies Record<keyof Counts, string>;
const THINGS = Object.keys(ONE) as (keyof Counts)[];
