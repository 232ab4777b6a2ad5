// The time that an address of the timeline asks for, and where things are on its axis.
import { describe, expect, test } from 'vitest';
import { labelled, markOf, openLabels, packed, slotsOf } from '../../src/pages/reader/timeline-axis.ts';
import { entriesOf } from '../../src/pages/reader/timeline-entry.ts';
import {
  addressOfSpan as addressWith,
  granularitiesOf,
  isOfWholePeriods,
  neighbour,
  rangeOf,
  readSpan,
  spanOf,
  type TimeSpan,
  widened,
} from '../../src/pages/reader/timeline-span.ts';
import { EVERYTHING, readSubject } from '../../src/pages/reader/timeline-subject.ts';

const addressOfSpan = (span: TimeSpan) => addressWith(span, EVERYTHING);
const spanIn = (search: string) => readSpan(new URLSearchParams(search));

describe('a span', () => {
  test.each([
    ['', '0000/..', 'MONTH'],
    ['from=2025', '2025-01-01/..', 'MONTH'],
    ['to=2025-02', '../2025-02-28', 'MONTH'],
    ['from=2025-03&to=2025-03', '2025-03-01/2025-03-31', 'DAY'],
    ['from=2025-03-04&to=2025-03-04', '2025-03-04/2025-03-04', 'DAY'],
    ['from=2024&to=2025', '2024-01-01/2025-12-31', 'MONTH'],
    ['from=1990&to=2025', '1990-01-01/2025-12-31', 'YEAR'],
    ['from=1990&to=2025&granularity=DAY', '1990-01-01/2025-12-31', 'DAY'],
    ['from=&to=&granularity=', '0000/..', 'MONTH'],
  ])('?%s', (search, range, granularity) => {
    const span = spanIn(search);
    expect([rangeOf(span), span.granularity]).toEqual([range, granularity]);
    expect(rangeOf(spanIn(addressOfSpan(span).split('?')[1]!))).toBe(range);
  });

  test.each([
    ['from=yesterday', '"from" is "yesterday", which is not a date'],
    ['from=2025-02-29', '"from" is "2025-02-29", which is not a date'],
    ['to=2025-13', '"to" is "2025-13", which is not a date'],
    ['from=2025-3-4', '"from" is "2025-3-4", which is not a date'],
    [`from=${'9'.repeat(41)}`, `"from" is "${'9'.repeat(40)}…", which is not a date`],
    ['from=2026&to=2025', '"to" is before "from"'],
    ['granularity=WEEK', '"granularity" is "WEEK", which is not a granularity. Give one of DAY, MONTH, YEAR'],
  ])('?%s is refused', (search, message) => {
    expect(() => spanIn(search)).toThrow(message);
  });

  test.each([
    ['from=2025-03-04&to=2025-03-04', '/timeline?from=2025-03&to=2025-03&granularity=DAY'],
    ['from=2025-03&to=2025-03', '/timeline?from=2025&to=2025&granularity=MONTH'],
    ['from=2025-03-20&to=2025-04-02', '/timeline?from=2025&to=2025&granularity=MONTH'],
    ['from=2025&to=2025', '/timeline?granularity=MONTH'],
    ['from=2025', '/timeline?granularity=MONTH'],
  ])('?%s is in the wider %s', (search, wider) => {
    expect(addressOfSpan(widened(spanIn(search))!)).toBe(wider);
  });

  test('of all time is not in a wider one', () => {
    expect(widened(spanIn(''))).toBeNull();
  });

  test('of one period is divided more finely', () => {
    expect(['2025', '2025-03', '2025-03-04'].map((period) => addressOfSpan(spanOf(period)!))).toEqual([
      '/timeline?from=2025&to=2025&granularity=MONTH',
      '/timeline?from=2025-03&to=2025-03&granularity=DAY',
      '/timeline?from=2025-03-04&to=2025-03-04&granularity=DAY',
    ]);
  });

  test.each([
    ['from=2025-03&to=2025-03', -1, '2024-11-18', 'from=2024-11&to=2024-11&granularity=DAY'],
    ['from=2025&to=2025', 1, '2027-05', 'from=2027&to=2027&granularity=MONTH'],
    ['from=2025-03&to=2025-03&granularity=YEAR', -1, '2020', 'from=2025-02&to=2025-02&granularity=YEAR'],
    ['from=2025-01&to=2025-03&granularity=MONTH', -1, '2020-01', 'from=2024-10&to=2024-12&granularity=MONTH'],
    ['from=2024&to=2025', 1, '2030-01', 'from=2026&to=2027&granularity=MONTH'],
    ['from=2025-03-04&to=2025-03-10', -1, '2024-01-01', 'from=2025-02-25&to=2025-03-03&granularity=DAY'],
  ] as const)('?%s has one beside it', (search, direction, nearest, beside) => {
    expect(addressOfSpan(neighbour(spanIn(search), direction, nearest)!)).toBe(`/timeline?${beside}`);
  });

  test.each(['from=2025', 'from=0001&to=9000', 'from=0000-01-01&to=0000-01-05'])('?%s has none before it', (search) => {
    expect(neighbour(spanIn(search), -1, '0')).toBeNull();
  });

  test.each([
    ['', ['DAY', 'MONTH', 'YEAR']],
    ['from=2025', ['DAY', 'MONTH', 'YEAR']],
    ['from=2025-01&to=2025-12', ['DAY', 'MONTH', 'YEAR']],
    ['from=2025-03&to=2025-04', ['DAY', 'MONTH']],
    ['from=2025-03-04&to=2025-04-04', ['DAY']],
  ])('?%s can be divided', (search, granularities) => {
    expect(granularitiesOf(spanIn(search))).toEqual(granularities);
  });

  test('has whole periods, or not', () => {
    expect(isOfWholePeriods(spanIn('from=2025-03&to=2025-04&granularity=MONTH'))).toBe(true);
    expect(isOfWholePeriods(spanIn('from=2025-03-02&to=2025-04&granularity=MONTH'))).toBe(false);
    expect(isOfWholePeriods(spanIn('to=2025-04&granularity=YEAR'))).toBe(false);
  });
});

