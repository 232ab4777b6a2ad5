/** Evidence made from a place that a program found, where the corpus has authored none: the snippets of a search. */
import type { Article, Evidence, Span } from './model.ts';

/** The evidence for `article.text.slice(utf16Start, utf16End)`; counts code points within one paragraph only. */
export function evidenceAt(article: Article, utf16Start: number, utf16End: number): Evidence {
  const paragraph = paragraphAt(article.paragraphs, utf16Start);
  const from = article.paragraphs[paragraph] ?? { start: 0, utf16Start: 0 };
  const start = from.start + countCodePoints(article.text, from.utf16Start, utf16Start);
  return {
    type: 'Evidence',
    article: article.slug,
    start,
    end: start + countCodePoints(article.text, utf16Start, utf16End),
    utf16Start,
    utf16End,
    paragraph,
  };
}

function paragraphAt(paragraphs: readonly Span[], utf16: number): number {
  const next = paragraphs.findIndex((paragraph) => paragraph.utf16Start > utf16);
  return Math.max(0, (next === -1 ? paragraphs.length : next) - 1);
}

function countCodePoints(text: string, utf16Start: number, utf16End: number): number {
  let count = 0;
  for (const _ of text.slice(utf16Start, utf16End)) count++;
  return count;
}
