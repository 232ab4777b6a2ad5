/** The slugs of the corpus: the type of each, and those nearest to one, by its beginning and by each of its words. */

import { ENTITY_TYPES, type Entities, type EntityType, NAMED_TYPES, type Ref, type Slug } from '../model.ts';
import { partitionPoint } from '../page.ts';
import { once, presentPiece, presentPieces, type Question } from '../source.ts';
import type { Meter } from '../store.ts';

/** The piece with the first start of each block. */
const BLOCKS = 'slugs';

function blockName(block: number): string {
  return `slugs/${block}`;
}

/** The entries of a block: few enough to read for one slug, and enough to share their beginnings. */
const BLOCK_SIZE = 64;

/** How many neighbours to look at on each side of a slug, and for how many of its words. */
const REACH = 5;
const MOST_WORDS = 6;

/** A shorter word or beginning that two slugs share means nothing. */
const TELLING_LENGTH = 3;

/** Nobody mistypes more letters than this in one slug. */
const MOST_LETTERS = 6;

/** Microseconds for an entry of a block, and for comparing a pair of letters. */
const ENTRY = 0.3;
const PAIR = 0.012;

/** The part of a slug from one of its words on, and the words before that one, with their hyphens. */
interface Entry {
  readonly start: string;
  readonly before: string;
  readonly type: EntityType;
}

/**
 * Agents and places are listed under each word of their slugs, because people remember a surname. The slugs of events
 * and statements are sentences, and are listed only under their first word.
 */
export function* packSlugs(
  entities: {
    readonly [T in EntityType]: readonly Entities[T][];
  },
): Generator<readonly [string, Uint8Array]> {
  const entries = ENTITY_TYPES.flatMap((type) => {
    const isNamed = NAMED_TYPES.some((named) => named === type);
    return entities[type].flatMap(({ slug }) => {
      const entries = isNamed ? startsOf(slug) : [{ start: slug, before: '' }];
      return entries.map((entry) => ({ ...entry, type }));
    });
  }).sort((a, b) => compare(a.start, b.start) || compare(a.before, b.before));
  const blocks = Array.from({ length: Math.ceil(entries.length / BLOCK_SIZE) }, (_, block) =>
    entries.slice(block * BLOCK_SIZE, (block + 1) * BLOCK_SIZE),
  );
  yield [BLOCKS, packLines(blocks.map(([first]) => first?.start ?? ''))];
  for (const [number, block] of blocks.entries()) yield [blockName(number), packBlock(block)];
}

/** The parts of the slug that begin at each of its words. */
function startsOf(slug: Slug): Omit<Entry, 'type'>[] {
  const words = slug.split('-');
  return words.map((_, at) => {
    const before = words.slice(0, at).map((word) => `${word}-`);
    return { start: words.slice(at).join('-'), before: before.join('') };
  });
}

/**
 * A line for each entry: a character for the length that it shares with the one before it, a character for its type,
 * the rest of its start, and the words before.
 */
function packBlock(entries: readonly Entry[]): Uint8Array {
  const lines = entries.map(({ start, before, type }, index) => {
    const shared = sharedLength(entries[index - 1]?.start ?? '', start);
    const head = String.fromCharCode(ZERO + shared, ZERO + ENTITY_TYPES.indexOf(type));
    return `${head}${start.slice(shared)} ${before}`;
  });
  return packLines(lines);
}

/** The character for 0: it comes after the line break and the space. */
const ZERO = 33;

function unpackBlock(bytes: Uint8Array): Entry[] {
  let last = '';
  return unpackLines(bytes).map((line) => {
    const end = line.indexOf(' ');
    last = last.slice(0, line.charCodeAt(0) - ZERO) + line.slice(2, end);
    return { start: last, before: line.slice(end + 1), type: ENTITY_TYPES[line.charCodeAt(1) - ZERO] ?? 'Article' };
  });
}

function packLines(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.join('\n'));
}

