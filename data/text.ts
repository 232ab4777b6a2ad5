/** Texts and places in them: how the Worker and the compiler cut, count and mark them. */
import type { ArticleText, Layer, Mark, Span } from './model.ts';

/** A part of a text, half open, in UTF-16 units, for use while reading; records hold a `Span`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The words of the span, exactly as in the text. */
export function cut(text: string, span: Span): string {
  return text.slice(span.utf16Start, span.utf16End);
}

/**
 * The text right before and right after the span, up to `codePoints` code points each: `prefix` and `suffix` of a W3C
 * TextQuoteSelector. Empty at the ends of the text; never splits a surrogate pair.
 */
export function context(text: string, span: Span, codePoints: number): { prefix: string; suffix: string } {
  // A code point is at most two UTF-16 units, so twice as many units are enough.
  const before = text.slice(Math.max(0, span.utf16Start - 2 * codePoints), span.utf16Start);
  const after = text.slice(span.utf16End, span.utf16End + 2 * codePoints);
  return {
    prefix: last(SURROGATE.test(before) ? [...before] : before, codePoints),
    suffix: first(SURROGATE.test(after) ? [...after] : after, codePoints),
  };
}

function first(characters: string | readonly string[], count: number): string {
  const part = characters.slice(0, count);
  return typeof part === 'string' ? part : part.join('');
}

function last(characters: string | readonly string[], count: number): string {
  const part = characters.slice(Math.max(0, characters.length - count));
  return typeof part === 'string' ? part : part.join('');
}

const SURROGATE = /[\ud800-\udfff]/;

/** The length of a quote's prefix and suffix, in code points. */
export const CONTEXT_LENGTH = 32;

/** The words of a span and the text around them: the three parts of a W3C TextQuoteSelector. */
export function quote(text: string, span: Span): { exact: string; prefix: string; suffix: string } {
  return { exact: cut(text, span), ...context(text, span, CONTEXT_LENGTH) };
}

/** For each UTF-16 position of a text, including its end, the number of code points that begin before it. */
export type CodePointCounts = Uint32Array;

/** Counts the whole text once, so that spans are placed without counting. */
export function countCodePoints(text: string): CodePointCounts {
  const counts = new Uint32Array(text.length + 1);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    counts[at] = count++;
    // Between the halves of a surrogate pair, its character counts as begun.
    if ((text.codePointAt(at) ?? 0) > 0xffff) counts[++at] = count;
  }
  counts[text.length] = count;
  return counts;
}

/** The span between two UTF-16 positions of the text that was counted. */
export function spanBetween(counts: CodePointCounts, utf16Start: number, utf16End: number): Span {
  return { start: counts[utf16Start] ?? 0, end: counts[utf16End] ?? 0, utf16Start, utf16End };
}

/** The paragraphs of a text: its lines (ended by U+000A) that have more than white space, without their line breaks. */
export function paragraphs(text: string, counts: CodePointCounts = countCodePoints(text)): Span[] {
  const found: Span[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') found.push(spanBetween(counts, from, from + line.length));
    from += line.length + 1;
  }
  return found;
}

/** A piece of a text between boundaries of the wanted marks and of paragraphs. */
export interface Segment extends Span {
  readonly text: string;
  /** The number of its paragraph, from 0; between two paragraphs, that of the one before. */
  readonly paragraph: number;
  /** The marks that cover all of it, in the article's order of marks. */
  readonly marks: readonly Mark[];
}

/**
 * The article's text, cut where a mark of these layers or a paragraph begins or ends. Joined, the segments are the
 * text: the line breaks between two paragraphs are a segment of their own, with only the marks that run across them.
 */
export function segments(article: ArticleText, layers: readonly Layer[]): Segment[] {
  const asked = article.marks.filter((mark) => layers.includes(mark.layer));
  return cutAt(gatherBoundaries(article, asked), asked, article, 0);
}

