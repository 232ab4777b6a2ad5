/** From a place in a text to the shortest anchor that the compiler finds only there. */
import { type Anchor, isWhole, SPACED, UNSPACED } from '../data/compile/index.ts';

/**
 * The anchor for the words between two UTF-16 positions: the words alone if they occur once as whole words, otherwise
 * with the shortest prefix, suffix or both, in whole words, that no other place has. `anchor()` finds exactly this
 * place with it.
 *
 * @throws RangeError if the span is empty, lies outside the text or cuts a surrogate pair.
 */
export function quoteSpan(text: string, start: number, end: number): Anchor {
  return quoteNear(text, start, end) ?? inContext(text, start, end, farContext(text, start, end));
}

/** Comparing more places than this would take too long. No article repeats words that often. */
const MOST_PLACES = 2000;

/**
 * Like `quoteSpan`, but with nearby context only. Null if the text repeats itself so much that the anchor would need
 * more context than anybody would quote.
 *
 * @throws RangeError as `quoteSpan` does.
 */
export function quoteNear(text: string, start: number, end: number): Anchor | null {
  const quote = text.slice(start, end);
  if (!(start >= 0 && start < end && end <= text.length) || !quote.isWellFormed()) {
    throw new RangeError(`There are no whole characters from ${start} to ${end} in a text of ${text.length}.`);
  }
  const places = placesIn(text, quote);
  const isOther = (place: number) => place !== start && isWhole(text, place, place + quote.length);
  if (isWhole(text, start, end) && !places.some(isOther)) return quote;
  if (places.length > MOST_PLACES) return null;
  const others = places.filter((place) => place !== start);
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

/** Every place of the words, including those within longer words, where an anchor with a prefix or suffix may match. */
export function placesIn(text: string, quote: string): readonly number[] {
  if (last.text !== text) last = { text, places: new Map(), contexts: new Map(), index: null };
  const known = last.places.get(quote);
  if (known !== undefined) return known;
  const found = text.length < LONG || quote.length < PART ? search(text, quote) : lookUp(text, quote);
  if (found.length > OFTEN) last.places.set(quote, found);
  return found;
}

function search(text: string, quote: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) found.push(at);
  return found;
}

/** In a long text with thousands of quotations, searching the whole text for each would take longer than an index. */
const LONG = 20_000;
/** The length of the parts of a text that its index has. */
const PART = 3;

function lookUp(text: string, quote: string): number[] {
  last.index ??= indexParts(text);
  let [rarest, offset]: [readonly number[], number] = [last.index.get(quote.slice(0, PART)) ?? [], 0];
  for (let at = 1; at + PART <= quote.length && rarest.length > OFTEN; at++) {
    const places = last.index.get(quote.slice(at, at + PART)) ?? [];
    if (places.length < rarest.length) [rarest, offset] = [places, at];
  }
  return rarest.map((place) => place - offset).filter((place) => place >= 0 && text.startsWith(quote, place));
}

function indexParts(text: string): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  for (let at = 0; at + PART <= text.length; at++) {
    const part = text.slice(at, at + PART);
    const places = index.get(part);
    if (places === undefined) index.set(part, [at]);
    else places.push(at);
  }
  return index;
}

/** A name that occurs often is quoted often, and each quotation needs all of its places. */
interface Memory {
  readonly text: string;
  readonly places: Map<string, readonly number[]>;
  /** For words that occur often, by start and end. */
  readonly contexts: Map<string, Context | null>;
  /** Where each part stands; null until a long text needs it. */
  index: ReadonlyMap<string, readonly number[]> | null;
}
let last: Memory = { text: '', places: new Map(), contexts: new Map(), index: null };
const OFTEN = 20;

/** Remembered, because several annotations may quote the same place. */
function rememberedContext(text: string, start: number, end: number, others: readonly number[]): Context | null {
  const key = `${start} ${end}`;
  const known = last.text === text ? last.contexts.get(key) : undefined;
  if (known !== undefined) return known;
  const context = nearContext(text, start, end, others);
  if (others.length > OFTEN && last.text === text) last.contexts.set(key, context);
  return context;
}

