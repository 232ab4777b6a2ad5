import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageOf } from '../../data/page.ts';
import type { SortKey } from '../../data/query.ts';
import { compareKeys } from '../../data/sort-key.ts';

const direction = fc.constantFrom('ASC' as const, 'DESC' as const);
const value = fc.option(fc.oneof(fc.constantFrom('', '2025-06-27', '~')), { nil: null });
const keys = fc
  .uniqueArray(fc.tuple(value, value, fc.nat(50)), { selector: String })
  .map((list): SortKey[] => list.map(([a, b, slug]) => [a, b, `s${slug}`]));

test('keys are in a total order, and what is unknown stands last in both directions', () => {
  fc.assert(
    fc.property(keys, direction, (list, way) => {
      const sorted = list.toSorted((a, b) => compareKeys(a, b, way));
      for (const [index, key] of sorted.entries()) {
        for (const later of sorted.slice(index + 1)) {
          expect(compareKeys(key, later, way)).toBe(-1);
          expect(compareKeys(later, key, way)).toBe(1);
        }
      }
      const known = sorted.map(([first]) => first !== null);
      expect(known.indexOf(false) === -1 || known.indexOf(false) > known.lastIndexOf(true)).toBe(true);
    }),
  );
});

test('a page behind or before any key holds what a plain scan finds', () => {
  fc.assert(
    fc.property(
      keys,
      direction,
      fc.nat(5),
      fc.boolean(),
      fc.tuple(value, value, fc.nat(50)),
      (list, way, limit, fromEnd, at) => {
        const sorted = list.map((key) => ({ item: key.at(-1), key })).sort((a, b) => compareKeys(a.key, b.key, way));
        const after: SortKey = [at[0], at[1], `s${at[2]}`];
        const behind = sorted.filter(({ key }) => compareKeys(key, after, way) > 0);
        const expected = fromEnd ? behind.slice(Math.max(0, behind.length - limit)) : behind.slice(0, limit);
        const page = pageOf(sorted, way, { limit, fromEnd, after });
        expect(page.items).toEqual(expected);
        expect(page.hasAfter).toBe(expected.length > 0 ? expected.at(-1) !== sorted.at(-1) : page.hasAfter);
      },
    ),
  );
});
