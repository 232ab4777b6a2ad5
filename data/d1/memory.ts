/** Memory: what a request has read so far, so that nothing is read twice and everything comes from one corpus. */

import type { ArticleText, Dossier, Entities, Entity, EntityType, Slug } from '../model.ts';
import type { Located } from '../source.ts';
import { type FoundRow, keyOf, type Wanted } from './ask.ts';
import { decodeBase64 } from './base64.ts';
import { CorpusDamagedError } from './damage.ts';
import { openReach, type Reaching } from './reach.ts';
import { idOf, type LongKind, numberOf, type Side, START_ID, type StoredPieces } from './side.ts';
import { parseText } from './text.ts';

/** `undefined`: not read yet. `null`: read, and absent. */
export interface Memory {
  readonly bySlug: Map<Slug, Located | null>;
  readonly byId: Map<number, Located>;
  readonly texts: Map<Slug, ArticleText>;
  readonly dossiers: Map<Slug, Dossier>;
  readonly pieces: Map<string, Uint8Array | null>;
}

export function createMemory(): Memory {
  return { bySlug: new Map(), byId: new Map(), texts: new Map(), dossiers: new Map(), pieces: new Map() };
}

export function isRemembered(memory: Memory, wanted: Wanted): boolean {
  switch (wanted.by) {
    case 'SLUG':
      return memory.bySlug.has(wanted.slug);
    case 'PLACE':
      return false;
    case 'ID':
      return memory.byId.has(wanted.id);
    case 'NAME':
      return mapOf(memory, wanted.kind)?.has(wanted.name) ?? false;
  }
}

/** Pieces of the index that are stored in one row. */
export interface PiecesRow extends Reaching {
  readonly pieces: ReadonlyMap<string, Uint8Array>;
}

/**
 * Keeps what was found, and records which wanted slugs and pieces do not exist. Returns the rows of index pieces that
 * were found, including pieces that nobody wanted. Throws a CorpusDamagedError if anything wanted is lost.
 */
export function remember(
  memory: Memory,
  side: Side,
  wanted: readonly Wanted[],
  rows: readonly FoundRow[],
): readonly PiecesRow[] {
  const long = joinParts(side, rows);
  for (const { name, number, body } of thingsAsked(wanted, rows)) {
    rememberThing(memory, number, body === '' ? bodyOf(side, long, name) : body);
  }
  for (const [name, { body }] of long.TEXT) memory.texts.set(name, parseText(body));
  for (const [name, { body }] of long.DOSSIER) memory.dossiers.set(name, JSON.parse(body));
  const found = [...long.PIECES.values()].map(({ name, next, body }) => ({ name, next, pieces: parsePieces(body) }));
  for (const { pieces } of found) for (const [name, piece] of pieces) memory.pieces.set(name, piece);

  const missing = wanted.filter((one) => !isRemembered(memory, one));
  if (missing.length > 0) rememberAbsent(memory, side, missing, rows, found);
  return found;
}

/**
 * What must be asked for next: records that are too long for their row (see `rows.ts`), and for each slug that no thing
 * has, the row that shows it.
 */
export function wantedNext(wanted: readonly Wanted[], rows: readonly FoundRow[]): readonly Wanted[] {
  const things = thingsAsked(wanted, rows);
  const slugs = new Set(things.map(({ name }) => name));
  return [
    ...things.filter(({ body }) => body === '').map(({ name }) => ({ by: 'NAME', kind: 'BODY', name }) as const),
    ...wanted.flatMap((one) => (one.by === 'SLUG' && !slugs.has(one.slug) ? [{ ...one, by: 'PLACE' } as const] : [])),
  ];
}

/** The thing of that type with that number, which must have been read. */
export function thingOf<T extends EntityType>(memory: Memory, type: T, number: number): Entities[T] {
  const located = memory.byId.get(idOf(type, number));
  if (located === undefined) throw new Error(`There is no ${type} with the number ${number}.`);
  // The id determines the type.
  return located.entity as Entities[T];
}