describe('a subject', () => {
  test('stays in the address of every span', () => {
    const subject = readSubject(new URLSearchParams('place=larkbridge&involves=hugo-cask&from='));
    expect(subject).toEqual({ place: 'larkbridge', involves: 'hugo-cask' });
    expect(addressWith(spanIn('from=2025&to=2025'), subject)).toBe(
      '/timeline?place=larkbridge&involves=hugo-cask&from=2025&to=2025&granularity=MONTH',
    );
  });

  test.each([
    ['place=Lark+Bridge', '"place" is "Lark Bridge", which is not a slug'],
    ['involves=hugo-cask&involves=maren-oakes', '"involves" is given more than once'],
  ])('?%s is refused', (search, message) => {
    expect(() => readSubject(new URLSearchParams(search))).toThrow(message);
  });
});

describe('the columns', () => {
  const periods = (of: readonly string[], granularity: 'DAY' | 'MONTH' | 'YEAR') =>
    slotsOf(of, granularity).map(({ period }) => period);

  test('have what is empty in between', () => {
    expect(periods(['2025-02-27', '2025-03-01'], 'DAY')).toEqual(['2025-02-27', '2025-02-28', '2025-03-01']);
    expect(periods(['2023', '2025'], 'YEAR')).toEqual(['2023', '2024', '2025']);
    expect(slotsOf([], 'DAY')).toEqual([]);
  });

  test('fold a long empty time', () => {
    expect(periods(['0001', '1900', '1902'], 'YEAR')).toEqual(['0001', null, '1900', '1901', '1902']);
    expect(periods(['2020-01-01', '2025-12-31'], 'DAY')).toEqual(['2020-01-01', null, '2025-12-31']);
  });

  test('follow each other without a gap', () => {
    const slots = slotsOf(['2020-01-01', '2020-01-03', '2025-12-31'], 'DAY');
    for (const [at, slot] of slots.entries()) expect(slot.start).toBe(slots[at - 1]?.end ?? slot.start);
  });

  test('are labelled where there is room', () => {
    const slots = slotsOf(['2025-01-01', '2025-01-31'], 'DAY');
    expect(labelled(slots, 6).map(({ period }) => period?.slice(-2))).toEqual(['01', '07', '13', '19', '25']);
    expect(openLabels(slots, 'en')('2025-01-07')).toBe('7 Jan');
    expect(openLabels(Array(63).fill(slots[0]), 'en')('2025-01-07')).toBe('Jan 2025');
    expect(openLabels(slotsOf(['2025'], 'YEAR'), 'ar')('2025')).toBe('2025');
  });
});

