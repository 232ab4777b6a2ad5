import { parse } from 'edtf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEdtf } from '../../data/compile/date.ts';

function noTime(edtf: string): string {
  return `"${edtf}" is not a date and time of EDTF, which has hours, minutes and seconds, and none in an interval.`;
}

describe('an EDTF date', () => {
  it.each([
    ['1956', 'YEAR', '1956-01-01', '1956-12-31'],
    ['201X', 'DECADE', '2010-01-01', '2019-12-31'],
    ['20XX', 'CENTURY', '2000-01-01', '2099-12-31'],
    ['2025-XX', 'YEAR', '2025-01-01', '2025-12-31'],
    ['2025-XX-XX', 'YEAR', '2025-01-01', '2025-12-31'],
    ['2024-02-XX', 'MONTH', '2024-02-01', '2024-02-29'],
    ['2025-06', 'MONTH', '2025-06-01', '2025-06-30'],
    ['2025-06-27', 'DAY', '2025-06-27', '2025-06-27'],
    ['2025-06-27T15:00:00+04:00', 'SECOND', '2025-06-27', '2025-06-27'],
    ['2025-06-27T24:00:00Z', 'SECOND', '2025-06-27', '2025-06-27'],
    ['2025-21', 'SEASON', '2025-03-01', '2025-12-22'],
    ['2025-22', 'SEASON', '2024-12-01', '2026-03-21'],
    ['2025-23', 'SEASON', '2025-03-01', '2025-12-22'],
    ['0000-22', 'SEASON', '0000-01-01', '0001-03-21'],
    ['2025-24', 'SEASON', '2024-12-01', '2026-03-21'],
    ['9999-24', 'SEASON', '9998-12-01', '9999-12-31'],
    ['2025-06-27/2025-06-30', 'INTERVAL', '2025-06-27', '2025-06-30'],
    ['2025-06-15/2025-06', 'INTERVAL', '2025-06-15', '2025-06-30'],
    ['2012-21/2012-22', 'INTERVAL', '2012-03-01', '2013-03-21'],
    ['2012-21/..', 'INTERVAL', '2012-03-01', null],
    ['2025-06/..', 'INTERVAL', '2025-06-01', null],
    ['2025-06/', 'INTERVAL', '2025-06-01', null],
    ['/2025-06', 'INTERVAL', null, '2025-06-30'],
  ])('%s is a %s from %s to %s', (edtf, precision, earliest, latest) => {
    expect(readEdtf(edtf)).toEqual({ edtf, precision, earliest, latest, approximate: false, uncertain: false });
  });

  it.each([
    ['2025~', true, false],
    ['2025-06?', false, true],
    ['2025-06-27%', true, true],
    ['2025~/2026?', true, true],
    ['201X~', true, false],
    ['20XX?', false, true],
    ['2004-XX~', true, false],
    ['2004-06-XX%', true, true],
    ['2012-21~', true, false],
    ['2012-21?/2012-22', false, true],
  ])('%s is approximate: %s, uncertain: %s', (edtf, approximate, uncertain) => {
    expect(readEdtf(edtf)).toMatchObject({ edtf, approximate, uncertain });
  });

  it.each([
    ['2025-06-30/2025-06-27', 'end-before-start', 'The interval ends on 2025-06-27, before it begins on 2025-06-30.'],
    ['2025-?06', 'not-edtf', '"2025-?06" is EDTF level 2, which is not supported.'],
    ['1XXX', 'not-edtf', '"1XXX" is EDTF level 2, which is not supported.'],
    ['201X/202X', 'not-edtf', '"201X/202X" is EDTF level 2, which is not supported.'],
    ['2004-06-XX/2004-07-03', 'not-edtf', '"2004-06-XX/2004-07-03" is EDTF level 2, which is not supported.'],
    ['2025-06-27T15:00Z', 'not-edtf', noTime('2025-06-27T15:00Z')],
    ['2025-06-27T15:00:00.5Z', 'not-edtf', noTime('2025-06-27T15:00:00.5Z')],
    ['2025-06-27T15:00:00+0400', 'not-edtf', noTime('2025-06-27T15:00:00+0400')],
    ['2025-06-27T15:00:00Z?', 'not-edtf', noTime('2025-06-27T15:00:00Z?')],
    ['2025-06-27T15:00:00Z/..', 'not-edtf', noTime('2025-06-27T15:00:00Z/..')],
    ['2025-06-27/2025-06-28T15:00:00Z', 'not-edtf', '"2025-06-27/2025-06-28T15:00:00Z" is not an EDTF date.'],
    ['2025?~', 'not-edtf', '"2025?~" is not an EDTF date.'],
    ['Y12000', 'not-edtf', '"Y12000" is not a year from 0000 to 9999.'],
    ['-0044', 'not-edtf', '"-0044" is not a year from 0000 to 9999.'],
    ['XXXX', 'not-edtf', '"XXXX" is not an EDTF date.'],
    ['25', 'not-edtf', '"25" is not an EDTF date.'],
    ['1900-02-29', 'not-edtf', '"1900-02-29" is not an EDTF date.'],
    ['../..', 'not-edtf', '"../.." is not an EDTF date.'],
    ['/', 'not-edtf', '"/" is not an EDTF date.'],
    ['27 June', 'not-edtf', '"27 June" is not an EDTF date.'],
    ['', 'not-edtf', '"" is not an EDTF date.'],
    ['2'.repeat(1_000_000), 'not-edtf', `"${'2'.repeat(60)}" is not an EDTF date.`],
  ])('%s is refused', (edtf, code, says) => {
    expect(readEdtf(edtf)).toMatchObject({ code, says });
  });
});

// The library is more generous with times, and less with marks of doubt and seasons, than the standard.
describe('against the library', () => {
  const year = fc.stringMatching(/^20[0-9X]{2}$/);
  // Without 29: to the library, each year may be a leap year.
  const part = fc.constantFrom('XX', '00', '01', '02', '06', '12', '13', '21', '24', '25', '28', '30', '31', '2X');
  const date = fc
    .tuple(year, part, part, fc.integer({ min: 1, max: 3 }))
    .map(([first, second, third, length]) => [first, second, third].slice(0, length).join('-'));
  const mark = fc.constantFrom('', '', '~', '?', '%', '~?');
  const side = fc.tuple(date, mark).map((parts) => parts.join(''));
  const edtf = fc.oneof(
    side,
    fc.tuple(side, fc.oneof(side, fc.constantFrom('..', ''))).map((sides) => sides.join('/')),
  );

  it('a date without a time is taken if and only if its bare sides are of level 1', () => {
    let taken = 0;
    fc.assert(
      fc.property(edtf, (text) => {
        const read = readEdtf(text);
        const sides = text.split('/');
        const isBare = (one: string) => one === '' || one === '..' || levelOf(bareOf(one)) <= 1;
        const isDate = sides.every(isBare) && (sides.length === 1 || !text.includes('X'));
        if ('code' in read) {
          expect(isDate && read.code !== 'end-before-start').toBe(false);
        } else {
          taken++;
          expect(isDate).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
    expect(taken).toBeGreaterThan(100);
  });
});

/** Without its one mark of doubt; nothing if it has more. */
function bareOf(side: string): string {
  return /^[^?~%]*(?=[?~%]?$)/.exec(side)?.[0] ?? '';
}

function levelOf(text: string): number {
  try {
    return parse(text, { level: 2 }).level;
  } catch {
    return Infinity;
  }
}
