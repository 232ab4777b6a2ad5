// The tables of an export: no spreadsheet calculates a cell, none splits one, and all are read back as they were.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardFormulas } from '../../../data/compile/index.ts';
import { readCsv as readRows } from '../../../test/api/read-csv.ts';
import { printCsv, readCsv } from '../../export/csv.ts';
import type { ExportRecord } from '../../export/record.ts';

describe('a text that a spreadsheet would calculate gets an apostrophe', () => {
  it.each([
    ['=1', "'=1"],
    ["'=1", "''=1"],
    ['\uFF1D1', "'\uFF1D1"],
    ['\uFF0B1', "'\uFF0B1"],
    ['\uFF0D1', "'\uFF0D1"],
    ['\uFF20A1', "'\uFF20A1"],
    [' =1', "' =1"],
    ['\u00A0=1', "'\u00A0=1"],
    ['\u200B=1', "'\u200B=1"],
    ['\uFEFF\u202E=1', "'\uFEFF\u202E=1"],
    ['\r\n=1', "'\r\n=1"],
    ['a; =1', "a;' =1"],
    ['a=1', 'a=1'],
    ["'a", "'a"],
  ])('%j', (name, cell) => {
    expect(rowsOf([personOf(name)])[1]).toContain(cell);
    expect(readBack([personOf(name)])).toEqual([personOf(name)]);
  });

  it('in a list, too, where a semicolon would split it', () => {
    const person = personOf('Ann', ['a;=1;b']);
    expect(rowsOf([person])[1]).toContain(`["a;'=1;b"]`);
    expect(readBack([person])).toEqual([person]);
  });
});

it.each(['a;b', 'a\tb', ' a', 'a '])('a cell is quoted where a reader might split or trim it: %j', (name) => {
  expect(printCsv([personOf(name)]).get('Person.csv')).toContain(`"${name}"`);
});

it('a number stays a number', () => {
  const span = { type: 'Mention', start: -1 } as unknown as ExportRecord;
  expect(rowsOf([span])).toEqual([['start'], ['-1']]);
});

it('whatever the texts are, they are read back', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.string({ unit: fc.constantFrom(...'";,=\uFF1D-\t\r\n\' \u200Ba'), minLength: 1 }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.array(text)), { minLength: 1 }), (given) => {
      const people = given.map(([name, otherNames]) => personOf(name, otherNames));
      expect(readBack(people)).toEqual(people);
      const [header, ...rows] = rowsOf(people);
      expect(rows.map((row) => row[header!.indexOf('name')])).toEqual(given.map(([name]) => guardFormulas(name)));
    }),
  );
});

function personOf(name: string, otherNames: readonly string[] = []): ExportRecord {
  return { type: 'Person', slug: 'ann-lee', name, otherNames } as unknown as ExportRecord;
}

function rowsOf(records: readonly ExportRecord[]): readonly (readonly string[])[] {
  return readRows([...printCsv(records).values()][0] ?? '');
}

function readBack(records: readonly ExportRecord[]): unknown[] {
  return readCsv('Person', printCsv(records).get('Person.csv') ?? '', (says) => {
    throw new Error(says);
  });
}