function unpackLines(bytes: Uint8Array): string[] {
  return bytes.length === 0 ? [] : new TextDecoder().decode(bytes).split('\n');
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

const readStarts = once(unpackLines);

/**
 * At most `limit` things that a slug may have meant: those of the wanted types first, then the nearest first. A slug is
 * near if at most a third of its letters differ, if it begins with the given one, or if it shares a word with it,
 * mistyped or not.
 */
export function* nearestSlugs(
  slug: Slug,
  wantedTypes: readonly EntityType[],
  limit: number,
  meter: Meter,
): Question<readonly Ref[]> {
  const starts = readStarts(yield* presentPiece(BLOCKS));
  const wanted = startsOf(slug).slice(0, MOST_WORDS);
  const around = wanted.map(({ start }) => blocksAround(starts, start));
  const [whole = []] = around;
  // What the slug only has a letter too many of comes before all that begins with it, perhaps in the block before.
  const wholeBlocks = whole.flatMap((block, index) => (index === 0 && block > 0 ? [block - 1, block] : [block]));
  const numbers = [...new Set([...wholeBlocks, ...around.flat()])].sort((a, b) => a - b);
  const found = yield* presentPieces(numbers.map(blockName));
  const blocks = found.map(unpackBlock);
  const entries = blocks.flat();
  meter.spend(ENTRY * entries.length);
  const candidates = [
    // If the first letters are mistyped, it may be a little further away.
    ...blocks.flatMap((block, index) => (wholeBlocks.includes(numbers[index] ?? -1) ? block : [])).map(wholeSlug),
    ...wanted.flatMap(({ start }) => neighbours(entries, start).map((entry) => ({ ...wholeSlug(entry), start }))),
  ];
  return rank(slug, candidates, wantedTypes, meter).slice(0, limit);
}

/** The type of the thing with this slug; null if nothing has it. */
export function* typeOfSlug(slug: Slug, meter: Meter): Question<EntityType | null> {
  const starts = readStarts(yield* presentPiece(BLOCKS));
  // If it is also the end of other slugs, the entry with the whole slug may be in the block before.
  const from = Math.max(0, partitionPoint(starts, (other) => other < slug) - 1);
  const to = partitionPoint(starts, (other) => other <= slug);
  const numbers = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
  const entries = (yield* presentPieces(numbers.map(blockName))).flatMap(unpackBlock);
  meter.spend(ENTRY * entries.length);
  return entries.find(({ start, before }) => start === slug && before === '')?.type ?? null;
}

/** The block that its first entry would be in, and the next one, since it may be the last of its block. */
function blocksAround(starts: readonly string[], start: string): number[] {
  if (starts.length === 0) return [];
  const block = Math.max(0, partitionPoint(starts, (other) => other < start) - 1);
  return block + 1 < starts.length ? [block, block + 1] : [block];
}

function neighbours(entries: readonly Entry[], start: string): Entry[] {
  const at = partitionPoint(entries, (entry) => entry.start < start);
  return entries.slice(Math.max(0, at - REACH), at + REACH);
}

interface Candidate extends Ref {
  /** The part of it that is compared with a part of the given slug, and that part. */
  readonly end: string;
  readonly start?: string;
}

function wholeSlug({ before, start, type }: Entry): Candidate {
  return { type, slug: before + start, end: start };
}

function rank(given: Slug, candidates: readonly Candidate[], wanted: readonly EntityType[], meter: Meter): Ref[] {
  const most = Math.max(2, Math.min(MOST_LETTERS, Math.ceil(given.length / 3)));
  const near = new Map<Slug, Ref & { readonly apart: number }>();
  for (const { type, slug, end, start } of candidates) {
    const begins = given.length >= TELLING_LENGTH && slug.startsWith(given);
    const apart = begins ? 0 : (near.get(slug)?.apart ?? distance(given, slug, most, meter));
    if (apart <= most || (start !== undefined && isSameWord(start, end, meter))) near.set(slug, { type, slug, apart });
  }
  return [...near.values()]
    .sort(
      (a, b) =>
        Number(wanted.includes(b.type)) - Number(wanted.includes(a.type)) ||
        a.apart - b.apart ||
        Math.abs(a.slug.length - given.length) - Math.abs(b.slug.length - given.length) ||
        compare(a.slug, b.slug),
    )
    .map(({ type, slug }) => ({ type, slug }));
}

/** Whether both begin with the same word, of which a fourth of the letters may differ. */
function isSameWord(a: string, b: string, meter: Meter): boolean {
  const [word = '', other = ''] = [a.split('-', 1)[0], b.split('-', 1)[0]];
  const most = Math.floor(word.length / 4);
  return word.length >= TELLING_LENGTH && distance(word, other, most, meter) <= most;
}

/** The number of letters to insert, delete or replace to turn one into the other (Levenshtein); at most `most + 1`. */
export function distance(a: string, b: string, most: number, meter: Meter): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let above = Uint8Array.from({ length: b.length + 1 }, (_, at) => at);
  let row = new Uint8Array(b.length + 1);
  for (let line = 1; line <= a.length; line++) {
    meter.spend(PAIR * (2 * most + 1));
    row.fill(most + 1);
    row[0] = line;
    let least = line;
    // Nothing further from the diagonal can be near enough.
    for (let at = Math.max(1, line - most); at <= Math.min(b.length, line + most); at++) {
      const replaced = (above[at - 1] ?? 0) + (a.charCodeAt(line - 1) === b.charCodeAt(at - 1) ? 0 : 1);
      const letters = Math.min(replaced, (above[at] ?? 0) + 1, (row[at - 1] ?? 0) + 1);
      row[at] = letters;
      if (letters < least) least = letters;
    }
    if (least > most) return most + 1;
    [above, row] = [row, above];
  }
  return Math.min(above[b.length] ?? 0, most + 1);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
