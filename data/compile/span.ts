/** Order and identity of spans. */
import type { Evidence, Span } from '../model.ts';

/** By start; of two that start together, the longer first. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/** Whether two spans of one text share a character. */
export function spansMeet(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Each span once, in the order of the articles' slugs and of their texts. */
export function distinctSpans(spans: readonly Evidence[]): Evidence[] {
  const byPlace = new Map(spans.map((span) => [`${span.article} ${span.start} ${span.end}`, span]));
  return [...byPlace.values()].sort((a, b) => compareSlugs(a.article, b.article) || compareSpans(a, b));
}

/** The spans that lie in no other one, in the order of the texts: "told RIA Novosti" holds "RIA Novosti". */
export function outermostSpans(spans: readonly Evidence[]): Evidence[] {
  const outermost: Evidence[] = [];
  for (const span of distinctSpans(spans)) {
    // In this order a span that holds another stands before it, and of several the one that ends last decides.
    const holder = outermost.findLast(({ article }) => article === span.article);
    if (holder === undefined || span.end > holder.end) outermost.push(span);
  }
  return outermost;
}

/** The order of slugs everywhere: by code unit, not by any language's alphabet. */
export function compareSlugs(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Each slug once, in their order. */
export function distinctSlugs(slugs: readonly string[]): string[] {
  return [...new Set(slugs)].sort(compareSlugs);
}
