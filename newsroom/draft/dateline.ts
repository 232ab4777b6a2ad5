/** Datelines: the date of publication and the agency that a text has in lines at its head or tail. */
import { endsOf, LONGEST_LINE, NAME, PART } from './byline.ts';
import type { FoundDate } from './date/find.ts';
import { DEEPEST_DATELINE, OPENING } from './opening.ts';
import { findParagraphs, type Range } from './sentence.ts';

/** The date of publication: from one of the first or last lines, if it says who published or wrote, when, and nothing else. */
export function findPublished(text: string, dates: readonly FoundDate[]): FoundDate | null {
  const { head, tail } = endsOf(text);
  for (const { start, end } of [...head, ...tail]) {
    if (end - start > LONGEST_LINE) continue;
    const within = dates.filter((one) => one.start >= start && one.end <= end);
    const days = within.filter(({ edtf, inferred }) => /^\d{4}-\d\d-\d\d/.test(edtf) && inferred.length === 0);
    if (days.length === 0 || !isLineOfPublication(text, { start, end }, within)) continue;
    const isUpdate = (date: FoundDate) => UPDATED.test(text.slice(start, date.start));
    return days.find((date) => !isUpdate(date)) ?? days[0] ?? null;
  }
  return null;
}

const UPDATED = /\b(?:updated|modified|changed|edited)[^\p{L}]*(?:(?:on|at)[^\p{L}]*)?$/iu;

/** Whether the line has, beside its dates, only an author, a publisher or a place, labels and a time of day. */
function isLineOfPublication(text: string, line: Range, dates: readonly FoundDate[]): boolean {
  let rest = '';
  let at = line.start;
  for (const { start, end } of dates) {
    rest += `${text.slice(at, start)}${DATE}`;
    at = end;
  }
  rest += text.slice(at, line.end);
  return SIGNS.test([CLOCK, LABELS, AUTHOR, PUBLISHER].reduce((left, part) => left.replace(part, DATE), rest));
}

/** Stands for what has been read. */
const DATE = '\u0001';
const CLOCK = /\b(?:at )?\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\b\.?|(?<=[:.]\d\d))(?: ?\p{Lu}{2,4}\b)?/giu;
const LABELS = /\b(?:published|posted|updated|date|on|at|last|first|modified|changed|edited|created|filed)\b:?/giu;
const AUTHOR = new RegExp(
  String.raw`\b[Bb][Yy]:? ${NAME}(?:(?:,? and |, | & )${NAME}|, ${PART})*(?![\p{L}\p{M}])`,
  'gu',
);
/** A name at the beginning or the end of the line, apart from the rest by a mark. */
const PUBLISHER = new RegExp(`^(?:The )?${PART}(?: (?:of |the |and )*${PART}){0,4} ?(?=[,|•·—–/])`, 'u');
const SIGNS = new RegExp(String.raw`^[\s,.;|:•·—–/()${DATE}-]*$`);

/** What a text says before its first sentence: "BAKU, Nov. 3 (Reuters) —". */
export interface Opening {
  /** The day on which it was written; null if there is none, or its year is unknown. */
  readonly date: FoundDate | null;
  /** The words that name the agency. */
  readonly agency: Range | null;
}

export function findOpening(text: string, dates: readonly FoundDate[]): Opening | null {
  for (const { start, end } of findParagraphs(text).slice(1, DEEPEST_DATELINE + 1)) {
    const line = text.slice(start, Math.min(end, start + LONGEST_LINE));
    const found = OPENING.exec(line);
    if (found === null) continue;
    const [whole, inside = '', beside = ''] = found;
    const day = dates.find((one) => one.start >= start && one.end <= start + whole.length) ?? null;
    // Without a day, "LARKFORD, GOP —" may be any capitals.
    const words = inside || (day === null ? '' : beside);
    if (words === '' && day === null) continue;
    const at = start + whole.lastIndexOf(words);
    const isDay = day !== null && /^\d{4}-\d\d-\d\d$/.test(day.edtf);
    return { date: isDay ? day : null, agency: words === '' ? null : { start: at, end: at + words.length } };
  }
  return null;
}
