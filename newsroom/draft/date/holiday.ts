/** Holidays on the same day in every year: "Christmas Day", "New Year’s Eve". */
import type { Read } from './reading.ts';
import { possessiveAt, textAt, type Word } from './word.ts';

export function readHoliday(words: readonly Word[], at: number): Read | null {
  const isNewYear = textAt(words, at) === 'New' && textAt(words, at + 1) === 'Year';
  const length = isNewYear ? 2 + possessiveAt(words, at + 2) : 1;
  const name = isNewYear ? 'New Year' : textAt(words, at);
  const date = HOLIDAYS.get(`${name} ${textAt(words, at + length)}`);
  if (date === undefined) return null;
  const reading = { kind: 'calendar', year: null, ...date, side: null, yearsFromPublication: null } as const;
  return { reading, length: length + 1, rule: 'holiday' };
}

const HOLIDAYS: ReadonlyMap<string, { readonly month: number; readonly day: number }> = new Map([
  ['New Year Day', { month: 1, day: 1 }],
  ['Christmas Eve', { month: 12, day: 24 }],
  ['Christmas Day', { month: 12, day: 25 }],
  ['Boxing Day', { month: 12, day: 26 }],
  ['New Year Eve', { month: 12, day: 31 }],
]);
