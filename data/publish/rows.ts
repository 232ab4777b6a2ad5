/** Rows: turns an indexed corpus into the rows of a side's tables, in chunks that one statement can take. */
import { createHash } from 'node:crypto';
import type { Chunk, EntityRow, LongRow, Measures, Table } from '../d1/fill.ts';
import { compareNames, isHighSurrogate } from '../d1/reach.ts';
import { idOf, LAYOUT, type LongKind, START_ID, type StoredPieces } from '../d1/side.ts';
import { sumOfRow } from '../d1/sum.ts';
import { printText } from '../d1/text.ts';
import type { IndexedCorpus } from '../engine/build.ts';
import { ENTITY_TYPES } from '../model.ts';

/**
 * The size of a chunk's JSON, in bytes. D1 takes 2,000,000 for a parameter; above 0.9 MB writing gets no quicker, and
 * readers wait for a third of a second at most.
 */
const CHUNK_BYTES = 900_000;

/**
 * The longest part of a record or text in one row, in UTF-16 units: under 0.7 MB at three bytes each, and under twice
 * that as JSON within JSON.
 */
const PART_LENGTH = 230_000;

/** The most that a row of index pieces holds, in UTF-16 units: reading one piece reads its whole row. */
const PIECES_LENGTH = 8000;

/** All rows of a corpus, in the order of the tables and their ids. */
export function* chunksOf(corpus: IndexedCorpus): Generator<Chunk> {
  const edition = editionOf(corpus);
  const bodies: LongThing[] = [];
  yield* cutChunks('entity', entityRows(edition, corpus, bodies));
  yield* cutChunks('long', longRows(edition, [...bodies, ...longThings(corpus)]));
}

/** Measures the rows of a corpus without keeping them. */
export function measure(corpus: IndexedCorpus): Measures & { readonly chunks: number } {
  const measures = { entity: { rows: 0, bytes: 0 }, long: { rows: 0, bytes: 0 }, chunks: 0 };
  for (const { table, rows, bytes } of chunksOf(corpus)) {
    measures[table].rows += rows;
    measures[table].bytes += bytes;
    measures.chunks += 1;
  }
  return measures;
}

/**
 * How many rows D1 will count as written: each row and its entry in the table's one index, the lock twice a chunk, and
 * the statements before and after.
 */
export function rowsWritten({ entity, long, chunks }: ReturnType<typeof measure>): number {
  return 2 * (entity.rows + long.rows) + 2 * chunks + 18;
}

/** The digest of everything published: the records (the corpus's version), the index, and the layout. */
export function editionOf({ summary, pieces }: IndexedCorpus): string {
  const hash = createHash('sha256').update(`${LAYOUT}\n${JSON.stringify(summary)}\n`);
  for (const [name, piece] of byName(pieces)) hash.update(`${name}\n${piece.length}\n`).update(piece);
  return `sha256:${hash.digest('hex')}`;
}

/** A long thing, the name that comes next if things of its kind are chained, and a function that cuts it for rows. */
type LongThing = readonly [kind: LongKind, name: string, next: string | null, parts: () => readonly string[]];

/** One row for each thing, and one before all; a body that is too long for its row goes to `bodies`. */
function* entityRows(edition: string, { entities }: IndexedCorpus, bodies: LongThing[]): Generator<EntityRow> {
  const slugs = ['', ...ENTITY_TYPES.flatMap((type) => entities[type].map(({ slug }) => slug))].sort(compareNames);
  const nextOf = new Map(slugs.map((slug, index) => [slug, slugs[index + 1] ?? null]));
  const row = (number: number, name: string, body: string): EntityRow => {
    const next = nextOf.get(name) ?? null;
    return [number, name, next, body, sumOfRow(edition, { kind: 'ENTITY', name, number, parts: 1, next, body })];
  };
  yield row(START_ID, '', '');
  for (const type of ENTITY_TYPES) {
    for (const [number, entity] of entities[type].entries()) {
      const body = JSON.stringify(entity);
      const isLong = body.length > PART_LENGTH;
      if (isLong) bodies.push(['BODY', entity.slug, null, () => cutText(body)]);
      yield row(idOf(type, number), entity.slug, isLong ? '' : body);
    }
  }
}

function longThings({ texts, dossiers, pieces }: IndexedCorpus): readonly LongThing[] {
  return [
    ...texts.map((text): LongThing => ['TEXT', text.article, null, () => cutText(printText(text))]),
    ...dossiers.map((dossier): LongThing => ['DOSSIER', dossier.of, null, () => cutText(JSON.stringify(dossier))]),
    ...gatherPieces(pieces),
  ];
}

function* longRows(edition: string, things: readonly LongThing[]): Generator<LongRow> {
  let id = 0;
  for (const [kind, name, next, cut] of things) {
    const bodies = cut();
    const parts = bodies.length;
    for (const [number, body] of bodies.entries()) {
      const sum = sumOfRow(edition, { kind, name, number, parts, next, body });
      yield [id++, kind, name, number, parts, next, body, sum];
    }
  }
}

/** Groups pieces with consecutive names into rows; a large piece may need several rows. */
function gatherPieces(pieces: IndexedCorpus['pieces']): readonly LongThing[] {
  const gathered: (readonly [string, string])[][] = [[]];
  let length = 0;
  for (const [name, piece] of byName(pieces)) {
    const base64 = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('base64');
    if (length > 0 && length + name.length + base64.length > PIECES_LENGTH) {
      gathered.push([]);
      length = 0;
    }
    gathered.at(-1)?.push([name, base64]);
    length += name.length + base64.length;
  }
  const names = gathered.map(([first], index) => (index === 0 || first === undefined ? '' : first[0]));
  return gathered.map((stored: StoredPieces, index) => [
    ...(['PIECES', names[index] ?? '', names[index + 1] ?? null] as const),
    () => cutText(JSON.stringify(stored)),
  ]);
}

function byName(pieces: IndexedCorpus['pieces']): readonly (readonly [string, Uint8Array])[] {
  return [...pieces].sort(([a], [b]) => compareNames(a, b));
}

function cutText(text: string): readonly string[] {
  const parts: string[] = [];
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = Math.min(start + PART_LENGTH, text.length);
    if (end < text.length && isHighSurrogate(text.charCodeAt(end - 1))) end -= 1;
    parts.push(text.slice(start, end));
  }
  return parts;
}

function* cutChunks(table: Table, rows: Iterable<EntityRow | LongRow>): Generator<Chunk> {
  let gathered: string[] = [];
  let [length, bytes, firstId, lastId] = [0, 0, 0, 0];
  const chunk = (): Chunk => ({
    table,
    firstId,
    lastId,
    rows: gathered.length,
    bytes,
    json: `[${gathered.join(',')}]`,
  });

  for (const row of rows) {
    const json = JSON.stringify(row);
    const size = Buffer.byteLength(json) + 1;
    if (gathered.length > 0 && length + size > CHUNK_BYTES) {
      yield chunk();
      [gathered, length, bytes] = [[], 0, 0];
    }
    if (gathered.length === 0) firstId = row[0];
    lastId = row[0];
    gathered.push(json);
    length += size;
    bytes += Buffer.byteLength(bodyOf(row));
  }
  if (gathered.length > 0) yield chunk();
}

function bodyOf(row: EntityRow | LongRow): string {
  return row.length === 5 ? row[3] : row[6];
}
