/** Dates that the words around them make something else, or count from another date. */
import { describe, expect, it } from 'vitest';
import { findDates } from '../../draft/date/find.ts';

/** A Tuesday. */
const PUBLISHED = '2026-03-03';

function datesOf(text: string, published = PUBLISHED): [string, string][] {
  return findDates(text, published).map(({ start, end, edtf }) => [text.slice(start, end), edtf]);
}

describe('a year before the first', () => {
  it.each([
    'The tomb was robbed in 1200 BC.',
    'The tomb was robbed in 1200 BCE, and again in 500 BCE.',
    'The temple burned down in 1500 B.C.E.',
    'The temple burned down in 1500 B.C. and was rebuilt.',
    'The king died on 10 August 234 BCE.',
    'The city stood from 1500 to 1200 BC.',
    'The city stood in 1500–1200 BC, or between 1500 and 1200 BCE.',
    'The city fell in the 12th century BC.',
    'The city fell in 1500 before Christ.',
  ])('is no date: %s', (text) => {
    expect(datesOf(text)).toEqual([]);
  });
});

describe('an event that has the name of a day', () => {
  it.each([
    'The law was passed after the September 11 attacks.',
    'A court heard survivors of the 22 July attack.',
    'The Jan. 6 committee met; the January 6th rioters were pardoned.',
    'He spoke of the October 7th Harbour-led terrorist attacks.',
    'In the post-September 11 era, after 9/11 and 7/7, much changed.',
    'They live in 17 June Street, near the April 25 Bridge.',
    'The 20 July plot and the October 7 massacre are remembered.',
  ])('is no date: %s', (text) => {
    expect(datesOf(text)).toEqual([]);
  });

  it('has the year of the same day elsewhere in the text', () => {
    expect(datesOf('The September 11 attacks of September 11, 2001, and the May 5 attack.')).toEqual([
      ['September 11', '2001-09-11'],
      ['September 11, 2001', '2001-09-11'],
    ]);
  });

  it.each([
    ['The 22 July 2011 attack was planned.', '22 July 2011', '2011-07-22'],
    ['She quit after the 19 February vote.', '19 February', '2026-02-19'],
    ['On January 4 attackers struck.', 'January 4', '2026-01-04'],
    ['Police said January 4 rebels launched attacks.', 'January 4', '2026-01-04'],
    ['He was attacked on February 6 in the street.', 'February 6', '2026-02-06'],
  ])('is a date where its words are one: %s', (text, words, edtf) => {
    expect(datesOf(text)).toEqual([[words, edtf]]);
  });
});

describe('a weekday with more words', () => {
  it.each([
    ['The council met on the previous Tuesday.', 'the previous Tuesday', '2026-02-24'],
    ['Two men were arrested last week Monday.', 'last week Monday', '2026-02-23'],
    ['Two men were arrested last week on Friday.', 'last week on Friday', '2026-02-27'],
    ['The two will be tried on Monday week.', 'Monday week', '2026-03-16'],
    ['The two will be tried on Tuesday fortnight.', 'Tuesday fortnight', '2026-03-17'],
    ['The two will be tried a week on Monday.', 'a week on Monday', '2026-03-16'],
    ['The two were tried a week ago Monday.', 'a week ago Monday', '2026-02-23'],
    ['The two were tried a week last Friday.', 'a week last Friday', '2026-02-20'],
    ['The two will be tried on Monday of next week.', 'Monday of next week', '2026-03-09'],
    ['The two will be tried this coming Friday.', 'this coming Friday', '2026-03-06'],
    ['He resigned on the last Friday in August.', 'the last Friday in August', '2025-08-29'],
    ['He resigned on the first Monday of March 2015.', 'the first Monday of March 2015', '2015-03-02'],
  ])('is found in: %s', (text, words, edtf) => {
    expect(datesOf(text)).toEqual([[words, edtf]]);
  });

  it('may begin a length', () => {
    expect(datesOf('It will be shut for two weeks from Monday.')).toEqual([['Monday', '2026-03-09']]);
  });
});

describe('a date that counts from another one', () => {
  it.each([
    ['the next Tuesday', '2015-05-05'],
    ['the previous Friday', '2015-05-01'],
    ['the following October', '2015-10'],
    ['later that October', '2015-10'],
    ['in August of that year', '2015-08'],
    ['later that summer', '2015-22'],
    ['the following year', '2016'],
    ['two weeks earlier', '2015-04-20'],
    ['a decade later', '2025~'],
  ])('%s', (words, edtf) => {
    expect(datesOf(`The mill burned on May 4, 2015. It reopened ${words}.`)[1]?.[1]).toBe(edtf);
  });

  it.each([
    'The council met the following Tuesday.',
    'Profit fell to 3 million in 2025 from 5 million a year earlier.',
    'The mill burned in 2025. Rents fell three years later.',
  ])('is left out where that is not known, or lies in the future: %s', (text) => {
    expect(datesOf(text).filter(([words]) => words !== '2025')).toEqual([]);
  });

  it('counts from the publication where the words begin now', () => {
    expect(datesOf('In 2008 rents fell; they will rise over the next year and a year from now.')).toEqual([
      ['2008', '2008'],
      ['the next year', '2026/2027'],
      ['a year from now', '2027'],
    ]);
  });
});
