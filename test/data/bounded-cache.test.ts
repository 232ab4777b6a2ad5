// A bounded cache: what is kept weighs no more than it may, whatever is put into it.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BoundedCache } from '../../data/bounded-cache.ts';

/** Weighs texts by their length, keys too. */
const openCache = (limit: number) => new BoundedCache<string, string>(limit, (value, key) => value.length + key.length);

it('keeps nothing that alone weighs more than a sixteenth of its limit', () => {
  const cache = openCache(1_600);
  cache.keep('a', 'x'.repeat(99));
  cache.keep('b', 'x'.repeat(100));
  cache.keep('x'.repeat(101), '');
  expect(cache.find('a')).toBe('x'.repeat(99));
  expect(cache.find('b')).toBeUndefined();
  expect(cache.find('x'.repeat(101))).toBeUndefined();
});

it('forgets a thing that has become too heavy, and one that is kept anew and is', () => {
  const weights = new Map([['a', 1]]);
  const cache = new BoundedCache<string, string>(160, (value) => weights.get(value) ?? 11);
  cache.keep('x', 'a');
  weights.set('a', 11);
  expect(cache.find('x')).toBe('a');
  cache.reweigh('x');
  expect(cache.find('x')).toBeUndefined();
  weights.set('a', 1);
  cache.keep('x', 'a');
  cache.keep('x', 'heavy');
  expect(cache.find('x')).toBeUndefined();
});

it('never holds more than its limit', () => {
  const texts = fc.array(fc.tuple(fc.string({ maxLength: 6 }), fc.string({ maxLength: 12 })), { maxLength: 200 });
  fc.assert(
    fc.property(texts, (kept) => {
      const cache = openCache(200);
      for (const [key, value] of kept) {
        cache.keep(key, value);
        cache.find(kept[0]?.[0] ?? '');
      }
      const held = [...new Map(kept)].filter(([key]) => cache.find(key) !== undefined);
      // Asking moves some from the older generation to the younger, which may forget others: only fewer.
      expect(held.reduce((sum, [key, value]) => sum + key.length + value.length, 0)).toBeLessThanOrEqual(300);
    }),
  );
});
