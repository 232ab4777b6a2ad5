/** Order and identity of spans. */
import type { Evidence, Span } from '../model.ts';

/** By start; of two that start together, the longer one first. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/** Whether two spans of one text share a character. */
export function spansMeet(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Each span once, ordered by the article's slug and the place in its text. */
export function distinctSpans(spans: readonly Evidence[]): Evidence[] {
  const byPlace = new Map(spans.map((span) => [`${span.source} ${span.start} ${span.end}`, span]));
  return [...byPlace.values()].sort((a, b) => compareSlugs(a.source, b.source) || compareSpans(a, b));
}

/** The spans that lie in no other one, in the order of the texts: "told RIA Novosti" contains "RIA Novosti". */
export function outermostSpans(spans: readonly Evidence[]): Evidence[] {
  const outermost: Evidence[] = [];
  for (const span of distinctSpans(spans)) {
    // In this order a span comes after any that contains it, and the last of those kept ends last.
    const holder = outermost.findLast(({ source }) => source === span.source);
    if (holder === undefined || span.end > holder.end) outermost.push(span);
  }
  return outermost;
}

/** The order of slugs everywhere: by code unit, not by the alphabet of a language. */
export function compareSlugs(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Each slug once, in order. */
export function distinctSlugs(slugs: readonly string[]): string[] {
  return [...new Set(slugs)].sort(compareSlugs);
}
