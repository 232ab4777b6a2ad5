/** From a place in a text to the shortest anchor that the compiler finds there, and nowhere else. */
import { type Anchor, isWhole, SPACED, UNSPACED } from '../data/compile/index.ts';

/**
 * The anchor for the words between two UTF-16 positions: the words alone where they stand once as whole words, else
 * with the shortest prefix, suffix or both, in whole words, that no other place has. `anchor()` finds exactly this
 * place with it.
 *
 * @throws RangeError where the span is empty, lies outside the text or cuts a surrogate pair.
 */
export function quoteSpan(text: string, start: number, end: number): Anchor {
  return quoteNear(text, start, end) ?? inContext(text, start, end, farContext(text, start, end));
}

/** Words that stand that often in a text are compared with each other place for too long; no article has them. */
const MOST_PLACES = 2000;

/**
 * The same, where the words that stand near are enough; null where the text repeats itself so much that nobody would
 * quote that far.
 *
 * @throws RangeError as `quoteSpan` does.
 */
export function quoteNear(text: string, start: number, end: number): Anchor | null {
  const quote = text.slice(start, end);
  if (!(start >= 0 && start < end && end <= text.length) || !quote.isWellFormed()) {
    throw new RangeError(`There are no whole characters from ${start} to ${end} in a text of ${text.length}.`);
  }
  const others = placesIn(text, quote).filter((place) => place !== start);
  if (isWhole(text, start, end) && !others.some((other) => isWhole(text, other, other + quote.length))) return quote;
  if (others.length > MOST_PLACES) return null;
  const context = rememberedContext(text, start, end, others);
  return context === null ? null : inContext(text, start, end, context);
}

function inContext(text: string, start: number, end: number, { from, to }: Context): Anchor {
  return {
    quote: text.slice(start, end),
    ...(from < start && { prefix: text.slice(from, start) }),
    ...(to > end && { suffix: text.slice(end, to) }),
  };
}

/** Where the words stand, also within longer words: a prefix or a suffix lets these count. */
function placesIn(text: string, quote: string): readonly number[] {
  if (last.text !== text) last = { text, places: new Map(), contexts: new Map() };
  const known = last.places.get(quote);
  if (known !== undefined) return known;
  const found: number[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) found.push(at);
  if (found.length > OFTEN) last.places.set(quote, found);
  return found;
}

/** A name that stands often is quoted often: each of its places asks for all of them. */
interface Memory {
  readonly text: string;
  readonly places: Map<string, readonly number[]>;
  /** Of what stands often, by its start and end. */
  readonly contexts: Map<string, Context | null>;
}
let last: Memory = { text: '', places: new Map(), contexts: new Map() };
const OFTEN = 20;

/** Several annotations may be of the same place. */
function rememberedContext(text: string, start: number, end: number, others: readonly number[]): Context | null {
  const key = `${start} ${end}`;
  const known = last.text === text ? last.contexts.get(key) : undefined;
  if (known !== undefined) return known;
  const context = nearContext(text, start, end, others);
  if (others.length > OFTEN && last.text === text) last.contexts.set(key, context);
  return context;
}

/** What is quoted with its prefix and its suffix. */
interface Context {
  readonly from: number;
  readonly to: number;
}

/** How far, in UTF-16 units, each other place is compared with this one. Only texts that repeat themselves need more. */
const NEAR = 240;

