/** Anchoring: finds the one place in the text that an annotation quotes. Exact, or the build fails. */
import type { Evidence, Span, TextName } from '../model.ts';
import { findQuotations, type Quotation } from '../quotation.ts';
import {
  type CodePointCounts,
  context,
  countCodePoints,
  cut,
  paragraphs,
  quote as quoteOf,
  spanBetween,
} from '../text.ts';
import type { Anchor, Anchors } from './authored-part.ts';
import { lineAt } from './line.ts';
import { openPassages, type Passages } from './passage.ts';
import { counted, type Place, type Problem, quoted, type Report, type SourceFile, startOf } from './problem.ts';
import { isWhole } from './whole-word.ts';

/** A text ready for anchoring: counted once. */
export interface AnchorText {
  readonly name: TextName;
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly counts: CodePointCounts;
  readonly quotations: readonly Quotation[];
  readonly passages: Passages;
  /** The places of words that occur often: annotations quote the same ones again and again. */
  readonly often: Map<string, readonly number[]>;
  /** The evidence made so far, by its place. */
  readonly evidence: Map<number, Evidence>;
  /** How many more places its names may have. */
  readonly room: { left: number };
  /** Its file, and where it begins there, for messages. */
  readonly file: SourceFile;
  readonly from: number;
}

/** Counts a text and finds its paragraphs and quotations. */
export function openText(name: TextName, text: string, file: SourceFile, from: number): AnchorText {
  const counts = countCodePoints(text);
  return {
    name,
    text,
    paragraphs: paragraphs(text, counts),
    counts,
    quotations: findQuotations(text),
    passages: openPassages(text),
    often: new Map(),
    evidence: new Map(),
    room: { left: MOST_NAMED },
    file,
    from,
  };
}

/** The most places that all names of an annotation may have together; a book of a million characters has fewer. */
export const MOST_NAMED = 50_000;

/**
 * The place of the words. Reports a problem and returns null if the text does not have them or has them more than once.
 * "12 people" does not match in "112 people".
 */
export function anchor(words: Anchor, text: AnchorText, at: Place, report: Report): Evidence | null {
  const wanted = readAnchor(words);
  const found = placesOf(wanted, text);
  const [first] = found;
  if (first === undefined) reportNotFound(wanted, text, at, report);
  else if (found.length > 1) reportAmbiguous(wanted, found, text, at, report);
  return first === undefined || found.length > 1 ? null : evidenceAt(text, first, first + wanted.quote.length);
}

/** Every place of a name. Reports a problem and returns none if there is no place, or if all names have too many. */
export function anchorName(words: Anchor, text: AnchorText, at: Place, report: Report): Evidence[] {
  const wanted = readAnchor(words);
  const found = placesOf(wanted, text);
  if (found.length === 0) reportNotFound(wanted, text, at, report);
  if (found.length > text.room.left) {
    reportTooOften(found.length, at, report);
    return [];
  }
  text.room.left -= found.length;
  return found.map((start) => evidenceAt(text, start, start + wanted.quote.length));
}

/** Every place of the words, without a report: none if there is no place, or if all names have too many. */
export function placesOfWords(words: Anchor, text: AnchorText): Evidence[] {
  return anchorName(words, text, startOf(text.file), () => {});
}

/** One quote or several, as a list. */
export function listAnchors(anchors: Anchors): { anchor: Anchor; path: readonly number[] }[] {
  return Array.isArray(anchors)
    ? anchors.map((one, index) => ({ anchor: one, path: [index] }))
    : [{ anchor: anchors, path: [] }];
}

interface Wanted {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

function readAnchor(words: Anchor): Wanted {
  if (typeof words === 'string') return { quote: words, prefix: '', suffix: '' };
  const { quote, prefix = '', suffix = '' } = words;
  return { quote, prefix, suffix };
}

/** The places of the quote: as whole words if it has no prefix or suffix, else where these match. */
function placesOf(wanted: Wanted, { text, often }: AnchorText): readonly number[] {
  const { quote, prefix, suffix } = wanted;
  const key = JSON.stringify([prefix, quote, suffix]);
  const known = often.get(key);
  if (known !== undefined) return known;
  const all = occurrences(wanted, text);
  const isPlain = prefix === '' && suffix === '';
  const found = isPlain ? all.filter((start) => isWhole(text, start, start + quote.length)) : all;
  if (found.length > OFTEN) often.set(key, found);
  return found;
}

const OFTEN = 20;

/** UTF-16 positions of the quote between its prefix and suffix; overlapping places all count. */
function occurrences({ quote, prefix, suffix }: Wanted, text: string): number[] {
  const whole = prefix + quote + suffix;
  // Half a surrogate pair would match inside a character.
  if (!whole.isWellFormed()) return [];
  const found: number[] = [];
  for (let at = text.indexOf(whole); at !== -1; at = text.indexOf(whole, at + 1)) found.push(at + prefix.length);
  return found;
}

/** The words between two UTF-16 positions of the text, as evidence: one record for each place. */
export function evidenceAt(text: AnchorText, utf16Start: number, utf16End: number): Evidence {
  const key = utf16Start * MOST_UNITS + utf16End;
  const known = text.evidence.get(key);
  if (known !== undefined) return known;
  const span = spanBetween(text.counts, utf16Start, utf16End);
  const made = makeEvidence(text.name, text.text, span, paragraphAt(text.paragraphs, utf16Start));
  text.evidence.set(key, made);
  return made;
}

/** More than a file can have. */
export const MOST_UNITS = 2 ** 26;

export function makeEvidence(source: TextName, text: string, span: Span, paragraph: number): Evidence {
  const { exact, prefix, suffix } = quoteOf(text, span);
  // Spreading would be shorter, but makes objects twice as large, and a corpus has a million of them.
  return {
    type: 'Evidence',
    source,
    start: span.start,
    end: span.end,
    utf16Start: span.utf16Start,
    utf16End: span.utf16End,
    paragraph,
    exact,
    prefix,
    suffix,
  };
}

/** The number of the last paragraph that begins at or before the position. */
function paragraphAt(all: readonly Span[], utf16: number): number {
  let low = 0;
  let high = all.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((all[middle]?.utf16Start ?? 0) <= utf16) low = middle;
    else high = middle;
  }
  return low;
}

