/** `stats`: the command line that says what a corpus holds. */
import { parseArgs } from 'node:util';
import {
  examine,
  isFolder,
  printProblems,
  Refusal,
  readWithProgress,
  sayLines,
  usesColours,
  warnLines,
} from '../../data/compile/index.ts';
import { jsonOf, sayData } from '../terminal.ts';
import { measure } from './measure.ts';
import { printStats } from './print.ts';

const HELP = `Says what the corpus holds: how much of each text is covered by evidence, in whose voice it says what happened,
what is attributed to whom, and which drafts are left.

Usage: npm run data -- stats [--corpus DIR] [--all] [--json]

  --corpus DIR  the folder of authored files (data/corpus)
  --all         every row of each table, not the first 20
  --json        all of it for programs, as one JSON object:
                  counts    { articles, events, statements, facts, people, organizations, groups, places }
                  coverage  { characters, covered, share }: in Unicode code points, headline included; share from 0 to 1
                  voices    { article, speaker, carriedOver }: reports of events, and facts
                  drafts    a list of { file, drafts }
                  articles  a list of { slug, headline, coverage, statements, events, facts, voices, drafts }
                  speakers  a list of { slug, name, type, statements, events, carriedOver, articles }
  --help        this text

Drafts are counted as if they were confirmed.

Exit status: 0 measured, 1 problems in the corpus, 2 wrong usage.
`;

/** Runs the command and answers with its exit status. Throws a TypeError for options that it does not have. */
export function run(args: readonly string[]): number {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help) {
    sayLines(HELP);
    return 0;
  }
  if (!isFolder(values.corpus)) {
    throw new Refusal(`There is no folder "${values.corpus}". Give the folder of the corpus: --corpus DIR.`, 2);
  }
  const examined = readWithProgress((onRead) => examine(values.corpus, onRead));
  if (examined.problems.length > 0) {
    warnLines(printProblems(examined.problems, usesColours(process.stderr)));
    return 1;
  }
  const stats = measure(examined);
  const page = {
    width: Math.max(LEAST_WIDTH, process.stdout.columns ?? LEAST_WIDTH),
    colours: usesColours(process.stdout),
    most: values.all ? Number.POSITIVE_INFINITY : ROWS_SHOWN,
  };
  if (values.json) sayData(`${jsonOf(stats)}\n`);
  else sayLines(printStats(values.corpus, stats, page));
  return 0;
}

const OPTIONS = {
  corpus: { type: 'string', default: 'data/corpus' },
  all: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const ROWS_SHOWN = 20;
/** Below it there is no room for a name beside the numbers. */
const LEAST_WIDTH = 80;
