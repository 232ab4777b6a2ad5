import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader, ByteWriter } from '../../data/bytes.ts';
import { countBelow, intersect, range, subtract, unite } from '../../data/engine/numbers.ts';
import { arrange, type Ranking } from '../../data/engine/ranking.ts';
import { periodOf, printPeriod } from '../../data/period.ts';

const numbers = fc
  .tuple(fc.constantFrom(3, 40, 2000), fc.constantFrom(10, 300, 100_000))
  .chain(([maxLength, max]) => fc.uniqueArray(fc.nat(max), { maxLength }))
  .map((list) => Uint32Array.from(list).sort());

describe('sets of numbers', () => {
  it('are joined as sets are', () => {
    fc.assert(
      fc.property(numbers, numbers, numbers, (a, b, c) => {
        const [setA, setB] = [new Set(a), new Set(b)];
        expect([...intersect(a, b)]).toEqual([...a].filter((number) => setB.has(number)));
        expect([...subtract(a, b)]).toEqual([...a].filter((number) => !setB.has(number)));
        expect([...unite([a, b, c])]).toEqual([...new Set([...setA, ...setB, ...c])].sort((x, y) => x - y));
      }),
    );
    expect([...unite([])]).toEqual([]);
    expect([...range(3)]).toEqual([0, 1, 2]);
  });

  it('are counted below any bound', () => {
    fc.assert(
      fc.property(numbers, fc.nat(400), (list, bound) => {
        expect(countBelow(list, bound)).toBe([...list].filter((number) => number < bound).length);
        expect(countBelow(list, bound - 0.5)).toBe([...list].filter((number) => number < bound - 0.5).length);
      }),
    );
  });

  it('come back from bytes, as do texts and numbers up to 2^53', () => {
    fc.assert(
      fc.property(numbers, fc.array(fc.maxSafeNat()), fc.string({ unit: 'binary' }), (list, others, text) => {
        const writer = new ByteWriter().list(list).text(text);
        for (const other of others) writer.varint(other);
        const reader = new ByteReader(writer.finish());
        expect([...reader.list()]).toEqual([...list]);
        expect(reader.text()).toBe(text.toWellFormed());
        expect(others.map(() => reader.varint())).toEqual(others);
        expect(reader.isAtEnd).toBe(true);
        expect(() => reader.varint()).toThrow('end within a number');
      }),
    );
  });
});

describe('an order', () => {
  // Ranks 0 to 4 have a known value, 5 to 7 none; the numbers stand backwards.
  const ranking: Ranking = {
    known: 5,
    numbers: Uint32Array.of(7, 6, 5, 4, 3, 2, 1, 0),
    ranks: Uint32Array.of(7, 6, 5, 4, 3, 2, 1, 0),
  };
  const listed = (found: Uint32Array | null, direction: 'ASC' | 'DESC') => {
    const ordered = arrange(found, 8, ranking, direction);
    return Array.from({ length: ordered.length }, (_, place) => ordered.at(place));
  };

  it('keeps the unknown last when it is turned round', () => {
    expect(listed(null, 'ASC')).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
    expect(listed(null, 'DESC')).toEqual([3, 4, 5, 6, 7, 0, 1, 2]);
    expect(listed(Uint32Array.of(0, 2, 4, 7), 'DESC')).toEqual([4, 7, 0, 2]);
  });

  it.each([
    ['ASC', 3, true, 3, 4],
    ['ASC', 3.5, true, 4, 4],
    ['DESC', 3, true, 1, 2],
    ['DESC', 6, false, 6, 7],
    ['DESC', 4.5, false, 8, 8],
    ['DESC', 7.5, false, 5, 5],
  ] as const)(
    '%s: before rank %d (known: %s) stand %d things, up to it %d',
    (direction, rank, isKnown, before, upTo) => {
      const { countBefore } = arrange(null, 8, ranking, direction);
      expect([countBefore({ rank, isKnown }, false), countBefore({ rank, isKnown }, true)]).toEqual([before, upTo]);
    },
  );
});

describe('a period', () => {
  it.each(['DAY', 'MONTH', 'YEAR'] as const)('of a %s is the number that it is printed from', (granularity) => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          const period = periodOf(Number(day.replaceAll('-', '')), granularity);
          expect(printPeriod(period, granularity)).toBe(day.slice(0, { DAY: 10, MONTH: 7, YEAR: 4 }[granularity]));
        },
      ),
    );
  });

  it('follows the one before, also over a leap day and a turn of the year', () => {
    const days = [20_240_228, 20_240_229, 20_240_301].map((day) => periodOf(day, 'DAY'));
    expect([days[1]! - days[0]!, days[2]! - days[1]!]).toEqual([1, 1]);
    expect(periodOf(20_250_101, 'MONTH') - periodOf(20_241_231, 'MONTH')).toBe(1);
    expect(periodOf(101, 'DAY') - periodOf(-1 + 101, 'DAY')).toBe(1);
  });
});
