/** The nearest of several names to one that was misspelt. */
import { distance } from 'fastest-levenshtein';

/** Null where none is near enough to have been meant: more than a third of the letters would differ. */
export function nearest(name: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Math.max(2, Math.ceil(name.length / 3)) + 1;
  for (const candidate of candidates) {
    // The lengths alone tell most of them apart, without comparing letters.
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const letters = distance(name, candidate);
    if (letters < least) [best, least] = [candidate, letters];
  }
  return best;
}
