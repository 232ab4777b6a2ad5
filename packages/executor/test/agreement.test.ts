// A sample of the random operations of `differential.test.ts`, small enough for every test run.
import { expect, test } from 'vitest';
import { describeRun } from './report.ts';
import { run } from './run.ts';

test('two thousand operations are answered as graphql-js answers them', async () => {
  const summary = await run({ seed: 3, count: 2_000 });
  expect(summary.mismatches.length, describeRun(summary)).toBe(0);
  expect(summary.tally.cases).toBe(2_000);
});
