/** A corpus that is kept outside the Worker, in chunks: one request reads one edition, whatever is published meanwhile. */
import type { Source } from '../source.ts';
import { digestOf, openChunk } from './chunk.ts';
import { CorpusDamagedError, NoCorpusError, StoreUnavailableError } from './failure.ts';
import { createIsolate, type Isolate } from './isolate.ts';
import { LAYOUT, type Manifest, openManifest } from './manifest.ts';
import type { Place, Published } from './place.ts';
import { openSource } from './source.ts';

export interface RemoteCorpus {
  /**
   * The source for one request, at most 2 seconds behind what is published while the place answers. Throws a
   * NoCorpusError if nothing is. The source's promises may fail with a CorpusMovedError, and then always do: run the
   * request again over a new source. This function and the source may fail with a StoreUnavailableError or a
   * CorpusDamagedError: then the source only answers what it has already read.
   *
   * @param maxAgeMilliseconds how long ago it may have been looked up what is published. With 0 the place must answer;
   * otherwise a known corpus goes on being read while it does not.
   */
  openRequest(maxAgeMilliseconds?: number): Promise<Source>;
}

/** Is notified of damage, once for each request that meets one. */
export interface DamageWatch {
  onDamage(error: CorpusDamagedError): void;
}

/**
 * How often an isolate looks what is published. `DEFAULTS_OVER_D1` in `src/settings.ts` adds the three seconds of caches:
 * together no answer is more than five behind.
 */
const MAX_AGE_MILLISECONDS = 2000;

/**
 * Opens the corpus once for an isolate. Asks nothing until the first request.
 *
 * @param openPlace is called for each request.
 * @param keptBytes how much of what was read is kept for later requests; by default a third of an isolate's memory.
 */
export function openCorpus(openPlace: () => Place, watch: DamageWatch, keptBytes?: number): RemoteCorpus {
  const isolate = createIsolate(keptBytes);
  return {
    async openRequest(maxAgeMilliseconds = MAX_AGE_MILLISECONDS) {
      const place = openPlace();
      try {
        return openSource(place, await findEdition(place, isolate, maxAgeMilliseconds), isolate, watch);
      } catch (error) {
        if (error instanceof CorpusDamagedError) watch.onDamage(error);
        throw error;
      }
    },
  };
}

async function findEdition(place: Place, isolate: Isolate, maxAgeMilliseconds: number): Promise<Manifest> {
  const { found } = isolate;
  const now = Date.now();
  if (found !== null && now - found.at < maxAgeMilliseconds) return found.manifest;
  try {
    const published = await place.readPublished(LAYOUT, found?.manifest.edition ?? null);
    const manifest = published === null ? found?.manifest : await readManifest(published);
    if (manifest === undefined) throw new NoCorpusError('Nothing is published.');
    // Another request may have looked later.
    if (isolate.found === null || isolate.found.at <= now) isolate.found = { manifest, at: now };
    return manifest;
  } catch (error) {
    if (found === null || maxAgeMilliseconds === 0 || !(error instanceof StoreUnavailableError)) throw error;
    // During an outage, too, only one request in a while should wait for an answer.
    const latest = isolate.found ?? found;
    isolate.found = { ...latest, at: Date.now() };
    return latest.manifest;
  }
}

async function readManifest({ edition, parts }: Published): Promise<Manifest> {
  const contents = await Promise.all(
    parts.map(({ digest, body }) => {
      if (body === null) throw new CorpusDamagedError(`chunk ${digest}`, 'it is lost');
      return openChunk(digest, { body, base: null });
    }),
  );
  const bytes = new Uint8Array(await new Blob(contents as Uint8Array<ArrayBuffer>[]).arrayBuffer());
  if ((await digestOf(bytes)) !== edition)
    throw new CorpusDamagedError(`publication ${edition}`, 'its manifest does not match its digest');
  return openManifest(edition, bytes);
}
