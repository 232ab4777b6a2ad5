// What a store's questions cost is told while they are answered, and a request that may not pay is stopped there.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENTITY_TYPES, type EntityType } from '../../data/model.ts';
import type { Meter, Store } from '../../data/store.ts';
import { compileFolder } from '../corpus.ts';
import { generateCorpus, openBundled } from './opened.ts';
import { listQueriesOf } from './questions.ts';

const CORPUS = compileFolder('test/corpora/gazette');
const store = openBundled(CORPUS);
const larger = openBundled(await generateCorpus(120, 3));

class TooMuch extends Error {}

/** Counts what is spent, and lets no more be spent than that. */
function purse(limit = Infinity) {
  let spent = 0;
  const meter: Meter = {
    spend(microseconds) {
      spent += microseconds;
      if (spent > limit) throw new TooMuch();
    },
  };
  return { meter, spent: () => spent };
}

function costOf(ask: (metered: Store) => unknown, of = store): number {
  const { meter, spent } = purse();
  ask(of.meteredBy(meter));
  return spent();
}

const ALL = { limit: 10, fromEnd: false };
const range = { earliest: '2020-01-01', latest: '2030-01-01' };
const days = (at: number) => ({ overlaps: { ...range, latest: `2030-01-${String(at + 10)}` } });
const statements = (filter: object) => (metered: Store) => metered.count('Statement', [filter]);

describe('costs more', () => {
  it.each<readonly [string, (metered: Store) => unknown, (metered: Store) => unknown]>([
    [
      'each date that is asked about',
      statements({ not: { date: days(0) } }),
      statements({ and: Array.from({ length: 8 }, (_, at) => ({ not: { date: days(at) } })) }),
    ],
    [
      'each word of a name',
      (metered) => metered.count('Person', [{ name: 'a' }]),
      (metered) => metered.count('Person', [{ name: 'a b c d e f g h' }]),
    ],
    [
      'each word of a title',
      statements({ position: { title: 'mayor' } }),
      statements({ position: { title: 'mayor of the town and of the county' } }),
    ],
    [
      'each list that is joined',
      statements({ not: { voices: ['ARTICLE'] } }),
      statements({ or: ['ARTICLE', 'SPEAKER', 'CARRIED_OVER'].map((voice) => ({ not: { voices: [voice] } })) }),
    ],
    [
      'each word that nothing begins with',
      (metered) => metered.search({ text: 'counncil', types: ENTITY_TYPES, filter: {}, window: ALL }),
      (metered) =>
        metered.search({ text: 'counncil firee doorrs mayorr', types: ENTITY_TYPES, filter: {}, window: ALL }),
    ],
  ])('%s', (_, few, many) => {
    expect(costOf(few)).toBeGreaterThan(0);
    expect(costOf(many)).toBeGreaterThan(2 * costOf(few));
  });

  it('a retired slug, and one that is not', () => {
    for (const slug of ['mill-fire', 'nobody']) expect(costOf((metered) => metered.retired(slug))).toBeGreaterThan(0);
  });

  it.each<readonly [string, (metered: Store) => unknown]>([
    ['a filter by date', statements({ not: { date: days(0) } })],
    ['lists that are joined', statements({ or: [{ not: { voices: ['ARTICLE'] } }, { not: { kinds: ['DENIAL'] } }] })],
    [
      'an order by quotes',
      (metered) =>
        metered.list('Statement', {
          filters: [{ not: { kinds: ['DENIAL'] } }],
          order: { field: 'QUOTES', direction: 'DESC' },
          window: { limit: 0, fromEnd: false },
        }),
    ],
    [
      'a facet of a part',
      (metered) =>
        metered.facet('Statement', { filters: [{ not: { kinds: ['DENIAL'] } }], dimension: 'SPEAKER', limit: 1 }),
    ],
    [
      'a timeline of a part',
      (metered) =>
        metered.timeline(
          {
            events: null,
            statements: [{ not: { kinds: ['DENIAL'] } }],
            dates: [],
            granularity: 'DAY',
            mode: 'POSSIBLE',
            includeEmpty: false,
          },
          { limit: 0, fromEnd: false },
        ),
    ],
  ])('the larger the corpus: %s', (_, ask) => {
    expect(costOf(ask, larger)).toBeGreaterThan(1.5 * costOf(ask));
  });
});

it('stops anywhere, and answers the next request as if nothing had been', async () => {
  const queries = fc.constantFrom<EntityType>(...ENTITY_TYPES).chain((type) =>
    fc.record({
      type: fc.constant(type),
      list: listQueriesOf(CORPUS, type),
      text: fc.constantFrom('the council', 'fier doors "of the"', 'mayo', 'harrow said locked'),
      limit: fc.double({ min: 0, max: 300, noNaN: true }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(queries, async ({ type, list, text, limit }) => {
      const search = { text, types: ENTITY_TYPES, filter: {}, window: ALL };
      const asked = async (of: Store) => [
        (await of.list(type, list)).items.map(({ item }) => item.slug),
        (await of.search(search)).items.map(({ item }) => [item.entity.slug, item.score]),
      ];
      const whole = await asked(store);
      const poor = await asked(store.meteredBy(purse(limit).meter)).catch((error: unknown) => error);
      if (!(poor instanceof TooMuch)) expect(poor).toEqual(whole);
      expect(await asked(store)).toEqual(whole);
    }),
    { numRuns: 60, seed: 16 },
  );
});
