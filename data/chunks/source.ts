/** The source over chunks: finds what is asked for in the manifest, and reads the chunks that have it, all at once. */
import {
  type ArticleText,
  type Dossier,
  type Entities,
  type Entity,
  type EntityType,
  NAMED_TYPES,
  type NamedType,
  type Slug,
} from '../model.ts';
import type { Located, Source } from '../source.ts';
import type { Awaitable } from '../store.ts';
import { coalesce } from './batch.ts';
import { openBucket } from './bucket.ts';
import { openChunk, type StoredChunk } from './chunk.ts';
import type { DamageWatch } from './corpus.ts';
import { CorpusDamagedError, CorpusMovedError, StoreUnavailableError } from './failure.ts';
import type { Isolate, OpenChunk } from './isolate.ts';
import { LAYOUT, type Manifest, type RecordPlace } from './manifest.ts';
import type { Place } from './place.ts';
import { dossiersOf, type RunName } from './run.ts';
import { openText } from './text.ts';

/** A chunk to load, and how to open it. No chunk is asked for as two kinds. */
interface Wanted {
  readonly digest: string;
  readonly kind: OpenChunk['kind'] | 'TEXTS';
}

export function openSource(place: Place, manifest: Manifest, isolate: Isolate, watch: DamageWatch): Source {
  const chunks = new Map<string, OpenChunk>();
  const load = coalesce<Wanted>(({ digest }) => digest, openLoad(place, manifest, chunks, isolate, watch));

  /** Reads from memory: at once if nothing is missing there, otherwise after loading it. */
  function read<T>(wanted: readonly Wanted[], fromMemory: () => T): Awaitable<T> {
    const missing = wanted.filter(({ digest }) => {
      const chunk = chunks.get(digest) ?? isolate.chunks.find(digest);
      if (chunk !== undefined) chunks.set(digest, chunk);
      return chunk === undefined;
    });
    return missing.length === 0 ? fromMemory() : load(missing).then(fromMemory);
  }

  function readRecords<T>(
    places: readonly RecordPlace[],
    fromMemory: () => T,
    kind: Wanted['kind'] = 'RECORDS',
  ): Awaitable<T> {
    return read(
      places.map(({ digest }) => ({ digest, kind })),
      fromMemory,
    );
  }

  function recordIn({ digest, index }: RecordPlace): unknown {
    const chunk = chunks.get(digest);
    return chunk?.kind === 'RECORDS' ? chunk.at(index) : undefined;
  }

  /** The things of these slugs, each with the place of its record in another run than that of its type. */
  function placesBeside(slugs: readonly Slug[], runOf: (type: EntityType) => RunName | null): RecordPlace[][] {
    return slugs.map((slug) =>
      manifest.withSlug(slug).flatMap(({ type, number }) => {
        const run = runOf(type);
        return run === null ? [] : [manifest.recordAt(run, number)];
      }),
    );
  }

  return {
    summary: manifest.summary,
    pieces(names) {
      const places = names.map((name) => manifest.pieceAt(name));
      const wanted = places.map(({ digest, isWhole }): Wanted => ({ digest, kind: isWhole ? 'PIECE' : 'BUCKET' }));
      return read(wanted, () =>
        names.map((name, index) => {
          const chunk = chunks.get(places[index]?.digest ?? '');
          if (chunk?.kind === 'PIECE') return chunk.piece;
          return chunk?.kind === 'BUCKET' ? chunk.find(name) : null;
        }),
      );
    },
    bySlug(slugs) {
      const candidates = slugs.map((slug) => manifest.withSlug(slug));
      return readRecords(candidates.flat(), () =>
        slugs.map((slug, index) => {
          const things = (candidates[index] ?? []).map((candidate): Located => {
            return { number: candidate.number, entity: recordIn(candidate) as Entity };
          });
          return things.find(({ entity }) => entity.slug === slug) ?? null;
        }),
      );
    },
    byNumber<T extends EntityType>(type: T, numbers: readonly number[]) {
      const places = numbers.map((number) => manifest.recordAt(type, number));
      // The run determines the type.
      return readRecords(places, () => places.map((place) => recordIn(place) as Entities[T]));
    },
    texts(articles) {
      const places = placesBeside(articles, (type) => (type === 'Article' ? 'TEXT' : null));
      const ofArticle = (slug: Slug, index: number) =>
        present(places[index]?.map((place) => recordIn(place) as ArticleText).find(({ of }) => of === slug));
      return readRecords(places.flat(), () => articles.map(ofArticle), 'TEXTS');
    },
    dossiers(slugs) {
      const places = placesBeside(slugs, (type) => (isNamed(type) ? dossiersOf(type) : null));
      const ofThing = (slug: Slug, index: number) =>
        present(places[index]?.map((place) => recordIn(place) as Dossier).find(({ of }) => of === slug));
      return readRecords(places.flat(), () => slugs.map(ofThing));
    },
  };
}

