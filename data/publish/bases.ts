/** Bases: the older chunks from which new ones are stored as differences. */
import { chunkLists } from '../chunks/manifest.ts';

/**
 * For each chunk that only the new manifest has, the one that was most likely in its place in the old one: the next
 * after the last that both have.
 */
export function findBases(before: Uint8Array, after: Uint8Array): ReadonlyMap<string, string> {
  const bases = new Map<string, string>();
  const old = chunkLists(before);
  for (const [name, digests] of chunkLists(after)) {
    const own = old.get(name) ?? [];
    const positions = new Map(own.map((digest, position) => [digest, position]));
    let last = -1;
    for (const digest of digests) {
      const position = positions.get(digest);
      last = position ?? last + 1;
      const base = own[last];
      if (position === undefined && base !== undefined) bases.set(digest, base);
    }
  }
  return bases;
}
