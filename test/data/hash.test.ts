import { expect, it } from 'vitest';
import { shareOf } from '../../data/hash.ts';

it.each([
  ['days', (index: number) => new Date(86_400_000 * index).toISOString().slice(0, 10)],
  ['numbers', String],
  [
    'letters',
    (index: number) => 'x'.repeat(index % 50) + String.fromCharCode(97 + (index % 26)) + Math.floor(index / 26),
  ],
])('shares drawn by %s are spread evenly', (_, seedOf) => {
  const bins = new Array<number>(28).fill(0);
  const draws = 28_000;
  for (let index = 0; index < draws; index++) {
    const share = shareOf(seedOf(index));
    expect(share >= 0 && share < 1).toBe(true);
    const bin = Math.floor(share * bins.length);
    bins[bin] = bins[bin]! + 1;
  }
  const expected = draws / bins.length;
  const chiSquare = bins.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  // 27 degrees of freedom: a fair draw exceeds this once in a million.
  expect(chiSquare).toBeLessThan(76);
});
