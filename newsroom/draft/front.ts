/** Fronts: the authors, the date of publication and the agency that a text has in lines at its head or tail. */
import type { FoundDate } from './date/find.ts';
import { readDictionary } from './name/dictionary.ts';
import { readGivenNames } from './name/given-name.ts';
import { fold } from './name/word.ts';
import { findParagraphs, type Range } from './sentence.ts';

/** An author: the words of the byline, and the name in them; null if they name nobody, as in "By our correspondent". */
export interface FoundByline {
  readonly words: Range;
  readonly name: Range | null;
}

/**
 * The bylines: names in a short line at either end of the text, after "By" or a dash.
 *
 * @param authors lines that are known to name authors.
 */
export function findBylines(text: string, authors: readonly string[] = []): FoundByline[] {
  const { head, tail } = endsOf(text);
  const given = head.filter(({ start, end }) => authors.includes(text.slice(start, end)));
  if (given.length > 0) return given.flatMap((line) => readAuthors(text, line));
  for (const range of [...head, ...tail]) {
    const line = text.slice(range.start, range.end);
    const opening = line.length > LONGEST_LINE || isSentence(line) ? null : (BY.exec(line) ?? DASH.exec(line));
    if (opening === null) continue;
    const found = readByline(text, range, range.start + opening[0].length);
    if (found.length > 0) return found;
  }
  return [];
}

/** A line that is known to name authors, with or without "By". */
function readAuthors(text: string, line: Range): FoundByline[] {
  const [opening = ''] = BY.exec(text.slice(line.start, line.end)) ?? [];
  const found = readByline(text, line, line.start + opening.length);
  return found.length > 0 ? found : [{ words: line, name: null }];
}

/** The paragraphs in which a text says who wrote it and when: those below the headline, and the last, from the end. */
function endsOf(text: string): { head: Range[]; tail: Range[] } {
  const paragraphs = findParagraphs(text);
  return { head: paragraphs.slice(1, 5), tail: paragraphs.slice(Math.max(1, paragraphs.length - 3)).reverse() };
}

const LONGEST_LINE = 160;

function isSentence(line: string): boolean {
  return /[.!?]["”]?$/.test(line) && !/\b\p{Lu}\.$|\b[ap]\.m\.$/u.test(line);
}

const BY =
  /^(?:\(|[—–-]+ ?)?(?:(?:written |writing |reported |reporting |posted |published |story |report |text |words )?by:? |(?:authors?|text|words|автор|müəllif): ?)(?=\p{Lu})/iu;
const DASH = /^[—–-]+ ?(?=\p{Lu})/u;

const PART = String.raw`(?!AND\b)\p{Lu}[\p{L}\p{M}'’.-]*`;
const NAME = `${PART}(?: (?:(?:de|da|del|der|van|von|bin|al|el|ibn) )*${PART}){1,3}`;
const FIRST = new RegExp(NAME, 'uy');
const NEXT = new RegExp(`(,? (?:and|AND|und|et|y|və|и) |, ?(?:and )?| ?& ?)(?=(${NAME}))`, 'uy');

/** Reads the names from a place in the line; each name of a list is a byline of its own. */
function readByline(text: string, line: Range, from: number): FoundByline[] {
  const names = namesAt(text.slice(0, line.end), from);
  const [first] = names;
  if (first === undefined) return [];
  const isDashed = DASH.test(text.slice(line.start, from)) && !BY.test(text.slice(line.start, line.end));
  if (isDashed && names.at(-1)?.end !== line.end) return [];
  const known = names.filter((name) => isPerson(text.slice(name.start, name.end)));
  if (known.length > 1) return known.map((name) => ({ words: name, name }));
  // "(Reporting by Ann Reed; editing by Tom Holt)"
  if (text[line.start] === '(') return known.map((name) => ({ words: name, name }));
  const words = { start: line.start, end: endOfByline(text, line, first) };
  return [{ words, name: known[0] ?? null }];
}

function namesAt(text: string, from: number): Range[] {
  FIRST.lastIndex = from;
  const first = FIRST.exec(text);
  if (first === null) return [];
  const names = [{ start: from, end: from + first[0].length }];
  for (let at = from + first[0].length; ; ) {
    NEXT.lastIndex = at;
    const [, joint, name] = NEXT.exec(text) ?? [];
    if (joint === undefined || name === undefined) return authorsOf(text, names);
    const start = at + joint.length;
    at = start + name.length;
    names.push({ start, end: at });
  }
}

/** "By Ann Reed, Larkford Echo": after a comma alone stands an author only if "and" follows, or a given name begins it. */
function authorsOf(text: string, names: readonly Range[]): Range[] {
  const before = names.map(({ end }, index) => text.slice(end, names[index + 1]?.start ?? end));
  const lastAnd = before.findLastIndex((joint) => /\p{L}|&/u.test(joint));
  return names.filter(
    ({ start, end }, index) => index === 0 || index <= lastAnd + 1 || isGivenName(text.slice(start, end)),
  );
}

let givenNames: ReturnType<typeof readGivenNames> | null = null;

function isGivenName(name: string): boolean {
  givenNames ??= readGivenNames();
  return givenNames.has(fold(name.split(' ', 1)[0] ?? ''));
}

/** Whether the words name a person, unlike "Staff Reporter", "Larkford Press Agency" and "By Land and Sea". */
function isPerson(name: string): boolean {
  const [first = ''] = name.toLowerCase().split(' ');
  return !NOBODY.test(name) && (isGivenName(name) || !readDictionary().isOrdinary(first));
}

const NOBODY =
  /\b(?:the|our|staff|special|correspondents?|reporters?|editors?|editorial|writers?|desk|agency|agencies|press|news|newsroom|bureau|team|service|network|times|post|echo|gazette|herald|media|radio|online|magazine|contributors?)\b/i;

/** The end of the byline: without a date that follows in the same line. */
function endOfByline(text: string, line: Range, name: Range): number {
  const rest = /^[^\d|•·]*/.exec(text.slice(name.end, line.end))?.[0] ?? '';
  if (name.end + rest.length === line.end) return line.end;
  // "By Ann Reed, Tuesday 3 March 2026": nothing of what stands before the figures is the author's.
  return name.end;
}

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
  for (const { start, end } of findParagraphs(text).slice(1, 6)) {
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

const AGENCY = String.raw`(?:\p{Lu}[\p{L}&]+(?: [\p{L}&]+){0,4}|dpa|epa)`;
const TOWN = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*(?:[ -]\p{Lu}[\p{L}\p{M}'’.-]*){0,3}`;
const OPENING = new RegExp(
  String.raw`^(?:${TOWN}(?:, ${TOWN})?(?:[,:]? (?:\p{L}+day,? )?(?:\p{L}{3,9}\.? \d{1,2}|\d{1,2}\.? \p{L}{3,9}\.?)(?:,? \d{4})?)?,? ?)?(?:[(/]+(${AGENCY})[)/]+|, ?(\p{Lu}{2,}\p{L}*))? ?(?:--|[—–―-]) `,
  'u',
);
