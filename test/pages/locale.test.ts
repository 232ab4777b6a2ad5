// Months in each language that pages are written in.
import { expect, test } from 'vitest';
import { DATE_LANGUAGES } from '../../data/date-words.ts';
import { monthIn, shortDayIn, shortMonthIn } from '../../src/pages/locale.ts';

test.each([
  ['en', 'March 2025', 'Mar 2025', '4 Mar'],
  ['en-US', 'March 2025', 'Mar 2025', 'Mar 4'],
  ['de-CH', 'März 2025', 'Mär 2025', '4 Mär'],
  ['az', 'mart 2025', 'mar 2025', '4 mar'],
])('%s', (language, month, shortMonth, shortDay) => {
  expect([monthIn(language, '2025-03'), shortMonthIn(language, '2025-03'), shortDayIn(language, '2025-03-04')]).toEqual(
    [month, shortMonth, shortDay],
  );
});

test.each([...DATE_LANGUAGES.keys()])('no two short months are the same: %s', (language) => {
  const months = Array.from({ length: 12 }, (_, at) =>
    shortMonthIn(language, `2025-${String(at + 1).padStart(2, '0')}`),
  );
  expect(new Set(months).size).toBe(12);
});
