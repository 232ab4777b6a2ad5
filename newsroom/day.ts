/** Days: when the corpus got or changed something, as an editor gives it, or today. */
import { Refusal, readEdtf } from '../data/compile/index.ts';

/** The day given, or today where the editor is. @throws Refusal if it is no day. */
export function dayOf(given: string | undefined, option = '--on'): string {
  if (given === undefined) {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
  }
  const date = new Date(`${given}T00:00:00Z`);
  if (/^\d{4}-\d\d-\d\d$/.test(given) && !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(given)) {
    return given;
  }
  throw new Refusal(`${option} is "${given}"; it must be a day, such as 2026-03-05.`, 2);
}

/** Whether the day is after the first on which an article may have been published, which may be unknown. */
export function isLater(day: string, published: string | null): boolean {
  const date = published === null ? null : readEdtf(published);
  return date === null || 'says' in date || date.earliest === null || date.earliest < day;
}
