/** Columns: the terms of all things of a type, family by family, as numbers; a corpus has millions of terms. */
import type { Terms } from './terms.ts';

/** The values of a family. A value's number is its place in the order in which the things have it first. */
export interface Column {
  readonly values: readonly string[];
  /** How many things have each value. */
  readonly totals: readonly number[];
  /** Thing `n` has the values `members[starts[n]]` to `members[starts[n + 1] - 1]`, each once. */
  readonly starts: readonly number[];
  readonly members: readonly number[];
}

export interface Columns {
  readonly thingCount: number;
  readonly byFamily: ReadonlyMap<string, Column>;
  /** Every value of every family, in the order in which the things have it first. */
  readonly order: readonly { readonly family: string; readonly value: number }[];
}

interface OpenColumn extends Column {
  readonly numbers: Map<string, number>;
  readonly values: string[];
  readonly totals: number[];
  readonly starts: number[];
  readonly members: number[];
}

/** Gathers the terms of things in the order of their numbers. */
export function gatherColumns<Thing>(things: readonly Thing[], termsOf: (thing: Thing) => Terms): Columns {
  const byFamily = new Map<string, OpenColumn>();
  const order: { readonly family: string; readonly value: number }[] = [];
  for (const [thing, own] of things.entries()) {
    for (const [family, values] of termsOf(own)) {
      const column = byFamily.get(family) ?? openColumn();
      byFamily.set(family, column);
      startThing(thing, column);
      for (const value of values) {
        const known = column.numbers.get(value);
        const number = known ?? column.values.length;
        column.members.push(number);
        if (known !== undefined) {
          column.totals[number] = (column.totals[number] ?? 0) + 1;
          continue;
        }
        column.numbers.set(value, number);
        column.values.push(value);
        column.totals.push(1);
        order.push({ family, value: number });
      }
    }
  }
  for (const column of byFamily.values()) startThing(things.length, column);
  return { thingCount: things.length, byFamily, order };
}

function openColumn(): OpenColumn {
  return { values: [], totals: [], starts: [], members: [], numbers: new Map() };
}

/** Things before this one that do not have the family have no values in it. */
function startThing(thing: number, { starts, members }: OpenColumn): void {
  while (starts.length <= thing) starts.push(members.length);
}

/** The numbers of the things that have each value, in rising order. */
export function thingsByValue({ totals, starts, members }: Column): Uint32Array[] {
  const lists = totals.map((total) => new Uint32Array(total));
  const filled = new Uint32Array(totals.length);
  for (let thing = 0; thing + 1 < starts.length; thing++) {
    for (let at = starts[thing] ?? 0; at < (starts[thing + 1] ?? 0); at++) {
      const value = members[at] ?? 0;
      const place = filled[value] ?? 0;
      const list = lists[value];
      if (list !== undefined) list[place] = thing;
      filled[value] = place + 1;
    }
  }
  return lists;
}

/** A family that nothing has. */
export function emptyColumn(thingCount: number): Column {
  return { values: [], totals: [], starts: new Array(thingCount + 1).fill(0), members: [] };
}
