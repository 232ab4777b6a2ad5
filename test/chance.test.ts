import fc from 'fast-check';
import { expect, test } from 'vitest';

test('property tests draw the same cases in every run', () => {
  expect(fc.readConfigureGlobal().seed).toBe(Number(process.env.CHANCE_SEED ?? 1));
});