function isNamed(type: EntityType): type is NamedType {
  return NAMED_TYPES.some((named) => named === type);
}

function present<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('The corpus has no text or dossier for a slug that must have one.');
  return found;
}

/**
 * Loads chunks into the memory of a request, with one read. Once the corpus has moved or proves damaged, or the place
 * does not answer, every load fails at once: a request cannot go on without a part of its answer, and should not wait
 * again for each part.
 */
function openLoad(
  place: Place,
  { edition }: Manifest,
  chunks: Map<string, OpenChunk>,
  isolate: Isolate,
  watch: DamageWatch,
): (wanted: readonly Wanted[]) => Promise<void> {
  let ended: CorpusMovedError | CorpusDamagedError | StoreUnavailableError | null = null;

  async function load(wanted: readonly Wanted[]): Promise<void> {
    const stored = await place.readChunks(wanted.map(({ digest }) => digest));
    const lost = wanted.find(({ digest }) => !stored.has(digest));
    if (lost !== undefined) await explainLost(lost.digest);
    const opened = await Promise.all(wanted.map((one) => open(one, stored.get(one.digest))));
    for (const [index, chunk] of opened.entries()) {
      const digest = wanted[index]?.digest ?? '';
      chunks.set(digest, chunk);
      isolate.chunks.keep(digest, chunk);
    }
  }

  /** Chunks are removed once no publication that can be read needs them: if this one still is read, the chunk is lost. */
  async function explainLost(digest: string): Promise<never> {
    const published = await place.readPublished(LAYOUT, edition);
    if (published === null) throw new CorpusDamagedError(`chunk ${digest}`, 'it is lost');
    if (isolate.found?.manifest.edition === edition) isolate.found = null;
    throw new CorpusMovedError();
  }

  return async (wanted) => {
    if (ended !== null) throw ended;
    try {
      await load(wanted);
    } catch (error) {
      if (error instanceof CorpusDamagedError && ended === null) watch.onDamage(error);
      if (isLast(error)) ended ??= error;
      throw ended ?? error;
    }
  };
}

function isLast(error: unknown): error is CorpusMovedError | CorpusDamagedError | StoreUnavailableError {
  return [CorpusMovedError, CorpusDamagedError, StoreUnavailableError].some((kind) => error instanceof kind);
}

async function open({ digest, kind }: Wanted, stored: StoredChunk = NOTHING): Promise<OpenChunk> {
  const content = await openChunk(digest, stored);
  switch (kind) {
    case 'RECORDS':
      return { kind, at: recordsIn(content, JSON.parse), bytes: content.byteLength };
    case 'TEXTS':
      return {
        kind: 'RECORDS',
        at: recordsIn(content, (line) => openText(JSON.parse(line))),
        bytes: content.byteLength,
      };
    case 'BUCKET':
      return { kind, find: openBucket(content), bytes: content.byteLength };
    case 'PIECE':
      return { kind, piece: content };
  }
}

const NOTHING: StoredChunk = { body: new Uint8Array(0), base: null };

/** Decodes and parses a record when it is first asked for: often only one of a chunk is. */
function recordsIn(content: Uint8Array, parse: (line: string) => unknown): (index: number) => unknown {
  const parsed: unknown[] = [];
  return (index) => {
    parsed[index] ??= parse(DECODER.decode(lineAt(content, index)));
    return parsed[index];
  };
}

function lineAt(content: Uint8Array, index: number): Uint8Array {
  let start = 0;
  for (let left = index; left > 0; left--) start = content.indexOf(NEW_LINE, start) + 1;
  const end = content.indexOf(NEW_LINE, start);
  return content.subarray(start, end === -1 ? content.length : end);
}

const NEW_LINE = 10;

const DECODER = new TextDecoder();
