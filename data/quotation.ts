/** Quotations: what stands between quotation marks of any style, paragraph by paragraph. */
import type { ArticleText, Span } from './model.ts';
import type { Range } from './text.ts';

/** What stands between two marks. */
export interface Quotation {
  /** With its marks. */
  readonly outer: Range;
  /** The words between them, without the space at the ends. Never empty. */
  readonly inner: Range;
  /** The marks to print it with, each with the space between it and the words. A mark that is missing is supplied. */
  readonly opening: string;
  readonly closing: string;
  /** False where the paragraph ends before the mark that closes it: it goes on in the next. */
  readonly closed: boolean;
  /** The quotations inside it, in the order of the text. */
  readonly within: readonly Quotation[];
}

/**
 * The quotations of a text that stand in no other, in its order. One that runs over several paragraphs is one in each:
 * a paragraph that opens with its mark again goes on with it, and so does one that repeats no mark of a style that need
 * not, but has the closing one. Where a paragraph neither closes a quotation nor the next goes on with it, somebody forgot
 * a mark: nobody knows which of the words are quoted, and none of them are.
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
  // From the end, since one that goes on into what is forgotten is forgotten itself.
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

/** What is quoted inside a mark that nothing closes. Single marks that stand in no double ones are apostrophes. */
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

/** Whether all words of the span stand in quotation marks. */
export function isQuoted(text: string, span: Span, quotations: readonly Quotation[]): boolean {
  const parts = cutAtMarks(text, { start: span.utf16Start, end: span.utf16End }, quotations);
  return parts.length > 0 && parts.every((part) => part.quotation !== null);
}

/** A part of a stretch that is wholly quoted or not: the quotation that it stands in, or null. */
export interface Part extends Range {
  readonly quotation: Quotation | null;
}

/** The stretch without quotation marks, cut where one opens or closes. A part without a letter or digit is left out. */
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