describe('a mark', () => {
  const slots = slotsOf(['2025-01', '2025-02', '2025-03', '2025-04'], 'MONTH');

  test.each([
    ['a day', { earliest: '2025-01-01', latest: '2025-01-01' }, 0, 1 / 31 / 4, [false, false]],
    ['a month', { earliest: '2025-02-01', latest: '2025-02-28' }, 0.25, 0.5, [false, false]],
    ['a year', { earliest: '2025-01-01', latest: '2025-12-31' }, 0, 1, [false, true]],
    ['an open end', { earliest: '2025-04-01', latest: null }, 0.75, 1, [false, true]],
    ['an open start', { earliest: null, latest: '2025-03-31' }, 0, 0.75, [true, false]],
    ['what was before', { earliest: '1900-01-01', latest: '1900-12-31' }, 0, 0, [true, false]],
  ])('of %s', (_, bounds, from, to, isCut) => {
    expect(markOf(bounds, slots)).toEqual({ from, to, isCut });
  });
});

test('what is in one row does not overlap, and no row is needless', () => {
  const things = [
    { name: 'c', from: 50, to: 80 },
    { name: 'a', from: 0, to: 40 },
    { name: 'b', from: 20, to: 60 },
    { name: 'd', from: 45, to: 100 },
  ];
  expect(packed(things, 5).map(({ name, row }) => [name, row])).toEqual([
    ['a', 0],
    ['b', 1],
    ['d', 0],
    ['c', 2],
  ]);
});

describe('nothing certain is made of what is vague', () => {
  const day = { edtf: '', display: 'x', approximate: false, uncertain: false } as const;
  const exact = { ...day, earliest: '2025-03-04', latest: '2025-03-04' };
  const event = { name: 'Fire', url: '/events/fire', date: exact, accounts: [] };
  const by = { agent: { name: 'Ann', url: '/people/ann' } };
  const told = { polarity: 'AFFIRMED', article: { publisher: null } } as const;

  test.each([
    ['an exact day', { ...event }, ['DATE', true]],
    ['about a day', { ...event, date: { ...exact, approximate: true } }, ['DATE', false]],
    ['perhaps a day', { ...event, date: { ...exact, uncertain: true } }, ['DATE', false]],
    ['a month', { ...event, date: { ...exact, latest: '2025-03-31' } }, ['DATE', false]],
    ['an open end', { ...event, date: { ...exact, latest: null } }, ['DATE', false]],
    [
      'a day that only somebody quoted gives',
      { ...event, date: null, accounts: [{ ...told, speakers: [by, by], date: exact }] },
      ['REPORTED', true],
    ],
  ])('%s', (_, given, expected) => {
    const [entry] = entriesOf([given], []);
    expect([entry!.basis, entry!.isExact]).toEqual(expected);
    expect(entry!.by).toEqual(given.date === null ? [by.agent] : []);
  });

  test('where reports contradict each other, the span has both days', () => {
    const other = { ...exact, display: 'y', earliest: '2025-03-01', latest: '2025-03-01' };
    const accounts = [exact, other].map((date) => ({ ...told, speakers: [], date }));
    const [entry] = entriesOf([{ ...event, date: null, accounts }], []);
    expect(entry).toMatchObject({
      words: 'y or x',
      earliest: '2025-03-01',
      latest: '2025-03-04',
      basis: 'REPORTED',
      isExact: false,
    });
  });

  test('whoever denies it is named, and gives no date unless nobody else does', () => {
    const denial = { ...told, polarity: 'DENIED', speakers: [by], date: { ...exact, display: 'y' } } as const;
    const [disputed] = entriesOf(
      [{ ...event, date: null, accounts: [{ ...told, speakers: [], date: exact }, denial] }],
      [],
    );
    expect(disputed).toMatchObject({ words: 'x', deniedBy: ['Ann'] });
    const [denied] = entriesOf([{ ...event, date: null, accounts: [denial] }], []);
    expect(denied).toMatchObject({ words: 'y', deniedBy: ['Ann'] });
  });

  test('what has no date is left out, and the rest is in order of time', () => {
    const undated = { ...event, date: null, url: '/events/undated' };
    const early = { ...event, date: { ...exact, earliest: null }, url: '/events/early' };
    expect(entriesOf([event, undated, early], []).map(({ url }) => url)).toEqual(['/events/early', '/events/fire']);
  });
});
