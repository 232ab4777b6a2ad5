/** Memory: what a request has read so far, so that nothing is read twice and all of it is of one corpus. */
import type { Located } from '../index/source.ts';
import type { ArticleText, Dossier, Entities, Entity, EntityType, Slug } from '../model.ts';
import type { FoundRow, Wanted } from './ask.ts';
import { decodeBase64 } from './base64.ts';
import { idOf, type LongKind, numberOf, type StoredPieces } from './side.ts';
import { parseText } from './text.ts';

/** Undefined is what has not been read, null what there is none of. */
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
    case 'ID':
      return memory.byId.has(wanted.id);
    case 'NAME':
      return mapOf(memory, wanted.kind)?.has(wanted.name) ?? false;
  }
}

/**
 * Keeps what was found, and of what was wanted and not found, that there is none. Answers with the pieces of the index
 * among it: also those that nobody wanted and that stand in the same row.
 */
export function remember(memory: Memory, wanted: readonly Wanted[], rows: readonly FoundRow[]): FoundPieces {
  const long = joinParts(rows);
  for (const { kind, name, number, body } of rows) {
    if (kind === 'ENTITY') rememberThing(memory, number, body === '' ? bodyOf(long, name) : body);
  }
  for (const [name, parts] of long.TEXT) memory.texts.set(name, parseText(parts.join('')));
  for (const [name, parts] of long.DOSSIER) memory.dossiers.set(name, JSON.parse(parts.join('')));
  for (const one of wanted) {
    if (one.by === 'SLUG' && !memory.bySlug.has(one.slug)) memory.bySlug.set(one.slug, null);
  }
  const pieces = new Map<string, Uint8Array | null>();
  for (const one of wanted) if (one.by === 'NAME' && one.kind === 'PIECES') pieces.set(one.name, null);
  for (const parts of long.PIECES.values()) {
    const stored: StoredPieces = JSON.parse(parts.join(''));
    for (const [name, base64] of stored) pieces.set(name, decodeBase64(base64));
  }
  for (const [name, piece] of pieces) memory.pieces.set(name, piece);
  return pieces;
}

/** Null is a piece that the index does not have. */
export type FoundPieces = ReadonlyMap<string, Uint8Array | null>;

/** The things among the rows whose records are too long for their row (see `rows.ts`): they have to be asked for. */
export function wantedBodies(rows: readonly FoundRow[]): readonly Wanted[] {
  return rows
    .filter(({ kind, body }) => kind === 'ENTITY' && body === '')
    .map(({ name }) => ({ by: 'NAME', kind: 'BODY', name }));
}

/** The thing of that type with that number, which has been read. */
export function thingOf<T extends EntityType>(memory: Memory, type: T, number: number): Entities[T] {
  const located = memory.byId.get(idOf(type, number));
  if (located === undefined) throw new Error(`There is no ${type} with the number ${number}.`);
  // The id says the type.
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

function rememberThing(memory: Memory, id: number, body: string): void {
  const entity: Entity = JSON.parse(body);
  const located: Located = { number: numberOf(id), entity };
  memory.byId.set(id, located);
  memory.bySlug.set(entity.slug, located);
}

function joinParts(rows: readonly FoundRow[]): Readonly<Record<LongKind, Map<string, string[]>>> {
  const long = { BODY: new Map(), TEXT: new Map(), DOSSIER: new Map(), PIECES: new Map() };
  for (const { kind, name, body } of rows.toSorted((a, b) => a.number - b.number)) {
    if (kind === 'ENTITY') continue;
    const parts = long[kind].get(name);
    if (parts === undefined) long[kind].set(name, [body]);
    else parts.push(body);
  }
  return long;
}

function bodyOf(long: ReturnType<typeof joinParts>, name: string): string {
  const parts = long.BODY.get(name);
  if (parts === undefined) throw new Error(`The record of "${name}" is missing.`);
  return parts.join('');
}
