/** Periods of a timeline: days, months and years as consecutive whole numbers. */
import type { Granularity } from './query.ts';

/** The period that contains a day (20250627). */
export function periodOf(day: number, granularity: Granularity): number {
  const year = Math.floor(day / 10_000);
  const month = Math.floor(day / 100) % 100;
  switch (granularity) {
    case 'YEAR':
      return year;
    case 'MONTH':
      return year * 12 + month - 1;
    case 'DAY':
      return epochDay(year, month, day % 100);
  }
}

/** EDTF level 0: `2025`, `2025-06`, `2025-06-27`. */
export function printPeriod(period: number, granularity: Granularity): string {
  switch (granularity) {
    case 'YEAR':
      return pad(period, 4);
    case 'MONTH':
      return `${pad(Math.floor(period / 12), 4)}-${pad((period % 12) + 1, 2)}`;
    case 'DAY':
      return printDay(period);
  }
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

const MILLISECONDS_A_DAY = 86_400_000;

/** Days since 1970. `Date.UTC` takes years below 100 for the 1900s, so this adds 400: the calendar repeats after that. */
function epochDay(year: number, month: number, day: number): number {
  return Date.UTC(year + 400, month - 1, day) / MILLISECONDS_A_DAY - DAYS_IN_400_YEARS;
}

const DAYS_IN_400_YEARS = 146_097;

function printDay(epoch: number): string {
  return new Date(epoch * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}
