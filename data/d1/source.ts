/** The source over Cloudflare D1: one request reads one corpus, whatever is published meanwhile. */
import type { Source } from '../source.ts';
import type { Awaitable } from '../store.ts';
import { keyOf, type Wanted } from './ask.ts';
import { coalesce } from './batch.ts';
import { CorpusDamagedError } from './damage.ts';
import type { Binding } from './database.ts';
import { createIsolate, type Isolate } from './isolate.ts';
import { type Edition, readLive } from './live.ts';
import { openLoad } from './load.ts';
import { createMemory, isRemembered, thingOf } from './memory.ts';
import { type OutageWatch, openReads, type Reads } from './outage.ts';
import { idOf } from './side.ts';

/** The corpus that is published to a D1 database. */
export interface D1Corpus {
  /**
   * The source for one request. Throws a NoCorpusError if nothing is published. The source's promises may fail with a
   * CorpusMovedError, and then always do: run the request again over a new source, which reads the new corpus. This
   * function and the source may fail with a StoreUnavailableError or a CorpusDamagedError: then the source only answers
   * what it has already read.
   */
  openRequest(): Promise<Source>;
}

/** Is notified of faults of the database and its content. */
export interface CorpusWatch extends OutageWatch {
  /** Called once for each request that meets a damage. */
  onDamage(error: CorpusDamagedError): void;
}

/** Opens the database once for an isolate, and remembers the pointer. Asks nothing until the first request. */
export function openD1(binding: Binding, watch: CorpusWatch = UNWATCHED): D1Corpus {
  const isolate = createIsolate();
  const readsOf = openReads(watch);
  return {
    async openRequest() {
      // Any replica will do; within the request each read is at least as new as the one before.
      const session = readsOf(binding.withSession('first-unconstrained'));
      const edition = isolate.edition ?? (await readEdition(session, watch));
      isolate.setEdition(edition);
      return openSource(session, edition, isolate, watch);
    },
  };
}

const UNWATCHED: CorpusWatch = { onOutage: () => {}, onRecovery: () => {}, onDamage: () => {} };

async function readEdition(session: Reads, watch: CorpusWatch): Promise<Edition> {
  try {
    return await readLive(session);
  } catch (error) {
    if (error instanceof CorpusDamagedError) watch.onDamage(error);
    throw error;
  }
}

function openSource(session: Reads, edition: Edition, isolate: Isolate, watch: CorpusWatch): Source {
  const memory = createMemory();
  const load = coalesce(keyOf, openLoad(session, edition, memory, isolate, watch.onDamage));

  /** Reads from memory: at once if nothing is missing there, otherwise after loading it. */
  function read<T>(wanted: readonly Wanted[], fromMemory: () => T): Awaitable<T> {
    const missing = wanted.filter((one) => !isRemembered(memory, one));
    return missing.length === 0 ? fromMemory() : load(missing).then(fromMemory);
  }

  return {
    summary: edition.summary,
    pieces(names) {
      for (const name of names) {
        const piece = isolate.pieceOf(edition, name);
        if (piece !== undefined) memory.pieces.set(name, piece);
      }
      return read(
        names.map((name) => ({ by: 'NAME', kind: 'PIECES', name })),
        () => names.map((name) => memory.pieces.get(name) ?? null),
      );
    },
    bySlug: (slugs) =>
      read(
        slugs.map((slug) => ({ by: 'SLUG', slug })),
        () => slugs.map((slug) => memory.bySlug.get(slug) ?? null),
      ),
    byNumber: (type, numbers) =>
      read(
        numbers.map((number) => ({ by: 'ID', id: idOf(type, number) })),
        () => numbers.map((number) => thingOf(memory, type, number)),
      ),
    texts: (articles) =>
      read(
        articles.map((name) => ({ by: 'NAME', kind: 'TEXT', name })),
        () => articles.map((slug) => present(memory.texts.get(slug), `text of the article "${slug}"`)),
      ),
    dossiers: (slugs) =>
      read(
        slugs.map((name) => ({ by: 'NAME', kind: 'DOSSIER', name })),
        () => slugs.map((slug) => present(memory.dossiers.get(slug), `dossier of "${slug}"`)),
      ),
  };
}

function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`There is no ${what}.`);
  return value;
}
