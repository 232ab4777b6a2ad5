// A great many requests, good, nearly good and broken, against the Workers of both corpora. Whatever is asked, the
// answer is one that was thought of, comes soon, and leaves nothing behind.
//
// The Workers are those that the other tests ask, with a look at their heap.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describe, describeViolations } from './report.ts';
import { type RunOptions, run } from './run.ts';
import { type FuzzedWorker, openFuzzedWorker } from './worker.ts';

/** FUZZ_SEED repeats a run. */
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
const TIMEOUT_MILLISECONDS = 300_000;

let workers: readonly FuzzedWorker[] = [];

beforeAll(async () => {
  workers = [await openFuzzedWorker('seed'), await openFuzzedWorker('gazette')];
});

afterAll(async () => {
  for (const { close } of workers) await close();
});

test(
  '20,000 requests of all kinds: no fault, no word of the caller, no second, no growth',
  async () => {
    const { requests, withData } = await runWell({ count: 20_000 });
    // Otherwise the fuzzer would only ever have met the doorman.
    expect(withData / requests).toBeGreaterThan(0.4);
  },
  TIMEOUT_MILLISECONDS,
);

test(
  '6,000 long requests, all different: they are not kept',
  async () => {
    await runWell({ count: 6_000, kinds: ['hoard'] });
  },
  TIMEOUT_MILLISECONDS,
);

/** The summary of a run in which nothing was wrong. */
async function runWell(options: Pick<RunOptions, 'count' | 'kinds'>) {
  const summary = await run({ ...options, workers, seed });
  console.info(describe(summary));
  const { violations, memory, logged } = summary;
  expect(violations, describeViolations(violations, seed)).toHaveLength(0);
  expect(logged).toEqual([]);
  expect(memory.filter(({ hasGrown }) => hasGrown)).toEqual([]);
  return summary;
}