/** Those of several quotations, which stand in the order of the text, that share a character with the stretch. */
export function meeting(quotations: readonly Quotation[], { start, end }: Range): readonly Quotation[] {
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((quotations[middle]?.outer.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  let behind = low;
  while ((quotations[behind]?.outer.start ?? Infinity) < end) behind++;
  return quotations.slice(low, behind);
}

/** Whether a letter or digit stands in the text, or in this part of it. */
export function hasWords(text: string, start?: number, end?: number): boolean {
  return WORD.test(text.slice(start, end));
}

const WORD = /[\p{L}\p{N}]/u;

/** Each mark that opens a quotation, and those that close it, the usual one first. */
type Style = ReadonlyMap<string, string>;
const DOUBLES: Style = new Map([
  ['“', '”“"'],
  ['"', '"”'],
  ['„', '“”"'],
  ['”', '”"'],
  ['«', '»'],
  ['»', '«»'],
  ['‹', '›'],
  ['「', '」'],
  ['『', '』'],
]);
/** The marks that a paragraph need not repeat to go on with a quotation, and of which one may close two. */
const UNREPEATED = '«»‹「『';
/** Inside a quotation; in papers that quote with single marks also outside, and doubles inside. */
const SINGLES: Style = new Map([
  ['‘', '’'],
  ["'", "'"],
  ['‚', '‘’'],
]);

const MARK = /[“”„"«»‹›「」『』‘’‚']/g;

/** A paper that quotes with double marks has single ones for what is quoted inside, for apostrophes and in headlines. */
function hasDoubles(text: string): boolean {
  const body = text.slice(Math.max(0, text.indexOf('\n')));
  return body.split('\n').some((line) => {
    const first = line.search(/[“"„”«»]/);
    return first !== -1 && Math.max(...[...'”"“»«'].map((mark) => line.lastIndexOf(mark))) - first > SHORTEST;
  });
}

/** Between the first and the last mark of a paragraph that has a quotation: a title or a name may be shorter. */
const SHORTEST = 12;

/** A mark that nothing has closed yet. */
interface Open {
  readonly at: number;
  readonly mark: string;
  /** The marks that would close it. */
  readonly closings: string;
  readonly isSingle: boolean;
  /** True for a quotation of the paragraph before that goes on without a mark: nothing is opened here. */
  readonly goesOn: boolean;
  readonly within: Quotation[];
}

/** The quotations of a paragraph; `before` is the one that the paragraph before has left open. */
function findIn(text: string, paragraph: Range, isSingle: boolean, before: Quotation | null): Quotation[] {
  const found: Quotation[] = [];
  const open: Open[] = goOn(text, paragraph, before);
  const words = text.slice(paragraph.start, paragraph.end);
  for (const { index, 0: mark } of words.matchAll(MARK)) {
    const at = paragraph.start + index;
    // A mark inside it that nothing has closed was an apostrophe, or forgotten.
    const [closed, ...forgotten] = open.splice(findClosed(text, at, mark, open));
    if (closed !== undefined) {
      const within = insideOf([closed, ...forgotten]);
      const around = open.at(-1)?.within ?? found;
      around.push(...toQuotation(text, { ...closed, within }, at, at + 1));
      continue;
    }
    const closings = DOUBLES.get(mark) ?? (isSingle || open.length > 0 ? SINGLES.get(mark) : undefined);
    if (closings === undefined || open.length === DEEPEST || !opens(text, at)) continue;
    open.push({ at, mark, closings, isSingle: SINGLES.has(mark), goesOn: false, within: [] });
  }
  return [...found, ...leftOpen(text, paragraph, open)];
}

/** How many quotations may stand in each other; what is deeper belongs to the last. */
const DEEPEST = 8;

function goOn(text: string, { start }: Range, before: Quotation | null): Open[] {
  const mark = before?.opening.trim() ?? '';
  const closings = UNREPEATED.includes(mark) ? DOUBLES.get(mark) : undefined;
  if (closings === undefined || DOUBLES.has(text[start] ?? '')) return [];
  return [{ at: start, mark, closings, isSingle: false, goesOn: true, within: [] }];
}

/** Position in the list of what the mark closes; its end if nothing. A single mark closes nothing around a double one. */
function findClosed(text: string, at: number, mark: string, open: readonly Open[]): number {
  if (open.length === 0 || !closes(text, at)) return open.length;
  const isSingle = "‘’'".includes(mark);
  const closed = open.findLastIndex(
    (one, index) => one.closings.includes(mark) && (!isSingle || open.slice(index).every((inner) => inner.isSingle)),
  );
  return closed === -1 ? open.length : closed;
}

/** The quotations inside what the end of the paragraph leaves open; of double marks the outermost goes on to its end. */
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

/** The quotation that ends with a mark from `to` to `end`, or without one; none where nothing stands in it. */
function toQuotation(text: string, open: Open, to: number, end: number): Quotation[] {
  const from = open.goesOn ? open.at : open.at + 1;
  const words = text.slice(from, to);
  const inner = { start: from + words.length - words.trimStart().length, end: from + words.trimEnd().length };
  if (inner.start >= inner.end) return [];
  const outer = { start: open.at, end };
  const closed = to < end;
  const opening = open.goesOn ? open.mark : text.slice(outer.start, inner.start);
  const closing = closed ? text.slice(inner.end, outer.end) : (open.closings[0] ?? '');
  return [{ outer, inner, opening, closing, closed, within: open.within }];
}

function opens(text: string, at: number): boolean {
  const mark = text[at] ?? '';
  const before = text[at - 1] ?? ' ';
  // Where these open, and do not close, they stand at the beginning of a word.
  if (mark === '»' || mark === '”') return /[\s([—–-]/.test(before) && /\p{L}/u.test(text[at + 1] ?? '');
  if (mark !== '"' && mark !== "'" && mark !== '‘') return true;
  if (mark === "'" && !/\p{L}/u.test(text[at + 1] ?? '')) return false;
  return /[\s([—–:/“„«‹"-]/.test(before);
}

function closes(text: string, at: number): boolean {
  const mark = text[at] ?? '';
  const before = text[at - 1] ?? ' ';
  const behind = text[at + 1] ?? ' ';
  if ('”»›」』'.includes(mark)) return true;
  // The other mark of a style that turns them round, or a straight one: with a letter behind it, it opens.
  if (mark === '«' || mark === '“' || mark === '"') return !/[\p{L}\p{N}]/u.test(behind) || !/\s/.test(before);
  // "the workers' rights", "it's": behind the last letter of a word, and not the plural's own.
  if (/[\p{L}\p{N}]/u.test(behind)) return false;
  return before !== 's' || !/^\s+\p{Ll}/u.test(text.slice(at + 1, at + 4));
}
