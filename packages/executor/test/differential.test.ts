// A great many random operations over random schemas: the compiled executor answers as graphql-js does, to the last call
// of a resolver.
import { expect, test } from 'vitest';
import { describeRun } from './report.ts';
import { run } from './run.ts';

const TIMEOUT_MILLISECONDS = 120_000;

/** Always the same, so that no other change turns it red. Something new is run by `main.ts`, whose seed is of chance. */
test.each([
  { seed: 1, count: 10_000 },
  { seed: 2, count: 10_000 },
])(
  '$count operations of seed $seed are answered as graphql-js answers them',
  async ({ seed, count }) => {
    const summary = await run({ seed, count });
    expect(summary.mismatches.length, describeRun(summary)).toBe(0);
    expect(summary.tally.cases).toBe(count);
    // What may differ is let pass only if it does: more of it would say that something else differs.
    expect((summary.tally.had.get('restricted') ?? 0) / summary.tally.rounds).toBeLessThan(0.01);
  },
  TIMEOUT_MILLISECONDS,
);
