// With what earlier checks kept, in memory or on disk, a check finds what it finds without.
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { type Cache, openCache } from '../../../data/compile/index.ts';
import { change, edit, openDesk } from '../../../test/compile/edits.ts';
import { look } from '../../check/look.ts';
import { printPretty } from '../../check/pretty.ts';
import { RULES } from '../../check/rules.ts';

afterEach(() => vi.useRealTimers());

function findingsOf(folder: string, cache?: Cache): string {
  return printPretty(
    look(folder, RULES, () => undefined, undefined, cache),
    false,
  );
}

test('after any edits, the findings are those of a check that knows nothing', () => {
  // Later than every change, so that the times of files are trusted.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
      const { folder, place, ...desk } = openDesk();
      const watching = openCache(folder, { place: `${place}-2`, readsAgain: true, leastBytes: 0 });
      for (const one of [() => {}, ...edits]) {
        change({ folder, place, ...desk }, one);
        const found = findingsOf(folder);
        expect(findingsOf(folder, watching)).toBe(found);
        expect(findingsOf(folder, openCache(folder, { place, leastBytes: 0 }))).toBe(found);
      }
    }),
    { seed: 20, numRuns: 12 },
  );
}, 120_000);
