/** Side: one of the two places for a corpus in the database, its tables, and the numbering of things in them. */

import { ENTITY_TYPES, type EntityType } from '../model.ts';
import { INDEX_VERSION } from '../source.ts';

export const SIDES = ['a', 'b'] as const;
export type Side = (typeof SIDES)[number];

/** Raise it whenever the tables of a side, or the meaning of their columns, change. */
const TABLES_VERSION = 2;

/**
 * Changes whenever the tables of a side, or the meaning of their columns or of the index, change: a Worker refuses a
 * corpus with another layout instead of misreading it.
 */
export const LAYOUT = 1000 * TABLES_VERSION + INDEX_VERSION;

/**
 * The kind of thing that a row of the table `long` is a part of. `BODY` is a record that is too long for its own row.
 * `PIECES` are index pieces with consecutive names, stored under the name of the first, or under '' if no piece comes
 * before: most pieces have a few bytes, and with a row for each they would be most of the rows that a publish writes.
 */
export type LongKind = 'BODY' | 'TEXT' | 'DOSSIER' | 'PIECES';

/** The content of a `PIECES` row: the pieces ordered by their names in UTF-8, each in base64. */
export type StoredPieces = readonly (readonly [name: string, base64: string])[];

/** The other side, where the next corpus goes while this one is read; `a` before the first publish. */
export function otherSide(side: Side | null): Side {
  return side === 'a' ? 'b' : 'a';
}

/**
 * The number of a thing among all things: its type's place in `ENTITY_TYPES`, then its number within the type. As the
 * row's primary key it needs no second index, which would cost a second written row for each thing.
 */
export function idOf(type: EntityType, number: number): number {
  return ENTITY_TYPES.indexOf(type) * NUMBERS_PER_TYPE + number;
}

/** The number of the thing with that id within its type. */
export function numberOf(id: number): number {
  return id % NUMBERS_PER_TYPE;
}

const NUMBERS_PER_TYPE = 2 ** 32;

/** The id of the row before all things: it has the slug '' and names the first slug (see `reach.ts`). */
export const START_ID = -1;

/**
 * The statements that empty a side, which write 0 rows whatever was on it. With the row number as the key, a row may
 * fill a page of the file; a table without row numbers keeps at most a quarter of a page of each row in place.
 */
export function emptySide(side: Side): readonly string[] {
  return [
    `drop table if exists entity_${side}`,
    `drop table if exists long_${side}`,
    `create table entity_${side}
       (id integer primary key, slug text not null, next text, body text not null, sum integer not null)`,
    `create table long_${side}
       (id integer primary key, kind text not null, name text not null, part integer not null, parts integer not null,
        next text, body text not null, sum integer not null)`,
  ];
}

/** The statements that index a filled side. Indexing after filling is faster than row by row. */
export function indexSide(side: Side): readonly string[] {
  return [
    `create unique index entity_${side}_slug on entity_${side} (slug)`,
    `create unique index long_${side}_part on long_${side} (kind, name, part)`,
  ];
}
