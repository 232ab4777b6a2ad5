import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareKeys, pageOf, type SortKey } from '../../data/page.ts';

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

const key = fc.tuple(value, value, fc.nat(50)).map(([a, b, slug]): SortKey => [a, b, `s${slug}`]);

test('a page between any two keys holds what a plain scan finds, and says whether the list goes on', () => {
  fc.assert(
    fc.property(
      keys,
      direction,
      fc.nat(5),
      fc.boolean(),
      fc.option(key),
      fc.option(key),
      (list, way, limit, fromEnd, after, before) => {
        const sorted = list.map((each) => ({ item: each, key: each })).sort((a, b) => compareKeys(a.key, b.key, way));
        const between = sorted.filter(
          (each) =>
            (after === null || compareKeys(each.key, after, way) > 0) &&
            (before === null || compareKeys(each.key, before, way) < 0),
        );
        const expected = fromEnd ? between.slice(Math.max(0, between.length - limit)) : between.slice(0, limit);

        const page = pageOf(sorted, way, { limit, fromEnd, ...(after && { after }), ...(before && { before }) });

        expect(page.items).toEqual(expected);
        const [first, last] = [expected[0], expected.at(-1)];
        if (first === undefined || last === undefined) return;
        // In its direction a page ends where its cursor says.
        expect(page.hasBefore).toBe(first !== (fromEnd ? between : sorted)[0]);
        expect(page.hasAfter).toBe(last !== (fromEnd ? sorted : between).at(-1));
      },
    ),
  );
});
