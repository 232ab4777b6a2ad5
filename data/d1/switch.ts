/** Switch: the corpora that the two sides hold, and the one statement that switches readers to the other side. */
import type { CorpusSummary } from '../model.ts';
import { type Database, firstRow, type Statement } from './database.ts';
import type { Measures } from './fill.ts';
import { LAYOUT, type Side } from './side.ts';
import { type KnownOfSide, sumOfSide } from './sum.ts';

/** A complete corpus on a side. */
export interface WholeSide {
  readonly edition: string;
  readonly layout: number;
  readonly version: string;
  /** When it was published, in UTC. */
  readonly published: string;
  readonly measures: Measures;
}

export interface SidesState {
  /** The side that readers read; null before the first publish. */
  readonly live: Side | null;
  /** Null if a side is empty or half filled, or if its row in `side` was altered. */
  readonly sides: { readonly [S in Side]: WholeSide | null };
}

/** Reads what both sides hold. */
export async function readSides(database: Database): Promise<SidesState> {
  const live = await firstRow<{ readonly side: Side | null }>(database.prepare('select side from live where id = 1'));
  return { live: live?.side ?? null, sides: { a: await readSide(database, 'a'), b: await readSide(database, 'b') } };
}

/** Marks a side as complete and switches readers to it. */
export function sealAndSwitch(
  database: Database,
  side: Side,
  { edition, summary, measures: { entity, long } }: Sealed,
): Statement[] {
  const known = { name: side, edition, layout: LAYOUT, version: summary.version, summary: JSON.stringify(summary) };
  const seal = database
    .prepare(
      `insert or replace into side
         (name, edition, layout, version, summary, sum, entity_rows, entity_bytes, long_rows, long_bytes, published)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, strftime('%FT%TZ', 'now'))`,
    )
    .bind(
      ...[known.name, known.edition, known.layout, known.version, known.summary, sumOfSide(known)],
      ...[entity.rows, entity.bytes, long.rows, long.bytes],
    );
  const point = database.prepare(`update live set side = ?, edition_${side} = ? where id = 1`).bind(side, edition);
  return [seal, point];
}

/** Switches readers to a complete side. */
export function switchTo(database: Database, side: Side): Statement {
  return database.prepare('update live set side = ? where id = 1').bind(side);
}

interface Sealed {
  readonly edition: string;
  readonly summary: CorpusSummary;
  readonly measures: Measures;
}

async function readSide(database: Database, side: Side): Promise<WholeSide | null> {
  const row = await firstRow<SideRow>(
    database
      .prepare(`select side.* from side join live on live.edition_${side} = side.edition where side.name = ?`)
      .bind(side),
  );
  if (row === null) return null;
  const { edition, layout, version, published } = row;
  // A release with another layout computed the sum differently, or not at all.
  if (layout === LAYOUT && sumOfSide(row) !== row.sum) return null;
  const entity = { rows: row.entity_rows, bytes: row.entity_bytes };
  return {
    edition,
    layout,
    version,
    published,
    measures: { entity, long: { rows: row.long_rows, bytes: row.long_bytes } },
  };
}

interface SideRow extends KnownOfSide {
  readonly sum: number | null;
  readonly published: string;
  readonly entity_rows: number;
  readonly entity_bytes: number;
  readonly long_rows: number;
  readonly long_bytes: number;
}
