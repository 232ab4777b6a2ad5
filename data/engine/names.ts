/** The names of all things of a type, word by word, for filters by name and for suggestions. */

import { ByteReader, ByteWriter } from '../bytes.ts';
import type { EntityType } from '../model.ts';
import { partitionPoint } from '../page.ts';
import { once } from '../source.ts';
import type { Meter } from '../store.ts';
import { asSet, intersect, NUMBER } from './numbers.ts';
import { spelledWords } from './search/other-spelling.ts';

export function namesName(type: EntityType): string {
  return `names/${type}`;
}

/**
 * Names are numbered, those of the most mentioned things first, so that finding these does not need all names. The
 * names of one thing are consecutive.
 */
export interface Names {
  /** For each name the number of the thing that it names, and how often the articles mention that thing. */
  readonly owners: Uint32Array;
  readonly mentionCounts: Uint32Array;
  /** Folded and sorted; word `n` is in the names `members[starts[n]]` to `members[starts[n + 1] - 1]`. */
  readonly words: readonly string[];
  readonly starts: Uint32Array;
  readonly members: Uint32Array;
  readonly thingCount: number;
}

interface NamedThing {
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly mentionCount: number;
}

export function packNames(things: readonly NamedThing[]): Uint8Array {
  const names = things
    .map((thing, owner) => ({ ...thing, owner }))
    .sort((a, b) => b.mentionCount - a.mentionCount || a.owner - b.owner)
    .flatMap(({ name, otherNames, ...thing }) => [name, ...otherNames].map((text) => ({ ...thing, text })));
  const lists = new Map<string, number[]>();
  for (const [number, { text }] of names.entries()) {
    for (const word of new Set(spelledWords(text).flatMap(({ folded, also }) => [folded, ...also]))) {
      const list = lists.get(word);
      if (list === undefined) lists.set(word, [number]);
      else list.push(number);
    }
  }
  const writer = new ByteWriter().varint(things.length).varint(names.length);
  for (const { owner, mentionCount } of names) writer.varint(owner).varint(mentionCount);
  const sorted = [...lists].sort(([a], [b]) => (a < b ? -1 : 1));
  writer.text(sorted.map(([word]) => word).join(BETWEEN_WORDS));
  for (const [, list] of sorted) writer.list(list);
  return writer.finish();
}

/** One text is quicker to read than thousands; no word contains a space. */
const BETWEEN_WORDS = ' ';

export const readNames = once((bytes): Names => {
  const reader = new ByteReader(bytes);
  const thingCount = reader.varint();
  const owners = new Uint32Array(reader.varint());
  const mentionCounts = new Uint32Array(owners.length);
  for (let name = 0; name < owners.length; name++) {
    owners[name] = reader.varint();
    mentionCounts[name] = reader.varint();
  }
  const text = reader.text();
  const known = text === '' ? [] : text.split(BETWEEN_WORDS);
  const starts = new Uint32Array(known.length + 1);
  const members: number[] = [];
  for (let word = 0; word < known.length; word++) {
    let name = 0;
    for (let left = reader.varint(); left > 0; left--) {
      name += reader.varint();
      members.push(name);
    }
    starts[word + 1] = members.length;
  }
  return { owners, mentionCounts, words: known, starts, members: Uint32Array.from(members), thingCount };
});

/** Microseconds for a word that begins with the wanted letters. */
const WORD = 0.1;

/** A range of the sorted words: those that begin with the wanted letters. */
interface WordRange {
  readonly from: number;
  readonly to: number;
}

function rangeOf({ words: known, starts }: Names, start: string, meter: Meter): WordRange {
  const from = partitionPoint(known, (word) => word < start);
  // No word that begins like this comes after this place.
  const to = partitionPoint(known, (word) => word < start || word.startsWith(start));
  meter.spend(WORD * (to - from) + NUMBER * ((starts[to] ?? 0) - (starts[from] ?? 0)));
  return { from, to };
}

/** The names with one of the words. */
function namesWith({ owners, starts, members }: Names, { from, to }: WordRange, meter: Meter): Uint32Array {
  const found = members.subarray(starts[from], starts[to]);
  if (to - from === 1) return found;
  meter.spend(NUMBER * owners.length);
  return asSet(found, owners.length);
}

/** The names in which each of these words is the beginning of a word. */
function namesWithAll(names: Names, wanted: readonly string[], meter: Meter): Uint32Array {
  const byWord = wanted.map((start) => namesWith(names, rangeOf(names, start, meter), meter));
  const [first = NO_NAMES, ...others] = byWord;
  if (others.length > 0) meter.spend(2 * NUMBER * byWord.reduce((sum, { length }) => sum + length, 0));
  return others.reduce(intersect, first);
}

const NO_NAMES = new Uint32Array(0);

/** The numbers of the things with a name in which each of these words is the beginning of a word. */
export function findNamed(names: Names, wanted: readonly string[], meter: Meter): Uint32Array {
  const found = namesWithAll(names, wanted, meter);
  meter.spend(NUMBER * names.thingCount);
  return asSet(
    found.map((name) => names.owners[name] ?? 0),
    names.thingCount,
  );
}

/**
 * The first matching name of each of the most mentioned things that have one, at most `limit`; of equally often
 * mentioned things, those with smaller numbers first.
 */
export function mostMentioned(names: Names, wanted: readonly string[], limit: number, meter: Meter): number[] {
  const { owners, starts, members } = names;
  const kept: number[] = [];
  const [only = '', ...others] = wanted;
  if (others.length > 0) {
    keepFirst(kept, namesWithAll(names, wanted, meter), owners, limit);
    return kept;
  }
  // The first few names of each word are enough.
  const { from, to } = rangeOf(names, only, meter);
  for (let word = from; word < to; word++) {
    keepFirst(kept, members, owners, limit, starts[word], starts[word + 1]);
  }
  return kept;
}

/** Merges these names, in rising order, into the kept ones: the first name of each thing, and the first `limit` of all. */
function keepFirst(
  kept: number[],
  names: Uint32Array,
  owners: Uint32Array,
  limit: number,
  from = 0,
  to = names.length,
): void {
  for (let at = from; at < to; at++) {
    const name = names[at] ?? 0;
    if (kept.length === limit && name >= (kept[limit - 1] ?? 0)) return;
    const known = kept.findIndex((other) => owners[other] === owners[name]);
    if (known !== -1 && (kept[known] ?? 0) <= name) continue;
    if (known !== -1) kept.splice(known, 1);
    kept.splice(
      partitionPoint(kept, (other) => other < name),
      0,
      name,
    );
    if (kept.length > limit) kept.pop();
  }
}
