/** Quotations: finds text between quotation marks of any style, paragraph by paragraph. */
import type { ArticleText, Span } from './model.ts';
import type { Range } from './text.ts';

/** A text between two quotation marks. */
export interface Quotation {
  /** Including its marks. */
  readonly outer: Range;
  /** The words between them, without the space at the ends. Never empty. */
  readonly inner: Range;
  /** The marks to print it with, each with the space between it and the words. A missing mark is supplied. */
  readonly opening: string;
  readonly closing: string;
  /** False if the paragraph ends before the closing mark, and the quotation goes on in the next paragraph. */
  readonly closed: boolean;
  /** The quotations inside it, in the order of the text. */
  readonly within: readonly Quotation[];
}

/**
 * The outermost quotations of a text, in order. One that runs over several paragraphs gives one in each: a paragraph that
 * opens with the same mark continues it, and so does, in a style that need not repeat the mark, a paragraph with only the
 * closing one. If a paragraph does not close a quotation and the next does not continue it, a mark was forgotten: it is
 * unknown which of the words are quoted, so none of them count as quoted.
 */
export function findQuotations(text: string): Quotation[] {
  const isSingle = !hasDoubles(text);
  const paragraphs: { readonly start: number; found: readonly Quotation[] }[] = [];
  let last: Quotation | null = null;
  for (const { index: start, 0: line } of text.matchAll(PARAGRAPH)) {
    const found = findIn(text, { start, end: start + line.length }, isSingle, last?.closed === false ? last : null);
    paragraphs.push({ start, found });
    last = found.at(-1) ?? null;
  }
  // From the end, since a quotation that continues in one with a forgotten mark does not count either.
  let next: Quotation | null = null;
  for (const paragraph of paragraphs.toReversed()) {
    const { start, found } = paragraph;
    const open = found.at(-1);
    if (open?.closed === false && open.opening.trim() !== next?.opening.trim()) {
      paragraph.found = [...found.slice(0, -1), ...withoutOuter(open, isSingle)];
    }
    const [first = null] = paragraph.found;
    next = first?.outer.start === start ? first : null;
  }
  return paragraphs.flatMap(({ found }) => found);
}

/** The quotations inside an unclosed mark. Single marks that are not inside double ones are apostrophes. */
function withoutOuter({ within }: Quotation, isSingle: boolean): readonly Quotation[] {
  return isSingle ? within : within.filter(({ opening }) => DOUBLES.has(opening.trim()));
}

const PARAGRAPH = /\S[^\n]*\S|\S/g;

/** The quotations of an article's text, found once. */
export function quotationsOf(article: ArticleText): readonly Quotation[] {
  const known = FOUND.get(article);
  if (known !== undefined) return known;
  const found = findQuotations(article.text);
  FOUND.set(article, found);
  return found;
}

const FOUND = new WeakMap<ArticleText, readonly Quotation[]>();

/** Whether all words of the span are inside quotation marks. */
export function isQuoted(text: string, span: Span, quotations: readonly Quotation[]): boolean {
  const parts = cutAtMarks(text, { start: span.utf16Start, end: span.utf16End }, quotations);
  return parts.length > 0 && parts.every((part) => part.quotation !== null);
}

/** A part of a range that is wholly quoted or not at all, with the quotation around it, or null. */
export interface Part extends Range {
  readonly quotation: Quotation | null;
}

/** The range without quotation marks, cut where one opens or closes. Parts without a letter or digit are left out. */
export function cutAtMarks(text: string, { start, end }: Range, quotations: readonly Quotation[]): Part[] {
  const parts: Part[] = [];
  const add = (from: number, to: number, quotation: Quotation | null) => {
    if (from < to && hasWords(text, from, to)) parts.push({ start: from, end: to, quotation });
  };
  let at = start;
  for (const quotation of meeting(quotations, { start, end })) {
    const { outer, inner } = quotation;
    add(at, outer.start, null);
    add(Math.max(start, inner.start), Math.min(end, inner.end), quotation);
    at = Math.max(start, outer.end);
  }
  add(at, end, null);
  return parts;
}