function reportNotFound(wanted: Wanted, text: AnchorText, at: Place, report: Report): void {
  const [bare] = occurrences({ quote: wanted.quote, prefix: '', suffix: '' }, text.text);
  const isPlain = wanted.prefix === '' && wanted.suffix === '';
  const explanation =
    bare === undefined
      ? explainMissing(wanted, text)
      : isPlain
        ? explainPartOfWord(wanted, bare, text)
        : explainContext(wanted, bare, text);
  report({ code: 'quote-not-found', at, ...explanation });
}

type Explanation = Pick<Problem, 'says' | 'expected' | 'fix'>;

function explainMissing({ quote }: Wanted, text: AnchorText): Explanation {
  const says = 'The text does not have these words.';
  const expected = `words of ${text.file.path}, exactly as written there.`;
  const fix = 'Copy the words from the text.';
  const like = text.passages.like(quote);
  if (like !== null) {
    return { says, expected: `${expected} ${like.difference} See ${showPassage(like, text)}.`, fix };
  }
  const near = text.passages.nearest(quote);
  if (near !== null) return { says, expected: `${expected} The closest are in ${showPassage(near, text)}.`, fix };
  return { says, expected: `${expected} Nothing there is similar.`, fix: 'Quote other words, or remove this.' };
}

function explainPartOfWord({ quote }: Wanted, at: number, text: AnchorText): Explanation {
  const letters = /[\p{L}\p{N}\p{M}]*/u;
  const rest = letters.exec(text.text.slice(at + quote.length, at + quote.length + LONGEST_WORD))?.[0] ?? '';
  return {
    says: 'The text has this only as part of a longer word.',
    expected: `whole words of ${text.file.path}. The first place is in ${showPassage({ start: at, end: at + quote.length + rest.length }, text)}.`,
    fix: 'Quote the whole word, or add the prefix and suffix of this part.',
  };
}

const LONGEST_WORD = 50;

function explainContext({ quote }: Wanted, at: number, text: AnchorText): Explanation {
  const { prefix, suffix } = context(text.text, spanBetween(text.counts, at, at + quote.length), 20);
  return {
    says: 'The text has these words, but not between this prefix and suffix.',
    expected: `the prefix right before the words and the suffix right after them, spaces included. In ${placeName(text, at)} the words come after ${quoted(prefix)} and before ${quoted(suffix)}.`,
    fix: 'Correct the prefix or the suffix, or remove them.',
  };
}

function showPassage({ start, end }: { start: number; end: number }, text: AnchorText): string {
  return `${placeName(text, start)}: ${quoted(text.text.slice(start, end), 200)}`;
}

function reportTooOften(count: number, at: Place, report: Report): void {
  report({
    code: 'quote-ambiguous',
    at,
    says: `The text has this name ${counted(count, 'time')}, which gives the names of this annotation more than ${MOST_NAMED.toLocaleString('en')} places.`,
    expected: `names with at most ${MOST_NAMED.toLocaleString('en')} places in the text, all together.`,
    fix: 'Quote a longer form of the name, or remove names that are listed twice.',
  });
}

const PLACES_LISTED = 5;

function reportAmbiguous(wanted: Wanted, found: readonly number[], text: AnchorText, at: Place, report: Report): void {
  const places = found.slice(0, PLACES_LISTED).map((start) => {
    const span = spanBetween(text.counts, start, start + wanted.quote.length);
    const { prefix, suffix } = context(text.text, span, 24);
    const words = cut(text.text, span);
    return `\n  - ${placeName(text, start)}: ${quoted(`${prefix}[${words.length > 60 ? `${words.slice(0, 60).toWellFormed()}…` : words}]${suffix}`, 130)}`;
  });
  const more = found.length > PLACES_LISTED ? `\n  - and ${found.length - PLACES_LISTED} more` : '';
  report({
    code: 'quote-ambiguous',
    at,
    says: `The text has these words ${counted(found.length, 'time')}:${places.join('')}${more}`,
    expected: 'words that occur there only once.',
    fix: 'Quote more of them, or add what comes right before or after: { quote: "…", prefix: "…" } or { quote: "…", suffix: "…" }.',
  });
}

function placeName({ paragraphs: all, text, file, from }: AnchorText, utf16: number): string {
  const line = lineAt(file, from + Math.min(utf16, text.length)).number;
  return `paragraph ${paragraphAt(all, utf16) + 1} (line ${line})`;
}
