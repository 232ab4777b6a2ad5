/** What holds of the dates and times that `draft` finds in whatever text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEdtf } from '../../../data/compile/index.ts';
import { findDates, findTimes } from '../../draft/date/find.ts';

const PUBLISHED = '2017-07-21';

describe('whatever the text', () => {
  const PIECES = [
    ...[
      'last',
      'next',
      'this',
      'the',
      'of',
      'week',
      'weekend',
      'year',
      'years',
      'ago',
      'later',
      'same',
      'day',
      'from',
      'to',
    ],
    ...[
      'between',
      'and',
      'June',
      'May',
      'Tuesday',
      '27',
      '30th',
      '2014',
      '1999',
      '15',
      '-',
      '–',
      ',',
      '.',
      '/',
      'early',
      'mid',
    ],
    ...[
      'summer',
      'fall',
      'quarter',
      'first',
      'twenty',
      'Q1',
      '9999',
      '0001',
      'will',
      'said',
      'at',
      '3:00',
      'p.m.',
      'noon',
    ],
    ...[
      '\n',
      '“',
      '’',
      's',
      '😀',
      '\u202e',
      'שלום',
      '\ud800',
      'e\u0301',
      '2017-02-30',
      '31/12/9999',
      'three',
      'decades',
      'century',
    ],
  ];
  const pieced = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(' '));
  const anyText = fc.oneof(pieced, fc.string({ unit: 'binary', maxLength: 200 }));
  const anyPublished = fc.constantFrom(
    null,
    PUBLISHED,
    '2017-07',
    '2017',
    '2017~',
    '0001-01-01',
    '9999-12-31',
    '2017-02-30',
    'soon',
    '..',
  );

  it('each date lies in it, behind the one before, and compiles; its evidence lies in it too', () => {
    fc.assert(
      fc.property(anyText, anyPublished, (text, published) => {
        let end = 0;
        for (const date of findDates(text, published)) {
          expect(date.start).toBeGreaterThanOrEqual(end);
          expect(date.end).toBeGreaterThan(date.start);
          expect(date.end).toBeLessThanOrEqual(text.length);
          expect(readEdtf(date.edtf)).not.toHaveProperty('says');
          for (const { evidence } of date.inferred) expect(text.slice(evidence?.start, evidence?.end)).toBeTruthy();
          end = date.end;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('each time lies in it, behind the one before, and its clock is one', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const time of findTimes(text)) {
          expect(time.start).toBeGreaterThanOrEqual(end);
          expect(time.end).toBeGreaterThan(time.start);
          expect(time.end).toBeLessThanOrEqual(text.length);
          expect(time.clock ?? '00:00').toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
          end = time.end;
        }
      }),
    );
  });

  // Were any of it quadratic, this would take minutes.
  it.each(['1999 the next day ', 'from 1 to June 27, at 12:3 '])('300 kB of %j are read to the end', (piece) => {
    const text = `${piece.repeat(Math.ceil(300_000 / piece.length))} On 4 May 2016 at 9:15 a.m.`;
    expect(findDates(text, PUBLISHED).at(-1)).toMatchObject({ edtf: '2016-05-04' });
    expect(findTimes(text).at(-1)).toMatchObject({ clock: '09:15' });
  });
});
