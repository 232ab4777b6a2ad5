/** Dates of a list, which write a shared month, year or week once. */
import { describe, expect, it } from 'vitest';
import { findDates } from '../../draft/date/find.ts';

/** A Tuesday. */
const PUBLISHED = '2026-03-03';

function datesOf(text: string): [string, string][] {
  return findDates(text, PUBLISHED).map(({ start, end, edtf }) => [text.slice(start, end), edtf]);
}

describe('a list of dates', () => {
  it.each<[text: string, ...dates: [words: string, edtf: string][]]>([
    ['They met on May 5 and May 6, 2024.', ['May 5', '2024-05-05'], ['May 6, 2024', '2024-05-06']],
    ['They met on May 5 and on May 6, 2024.', ['May 5', '2024-05-05'], ['May 6, 2024', '2024-05-06']],
    [
      'They met on May 5, May 9 and June 7, 2024.',
      ['May 5', '2024-05-05'],
      ['May 9', '2024-05-09'],
      ['June 7, 2024', '2024-06-07'],
    ],
    ['They met on May 5, 6 and 9, 2024.', ['May 5', '2024-05-05'], ['6', '2024-05-06'], ['9, 2024', '2024-05-09']],
    ['They met on May 5 and 6 in Larkford.', ['May 5', '2025-05-05'], ['6', '2025-05-06']],
    ['They will vote on May 5 or 6.', ['May 5', '2026-05-05'], ['6', '2026-05-06']],
    ['They met on 5 and 6 May 2024.', ['5', '2024-05-05'], ['6 May 2024', '2024-05-06']],
    [
      'They met on the 5th, 6th and 8th of May 2024.',
      ['the 5th', '2024-05-05'],
      ['6th', '2024-05-06'],
      ['8th of May 2024', '2024-05-08'],
    ],
    ['It burned in March and April 2023.', ['March', '2023-03'], ['April 2023', '2023-04']],
    ['It burned in March, April and May 2023.', ['March', '2023-03'], ['April', '2023-04'], ['May 2023', '2023-05']],
    ['It burned in December and January 2024.', ['December', '2023-12'], ['January 2024', '2024-01']],
    ['They met on May 5 and March 6, 2024.', ['May 5', '2024-05-05'], ['March 6, 2024', '2024-03-06']],
    [
      'They will meet on Monday, Tuesday and Friday next week.',
      ['Monday', '2026-03-09'],
      ['Tuesday', '2026-03-10'],
      ['Friday next week', '2026-03-13'],
    ],
    ['Rents rose in the 1960s and 70s.', ['the 1960s', '196X'], ['70s', '197X']],
    ['It closed in 2014, 2015 and 2019.', ['2014', '2014'], ['2015', '2015'], ['2019', '2019']],
    ['They met the weekend of 5–6 May 2024.', ['5–6 May 2024', '2024-05-05/2024-05-06']],
    ['It sank in the night of June 26/27, 2024.', ['June 26/27, 2024', '2024-06-26/2024-06-27']],
    ['It sank in the night of 26/27 June 2024.', ['26/27 June 2024', '2024-06-26/2024-06-27']],
    ['It ran between May 5 and 7, 2024.', ['between May 5 and 7, 2024', '2024-05-05/2024-05-07']],
  ])('shares what is written once: %s', (text, ...dates) => {
    expect(datesOf(text)).toEqual(dates);
  });

  it.each<[text: string, ...dates: [words: string, edtf: string][]]>([
    ['On May 5, 6 people died.', ['May 5', '2025-05-05']],
    ['On May 5 and 6 people died.', ['May 5', '2025-05-05']],
    ['It grew by 5 and 6% on May 4.', ['May 4', '2025-05-04']],
    ['They met on May 6 and 5 voted.', ['May 6', '2025-05-06']],
    ['In March, and May said so.', ['March', '2026-03']],
    ['It was shut from June until July, 2024.', ['from June until July, 2024', '2024-06/2024-07']],
    ['It is open since June, until 30 June.', ['June', '2025-06'], ['30 June', '2026-06-30']],
  ])('is not seen in: %s', (text, ...dates) => {
    expect(datesOf(text)).toEqual(dates);
  });

  it('says which of its dates gave a part', () => {
    const text = 'They met on May 5, 6 and 9, 2024.';
    const given = findDates(text, PUBLISHED).map(({ inferred }) =>
      inferred.map(({ part, evidence }) => [part, text.slice(evidence?.start, evidence?.end)]),
    );
    expect(given).toEqual([
      [['YEAR', '9, 2024']],
      [
        ['YEAR', '9, 2024'],
        ['MONTH', 'May 5'],
      ],
      [['MONTH', 'May 5']],
    ]);
  });
});
