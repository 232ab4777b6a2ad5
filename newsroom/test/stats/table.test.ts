// Tables: aligned by what a terminal shows of a text, not by its length.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../../data/compile/index.ts';
import { printTable, shorten } from '../../stats/table.ts';

describe('columns of a terminal', () => {
  test.each([
    ['Ann', 3],
    ['Elnarə Qaraçaylı', 16],
    ['Тимур Ложкин', 12],
    ['李雷', 4],
    ['ｗｉｄｅ', 8],
    ['e\u0301', 1],
    ['👩‍🚒', 2],
    ['한국', 4],
    ['', 0],
  ])('%s takes %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('shortening', () => {
  test.each([
    ['Ann Lee', 7, 'Ann Lee'],
    ['Ann Lee', 6, 'Ann L…'],
    ['Ann Lee', 5, 'Ann…'],
    ['李雷和韩梅梅', 6, '李雷…'],
    ['👩‍🚒👩‍🚒👩‍🚒', 5, '👩‍🚒👩‍🚒…'],
  ])('%s to %i is %s', (text, most, shown) => {
    expect(shorten(text, most)).toBe(shown);
  });
});

test('a name never moves the numbers, and no line is longer than the terminal is wide', () => {
  const names = fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(names, fc.integer({ min: 40, max: 120 }), (list, columns) => {
      const rows = list.map((name, index) => [name, 10 ** index, index]);
      const lines = printTable(['Name', 'Statements', 'Events'], rows, columns);
      const widths = new Set(lines.map(displayWidth));
      expect(widths.size).toBe(1);
      expect(Math.max(...widths)).toBeLessThanOrEqual(columns);
    }),
  );
});

test('what moves the cursor is not printed', () => {
  expect(printTable(['Name', 'N'], [['a\u001b[2Jb\nc', 1]], 80)[1]).toBe('a·[2Jb⏎c  1');
});
