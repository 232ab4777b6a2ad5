import { expect, test } from 'vitest';
import { differenceOf, sortedByName } from './difference.ts';
import { verdict } from './goals.ts';

test('answers that say the same differ in nothing', () => {
  expect(differenceOf({ data: { a: [1, null], b: '' } }, { data: { b: '', a: [1, null] } })).toBeNull();
});

test.each([
  ['another value', { a: [1, 2] }, { a: [1, 3] }, 'answer.a.1 is 3 and not 2'],
  ['a member too few', { a: 1, b: null }, { a: 1 }, 'answer.b is left out and not null'],
  ['an item too many', { a: [] }, { a: [1] }, 'answer.a.0 is 1 and not left out'],
  ['a list for an object', { a: {} }, { a: [] }, 'answer.a is [] and not {}'],
])('tells %s with its place', (_, expected, actual, difference) => {
  expect(differenceOf(expected, actual)).toBe(difference);
});

test('the order of what has names does not count where it is asked so', () => {
  const one = { types: [{ name: 'B' }, { name: 'A', on: ['Y', 'X'] }] };
  const other = { types: [{ name: 'A', on: ['X', 'Y'] }, { name: 'B' }] };
  expect(differenceOf(sortedByName(one), sortedByName(other))).toBeNull();
});

test('a goal is met up to and with its value', () => {
  expect([verdict(0.7, 0.7), verdict(0.71, 0.7), verdict(9, null)]).toEqual([' ✓ ≤ 0.70', ' ✗ ≤ 0.70', '']);
});
