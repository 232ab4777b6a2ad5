/** Finds the name that a misspelt one is nearest to. */
import { distance } from 'fastest-levenshtein';

/** The nearest candidate; null if more than a third of the letters differ in all of them. */
export function nearest(name: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Math.max(2, Math.ceil(name.length / 3)) + 1;
  for (const candidate of candidates) {
    // The lengths alone rule most of them out, without comparing letters.
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const letters = distance(name, candidate);
    if (letters < least) [best, least] = [candidate, letters];
  }
  return best;
}
