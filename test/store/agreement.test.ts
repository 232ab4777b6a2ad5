// Whatever it is asked, a store answers what looking at every single thing would.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENTITY_TYPES, type EntityType, VOICES } from '../../data/model.ts';
import { FACETS_OF, type FacetDimension, type FacetedType, type Filters, GRANULARITIES } from '../../data/query.ts';
import { compileFolder, generateCorpus, openBundled } from './opened.ts';
import { filtersOf, listQueriesOf } from './questions.ts';
import { openScan, periodsBetween } from './scan.ts';

const GENERATED = await generateCorpus(30, 7);
const CORPORA = [
  ['the gazette', compileFolder('test/corpora/gazette'), 100],
  ['a generated corpus', GENERATED, 40],
] as const;

describe.each(CORPORA)('over %s', (_, corpus, numRuns) => {
  const store = openBundled(corpus);
  const scan = openScan(corpus);
  const filters = filtersOf(corpus);

  it.each(ENTITY_TYPES)('the list of every type %s has the same things in the same order', (type) => {
    fc.assert(
      fc.property(listQueriesOf(corpus, type as EntityType), (query) => {
        const page = store.list(type, query);
        if (page instanceof Promise) throw new Error('The bundle answered with a promise.');
        expect({
          slugs: page.items.map(({ item }) => item.slug),
          hasBefore: page.hasBefore,
          hasAfter: page.hasAfter,
        }).toEqual(scan.list(type, query));
        expect(store.count(type, query.filters)).toBe(scan.count(type, query.filters));
      }),
      { numRuns },
    );
  });

  it.each(
    (Object.keys(FACETS_OF) as FacetedType[]).flatMap((type) =>
      FACETS_OF[type].map((dimension): [FacetedType, FacetDimension] => [type, dimension]),
    ),
  )('facets of %s by %s count the filtered list', (type, dimension) => {
    const asked: fc.Arbitrary<Filters[FacetedType][]> = fc.array(filters[type], { maxLength: 1 });
    fc.assert(
      fc.property(asked, fc.nat(12), (wanted, limit) => {
        const all = scan.facet(type, wanted, dimension);
        expect(store.facet(type, { filters: wanted, dimension, limit })).toEqual({
          values: all.slice(0, limit),
          valueCount: all.length,
        });
      }),
      { numRuns },
    );
  });

  it.each(GRANULARITIES)('a timeline by %s has each thing where it lies, or may lie', (granularity) => {
    const periods = periodsBetween('2018-01-01', '2027-12-31', granularity);
    const [first = '', last = ''] = [periods[0], periods.at(-1)];
    fc.assert(
      fc.property(
        filters.Event,
        filters.Statement,
        fc.constantFrom('CERTAIN', 'POSSIBLE'),
        (event, statement, mode) => {
          const query = { events: [event], statements: [statement], granularity, mode: mode as 'CERTAIN' };
          const window = { limit: 10_000, fromEnd: false };
          const page = store.timeline(query, window);
          if (page instanceof Promise) throw new Error('The bundle answered with a promise.');
          const buckets = page.items.map(({ item }) => item).filter(({ period }) => period >= first && period <= last);
          const [events, statements] = [
            scan.timeline('Event', [event], periods, query.mode),
            scan.timeline('Statement', [statement], periods, query.mode),
          ];
          // An open end reaches no further than the things asked for do, so that the scan may see more.
          const named = new Set(buckets.map(({ period }) => period));
          const countOf = (counts: typeof events, period: string) => counts.find((one) => one.period === period);
          for (const bucket of buckets) {
            const [of, or] = [countOf(events, bucket.period), countOf(statements, bucket.period)];
            expect(bucket.eventCount).toBeLessThanOrEqual(of?.count ?? 0);
            expect(bucket.statementCount).toBeLessThanOrEqual(or?.count ?? 0);
            expect(bucket.certainCount).toBe((of?.certain ?? 0) + (or?.certain ?? 0));
          }
          if (query.mode === 'CERTAIN') {
            const expected = new Set([...events, ...statements].map(({ period }) => period));
            expect([...named].sort()).toEqual([...expected].sort());
          }
        },
      ),
      { numRuns: numRuns / 2 },
    );
  });

  it('paths are the shortest, all of them, and in the voices asked for', () => {
    const { Person, Organization, Group } = corpus.entities;
    const agent = fc.constantFrom(...[...Person, ...Organization, ...Group].map(({ slug }) => slug));
    fc.assert(
      fc.property(
        agent,
        agent,
        fc.integer({ min: 1, max: 3 }),
        fc.subarray([...VOICES], { minLength: 1 }),
        (from, to, maxHops, voices) => {
          const expected = scan.paths({ from, to, maxHops, voices });
          const found = store.paths({ from, to, maxHops, limit: 10_000, voices });
          if (found instanceof Promise) throw new Error('The bundle answered with a promise.');
          const paths = found.paths.map(({ hops }) => [from, ...hops.map((hop) => hop.to.slug)]);
          if (found.isComplete) expect(paths.map(String).sort()).toEqual(expected.map(String).sort());
          expect(paths.map(({ length }) => length)).toEqual(paths.map(({ length }) => length).sort((a, b) => a - b));
          for (const hop of found.paths.flatMap(({ hops }) => hops)) {
            expect(voices).toContain(hop.link.voice);
            expect(hop.link.evidence.length).toBeGreaterThan(0);
            expect(new Set([hop.link.from, hop.link.to])).toEqual(new Set([hop.from.slug, hop.to.slug]));
          }
        },
      ),
      { numRuns },
    );
  });
});
