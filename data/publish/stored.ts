/** What a D1 database stores of all publications, and the statements that change it. Only publishers use this. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { openChunk } from '../chunks/chunk.ts';
import { packDelta } from '../chunks/delta.ts';
import { digestsOf, LAYOUT } from '../chunks/manifest.ts';
import { type Database, firstRow, rowsOf, type Statement } from '../d1/database.ts';
import { chunksIn, selectChunks } from '../d1/place.ts';
import type { NewChunk, PackedCorpus } from './pack.ts';

/** A corpus that was published. */
export interface Publication {
  readonly id: number;
  readonly edition: string;
  /** The chunks that hold the manifest, as JSON. */
  readonly manifest: string;
  /** The version of the corpus. */
  readonly version: string;
  /** When it was published, in UTC. */
  readonly published: string;
}

/** What the Workers of this layout read, and what they read before; null if there is none. */
export interface Pointer {
  /** What the pointer holds; there may be no such publication any more. */
  readonly currentId: number | null;
  readonly current: Publication | null;
  readonly previous: Publication | null;
}

export async function readPointer(database: Database): Promise<Pointer> {
  const pointer = await firstRow<{ readonly current: number; readonly previous: number | null }>(
    database.prepare('select current, previous from pointer where layout = ?').bind(LAYOUT),
  );
  const find = (id: number | null) =>
    firstRow<Publication>(database.prepare('select * from publication where id = ?').bind(id));
  const currentId = pointer?.current ?? null;
  return { currentId, current: await find(currentId), previous: await find(pointer?.previous ?? null) };
}

/** The digests of chunks, each with that of its base; null if it is stored whole. */
export type Digests = ReadonlyMap<string, string | null>;

/**
 * All stored chunks, and those of them that cannot be read: a part was not written any more, or the base is lost. The
 * first part of a chunk is written last.
 */
export async function readDigests(
  database: Database,
): Promise<{ readonly all: Digests; readonly broken: ReadonlySet<string> }> {
  const result = await database.prepare('select digest, part, base from chunk').all();
  const rows = rowsOf<{ readonly digest: string; readonly part: number; readonly base: string | null }>(result);
  const begun = new Set(rows.filter(({ part }) => part === 0).map(({ digest }) => digest));
  const all = new Map(rows.map(({ digest, base }) => [digest, base]));
  const broken = [...all].filter(([digest, base]) => !begun.has(digest) || (base !== null && !begun.has(base)));
  return { all, broken: new Set(broken.map(([digest]) => digest)) };
}

/** A chunk that is ready to be written: deflated, whole or as a difference. */
export interface PackedChunk {
  readonly digest: string;
  readonly base: string | null;
  readonly body: Buffer;
}

/** The content of a chunk that others can be differences from. */
export interface Base {
  readonly digest: string;
  readonly content: Uint8Array;
}

/** Packs a chunk, as its difference from the base if that makes it much smaller. */
export function packChunk({ digest, body: whole }: NewChunk, base: Base | null): PackedChunk {
  const body = base === null ? whole : deflateRawSync(packDelta(base.content, inflateRawSync(whole)));
  if (base === null || body.length * LEAST_GAIN > whole.length) return { digest, base: null, body: whole };
  return { digest, base: base.digest, body };
}

/** A difference costs reading a second row: it must be this many times smaller. */
const LEAST_GAIN = 2;

/** Rows of chunks that one statement writes. */
export interface Batch {
  readonly digests: readonly string[];
  readonly rows: number;
  readonly json: string;
}

/**
 * The size of a batch's JSON, in bytes. D1 takes 2,000,000 for a parameter; above 0.9 MB writing gets no quicker, and
 * readers wait for a third of a second at most.
 */
const BATCH_BYTES = 900_000;
/** The longest part of a chunk in one row, in characters of base64. */
const PART_LENGTH = 800_000;

export function* batchesOf(chunks: readonly PackedChunk[]): Generator<Batch> {
  let digests: string[] = [];
  let rows: string[] = [];
  let length = 0;
  for (const { digest, base, body } of chunks) {
    const base64 = body.toString('base64');
    digests.push(digest);
    for (let part = Math.max(0, Math.ceil(base64.length / PART_LENGTH) - 1); part >= 0; part--) {
      const row = JSON.stringify([digest, part, base, base64.slice(part * PART_LENGTH, (part + 1) * PART_LENGTH)]);
      if (rows.length > 0 && length + row.length > BATCH_BYTES) {
        yield { digests, rows: rows.length, json: `[${rows.join(',')}]` };
        [digests, rows, length] = [[digest], [], 0];
      }
      rows.push(row);
      length += row.length;
    }
  }
  if (rows.length > 0) yield { digests, rows: rows.length, json: `[${rows.join(',')}]` };
}

