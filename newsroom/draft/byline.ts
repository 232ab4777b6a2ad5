/** Bylines: the authors that a text has in lines at its head or tail. */
import { CREDIT_IN_TEXT, isPersonal, readAuthors } from '../author.ts';
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
  if (given.length > 0) return given.flatMap((line) => readGiven(text, line));
  for (const range of [...head, ...tail]) {
    const line = text.slice(range.start, range.end);
    const opening =
      line.length > LONGEST_LINE || isSentence(line) ? null : (CREDIT_IN_TEXT.exec(line) ?? DASH.exec(line));
    if (opening === null) continue;
    const found = readByline(text, range, range.start + opening[0].length);
    if (found.length > 0) return found;
  }
  return [];
}

/** A line that is known to name authors, with or without "By". */
function readGiven(text: string, line: Range): FoundByline[] {
  const people = readAuthors(text.slice(line.start, line.end), null).filter(({ type }) => type === 'Person');
  return bylinesOf(
    line,
    people.map(({ start, end }) => ({ start: line.start + start, end: line.start + end })),
  );
}

/** Each of several authors has a byline, and one alone the whole line. */
function bylinesOf(words: Range, people: readonly Range[]): FoundByline[] {
  return people.length > 1 ? people.map((name) => ({ words: name, name })) : [{ words, name: people[0] ?? null }];
}

/** The paragraphs in which a text says who wrote it and when: those below the headline, and the last, from the end. */
export function endsOf(text: string): { head: Range[]; tail: Range[] } {
  const paragraphs = findParagraphs(text);
  return { head: paragraphs.slice(1, 5), tail: paragraphs.slice(Math.max(1, paragraphs.length - 3)).reverse() };
}

export const LONGEST_LINE = 160;

function isSentence(line: string): boolean {
  return /[.!?]["”]?$/.test(line) && !/\b\p{Lu}\.$|\b[ap]\.m\.$/u.test(line);
}

const DASH = /^[—–-]+ ?(?=\p{Lu})/u;

export const PART = String.raw`(?!AND\b)\p{Lu}[\p{L}\p{M}'’.-]*`;
export const NAME = `${PART}(?: (?:(?:de|da|del|der|van|von|bin|al|el|ibn) )*${PART}){1,3}`;
const FIRST = new RegExp(NAME, 'uy');
const NEXT = new RegExp(`(,? (?:and|AND|und|et|y|və|и) |, ?(?:and )?| ?& ?)(?=(${NAME}))`, 'uy');

/** Reads the names from a place in the line; each name of a list is a byline of its own. */
function readByline(text: string, line: Range, from: number): FoundByline[] {
  const names = namesAt(text.slice(0, line.end), from);
  const [first] = names;
  if (first === undefined) return [];
  const isDashed = DASH.test(text.slice(line.start, from)) && !CREDIT_IN_TEXT.test(text.slice(line.start, line.end));
  if (isDashed && names.at(-1)?.end !== line.end) return [];
  const known = names.filter((name) => isPerson(text.slice(name.start, name.end)));
  // "(Reporting by Ann Reed; editing by Tom Holt)"
  if (text[line.start] === '(') return known.map((name) => ({ words: name, name }));
  return bylinesOf({ start: line.start, end: endOfByline(text, line, first) }, known);
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

function isGivenName(name: string): boolean {
  return readGivenNames().has(fold(name.split(' ', 1)[0] ?? ''));
}

/** Whether the words name a person, unlike "Staff Reporter", "Larkford Press Agency" and "By Land and Sea". */
function isPerson(name: string): boolean {
  const [first = ''] = name.toLowerCase().split(' ');
  return isPersonal(name) && (isGivenName(name) || !readDictionary().isOrdinary(first));
}

/** The end of the byline: without a date that follows in the same line. */
function endOfByline(text: string, line: Range, name: Range): number {
  const rest = /^[^\d|•·]*/.exec(text.slice(name.end, line.end))?.[0] ?? '';
  if (name.end + rest.length === line.end) return line.end;
  // "By Ann Reed, Tuesday 3 March 2026": nothing of what stands before the figures is the author's.
  return name.end;
}
