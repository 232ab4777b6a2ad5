/** Fronts: the byline and the date of publication that a text has at its head or tail. */
import type { FoundDate } from './date/find.ts';
import { findParagraphs, type Range } from './sentence.ts';

/** The byline: a short line with a name, after "By" or followed by a place or an office, at either end of the text. */
export function findByline(text: string): Range | null {
  const paragraphs = findParagraphs(text);
  const head = paragraphs.slice(1, 4);
  const tail = paragraphs.slice(Math.max(1, paragraphs.length - 3)).reverse();
  for (const range of [...head, ...tail]) {
    if (isByline(text.slice(range.start, range.end))) return range;
  }
  return null;
}

const NAME = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*(?: (?:(?:de|da|del|van|von|bin|al|el|ibn) )*\p{Lu}[\p{L}\p{M}'’.-]*){1,3}`;
const BYLINE = new RegExp(
  String.raw`^(?:(?:[—–-]+ ?)?(?:(?:written |reported |story |report )?by:? |author: ?|text: ?|автор: ?|müəllif: ?))(${NAME})(?:\b.{0,60})?$`,
  'iu',
);
const DASHED = new RegExp(`^[—–-]+ ?(${NAME})$`, 'u');

function isByline(line: string): boolean {
  if (line.length > 120 || (/[.!?]["”]?$/.test(line) && !/\b\p{Lu}\.$/u.test(line))) return false;
  const name = BYLINE.exec(line)?.[1] ?? DASHED.exec(line)?.[1];
  return name !== undefined && /^\p{Lu}/u.test(name);
}

/** The date of publication: from one of the first or last lines, if it has a date and almost nothing else. */
export function findPublished(text: string, dates: readonly FoundDate[]): FoundDate | null {
  const paragraphs = findParagraphs(text);
  const ends = [...paragraphs.slice(1, 5), ...paragraphs.slice(Math.max(1, paragraphs.length - 3))];
  for (const { start, end } of ends) {
    const date = dates.find((one) => one.start >= start && one.end <= end);
    if (date === undefined || !/^\d{4}-\d\d-\d\d/.test(date.edtf) || date.inferred.length > 0) continue;
    const rest = `${text.slice(start, date.start)} ${text.slice(date.end, end)}`;
    if (
      /^[\s,.|:—–-]*(?:(?:published|posted|updated|date|on|at|last|first|modified)\b[\s:,.]*)*(?:\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?\s*\p{Lu}{0,4})?[\s,.|:—–-]*$/iu.test(
        rest,
      )
    )
      return date;
  }
  return null;
}