function mapOf(memory: Memory, kind: LongKind): ReadonlyMap<string, unknown> | null {
  switch (kind) {
    case 'TEXT':
      return memory.texts;
    case 'DOSSIER':
      return memory.dossiers;
    case 'PIECES':
      return memory.pieces;
    case 'BODY':
      return null;
  }
}

/** Leaves out rows that only show that no thing has a slug. */
function thingsAsked(wanted: readonly Wanted[], rows: readonly FoundRow[]): readonly FoundRow[] {
  const asked = new Set(wanted.map(keyOf));
  const isAsked = ({ name, number }: FoundRow) =>
    asked.has(keyOf({ by: 'SLUG', slug: name })) || asked.has(keyOf({ by: 'ID', id: number }));
  return rows.filter((row) => row.kind === 'ENTITY' && row.number !== START_ID && isAsked(row));
}

function rememberThing(memory: Memory, id: number, body: string): void {
  const entity: Entity = JSON.parse(body);
  const located: Located = { number: numberOf(id), entity };
  memory.byId.set(id, located);
  memory.bySlug.set(entity.slug, located);
}

function rememberAbsent(
  memory: Memory,
  side: Side,
  missing: readonly Wanted[],
  rows: readonly FoundRow[],
  pieces: readonly PiecesRow[],
): void {
  const things = rows.filter(({ kind }) => kind === 'ENTITY');
  const checkSlug = openReach(`entity_${side}`, things);
  const checkPiece = openReach(`long_${side}, PIECES`, pieces);
  for (const one of missing) {
    if (one.by === 'SLUG') {
      checkSlug(one.slug);
      memory.bySlug.set(one.slug, null);
    } else if (one.by === 'NAME' && one.kind === 'PIECES') {
      checkPiece(one.name);
      memory.pieces.set(one.name, null);
    } else if (one.by === 'NAME') {
      throw new CorpusDamagedError(`long_${side}, ${one.kind}`, one.name, LOST);
    } else if (one.by === 'ID') {
      throw new CorpusDamagedError(`entity_${side}`, `${one.id}`, LOST);
    }
  }
}

const LOST = 'it is lost';

/** Something long, joined from its parts. */
interface Joined extends Reaching {
  readonly body: string;
}

function joinParts(side: Side, rows: readonly FoundRow[]): Readonly<Record<LongKind, ReadonlyMap<string, Joined>>> {
  const long = {
    ...{ BODY: new Map<string, Joined>(), TEXT: new Map<string, Joined>() },
    ...{ DOSSIER: new Map<string, Joined>(), PIECES: new Map<string, Joined>() },
  };
  const gathered = Map.groupBy(rows, ({ kind, name }) => `${kind} ${name}`);
  for (const parts of gathered.values()) {
    const [first] = parts;
    if (first === undefined || first.kind === 'ENTITY') continue;
    const ordered = parts.toSorted((a, b) => a.number - b.number);
    if (ordered.length !== first.parts || ordered.some(({ number }, index) => number !== index)) {
      throw new CorpusDamagedError(
        `long_${side}, ${first.kind}`,
        first.name,
        `it has parts ${ordered.map(({ number }) => number).join(', ')} of ${first.parts}`,
      );
    }
    const { kind, name, next } = first;
    long[kind].set(name, { name, next, body: ordered.map(({ body }) => body).join('') });
  }
  return long;
}

function parsePieces(json: string): ReadonlyMap<string, Uint8Array> {
  const stored: StoredPieces = JSON.parse(json);
  return new Map(stored.map(([name, base64]) => [name, decodeBase64(base64)]));
}

function bodyOf(side: Side, long: ReturnType<typeof joinParts>, name: string): string {
  const body = long.BODY.get(name)?.body;
  if (body === undefined) throw new CorpusDamagedError(`long_${side}, BODY`, name, LOST);
  return body;
}
