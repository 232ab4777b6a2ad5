/** The places of a name in a text. */
import { isWhole } from '../../data/compile/index.ts';
import type { FoundSpan } from './found.ts';

/** Every place where the words occur as whole words. */
export function placesOf(words: string, text: string): FoundSpan[] {
  const found: FoundSpan[] = [];
  if (words === '') return found;
  for (let start = text.indexOf(words); start !== -1; start = text.indexOf(words, start + words.length)) {
    if (isWhole(text, start, start + words.length)) found.push({ start, end: start + words.length });
  }
  return found;
}

/** `placesOf` for many names in one text; each is searched for once. */
export function openNames(text: string): (words: string) => readonly FoundSpan[] {
  const known = new Map<string, readonly FoundSpan[]>();
  return (words) => {
    const places = known.get(words) ?? placesOf(words, text);
    known.set(words, places);
    return places;
  };
}

/** The place nearest to the span; null if there are no places. */
export function nearestTo(span: FoundSpan, places: readonly FoundSpan[]): FoundSpan | null {
  const distance = (place: FoundSpan) => Math.max(0, place.start - span.end, span.start - place.end);
  return places.reduce<FoundSpan | null>(
    (best, place) => (best === null || distance(place) < distance(best) ? place : best),
    null,
  );
}
