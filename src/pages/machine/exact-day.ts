/** Dates for formats that have no vague ones: schema.org, feeds, sitemaps. */
import type { Day } from '../reader/answer.ts';

/** The day of a date that is one certain day, with or without a time; null for any other. EDTF level 1. */
export function exactDay(date: Pick<Day, 'edtf'> | null): string | null {
  return /^(\d{4}-\d\d-\d\d)(?:T[\d:]+(?:Z|[+-][\d:]+)?)?$/.exec(date?.edtf ?? '')?.[1] ?? null;
}