/** Writes a batch. Writing it again changes nothing, so it may be resent if the answer was lost. */
export function insertBatch(database: Database, { json }: Batch): Statement {
  return database
    .prepare(
      `insert into chunk (digest, part, base, body)
       select value ->> 0, value ->> 1, value ->> 2, value ->> 3 from json_each(?) where true on conflict do nothing`,
    )
    .bind(json);
}

export function deleteChunks(database: Database, digests: readonly string[]): Statement {
  return database
    .prepare('delete from chunk where digest in (select value from json_each(?))')
    .bind(JSON.stringify(digests));
}

/** The contents of these chunks, without those that are lost or not what their digests name. */
export async function readContents(
  database: Database,
  digests: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const stored = chunksIn(await selectChunks(database, digests).all());
  const contents = await Promise.all(
    [...stored].map(async ([digest, chunk]) => [digest, await openChunk(digest, chunk).catch(() => null)] as const),
  );
  return new Map(contents.flatMap(([digest, content]) => (content === null ? [] : [[digest, content]])));
}

/**
 * Records a publication and sends the readers of this layout to it, in one batch. Only if the pointer still is where it
 * was read: so the batch may be sent again if its answer was lost.
 */
export function sealAndPoint(
  database: Database,
  { edition, manifestParts }: PackedCorpus,
  version: string,
  currentId: number | null,
): Statement[] {
  const isStill = '(select current from pointer where layout = ?1) is ?2';
  const record = database
    .prepare(
      `insert into publication (layout, edition, version, manifest, published)
       select ?1, ?3, ?4, ?5, strftime('%FT%TZ', 'now') where ${isStill}`,
    )
    .bind(LAYOUT, currentId, edition, version, JSON.stringify(manifestParts));
  const point = database
    .prepare(
      `insert into pointer (layout, current) select ?1, last_insert_rowid() where ${isStill}
       on conflict (layout) do update set previous = current, current = excluded.current`,
    )
    .bind(LAYOUT, currentId);
  return [record, point, supersede(database)];
}

/** Sends readers back to the publication before; again, and they are where they were. */
export function pointBack(database: Database, currentId: number | null): Statement[] {
  const point = database
    .prepare('update pointer set current = previous, previous = current where layout = ? and current = ?')
    .bind(LAYOUT, currentId);
  return [point, supersede(database)];
}

/** Notes when each publication stopped being read by new requests. */
function supersede(database: Database): Statement {
  const isCurrent = 'exists (select 1 from pointer where current = publication.id)';
  return database.prepare(
    `update publication set superseded = iif(${isCurrent}, null, unixepoch())
     where (superseded is null) <> ${isCurrent}`,
  );
}

/** A request that began on a publication may go on reading it for so long after another took its place. */
const GRACE_SECONDS = 60;

/** Publications of any layout that nobody reads any more, nor can go back to. */
export function forgetPublications(database: Database): Statement {
  return database.prepare(
    `delete from publication where superseded < unixepoch() - ${GRACE_SECONDS}
       and not exists (select 1 from pointer where publication.id in (pointer.current, pointer.previous))`,
  );
}

/** The manifests of all recorded publications; null in place of one that cannot be read. */
export async function readManifests(database: Database): Promise<readonly (StoredManifest | null)[]> {
  const rows = rowsOf<Pick<Publication, 'manifest'>>(await database.prepare('select manifest from publication').all());
  return Promise.all(rows.map((publication) => readManifest(database, publication)));
}

export interface StoredManifest {
  readonly bytes: Uint8Array;
  /** The digests of all chunks of the corpus, those of its manifest among them. */
  readonly digests: readonly string[];
}

/** The manifest of a publication; null if it cannot be read. */
export async function readManifest(
  database: Database,
  { manifest }: Pick<Publication, 'manifest'>,
): Promise<StoredManifest | null> {
  const parts = parseList(manifest);
  const contents = await readContents(database, parts);
  const found = parts.flatMap((digest) => contents.get(digest) ?? []);
  if (parts.length === 0 || found.length < parts.length) return null;
  const bytes = Buffer.concat(found);
  return { bytes, digests: [...parts, ...digestsOf(bytes)] };
}

/** Empty if somebody has altered it. */
function parseList(json: string): readonly string[] {
  try {
    const list: unknown = JSON.parse(json);
    return Array.isArray(list) ? list.map(String) : [];
  } catch {
    return [];
  }
}
