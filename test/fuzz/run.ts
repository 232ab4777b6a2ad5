/** Run: sends the requests of a seed over several connections, checks each answer and counts. */
import { type Answer, SLOW_MILLISECONDS } from './check.ts';
import { readSchema } from './document.ts';
import { harvest } from './harvest.ts';
import { type MemoryUse, openMemory } from './memory.ts';
import { type FuzzRequest, type Kind, makeRequest, type World } from './request.ts';
import { openConnections, type Send } from './send.ts';
import { note, openTally, type Tally, violationsOf } from './tally.ts';
import type { FuzzedWorker } from './worker.ts';

export interface RunOptions {
  /** Requests go to them in turn. */
  readonly workers: readonly FuzzedWorker[];
  readonly seed: number;
  /** Requests of these kinds only; of all where it is left out. */
  readonly kinds?: readonly Kind[];
  readonly count: number;
  /** Told how many answers have come, now and then. */
  readonly onProgress?: (done: number, violations: number) => void;
}

/** What came of a run. */
export interface Summary extends Tally {
  readonly seed: number;
  readonly requests: number;
  readonly seconds: number;
  readonly memory: readonly MemoryUse[];
  /** Lines that the Workers should not have logged. */
  readonly logged: readonly string[];
}

/** In all. The code of a Worker runs on one thread: more would wait for each other. */
const CONNECTIONS = 4;
/** Five in each quarter of a run. */
const MEMORY_SAMPLES = 20;
const PROGRESS = 500;

/** Sends all requests of a run and says what came of it. */
export async function run(options: RunOptions): Promise<Summary> {
  const { workers, seed, count, onProgress = () => {} } = options;
  const start = performance.now();
  const targets = await openTargets(options);
  const memory = openMemory(workers);
  const tally = openTally();
  let next = 0;
  let done = 0;
  const workUpTo = async (end: number) => {
    while (next < end) {
      const number = next++;
      const { world, send } = targetOf(targets, number);
      const request = makeRequest(world, number);
      note(tally, request, await answerTo(send, request));
      if (++done % PROGRESS === 0) onProgress(done, tally.violations.length);
    }
  };
  try {
    for (let sample = 1; sample <= MEMORY_SAMPLES; sample++) {
      const end = Math.ceil((count * sample) / MEMORY_SAMPLES);
      await Promise.all(Array.from({ length: CONNECTIONS }, () => workUpTo(end)));
      // Nothing is asked meanwhile: to collect all garbage takes its time.
      await memory.sample();
    }
    await askAgainAlone(targets, tally);
  } finally {
    for (const { close } of targets) close();
  }
  const seconds = (performance.now() - start) / 1000;
  return {
    ...tally,
    seed,
    requests: count,
    seconds,
    memory: memory.uses(),
    logged: workers.flatMap(({ troubles }) => troubles()),
  };
}

/** A request of a run, and its answer or why there is none. */
export async function repeat(options: WorldOptions, number: number) {
  const targets = await openTargets(options);
  const { world, send } = targetOf(targets, number);
  const request = makeRequest(world, number);
  try {
    const answer = await answerTo(send, request);
    return { request, answer, violations: violationsOf(request, answer) };
  } finally {
    for (const { close } of targets) close();
  }
}

/** The answer, or why there is none. */
function answerTo(send: Send, request: FuzzRequest): Promise<Answer | Error> {
  return send(request).catch((error: Error) => error);
}

interface Target {
  readonly world: World;
  readonly send: Send;
  readonly close: () => void;
}

type WorldOptions = Pick<RunOptions, 'workers' | 'seed' | 'kinds'>;

function openTargets({ workers, seed, kinds }: WorldOptions): Promise<readonly Target[]> {
  const schema = readSchema();
  return Promise.all(
    workers.map(async ({ origin }) => {
      const { send, close } = openConnections(origin, CONNECTIONS);
      return {
        send,
        close,
        world: { seed, schema, harvest: await harvest(send, schema), ...(kinds && { kinds }) },
      };
    }),
  );
}

/** Which Worker is asked is in the number, so that it says all about a request. */
function targetOf(targets: readonly Target[], number: number): Target {
  const target = targets[number % targets.length];
  if (target === undefined) throw new Error('There is no Worker to ask.');
  return target;
}

/**
 * An answer may have been late because of others. What was, is asked again when nothing else is, and has to be slow
 * again; by then the Worker has forgotten its document, of which it keeps the latest.
 */
async function askAgainAlone(targets: readonly Target[], tally: Tally): Promise<void> {
  for (const number of tally.slow) {
    const { world, send } = targetOf(targets, number);
    const request = makeRequest(world, number);
    const answer = await answerTo(send, request);
    if (!(answer instanceof Error) && answer.milliseconds <= SLOW_MILLISECONDS) continue;
    const took = answer instanceof Error ? answer.message : `${Math.round(answer.milliseconds)} ms alone`;
    tally.violations.push({ number, kind: request.kind, what: [`slow: ${took}`] });
  }
}
