/** `compile`: the command line of the compiler. */
import { parseArgs } from 'node:util';
import { packBundle } from '../bundled/pack.ts';
import { openBundledSource } from '../bundled/source.ts';
import { indexCorpus } from '../engine/build.ts';
import type { Corpus, EntityType } from '../model.ts';
import { openCache } from './cache.ts';
import { compile } from './compile.ts';
import { printLeftOut } from './leave-out.ts';
import { counted, printProblems } from './problem.ts';
import { readWithProgress } from './progress.ts';
import { Refusal } from './refusal.ts';
import { isFolder, say, sayLines, usesColours, warn, warnLines } from './terminal.ts';
import { writeBundle } from './write.ts';

const HELP = `Compiles the corpus into the module that the Worker imports. Articles with unconfirmed proposals are left out, with what
only they introduce or name; each is told in a line.

Usage: npm run data -- compile [--corpus DIR] [--out FILE]

  --corpus DIR  the folder of authored files (data/corpus)
  --out FILE    the module to write (.generated/corpus.ts); the bundle is written beside it (corpus.bin). Both stay as
                they are if there is a problem
  --help        this text

Exit status: 0 compiled, 1 problems in the corpus, 2 wrong usage.
`;

/** Runs the command and returns its exit status. Throws a Refusal or a TypeError for wrong usage. */
export function run(args: readonly string[]): number {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help) {
    sayLines(HELP);
    return 0;
  }
  if (!values.out.endsWith('.ts')) {
    throw new Refusal(`--out is "${values.out}"; it must be a TypeScript module, such as ".generated/corpus.ts".`, 2);
  }
  if (!isFolder(values.corpus)) {
    throw new Refusal(`There is no folder "${values.corpus}". Give the folder of the corpus: --corpus DIR.`, 2);
  }

  const { corpus, problems, leftOut } = readWithProgress((onRead) =>
    compile(values.corpus, onRead, openCache(values.corpus)),
  );
  if (corpus === null) {
    warnLines(printProblems(problems, usesColours(process.stderr)));
    return 1;
  }
  warnLines(printLeftOut(leftOut));
  if (corpus.summary.counts.Article === 0) {
    warn`There is no ${leftOut.length === 0 ? 'article' : 'confirmed article'} in "${values.corpus}".\n`;
  }
  const bundle = packBundle(indexCorpus(corpus));
  if (bundle.length > REFUSED_BYTES) {
    throw new Refusal(`${sizeLine(bundle)} ${TOO_LARGE}`);
  }
  const { changed } = writeBundle(bundle, values.out);
  say`${summaryLine(corpus)}; in ${values.out}${changed ? '' : ' (unchanged)'}\n${sizeLine(bundle)}\n`;
  if (bundle.length > WARNED_BYTES) warn`${GROWING}\n`;
  return 0;
}

const MEBIBYTE = 2 ** 20;
const MEGABYTE = 1_000_000;
/** The limit of a Worker's uncompressed size on every plan: Cloudflare's documentation of limits, November 2026. */
const LIMIT_BYTES = 64 * MEBIBYTE;
/** A larger bundle leaves an isolate of 128 MB too little memory: one of 55.6 MB came to 95 to 105 MB, with more at peaks. */
const REFUSED_BYTES = 40 * MEGABYTE;
const WARNED_BYTES = 26 * MEGABYTE;
const MOVE = 'Move it to Cloudflare D1, with the same schema: npm run data -- publish --help';
const TOO_LARGE = `A bundle may have at most ${REFUSED_BYTES / MEGABYTE} MB. ${MOVE}`;
const GROWING = `A corpus of more than ${WARNED_BYTES / MEGABYTE} MB will soon outgrow the bundle. ${MOVE}`;

/** The size, the limit, and the CPU time of opening it here: a Worker may take 1 s of CPU to start. */
function sizeLine(bundle: Uint8Array): string {
  const start = process.cpuUsage();
  openBundledSource(bundle);
  const { user, system } = process.cpuUsage(start);
  const limit = `${((bundle.length / LIMIT_BYTES) * 100).toFixed(1)} % of the ${LIMIT_BYTES / MEBIBYTE} MiB of a Worker`;
  return `The bundle has ${kilobytes(bundle.length)}, ${limit}, and opens in ${((user + system) / 1000).toFixed(1)} ms of CPU.`;
}

const OPTIONS = {
  corpus: { type: 'string', default: 'data/corpus' },
  out: { type: 'string', default: '.generated/corpus.ts' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

function summaryLine({ summary: { counts, evidenceCount, coverage } }: Corpus): string {
  const things = NOUNS.map(([type, singular, plural]) => counted(counts[type], singular, plural));
  return `${things.join(', ')}; ${counted(evidenceCount, 'span')} of evidence over ${(coverage * 100).toFixed(1)} % of the text`;
}

const NOUNS: readonly (readonly [EntityType, string, string])[] = [
  ['Article', 'article', 'articles'],
  ['Event', 'event', 'events'],
  ['Statement', 'statement', 'statements'],
  ['Person', 'person', 'people'],
  ['Organization', 'organization', 'organizations'],
  ['Group', 'group', 'groups'],
  ['Place', 'place', 'places'],
];

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
