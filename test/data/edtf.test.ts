import { describe, expect, it } from 'vitest';
import { readEdtf } from '../../data/compile/date.ts';

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
  ])('%s is approximate: %s, uncertain: %s', (edtf, approximate, uncertain) => {
    expect(readEdtf(edtf)).toMatchObject({ edtf, approximate, uncertain });
  });

  it.each([
    ['2025-06-30/2025-06-27', 'end-before-start', 'The interval ends on 2025-06-27, before it begins on 2025-06-30.'],
    ['2025-?06', 'not-edtf', '"2025-?06" is EDTF level 2, which is not supported.'],
    ['1XXX', 'not-edtf', '"1XXX" is EDTF level 2, which is not supported.'],
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
