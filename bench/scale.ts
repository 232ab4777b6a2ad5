/** `scale`: measures what a whole GraphQL request over HTTP costs as the corpus grows, from the bundle and from D1. */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type PreparedCorpus, prepareCorpus, prepareDatabase } from './corpus.ts';
import { type Measurements, measure, type Subject } from './measure.ts';
import type { Memory } from './memory.ts';
import { runNode } from './process.ts';
import { answerTable, type BundleWeight, comparisonsOf, costTable, databaseTable, weightTable } from './report.ts';
import { measureStart, STARTS } from './start.ts';
import { buildWorker, codeBytes, openWorker } from './worker.ts';

const HELP = `Measures what a whole GraphQL request over HTTP costs as the corpus grows: CPU of workerd, and how it scales.

Usage: npm run bench -- scale [OPTIONS]

  --sizes N,N,…      about how many statements (100,1000,10000,100000); D1 only has the sizes from 1000 on
  --store bundle|d1  only one of the two
  --rounds N         how often to measure everything (5)
  --requests N       how many requests to send per question, round and size (50)
  --json FILE        also write every figure of every round to a file
  --help             print this text

Corpora are generated with seed 1 and kept in .generated/bench until their sources change. The first run at 100,000 takes
several minutes more, and 4 GB of memory. All figures are local: workerd on this machine, nothing at Cloudflare.

Exit status: 0 measured, 1 a wrong answer, 2 wrong usage, 130 interrupted.
`;

const OPTIONS = {
  sizes: { type: 'string', default: '100,1000,10000,100000' },
  store: { type: 'string' },
  rounds: { type: 'string', default: '5' },
  requests: { type: 'string', default: '50' },
  json: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

interface Plan {
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly requests: number;
  readonly signal: AbortSignal;
}

/** Runs the benchmark and returns its exit status. Throws a TypeError for unknown options. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const sizes = values.sizes.split(',').map(Number);
  const [rounds, requests] = [Number(values.rounds), Number(values.requests)];
  const fault = findFault([...sizes, rounds, requests], values.store);
  if (fault !== null) {
    process.stderr.write(`${fault}\n\n${HELP}`);
    return 2;
  }
  const interruption = new AbortController();
  const interrupt = () => interruption.abort();
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  const plan = { sizes: sizes.toSorted((a, b) => a - b), rounds, requests, signal: interruption.signal };
  try {
    const figures: Record<string, unknown> = {};
    if (values.store !== 'd1') figures.bundle = await runBundle(plan);
    if (values.store !== 'bundle') figures.d1 = await runD1(plan);
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, asObjects, 1)}\n`);
    return 0;
  } catch (error) {
    if (interruption.signal.aborted) return INTERRUPTED;
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    return 1;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

const INTERRUPTED = 130;
/** Smaller corpora have no use for a database. */
const LEAST_D1_SIZE = 1000;

function findFault(numbers: readonly number[], store: string | undefined): string | null {
  if (!numbers.every((number) => Number.isInteger(number) && number > 0)) return 'Give whole numbers above 0.';
  return store === undefined || store === 'bundle' || store === 'd1' ? null : `There is no store "${store}".`;
}

async function runBundle(plan: Plan): Promise<object> {
  const { sizes, signal } = plan;
  const corpora = await prepareAll(sizes, signal);
  for (const name of ['bundle', 'unopened', 'empty'] as const) await buildWorker(name, signal);
  const measurements = await measureAll(plan, corpora, (corpus) =>
    openWorker('bundle', readFileSync(corpus.bundlePath)),
  );
  print(`The bundle, ${asked(plan)}`, costTable(measurements, sizes, comparisonsOf('bundle', sizes)));
  print('Its answers', answerTable(measurements, sizes));

  const weights: BundleWeight[] = [];
  for (const corpus of corpora) weights.push(await weigh(corpus, signal));
  print(`Size, CPU of the start (median of ${STARTS}), and heap of Node after 2,000 requests`, weightTable(weights));
  return { measurements, weights };
}

async function weigh(corpus: PreparedCorpus, signal: AbortSignal): Promise<BundleWeight> {
  const start = await measureStart(corpus, signal);
  const facts = join(dirname(corpus.bundlePath), 'facts.json');
  const memory: Memory = JSON.parse(
    await runNode(['--expose-gc', 'bench/memory.ts', corpus.bundlePath, facts], signal),
  );
  const bundleBytes = readFileSync(corpus.bundlePath).length;
  return { corpus, bundleBytes, codeBytes: codeBytes('bundle'), start, memory };
}

async function runD1(plan: Plan): Promise<object> {
  const { signal } = plan;
  const sizes = plan.sizes.filter((size) => size >= LEAST_D1_SIZE);
  const corpora = await prepareAll(sizes, signal);
  await buildWorker('d1', signal);
  const measurements = await measureAll(plan, corpora, async ({ size }) =>
    openWorker('d1', new Uint8Array(), await prepareDatabase(size, signal)),
  );
  print(`D1, ${asked(plan)}; with the local database`, costTable(measurements, sizes, comparisonsOf('d1', sizes)));
  print('Queries to D1 in a warm isolate (and for the first request)', databaseTable(measurements, corpora));
  return { measurements };
}

async function prepareAll(sizes: readonly number[], signal: AbortSignal): Promise<readonly PreparedCorpus[]> {
  const corpora: PreparedCorpus[] = [];
  for (const size of sizes) corpora.push(await prepareCorpus(size, signal));
  return corpora;
}

/** Measures all sizes in turn, and always closes every Worker. */
async function measureAll(
  { rounds, requests, signal }: Plan,
  corpora: readonly PreparedCorpus[],
  open: (corpus: PreparedCorpus) => Promise<Subject['worker']>,
): Promise<Measurements> {
  const subjects: Subject[] = [];
  try {
    for (const corpus of corpora) subjects.push({ corpus, worker: await open(corpus) });
    return await measure(subjects, { rounds, requests, signal, onProgress: showProgress });
  } finally {
    showProgress(null);
    for (const { worker } of subjects) await worker.close();
  }
}

/** One line that overwrites itself; null clears it. Only on a terminal. */
function showProgress(done: number | null): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(done === null ? '\r\x1b[K' : `\rMeasuring: ${(done * 100).toFixed(0)} %`);
}

function asked({ rounds, requests }: Plan): string {
  return `medians of ${rounds} rounds of ${requests} requests`;
}

function print(title: string, table: string): void {
  process.stdout.write(`\n${title}\n\n${table}\n`);
}

/** Maps as objects, for JSON. */
function asObjects(_key: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value;
}
