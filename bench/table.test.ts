import { expect, test } from 'vitest';
import { median, medianRatio, spread } from './statistics.ts';
import { figure, printTable } from './table.ts';

test('the median of an odd and of an even number of values', () => {
  expect(median([9, 1, 2])).toBe(2);
  expect(median([9, 1, 2, 4])).toBe(3);
  expect(() => median([])).toThrow(RangeError);
});

test('one wild value changes neither median nor spread', () => {
  expect(spread([100, 102, 98, 101, 900])).toBeCloseTo(1 / 101);
});

test('a ratio compares what was measured in one round', () => {
  expect(medianRatio([20, 220, 21], [10, 100, 10])).toBeCloseTo(2.1);
});

test('a table is aligned Markdown', () => {
  expect(
    printTable(
      ['question', '100'],
      [
        ['lookup', figure(412.4)],
        ['page', figure(1240)],
      ],
    ),
  ).toBe(
    `
| question |   100 |
| -------- | ----: |
| lookup   |   412 |
| page     | 1,240 |
`.trim(),
  );
});
