// Many random operations over random schemas: the compiled executor behaves like graphql-js, down to the last call of a
// resolver.
import { expect, test } from 'vitest';
import { describeRun } from './report.ts';
import { run } from './run.ts';

const TIMEOUT_MILLISECONDS = 300_000;

/** One run of chance and one that is always the same. A failure prints its seed, with which `main.ts` runs it again. */
test.each([
  { seed: 1, count: 10_000 },
  { seed: Math.floor(Math.random() * 2 ** 31), count: 10_000 },
])(
  '$count operations of seed $seed are answered as graphql-js answers them',
  async ({ seed, count }) => {
    const summary = await run({ seed, count });
    expect(summary.mismatches.length, describeRun(summary)).toBe(0);
    expect(summary.tally.cases).toBe(count);
    // Allowed differences are rare: many of them would mean that something else differs.
    expect((summary.tally.had.get('restricted') ?? 0) / summary.tally.rounds).toBeLessThan(0.01);
  },
  TIMEOUT_MILLISECONDS,
);