/** The shortest context that no other place has; null where all of what stands near is also near another one. */
function nearContext(text: string, start: number, end: number, others: readonly number[]): Context | null {
  const length = end - start;
  const shared: { readonly before: number; readonly behind: number }[] = [];
  for (const other of others) {
    const before = sharedBefore(text, start, other);
    const behind = sharedBehind(text, end, other + length);
    // Nothing near tells this one apart: a text that repeats itself needs no look at the others.
    if (before >= NEAR && behind >= NEAR) return null;
    shared.push({ before, behind });
  }
  // The longer the prefix, the fewer places share it: those are taken in that order and never looked at again.
  shared.sort((a, b) => a.before - b.before);
  const ends = [end, ...edgesBehind(text, end, NEAR)];
  let best: Context | null = null;
  let remaining = shared.length;
  let behind = -1;
  for (const from of [start, ...edgesBefore(text, start, NEAR)].reverse()) {
    for (
      let one = shared[remaining - 1];
      one !== undefined && one.before >= start - from;
      one = shared[--remaining - 1]
    ) {
      behind = Math.max(behind, one.behind);
    }
    const to = ends.find((edge) => edge - end > behind && (from < start || edge > end));
    if (to !== undefined && (best === null || to - from <= best.to - best.from)) best = { from, to };
  }
  return best;
}

function sharedBefore(text: string, own: number, other: number): number {
  let shared = 0;
  while (shared <= NEAR && shared < own && shared < other && unit(text, own, shared) === unit(text, other, shared)) {
    shared++;
  }
  return shared;
}

function unit(text: string, place: number, before: number): number {
  return text.charCodeAt(place - 1 - before);
}

function sharedBehind(text: string, own: number, other: number): number {
  let shared = 0;
  const most = Math.min(NEAR + 1, text.length - Math.max(own, other));
  while (shared < most && text.charCodeAt(own + shared) === text.charCodeAt(other + shared)) shared++;
  return shared;
}

/**
 * The same for a text that repeats itself: as many words on both sides as it takes, and then what each can spare. Looks
 * near first, since to list the words of the whole text takes longer than all the rest.
 */
function farContext(text: string, start: number, end: number, most = NEAR): Context {
  const starts = [start, ...edgesBefore(text, start, most)];
  const ends = [end, ...edgesBehind(text, end, most)];
  const context = (before: number, behind: number): Context => ({
    from: starts[Math.min(before, starts.length - 1)] ?? start,
    to: ends[Math.min(behind, ends.length - 1)] ?? end,
  });
  const all = Math.max(starts.length, ends.length);
  if (most < text.length && !isOnlyPlace(text, context(all, all))) return farContext(text, start, end, 8 * most);
  const both = fewest(all, (count) => isOnlyPlace(text, context(count, count)));
  const before = fewest(both, (count) => isOnlyPlace(text, context(count, both)));
  const behind = fewest(both, (count) => isOnlyPlace(text, context(before, count)));
  return context(before, behind);
}

/** The least count up to `most` for which it holds, as it then does for each greater one. */
function fewest(most: number, holds: (count: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isOnlyPlace(text: string, { from, to }: Context): boolean {
  const whole = text.slice(from, to);
  return text.indexOf(whole) === from && text.indexOf(whole, from + 1) === -1;
}

/** A word; where a script puts no space between them, a character. */
const WORD = new RegExp(`${UNSPACED}\\p{M}*|${SPACED}+`, 'gv');

/** Where words begin before the place, the nearest first, and last the beginning of the text where that is as near. */
function edgesBefore(text: string, place: number, most: number): number[] {
  const from = Math.max(0, place - most);
  const edges = Array.from(text.slice(from, place).matchAll(WORD), ({ index }) => from + index);
  // What begins where the look begins may have begun sooner.
  if (from > 0 && edges[0] === from) edges.shift();
  if (from === 0 && place > 0 && edges[0] !== 0) edges.unshift(0);
  return edges.reverse();
}

/** Where words end behind the place, the nearest first, and last the end of the text where that is as near. */
function edgesBehind(text: string, place: number, most: number): number[] {
  const to = Math.min(text.length, place + most);
  const edges = Array.from(text.slice(place, to).matchAll(WORD), ({ 0: word, index }) => place + index + word.length);
  if (to < text.length && edges.at(-1) === to) edges.pop();
  if (to === text.length && place < to && edges.at(-1) !== to) edges.push(to);
  return edges;
}
