/** Quotations: what stands between quotation marks of any style, paragraph by paragraph. */
import { findParagraphs, type Range } from './sentence.ts';

/** A quotation; one inside another belongs to the outer one. */
export interface Quotation {
  /** With its marks. */
  readonly outer: Range;
  /** The words between them, without the space at the ends. */
  readonly inner: Range;
  /** False where the paragraph ends before the mark that closes it: it goes on in the next, or somebody forgot it. */
  readonly closed: boolean;
}

/** The quotations of a text, in its order. */
export function findQuotations(text: string): Quotation[] {
  const style = hasDoubles(text) ? DOUBLE : { ...DOUBLE, ...SINGLE };
  const found: Quotation[] = [];
  for (const paragraph of findParagraphs(text)) {
    const goesOn = found.at(-1)?.closed === false && found.at(-1)?.outer.end === endBefore(text, paragraph);
    const rest = goesOn ? findRest(text, paragraph, style) : null;
    if (rest !== null) found.push(rest);
    for (const one of findIn(text, { start: rest?.outer.end ?? paragraph.start, end: paragraph.end }, style))
      found.push(one);
  }
  return found;
}

/** Each mark that opens a quotation, and those that close it. */
type Style = Readonly<Record<string, string>>;
const DOUBLE: Style = { '“': '”“"', '"': '"”', '„': '“”"', '«': '»', '»': '«', '‹': '›', '「': '」', '『': '』' };
// British papers quote with single marks, and have doubles inside; the closing one looks like an apostrophe.
const SINGLE: Style = { '‘': '’', "'": "'" };

/** A paper that quotes with double marks has single ones for what is quoted inside, for apostrophes and in headlines. */
function hasDoubles(text: string): boolean {
  const body = text.slice(Math.max(0, text.indexOf('\n')));
  return /[“"„«][^\n]{12,}?[”"“»]/.test(body);
}

function endBefore(text: string, { start }: Range): number {
  return text.slice(0, start).trimEnd().length;
}

/** Of a paragraph that begins inside a quotation and repeats no mark: what stands before the one that closes it. */
function findRest(text: string, { start, end }: Range, style: Style): Quotation | null {
  if (Object.hasOwn(style, text[start] ?? '')) return null;
  for (let at = start; at < end; at++) {
    if (DOUBLE[text[at] ?? ''] !== undefined && opens(text, at)) return null;
    if (!CLOSING.includes(text[at] ?? '?') || !closes(text, at)) continue;
    const inner = trim(text, start, at);
    return inner.start < inner.end ? { outer: { start, end: at + 1 }, inner, closed: true } : null;
  }
  return null;
}

const CLOSING = '”"»';

function findIn(text: string, { start, end }: Range, style: Style): Quotation[] {
  const found: Quotation[] = [];
  for (let at = start; at < end; at++) {
    const closing = style[text[at] ?? ''];
    if (closing === undefined || !opens(text, at)) continue;
    const close = findClosing(text, at + 1, end, closing);
    // An apostrophe at the beginning of a word opens nothing that does not close.
    if (close === -1 && Object.hasOwn(SINGLE, text[at] ?? '')) continue;
    const outer = { start: at, end: close === -1 ? end : close + 1 };
    const inner = trim(text, at + 1, close === -1 ? end : close);
    if (inner.start < inner.end) found.push({ outer, inner, closed: close !== -1 });
    at = outer.end - 1;
  }
  return found;
}

function opens(text: string, at: number): boolean {
  const mark = text[at] ?? '';
  const before = text[at - 1] ?? ' ';
  if (mark === '»') return /[\s([—–-]/.test(before) && /\p{L}/u.test(text[at + 1] ?? '');
  if (mark !== '"' && mark !== "'" && mark !== '‘') return true;
  if (mark === "'" && !/\p{L}/u.test(text[at + 1] ?? '')) return false;
  return /[\s([—–:/-]/.test(before);
}

function findClosing(text: string, from: number, end: number, closing: string): number {
  for (let at = from; at < end; at++) {
    const mark = text[at] ?? '';
    if (closing.includes(mark) && closes(text, at)) return at;
  }
  return -1;
}

function closes(text: string, at: number): boolean {
  const mark = text[at] ?? '';
  const before = text[at - 1] ?? ' ';
  const behind = text[at + 1] ?? ' ';
  if (mark === '”' || mark === '»' || mark === '›' || mark === '」' || mark === '』') return true;
  // The other mark of a style that turns them round, or a straight one: with a letter behind it, it opens.
  if (mark === '«' || mark === '“' || mark === '"') return !/[\p{L}\p{N}]/u.test(behind) || !/\s/.test(before);
  // "the workers' rights", "it's": behind the last letter of a word, and not the plural's own.
  if (/[\p{L}\p{N}]/u.test(behind)) return false;
  return before !== 's' || !/^\s+\p{Ll}/u.test(text.slice(at + 1, at + 4));
}

function trim(text: string, start: number, end: number): Range {
  const words = text.slice(start, end);
  return { start: start + (words.length - words.trimStart().length), end: start + words.trimEnd().length };
}