/** The quotations, given in the order of the text, that share a character with the range. */
export function meeting(quotations: readonly Quotation[], { start, end }: Range): readonly Quotation[] {
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((quotations[middle]?.outer.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  let after = low;
  while ((quotations[after]?.outer.start ?? Infinity) < end) after++;
  return quotations.slice(low, after);
}

/** Whether the text, or this part of it, has a letter or digit. */
export function hasWords(text: string, start?: number, end?: number): boolean {
  return WORD.test(text.slice(start, end));
}

const WORD = /[\p{L}\p{N}]/u;

/** Each mark that opens a quotation, and those that close it, the usual one first. */
type Style = ReadonlyMap<string, readonly string[]>;
/** Two single marks are how agencies' wires and typewriters write a double one. */
const DOUBLES: Style = new Map([
  ['“', ['”', '“', '"', "''"]],
  ['"', ['"', '”', "''"]],
  ["''", ["''", '"', '”']],
  ['``', ["''", '"', '”']],
  ['„', ['“', '”', '"']],
  ['”', ['”', '"']],
  ['«', ['»']],
  ['»', ['«', '»']],
  ['‹', ['›']],
  ['「', ['」']],
  ['『', ['』']],
]);
/** Marks that a paragraph need not repeat to continue a quotation, and of which one may close two. */
const UNREPEATED = '«»‹「『';
/** Marks inside a quotation; in papers that quote with single marks, also outside, with double ones inside. */
const SINGLES: Style = new Map([
  ['‘', ['’']],
  ["'", ["'"]],
  ['‚', ['‘', '’']],
]);

/** Of three apostrophes at the end of a word, the first closes the inner quotation. */
const MARK = /(?<=\S)'(?=''(?!'))|''|``|[“”„"«»‹›「」『』‘’‚']/g;

/** Whether the paper quotes with double marks, and uses single ones for inner quotations, apostrophes and headlines. */
function hasDoubles(text: string): boolean {
  const body = text.slice(Math.max(0, text.indexOf('\n')));
  return body.split('\n').some((line) => {
    const first = line.search(/[“"„”«»]|''|``/);
    return first !== -1 && Math.max(...CLOSING.map((mark) => line.lastIndexOf(mark))) - first > SHORTEST;
  });
}

const CLOSING = ['”', '"', '“', '»', '«', "''"];

/** The least distance of a paragraph's first and last marks to count as a quotation: a title or name may be shorter. */
const SHORTEST = 12;

/** A mark that nothing has closed yet. */
interface Open {
  readonly at: number;
  readonly mark: string;
  /** The marks that would close it. */
  readonly closings: readonly string[];
  readonly isSingle: boolean;
  /** True if a quotation of the paragraph before continues without a mark, so that nothing opens here. */
  readonly goesOn: boolean;
  readonly within: Quotation[];
}

/** The quotations of a paragraph; `before` is the one that the paragraph before left open. */
function findIn(text: string, paragraph: Range, isSingle: boolean, before: Quotation | null): Quotation[] {
  const found: Quotation[] = [];
  const open: Open[] = goOn(text, paragraph, before);
  const words = text.slice(paragraph.start, paragraph.end);
  for (const { index, 0: mark } of words.matchAll(MARK)) {
    const at = paragraph.start + index;
    // An unclosed mark inside it was an apostrophe, or its closing mark was forgotten.
    const [closed, ...forgotten] = open.splice(findClosed(text, at, mark, open));
    if (closed !== undefined) {
      const within = insideOf([closed, ...forgotten]);
      const around = open.at(-1)?.within ?? found;
      around.push(...toQuotation(text, { ...closed, within }, at, at + mark.length));
      continue;
    }
    const closings = DOUBLES.get(mark) ?? (isSingle || open.length > 0 ? SINGLES.get(mark) : undefined);
    if (closings === undefined || open.length === DEEPEST || !opens(text, at, mark)) continue;
    open.push({ at, mark, closings, isSingle: SINGLES.has(mark), goesOn: false, within: [] });
  }
  return [...found, ...leftOpen(text, paragraph, open)];
}

/** How deep quotations may nest; anything deeper belongs to the last. */
const DEEPEST = 8;

function goOn(text: string, { start }: Range, before: Quotation | null): Open[] {
  const mark = before?.opening.trim() ?? '';
  const closings = UNREPEATED.includes(mark) ? DOUBLES.get(mark) : undefined;
  if (closings === undefined || [...DOUBLES.keys()].some((double) => text.startsWith(double, start))) return [];
  return [{ at: start, mark, closings, isSingle: false, goesOn: true, within: [] }];
}

/** The index of the quotation that the mark closes; the length if none. A single mark closes none around a double one. */
function findClosed(text: string, at: number, mark: string, open: readonly Open[]): number {
  if (open.length === 0 || !closes(text, at, mark)) return open.length;
  const isSingle = "‘’'".includes(mark);
  const closed = open.findLastIndex(
    (one, index) => one.closings.includes(mark) && (!isSingle || open.slice(index).every((inner) => inner.isSingle)),
  );
  return closed === -1 ? open.length : closed;
}

/** The quotations inside marks that the paragraph leaves open; the outermost double mark's goes on to the end. */
function leftOpen(text: string, paragraph: Range, open: readonly Open[]): Quotation[] {
  const first = open.findIndex(({ isSingle, goesOn }) => !isSingle && !goesOn);
  const outermost = open[first];
  if (outermost === undefined) return insideOf(open);
  const within = insideOf(open.slice(first));
  const before = insideOf(open.slice(0, first));
  // "«The mill «Harrow», he said.": one mark closes both.
  const shared = UNREPEATED.includes(outermost.mark)
    ? within.findLastIndex(({ opening }) => opening.trim() === outermost.mark)
    : -1;
  const closing = within[shared];
  if (closing === undefined)
    return [...before, ...toQuotation(text, { ...outermost, within }, paragraph.end, paragraph.end)];
  const joined = { ...outermost, within: [...within.slice(0, shared), ...closing.within] };
  const { end } = closing.outer;
  return [...before, ...toQuotation(text, joined, end - 1, end), ...within.slice(shared + 1)];
}

function insideOf(open: readonly Open[]): Quotation[] {
  return open.flatMap(({ within }) => within);
}

/** The quotation that ends with a mark from `to` to `end`, or without one; none if it is empty. */
function toQuotation(text: string, open: Open, to: number, end: number): Quotation[] {
  const from = open.goesOn ? open.at : open.at + open.mark.length;
  const words = text.slice(from, to);
  const inner = { start: from + words.length - words.trimStart().length, end: from + words.trimEnd().length };
  if (inner.start >= inner.end) return [];
  const outer = { start: open.at, end };
  const closed = to < end;
  const opening = open.goesOn ? open.mark : text.slice(outer.start, inner.start);
  const closing = closed ? text.slice(inner.end, outer.end) : (open.closings[0] ?? '');
  return [{ outer, inner, opening, closing, closed, within: open.within }];
}

function opens(text: string, at: number, mark: string): boolean {
  const before = text[at - 1] ?? ' ';
  // If these open instead of closing, they are at the beginning of a word.
  if (mark === '»' || mark === '”') return /[\s([—–-]/.test(before) && /\p{L}/u.test(text[at + 1] ?? '');
  if (mark !== '"' && mark !== "''" && mark !== "'" && mark !== '‘') return true;
  if (mark === "'" && !/\p{L}/u.test(text[at + 1] ?? '')) return false;
  return /[\s([—–:/“„«‹"-]/.test(before);
}

function closes(text: string, at: number, mark: string): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[at + mark.length] ?? ' ';
  if ('”»›」』'.includes(mark)) return true;
  // The other mark of a style that reverses them, or a straight one: with a letter after it, it opens.
  if (mark === '«' || mark === '“' || mark === '"' || mark === "''")
    return !/[\p{L}\p{N}]/u.test(after) || !/\s/.test(before);
  // It closes after the last letter of a word, unless it is an apostrophe: "it's", "the workers' rights".
  if (/[\p{L}\p{N}]/u.test(after)) return false;
  return before !== 's' || !/^\s+\p{Ll}/u.test(text.slice(at + 1, at + 4));
}