/** The span from the start of the prefix to the end of the suffix. */
interface Context {
  readonly from: number;
  readonly to: number;
}

/** How far each other place is compared with this one, in UTF-16 units. Only texts that repeat themselves need more. */
const NEAR = 240;

/** The shortest context that no other place has; null if another place has all of the nearby text in common. */
function nearContext(text: string, start: number, end: number, others: readonly number[]): Context | null {
  const length = end - start;
  const shared: { readonly before: number; readonly after: number }[] = [];
  for (const other of others) {
    const before = sharedBefore(text, start, other);
    const after = sharedAfter(text, end, other + length);
    // No nearby context tells these two places apart, so the other places do not matter.
    if (before >= NEAR && after >= NEAR) return null;
    if (before > 0 || after > 0) shared.push({ before, after });
  }
  // The longer the prefix, the fewer places share it: in this order each place is looked at only once.
  shared.sort((a, b) => a.before - b.before);
  const ends = [end, ...edgesAfter(text, end, NEAR)];
  let best: Context | null = null;
  let remaining = shared.length;
  let after = -1;
  for (const from of [start, ...edgesBefore(text, start, NEAR)].reverse()) {
    for (
      let one = shared[remaining - 1];
      one !== undefined && one.before >= start - from;
      one = shared[--remaining - 1]
    ) {
      after = Math.max(after, one.after);
    }
    const to = ends.find((edge) => edge - end > after && (from < start || edge > end));
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

function sharedAfter(text: string, own: number, other: number): number {
  let shared = 0;
  const most = Math.min(NEAR + 1, text.length - Math.max(own, other));
  while (shared < most && text.charCodeAt(own + shared) === text.charCodeAt(other + shared)) shared++;
  return shared;
}

/**
 * The context in a text that repeats itself: as many words on both sides as it takes, then without those that either side
 * can spare. It looks nearby first, since listing the words of the whole text takes longer than everything else.
 */
function farContext(text: string, start: number, end: number, most = NEAR): Context {
  const starts = [start, ...edgesBefore(text, start, most)];
  const ends = [end, ...edgesAfter(text, end, most)];
  const context = (before: number, after: number): Context => ({
    from: starts[Math.min(before, starts.length - 1)] ?? start,
    to: ends[Math.min(after, ends.length - 1)] ?? end,
  });
  const all = Math.max(starts.length, ends.length);
  if (most < text.length && !isOnlyPlace(text, context(all, all))) return farContext(text, start, end, 8 * most);
  const both = fewest(all, (count) => isOnlyPlace(text, context(count, count)));
  const before = fewest(both, (count) => isOnlyPlace(text, context(count, both)));
  const after = fewest(both, (count) => isOnlyPlace(text, context(before, count)));
  return context(before, after);
}

/** The least count up to `most` for which `holds` is true; it must then be true for each greater one. */
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

/** A word, or one character in a script that puts no space between words. */
const WORD = new RegExp(`${UNSPACED}\\p{M}*|${SPACED}+`, 'gv');

/** The starts of words before the place, the nearest first, with the beginning of the text last if it is within `most`. */
function edgesBefore(text: string, place: number, most: number): number[] {
  const from = Math.max(0, place - most);
  const edges = Array.from(text.slice(from, place).matchAll(WORD), ({ index }) => from + index);
  // The word at the edge of this window may begin before it.
  if (from > 0 && edges[0] === from) edges.shift();
  if (from === 0 && place > 0 && edges[0] !== 0) edges.unshift(0);
  return edges.reverse();
}

/** The ends of words after the place, the nearest first, with the end of the text last if it is within `most`. */
function edgesAfter(text: string, place: number, most: number): number[] {
  const to = Math.min(text.length, place + most);
  const edges = Array.from(text.slice(place, to).matchAll(WORD), ({ 0: word, index }) => place + index + word.length);
  if (to < text.length && edges.at(-1) === to) edges.pop();
  if (to === text.length && place < to && edges.at(-1) !== to) edges.push(to);
  return edges;
}
