/** `peers`: compares Dateline with its alternatives. */
import { writeFileSync } from 'node:fs';
import { WrongAnswer } from './peers/check.ts';
import { generatedCorpus, type NamedCorpus, seedCorpus } from './peers/corpora.ts';
import { type Driver, openDriver } from './peers/driver.ts';
import { checkDuties } from './peers/duties.ts';
import { installPeers } from './peers/install.ts';
import { type Memory, measureMemory } from './peers/memory.ts';
import { operationsOf } from './peers/operations.ts';
import { measureOver } from './peers/over-corpus.ts';
import { HELP, type Plan, readPlan } from './peers/plan.ts';
import { LEGEND, print, printMeasured, START_LEGEND } from './peers/print.ts';
import { memoryTable, startTable } from './peers/report.ts';
import { DATELINE, PEER_SERVERS, REMEMBERING, SMALLEST, VARIANTS, WITH_DUTIES } from './peers/servers.ts';
import { measureStarts } from './peers/start.ts';
import { versionsOf } from './peers/versions.ts';
import { buildWorker } from './worker.ts';

/** Runs the benchmark and returns its exit status. Throws a TypeError for unknown options. */
export async function run(args: readonly string[]): Promise<number> {
  const plan = planOrNull(args);
  if (plan === null || plan.help) {
    (plan === null ? process.stderr : process.stdout).write(HELP);
    return plan === null ? 2 : 0;
  }
  const interruption = new AbortController();
  const interrupt = () => interruption.abort();
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    await runPlan(plan, args, interruption.signal);
    return 0;
  } catch (error) {
    if (interruption.signal.aborted) return INTERRUPTED;
    process.stderr.write(`${error instanceof WrongAnswer ? error.message : (error as Error).stack}\n`);
    return 1;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

const INTERRUPTED = 130;

function planOrNull(args: readonly string[]): Plan | null {
  try {
    return readPlan(args);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    process.stderr.write(`${error.message}\n\n`);
    return null;
  }
}

const SERVERS = [DATELINE, ...PEER_SERVERS, ...VARIANTS];

async function runPlan(plan: Plan, args: readonly string[], signal: AbortSignal): Promise<void> {
  installPeers();
  for (const build of new Set([...SERVERS, SMALLEST].map((server) => server.build))) await buildWorker(build, signal);
  const seed = seedCorpus();
  const corpora = plan.size === null ? [seed] : [seed, await generatedCorpus(plan.size, seed, signal)];
  const [lookup] = operationsOf(seed);
  if (lookup !== undefined) await checkDuties(DATELINE, WITH_DUTIES, seed.bundle, lookup);
  const driver = openDriver(signal);
  const figures: Record<string, unknown> = {};
  try {
    for (const corpus of corpora) {
      const measured = await measureOver(corpus, SERVERS, plan, driver);
      printMeasured(corpus.name, plan, measured);
      figures[corpus.name] = measured;
    }
    print(LEGEND);
    const starts = await measureStarts([DATELINE, ...PEER_SERVERS, SMALLEST], seed.bundle, plan.starts, signal);
    figures.starts = starts;
    print(`The medians of ${plan.starts} starts over the seed. ${START_LEGEND}\n\n${startTable(starts, DATELINE)}`);
    if (plan.measuresMemory) figures.memory = await weigh(corpora.at(-1) ?? seed, driver);
  } finally {
    driver.close();
  }
  const command = ['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' ');
  print([new Date().toISOString().slice(0, 10), ...versionsOf(), `\`${command}\``].join(', '));
  if (plan.json !== null) writeFileSync(plan.json, `${JSON.stringify(figures, asObjects, 1)}\n`);
}

async function weigh(corpus: NamedCorpus, driver: Driver): Promise<ReadonlyMap<string, readonly Memory[]>> {
  const looks = new Map<string, readonly Memory[]>();
  looks.set(`Dateline, ${REMEMBERING.name}`, await measureMemory(REMEMBERING, corpus.bundle, driver));
  print(`Memory over ${corpus.name}\n\n${memoryTable(looks)}`);
  return looks;
}

/** Maps as objects, for JSON. */
function asObjects(_key: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value;
}
