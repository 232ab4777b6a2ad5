import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEdtf } from '../../data/compile/date.ts';
import { dateKey, overlaps, parseDateRange, within } from '../../data/fuzzy-date.ts';
import type { DateBounds } from '../../data/model.ts';
import { compareKeys } from '../../data/page.ts';

const days = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9998-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const bounds = fc.tuple(fc.option(days), fc.option(days)).map(([a, b]): DateBounds => {
  return a !== null && b !== null && a > b ? { earliest: b, latest: a } : { earliest: a, latest: b };
});

/** Dates at each end of a month, a year and the range, as EDTF level 0. */
const level0 = days.chain((day) => fc.constantFrom(day, day.slice(0, 7), day.slice(0, 4)));

function boundsOf(text: string): DateBounds {
  const range = parseDateRange(text);
  if (typeof range === 'string') throw new Error(`${text}: ${range}`);
  return range;
}

describe('within and overlaps', () => {
  it('agree: what lies within a range overlaps it, and a range holds itself', () => {
    fc.assert(
      fc.property(bounds, bounds, (date, range) => {
        expect(within(date, date) && overlaps(date, date)).toBe(true);
        if (within(date, range)) expect(overlaps(date, range)).toBe(true);
        expect(overlaps(date, range)).toBe(overlaps(range, date));
      }),
    );
  });

  it.each([
    ['2025-06', '2025-06-01/2025-06-30', true, true],
    ['2025-06', '2025-06-01/2025-06-29', false, true],
    ['2025-06', '2025-06-30/..', false, true],
    ['2025-06', '2025-07/..', false, false],
    ['2025-06', '../2025-05', false, false],
    ['2025-06/..', '2025', false, true],
    ['2025-06/..', '2025/..', true, true],
    ['../2025-06', '2025', false, true],
  ])('%s in %s: certainly %s, possibly %s', (date, range, certainly, possibly) => {
    const [one, other] = [boundsOf(date), boundsOf(range)];
    expect([within(one, other), overlaps(one, other)]).toEqual([certainly, possibly]);
  });
});

describe('the order of dates', () => {
  const compareDates = (a: DateBounds | null, b: DateBounds | null) => compareKeys(dateKey(a), dateKey(b), 'ASC');

  it('is a total order', () => {
    fc.assert(
      fc.property(fc.option(bounds), fc.option(bounds), fc.option(bounds), (a, b, c) => {
        expect(Math.sign(compareDates(a, b)) + Math.sign(compareDates(b, a))).toBe(0);
        if (compareDates(a, b) <= 0 && compareDates(b, c) <= 0) expect(compareDates(a, c)).toBeLessThanOrEqual(0);
        if (compareDates(a, b) === 0) expect(a).toEqual(b);
      }),
    );
  });

  it('puts an open start first, a wider date after a narrower one, and the unknown last', () => {
    const dates = [null, '2025-06', '2025-06/..', '2025-05-31', '2025-06-01', '../2025-06'];
    const sorted = dates
      .map((text) => ({ text, date: text === null ? null : boundsOf(text) }))
      .sort((a, b) => compareDates(a.date, b.date));
    expect(sorted.map(({ text }) => text)).toEqual([
      '../2025-06',
      '2025-05-31',
      '2025-06-01',
      '2025-06',
      '2025-06/..',
      null,
    ]);
  });
});

describe('a date range', () => {
  it('has the days that the compiler gives the same date', () => {
    fc.assert(
      fc.property(level0, level0, fc.boolean(), (from, to, single) => {
        const text = single ? from : `${from}/${to}`;
        const read = readEdtf(text);
        const range = parseDateRange(text);
        if ('code' in read) expect([read.code, range]).toEqual(['end-before-start', 'BACKWARDS']);
        else expect(range).toEqual({ earliest: read.earliest, latest: read.latest });
      }),
    );
  });

  it.each([
    ['2024-02', { earliest: '2024-02-01', latest: '2024-02-29' }],
    ['2100-02', { earliest: '2100-02-01', latest: '2100-02-28' }],
    ['2000-02-29', { earliest: '2000-02-29', latest: '2000-02-29' }],
    ['0000', { earliest: '0000-01-01', latest: '0000-12-31' }],
    ['2025/2025-06', { earliest: '2025-01-01', latest: '2025-06-30' }],
    ['2025-06/..', { earliest: '2025-06-01', latest: null }],
    ['../2025-06', { earliest: null, latest: '2025-06-30' }],
    ['2025-06-02/2025-06-01', 'BACKWARDS'],
    ['1900-02-29', 'NOT_A_DATE'],
    ['2025-13', 'NOT_A_DATE'],
    ['2025-00', 'NOT_A_DATE'],
    ['2025-04-31', 'NOT_A_DATE'],
    ['2025-04-00', 'NOT_A_DATE'],
    ['2025-6-1', 'NOT_A_DATE'],
    ['25', 'NOT_A_DATE'],
    ['12025', 'NOT_A_DATE'],
    ['-2025', 'NOT_A_DATE'],
    ['2025~', 'NOT_A_DATE'],
    ['2025-21', 'NOT_A_DATE'],
    ['2025/', 'NOT_A_DATE'],
    ['/2025', 'NOT_A_DATE'],
    ['../..', 'NOT_A_DATE'],
    ['..', 'NOT_A_DATE'],
    ['2025/2026/2027', 'NOT_A_DATE'],
    [' 2025', 'NOT_A_DATE'],
    ['2025\n', 'NOT_A_DATE'],
    ['٢٠٢٥', 'NOT_A_DATE'],
    ['', 'NOT_A_DATE'],
    ['9'.repeat(100_000), 'NOT_A_DATE'],
  ])('%j', (text, answer) => {
    expect(parseDateRange(text)).toEqual(answer);
  });
});
