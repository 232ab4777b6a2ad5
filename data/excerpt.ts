/** Excerpts: the beginning of an article, for lists of articles. */
import { BoundedCache } from './bounded-cache.ts';
import { WITHOUT_SPACES } from './fold.ts';
import type { Article, ArticleText } from './model.ts';
import { findQuotations, hasWords, type Quotation } from './quotation.ts';
import { cut, endsInAbbreviation } from './text.ts';

/**
 * The first sentences of an article's body, without headline and bylines, as one line of at most `length` code points.
 * It ends with the last sentence that ends outside of quotations, whose speaker may be named after them; if no sentence
 * does, it ends with "…" after a whole word. Empty if there is no body.
 */
export function excerptOf(article: Article, text: ArticleText, length: number): string {
  const lines = bodyOf(article, text, 2 * length + READ_ON);
  const body = lines.replaceAll('\n', ' ');
  const limit = indexOfCodePoint(body, length);
  if (limit >= body.length) return body;
  return (
    lastSentences(body, limit, article.language, findQuotations(lines)) ??
    lastWords(body, indexOfCodePoint(body, length - 1), article.language)
  );
}

/** UTF-16 units to read beyond the limit: to recognize a boundary of sentences takes the text after it. */
const READ_ON = 100;

/** The paragraphs after the headline that are more than a byline, one on each line, up to `enough` UTF-16 units. */
function bodyOf({ bylines }: Article, text: ArticleText, enough: number): string {
  let body = '';
  for (const [index, paragraph] of text.paragraphs.entries()) {
    const words = cut(text.text, paragraph).trim();
    const isByline = bylines.some(
      ({ words: byline, evidence }) => evidence.paragraph === index && !hasWords(words.replace(byline, '')),
    );
    if (index === 0 || isByline) continue;
    body += body === '' ? words : `\n${words}`;
    if (body.length > enough) break;
  }
  return body.slice(0, enough);
}

/** The UTF-16 position after `count` code points; the end of the text if it has fewer. */
function indexOfCodePoint(text: string, count: number): number {
  if (text.length <= count) return text.length;
  let index = 0;
  for (let passed = 0; passed < count && index < text.length; passed++)
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  return index;
}

/** All sentences up to the last one that ends before the limit and outside of quotations; null if none does. */
function lastSentences(body: string, limit: number, language: string, quotations: readonly Quotation[]): string | null {
  let found: string | null = null;
  for (const { segment, index } of SEGMENTERS.get(language, openSegmenter).segment(body)) {
    const words = body.slice(0, index + segment.length).trimEnd();
    if (words.length > limit) break;
    if (!endsInAbbreviation(words) && !isInside(words.length, quotations)) found = words;
  }
  return found;
}

/** Whether a quotation goes on at this place, even if in the next paragraph. */
function isInside(at: number, quotations: readonly Quotation[]): boolean {
  return quotations.some(({ outer, closed }) => outer.start < at && (at < outer.end || (at === outer.end && !closed)));
}

/** By the languages of the articles. */
const SEGMENTERS = new BoundedCache<string, Intl.Segmenter>(32);

function openSegmenter(language: string): Intl.Segmenter {
  return new Intl.Segmenter(language, { granularity: 'sentence' });
}

/** The words before the limit, without the punctuation that joins them to the next, and "…". */
function lastWords(body: string, limit: number, language: string): string {
  const start = body.slice(0, limit);
  const isUnspaced = UNSPACED.test(body.slice(Math.max(0, limit - 2), limit + 1));
  const end = isUnspaced
    ? wordBoundary(body, limit, language)
    : /\s/.test(body.charAt(limit))
      ? limit
      : start.search(/\s\S*$/);
  const words = start.slice(0, Math.max(0, end));
  return `${UP_TO_WORD.exec(words)?.[0] ?? ''}…`;
}

const UP_TO_WORD = /^.*[\p{L}\p{M}\p{N}.!?)\]”"»’']/su;
const UNSPACED = new RegExp(WITHOUT_SPACES, 'v');

function wordBoundary(body: string, limit: number, language: string): number {
  return new Intl.Segmenter(language, { granularity: 'word' }).segment(body).containing(limit)?.index ?? limit;
}
