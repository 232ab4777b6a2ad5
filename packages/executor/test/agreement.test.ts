// A few of the random operations that `differential.test.ts` has twenty thousand of, in every test run.
import { expect, test } from 'vitest';
import { describeRun } from './report.ts';
import { run } from './run.ts';

test('two thousand operations are answered as graphql-js answers them', async () => {
  const summary = await run({ seed: 3, count: 2_000 });
  expect(summary.mismatches.length, describeRun(summary)).toBe(0);
  expect(summary.tally.cases).toBe(2_000);
});
