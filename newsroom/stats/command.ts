/** `stats`: the command that counts the contents of a corpus. */
import { parseArgs } from 'node:util';
import {
  examine,
  isFolder,
  openCache,
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

const HELP = `Counts the contents of the corpus: how much of each text the evidence covers, in whose voice events and facts are
given, what is attributed to whom, and which drafts are left.

Usage: npm run data -- stats [--corpus DIR] [--all] [--json]

  --corpus DIR  the folder of authored files (data/corpus)
  --all         show every row of each table, not only the first 20
  --json        print everything for programs, as one JSON object:
                  counts    { articles, events, statements, facts, people, organizations, groups, places }
                  coverage  { characters, covered, share }: in Unicode code points, headline included; share from 0 to 1
                  voices    { article, speaker, carriedOver }: reports of events, and facts
                  drafts    a list of { file, drafts }
                  articles  a list of { slug, headline, coverage, statements, events, facts, voices, drafts }
                  speakers  a list of { slug, name, type, statements, events, carriedOver, articles }
  --help        this text

Drafts count as if they were confirmed.

Exit status: 0 measured, 1 problems in the corpus, 2 wrong usage.
`;

/** Runs the command and returns its exit status. Throws a TypeError for unknown options. */
export function run(args: readonly string[]): number {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help) {
    sayLines(HELP);
    return 0;
  }
  if (!isFolder(values.corpus)) {
    throw new Refusal(`There is no folder "${values.corpus}". Give the folder of the corpus: --corpus DIR.`, 2);
  }
  const examined = readWithProgress((onRead) => examine(values.corpus, onRead, openCache(values.corpus)));
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
/** The least width that has room for a name beside the numbers. */
const LEAST_WIDTH = 80;
