/** Whether the words that an annotation quotes stand in the new text too: exactly, and in one place. */
import { type Anchor, type AnchorText, placesOfWords } from '../../data/compile/index.ts';
import type { Alignment } from './alignment.ts';
import { quoteOf } from './anchor-way.ts';

/** The UTF-16 positions of the words. */
export function placesIn(anchor: Anchor, text: AnchorText): number[] {
  return placesOfWords(anchor, text).map(({ utf16Start }) => utf16Start);
}

/**
 * The same words with as much of what stands before or after them as makes them unique in every text; null if there is
 * none, or if the alignment does not say which of their places in the new text is the one.
 *
 * @param texts the new text, the one that it replaces, and the earlier ones that have the words.
 */
export function withContext(anchor: Anchor, texts: readonly AnchorText[], alignment: Alignment): Anchor | null {
  const [now, old] = texts;
  const [was] = old === undefined ? [] : placesIn(anchor, old);
  if (now === undefined || old === undefined || was === undefined) return null;
  const quote = quoteOf(anchor);
  const moved = alignment.move({ start: was, end: was + quote.length });
  if (!placesIn(anchor, now).includes(moved.start)) return null;
  const starts = texts.map((text, index) => (index === 0 ? moved.start : (placesIn(anchor, text)[0] ?? -1)));
  if (starts.includes(-1)) return null;
  return uniqueIn(
    quote,
    texts.map((text, index) => ({ text, start: starts[index] ?? 0 })),
  );
}

/** The words at these places with the least context that makes them unique in each text; null if none does. */
export function uniqueIn(quote: string, places: readonly { text: AnchorText; start: number }[]): Anchor | null {
  const after = common(places.map(({ text, start }) => text.text.slice(start + quote.length).slice(0, LONGEST)));
  const before = common(places.map(({ text, start }) => reversed(text.text.slice(0, start).slice(-LONGEST))));
  const unique = candidates(quote, reversed(before), after).find((one) => {
    return places.every(({ text, start }) => placesIn(one, text).join() === String(start));
  });
  return unique ?? null;
}

const LONGEST = 60;

/** The shortest first: with what follows, with what comes before, with both. */
function candidates(quote: string, before: string, after: string): Anchor[] {
  const suffixes = wordsOf(after);
  const prefixes = wordsOf(reversed(before)).map(reversed);
  return [
    ...suffixes.map((suffix) => ({ quote, suffix })),
    ...prefixes.map((prefix) => ({ quote, prefix })),
    ...prefixes.flatMap((prefix) => suffixes.map((suffix) => ({ quote, prefix, suffix }))),
  ].sort((one, other) => lengthOf(one) - lengthOf(other));
}

function lengthOf({ prefix = '', suffix = '' }: { readonly prefix?: string; readonly suffix?: string }): number {
  return prefix.length + suffix.length;
}

/** The beginnings of the words that end with one of them. */
function wordsOf(words: string): string[] {
  return Array.from(words.matchAll(/(?<=[\p{L}\p{N}])(?![\p{L}\p{N}])/gu), ({ index }) => words.slice(0, index)).filter(
    (one) => one !== '',
  );
}

function common(all: readonly string[]): string {
  const [first = '', ...rest] = all;
  let length = 0;
  while (length < first.length && rest.every((one) => one[length] === first[length])) length++;
  return first.slice(0, length).toWellFormed();
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}