/** The segments of the article that lie in one paragraph. */
export function segmentsOfParagraph(article: ArticleText, index: number, layers: readonly Layer[]): Segment[] {
  const paragraph = article.paragraphs[index];
  if (paragraph === undefined) throw new Error(`The article "${article.of}" has no paragraph ${index}.`);
  const asked = marksByParagraph(article)[index]?.filter((mark) => layers.includes(mark.layer)) ?? [];
  const utf16ByStart = placesOf([paragraph, ...asked]);
  const boundaries = inOrder(utf16ByStart).filter(({ start }) => start >= paragraph.start && start <= paragraph.end);
  return cutAt(boundaries, asked, article, index);
}

/** The marks wholly or partly in each paragraph: gathered once for a text, since a page asks for every paragraph. */
function marksByParagraph(article: ArticleText): readonly (readonly Mark[])[] {
  const known = MARKS_BY_PARAGRAPH.get(article);
  if (known !== undefined) return known;
  const lists: Mark[][] = article.paragraphs.map(() => []);
  let first = 0;
  for (const mark of article.marks) {
    while ((article.paragraphs[first]?.end ?? Infinity) <= mark.start) first++;
    for (let at = first; (article.paragraphs[at]?.start ?? Infinity) < mark.end; at++) lists[at]?.push(mark);
  }
  MARKS_BY_PARAGRAPH.set(article, lists);
  return lists;
}

const MARKS_BY_PARAGRAPH = new WeakMap<ArticleText, readonly (readonly Mark[])[]>();

/** A sweep: marks are in the order of their starts, so each is opened once and dropped once it has ended. */
function cutAt(
  boundaries: readonly Boundary[],
  marks: readonly Mark[],
  article: ArticleText,
  firstParagraph: number,
): Segment[] {
  const made: Segment[] = [];
  let paragraph = firstParagraph;
  let nextMark = 0;
  let open: Mark[] = [];
  for (const [index, from] of boundaries.entries()) {
    const to = boundaries[index + 1];
    if (to === undefined) break;
    while ((article.paragraphs[paragraph + 1]?.start ?? Infinity) <= from.start) paragraph++;
    if (open.some((mark) => mark.end <= from.start)) open = open.filter((mark) => mark.end > from.start);
    for (let mark = marks[nextMark]; mark !== undefined && mark.start <= from.start; mark = marks[++nextMark]) {
      open.push(mark);
    }
    const span = { start: from.start, end: to.start, utf16Start: from.utf16, utf16End: to.utf16 };
    made.push({ ...span, text: cut(article.text, span), paragraph, marks: [...open] });
  }
  return made;
}

interface Boundary {
  readonly start: number;
  readonly utf16: number;
}

function gatherBoundaries(article: ArticleText, marks: readonly Mark[]): Boundary[] {
  const utf16ByStart = placesOf([...article.paragraphs, ...marks]).set(0, 0);
  // After the last boundary there may be white space that belongs to no paragraph.
  let last = 0;
  for (const start of utf16ByStart.keys()) last = Math.max(last, start);
  const lastUtf16 = utf16ByStart.get(last) ?? 0;
  const rest = [...article.text.slice(lastUtf16)].length;
  return inOrder(utf16ByStart.set(last + rest, article.text.length));
}

/** The places where these spans begin and end, each once. */
function placesOf(spans: readonly Span[]): Map<number, number> {
  const utf16ByStart = new Map<number, number>();
  for (const span of spans) utf16ByStart.set(span.start, span.utf16Start).set(span.end, span.utf16End);
  return utf16ByStart;
}

function inOrder(utf16ByStart: ReadonlyMap<number, number>): Boundary[] {
  return [...utf16ByStart].map(([start, utf16]) => ({ start, utf16 })).sort((a, b) => a.start - b.start);
}

/** Whether the words end with a full stop that does not end a sentence: "J.", "U.S.", "Mr.", "Gen.", "ул.". */
export function endsInAbbreviation(words: string): boolean {
  return ABBREVIATION.test(words.slice(-LONGEST_ABBREVIATION));
}

const ABBREVIATION =
  /(?<![\p{L}\p{N}.])(?:\p{L}|(?:\p{L}{1,2}\.)+\p{L}{1,2}|[A-Z][b-df-hj-np-tv-z]{1,3}|Capt|Col|Gen|Gov|Maj|No|Prof|Rep|Rev|Sen|им|пр|ул)\.$/u;

/** With the letter before it, so that the end of a longer word does not count. */
const LONGEST_ABBREVIATION = 10;
