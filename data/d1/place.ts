/** Cloudflare D1 as a place for chunks. */
import type { StoredChunk } from '../chunks/chunk.ts';
import { CorpusDamagedError, NoCorpusError, StoreUnavailableError } from '../chunks/failure.ts';
import type { Place, Published } from '../chunks/place.ts';
import { decodeBase64 } from './base64.ts';
import { firstRow, type Result, rowsOf, type Statement } from './database.ts';
import type { Reads } from './outage.ts';

export function openPlace(database: Reads): Place {
  return {
    readPublished: (layout, known) => readPublished(database, layout, known),
    readChunks: async (digests) => chunksIn(await selectChunks(database, digests).all()),
  };
}

/** Selects the chunks with these digests, and their bases. */
export function selectChunks(database: Reads, digests: readonly string[]): Statement {
  return database.prepare(CHUNKS).bind(JSON.stringify(digests));
}

// `cross join` makes the list the outer loop: each digest is looked up, and no table is scanned.
const CHUNKS = `
  select chunk.digest, chunk.part, chunk.body, chunk.base, whole.part as basePart, whole.body as baseBody
  from json_each(?) as wanted
    cross join chunk on chunk.digest = wanted.value
    left join chunk as whole on whole.digest = chunk.base`;

/** A part of a chunk, beside a part of its base if it has one. */
interface ChunkRow {
  readonly digest: string;
  readonly part: number;
  readonly body: string;
  readonly base: string | null;
  readonly basePart: number | null;
  readonly baseBody: string | null;
}

/** The selected chunks by digest. */
export function chunksIn(result: Result): ReadonlyMap<string, StoredChunk> {
  const byDigest = Map.groupBy(rowsOf<ChunkRow>(result), ({ digest }) => digest);
  return new Map(
    [...byDigest].map(([digest, rows]) => {
      const bases = rows.map(({ basePart, baseBody }) => ({ part: basePart ?? 0, body: baseBody ?? '' }));
      return [digest, { body: joinParts(rows), base: rows[0]?.base == null ? null : joinParts(bases) }];
    }),
  );
}

/** The bytes of a chunk; none if they are not base64. That a part is lost or altered shows by the digest. */
function joinParts(rows: readonly Pick<ChunkRow, 'part' | 'body'>[]): Uint8Array {
  const parts = new Map(rows.map(({ part, body }) => [part, body]));
  const ordered = [...parts].sort(([a], [b]) => a - b);
  try {
    return decodeBase64(ordered.map(([, body]) => body).join(''));
  } catch {
    return new Uint8Array(0);
  }
}

async function readPublished(database: Reads, layout: number, known: string | null): Promise<Published | null> {
  const rows = await readPointer(database, layout, known);
  const [row] = rows;
  if (row === undefined) {
    throw new NoCorpusError(
      `The database holds no corpus in layout ${layout}, which this release reads. Publish one: npm run data -- publish (with --remote for the database at Cloudflare).`,
    );
  }
  if (row.edition === null) throw new CorpusDamagedError(`pointer ${layout}`, 'it points at nothing');
  if (row.edition === known) return null;
  const parts = Map.groupBy(
    rows.filter(({ wanted }) => wanted !== null),
    ({ wanted }) => wanted ?? '',
  );
  return {
    edition: row.edition,
    parts: [...parts].map(([digest, own]) => ({
      digest,
      body: own.some(({ body }) => body === null) ? null : joinParts(own as readonly Pick<ChunkRow, 'part' | 'body'>[]),
    })),
  };
}

/** A chunk of the manifest that the pointer leads to. Everything is null that is not there, or already known. */
interface PointerRow {
  readonly edition: string | null;
  readonly wanted: string | null;
  readonly digest: string | null;
  readonly part: number | null;
  readonly body: string | null;
}

/** Nothing if there is no pointer, or there are no tables. */
async function readPointer(database: Reads, layout: number, known: string | null): Promise<readonly PointerRow[]> {
  try {
    return rowsOf<PointerRow>(await database.prepare(POINTER).bind(layout, known).all());
  } catch (error) {
    if (error instanceof StoreUnavailableError) throw error;
    // D1's errors have no code, so a query finds out the reason: a database without a publish has no tables.
    const table = await firstRow(database.prepare(`select name from sqlite_master where name = 'pointer'`));
    if (table !== null) throw error;
    return [];
  }
}

const POINTER = `
  select publication.edition, wanted.value as wanted, chunk.digest, chunk.part, chunk.body
  from pointer
    left join publication on publication.id = pointer.current
    left join json_each(iif(publication.edition is ?2 or not json_valid(publication.manifest), '[]', publication.manifest))
      as wanted
    left join chunk on chunk.digest = wanted.value
  where pointer.layout = ?1
  order by wanted.key, chunk.part`;
