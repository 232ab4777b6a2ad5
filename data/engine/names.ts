/** Names of all things of a type, word by word: what a filter by name is decided with. */

import { ByteReader, ByteWriter } from '../bytes.ts';
import { words } from '../fold.ts';
import type { EntityType } from '../model.ts';
import { partitionPoint } from '../page.ts';
import type { Meter } from '../store.ts';
import { intersect, NUMBER, unite } from './numbers.ts';

export function namesName(type: EntityType): string {
  return `names/${type}`;
}

/** Names are numbered; each folded word has the list of the names that it stands in. */
export interface Names {
  readonly words: readonly string[];
  readonly lists: readonly Uint32Array[];
  /** For each name the number of the thing that it names. */
  readonly owners: Uint32Array;
}

/** Microseconds for a word of a name that begins as is asked. */
const WORD = 0.1;

interface NamedThing {
  readonly name: string;
  readonly otherNames: readonly string[];
}

export function packNames(things: readonly NamedThing[]): Uint8Array {
  const owners: number[] = [];
  const lists = new Map<string, number[]>();
  for (const [number, { name, otherNames }] of things.entries()) {
    for (const candidate of [name, ...otherNames]) {
      for (const { folded } of words(candidate)) {
        const list = lists.get(folded);
        if (list === undefined) lists.set(folded, [owners.length]);
        else if (list.at(-1) !== owners.length) list.push(owners.length);
      }
      owners.push(number);
    }
  }
  const writer = new ByteWriter().list(owners).varint(lists.size);
  for (const word of [...lists.keys()].sort()) writer.text(word).list(lists.get(word) ?? []);
  return writer.finish();
}

export function unpackNames(bytes: Uint8Array): Names {
  const reader = new ByteReader(bytes);
  const owners = reader.list();
  const found: string[] = [];
  const lists: Uint32Array[] = [];
  for (let left = reader.varint(); left > 0; left--) {
    found.push(reader.text());
    lists.push(reader.list());
  }
  return { words: found, lists, owners };
}

/** The numbers of the things with a name in which each of these words begins a word. */
export function findNamed(
  { words: known, lists, owners }: Names,
  wanted: readonly string[],
  meter: Meter,
): Uint32Array {
  const byWord = wanted.map((start) => {
    const from = partitionPoint(known, (word) => word < start);
    let to = from;
    while (known[to]?.startsWith(start)) to++;
    const found = lists.slice(from, to);
    meter.spend(NUMBER * (owners.length + found.reduce((sum, list) => sum + list.length, 0)) + WORD * found.length);
    return unite(found);
  });
  const [first = new Uint32Array(0), ...rest] = byWord;
  const names = rest.reduce(intersect, first);
  // Owners rise with the names, so that repeated ones stand together.
  return names.map((name) => owners[name] ?? 0).filter((owner, index, all) => index === 0 || all[index - 1] !== owner);
}
