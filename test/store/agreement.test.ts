// Whatever it is asked, a store answers what looking at every single thing would.
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { comparableUrl } from '../../data/comparable-url.ts';
import { dimensionsOf, FACETS, type FacetDimension, type FacetedType } from '../../data/facet.ts';
import type { Filters } from '../../data/filter.ts';
import { boundsOfDate } from '../../data/fuzzy-date.ts';
import { CERTAINTIES, ENTITY_TYPES, type EntityType, VOICES } from '../../data/model.ts';
import { sortKey } from '../../data/order.ts';
import { compareKeys } from '../../data/page.ts';
import { GRANULARITIES, type TimelinePage, type TimelineQuery } from '../../data/query.ts';
import { SEARCH_DIMENSIONS, searchWithoutOwn } from '../../data/search-filter.ts';
import type { Store } from '../../data/store.ts';
import { compileFolder } from '../corpus.ts';
import { generateCorpus, openBundled, openPublished } from './opened.ts';
import { agentsQueriesOf, filtersOf, listQueriesOf, searchQueriesOf, suggestionQueriesOf } from './questions.ts';
import { openScan, periodsBetween } from './scan.ts';

const GAZETTE = compileFolder('test/corpora/gazette');
const GENERATED = await generateCorpus(30, 7);
const bundles = [openBundled(GAZETTE), openBundled(GENERATED)] as const;
const databases = [await openPublished(GAZETTE), await openPublished(GENERATED)] as const;
afterAll(() => Promise.all(databases.map(({ close }) => close())));

const STORES = [
  ['the bundle of the gazette', GAZETTE, () => bundles[0], 60],
  ['the bundle of a generated corpus', GENERATED, () => bundles[1], 20],
  ['D1 with the gazette', GAZETTE, databases[0].openStore, 10],
  ['D1 with a generated corpus', GENERATED, databases[1].openStore, 5],
] as const;

describe.each(STORES)('%s', (_, corpus, open, numRuns) => {
  const scan = openScan(corpus);
  const filters = filtersOf(corpus);

  it.each(ENTITY_TYPES)('the list of every type %s has the same things in the same order', async (type) => {
    await fc.assert(
      fc.asyncProperty(listQueriesOf(corpus, type as EntityType), async (query) => {
        const store = await open();
        const page = await store.list(type, query);
        expect({
          slugs: page.items.map(({ item }) => item.slug),
          hasBefore: page.hasBefore,
          hasAfter: page.hasAfter,
        }).toEqual(scan.list(type, query));
        expect(await store.count(type, query.filters)).toBe(scan.count(type, query.filters));
      }),
      { numRuns },
    );
  });

  it('the index says of which type the thing with a slug is', async () => {
    const any = fc.constantFrom(...Object.values(corpus.entities).flat());
    await fc.assert(
      fc.asyncProperty(any, async ({ type, slug }) => {
        const store = await open();
        expect(await store.typeOf(slug)).toBe(type);
        expect(await store.typeOf(`${slug}x`)).toBe((await store.find(`${slug}x`))?.type ?? null);
      }),
      { numRuns },
    );
  });

  it('what may have been meant by an unknown slug is the same wherever it is looked up', async () => {
    const bundle = openBundled(corpus);
    const mistyped = fc.constantFrom(...corpus.entities.Person.map(({ slug }) => `${slug}x`));
    await fc.assert(
      fc.asyncProperty(mistyped, async (slug) => {
        const store = await open();
        expect(await store.find(slug)).toBeNull();
        const nearest = await store.nearest(slug, ['Person'], 3);
        expect(nearest).toContainEqual({ type: 'Person', slug: slug.slice(0, -1) });
        expect(nearest).toEqual(bundle.nearest(slug, ['Person'], 3));
      }),
      { numRuns },
    );
  });

  it.each(
    (Object.keys(FACETS) as FacetedType[]).flatMap((type) =>
      dimensionsOf(type).map((dimension): [FacetedType, FacetDimension] => [type, dimension]),
    ),
  )('facets of %s by %s count the filtered list', async (type, dimension) => {
    const asked: fc.Arbitrary<Filters[FacetedType][]> = fc.array(filters[type], { maxLength: 1 });
    await fc.assert(
      fc.asyncProperty(asked, fc.nat(12), async (wanted, limit) => {
        const store = await open();
        const all = scan.facet(type, wanted, dimension);
        expect(await store.facet(type, { filters: wanted, dimension, limit })).toEqual({
          values: all.slice(0, limit),
          valueCount: all.length,
        });
      }),
      { numRuns },
    );
  });

  it('facets of a search count everything that it finds, or would find without what it asks for by each', async () => {
    const dimensions = fc.subarray([...SEARCH_DIMENSIONS], { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(
        searchQueriesOf(corpus),
        dimensions,
        fc.nat(12),
        fc.boolean(),
        async (query, by, limit, withoutOwnFilter) => {
          const store = await open();
          const window = { limit: 100_000, fromEnd: false };
          const page = await store.search({ ...query, window: { ...window, limit: 1 } });
          const facets = await page.facets({ dimensions: by, limit, withoutOwnFilter });
          for (const [index, dimension] of by.entries()) {
            const asked = withoutOwnFilter ? searchWithoutOwn(query, dimension) : query;
            const all = await store.search({ text: query.text, ...asked, window });
            const expected = scan.facetOfFound(
              all.items.map(({ item }) => item.entity),
              dimension,
            );
            expect(facets[index]).toEqual({ values: expected.slice(0, limit), valueCount: expected.length });
          }
        },
      ),
      { numRuns },
    );
  });

  it('suggestions are the most mentioned things with a name that begins so, and that name', async () => {
    await fc.assert(
      fc.asyncProperty(suggestionQueriesOf(corpus), async (query) => {
        const store = await open();
        const found = await store.suggest(query);
        expect(found.map(({ entity, name }) => ({ slug: entity.slug, name }))).toEqual(scan.suggest(query));
      }),
      { numRuns: 5 * numRuns },
    );
  });

  it.each(GRANULARITIES)('a timeline by %s has each thing where it lies, or may lie', async (granularity) => {
    const periods = periodsBetween('2024-06-01', '2025-12-31', granularity);
    const [first = '', last = ''] = [periods[0], periods.at(-1)];
    await fc.assert(
      fc.asyncProperty(
        filters.Event,
        filters.Statement,
        fc.constantFrom('CERTAIN', 'POSSIBLE'),
        async (event, statement, mode) => {
          const store = await open();
          const asked = { events: [event], statements: [statement], granularity, mode: mode as 'CERTAIN' };
          const query = { ...asked, dates: [], includeEmpty: false };
          const window = { limit: 10_000, fromEnd: false };
          const page = await store.timeline(query, window);
          const buckets = page.items.map(({ item }) => item).filter(({ period }) => period >= first && period <= last);
          const [events, statements] = [
            scan.timeline('Event', [event], periods, query.mode),
            scan.timeline('Statement', [statement], periods, query.mode),
          ];
          // An open end reaches no further than the things asked for do, where the scan may see more.
          const ends = page.items.map(({ item }) => item.period);
          const named = new Set(buckets.map(({ period }) => period));
          const countOf = (counts: typeof events, period: string) => counts.find((one) => one.period === period);
          for (const bucket of buckets) {
            const [of, or] = [countOf(events, bucket.period), countOf(statements, bucket.period)];
            expect([bucket.eventCount, bucket.statementCount]).toEqual([of?.count ?? 0, or?.count ?? 0]);
            expect(bucket.certainCount).toBe((of?.certain ?? 0) + (or?.certain ?? 0));
          }
          const isReached = (period: string) =>
            query.mode === 'CERTAIN' || (period >= (ends[0] ?? '~') && period <= (ends.at(-1) ?? ''));
          const expected = new Set([...events, ...statements].map(({ period }) => period).filter(isReached));
          expect([...named].sort()).toEqual([...expected].sort());
          await expectFilled(store, query, page);
        },
      ),
      { numRuns: Math.ceil(numRuns / 2) },
    );
  });

  it('persons, organizations and groups are one list, in one order', async () => {
    await fc.assert(
      fc.asyncProperty(agentsQueriesOf(corpus), async (query) => {
        const store = await open();
        const page = await store.agents(query);
        expect({
          slugs: page.items.map(({ item }) => item.slug),
          hasBefore: page.hasBefore,
          hasAfter: page.hasAfter,
        }).toEqual(scan.agents(query));
      }),
      { numRuns },
    );
  });

  it('a pick is the thing at that share of the list', async () => {
    await fc.assert(
      fc.asyncProperty(
        filters.Statement,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        async (filter, share) => {
          const store = await open();
          const order = { field: 'DATE', direction: 'ASC' } as const;
          const { slugs } = scan.list('Statement', {
            filters: [filter],
            order,
            window: { limit: Infinity, fromEnd: false },
          });
          const picked = await store.pick('Statement', [filter], share);
          expect(picked?.slug ?? null).toBe(slugs[Math.floor(share * slugs.length)] ?? null);
        },
      ),
      { numRuns },
    );
  });

  it('an article is found by the address of its original', async () => {
    const store = await open();
    for (const { originalUrl } of corpus.entities.Article) {
      if (originalUrl === null) continue;
      const [first] = corpus.entities.Article.filter((article) => article.originalUrl === originalUrl)
        .map((article) => ({ article, key: sortKey(article, 'Article', 'PUBLISHED') }))
        .sort((a, b) => compareKeys(a.key, b.key, 'ASC'));
      expect((await store.articleAt(comparableUrl(originalUrl)!))?.slug).toBe(first?.article.slug);
    }
    expect(await store.articleAt('https://nowhere.example/')).toBeNull();
  });

  it('a retired slug is found, and nothing else is retired', async () => {
    const store = await open();
    for (const retired of corpus.retired) {
      expect(await store.retired(retired.slug)).toEqual(retired);
      const now = retired.replacedBy === null ? null : await store.find(retired.replacedBy.slug);
      expect(await store.find(retired.slug)).toEqual(now);
      expect(await store.typeOf(retired.slug)).toBe(now?.type ?? null);
    }
    const [person] = corpus.entities.Person;
    for (const slug of [person!.slug, 'nobody']) expect(await store.retired(slug)).toBeNull();
  });

  it('paths are the shortest, all of them, in the voices and as sure as asked for', async () => {
    const { Person, Organization, Group } = corpus.entities;
    // Of a generated corpus every two are connected in thousands of ways.
    const longest = corpus === GAZETTE ? 6 : 3;
    const agent = fc.constantFrom(...[...Person, ...Organization, ...Group].map(({ slug }) => slug));
    await fc.assert(
      fc.asyncProperty(
        agent,
        agent,
        fc.integer({ min: 1, max: longest }),
        fc.subarray([...VOICES], { minLength: 1 }),
        fc.oneof(fc.constant([...CERTAINTIES]), fc.subarray([...CERTAINTIES], { minLength: 1 })),
        async (from, to, maxHops, voices, certainties) => {
          const store = await open();
          const expected = scan.paths({ from, to, maxHops, voices, certainties });
          const found = await store.paths({ from, to, maxHops, limit: 10_000, voices, certainties });
          const paths = found.paths.map(({ hops }) => [from, ...hops.map((hop) => hop.to.slug)]);
          if (found.isComplete) expect(paths.map(String).sort()).toEqual(expected.map(String).sort());
          expect(paths.map(({ length }) => length)).toEqual(paths.map(({ length }) => length).sort((a, b) => a - b));
          for (const hop of found.paths.flatMap(({ hops }) => hops)) {
            expect(voices).toContain(hop.link.voice);
            expect(certainties).toContain(hop.link.certainty);
            expect(hop.link.evidence.length).toBeGreaterThan(0);
            expect(new Set([hop.link.from, hop.link.to])).toEqual(new Set([hop.from.slug, hop.to.slug]));
          }
        },
      ),
      { numRuns },
    );
  });
});

/** With the empty periods a timeline has the same full ones, and every period between the first and the last of them. */
async function expectFilled(store: Store, query: TimelineQuery, { items, bucketCount }: TimelinePage): Promise<void> {
  const full = items.map(({ item }) => item);
  const window = { limit: 10_000, fromEnd: false };
  const filled = await store.timeline({ ...query, includeEmpty: true }, window);
  const [first, last] = [full[0], full.at(-1)];
  if (first === undefined || last === undefined) {
    expect(filled).toMatchObject({ items: [], bucketCount: 0, hasBefore: false, hasAfter: false });
    return;
  }
  // An open end may reach back centuries: that many days are counted, and never listed.
  if (bucketCount > full.length) {
    expect(filled.bucketCount).toBeGreaterThanOrEqual(bucketCount);
    return;
  }
  const byPeriod = new Map(full.map((bucket) => [bucket.period, bucket]));
  const { earliest } = boundsOfDate(first.period)!;
  const { latest } = boundsOfDate(last.period)!;
  const expected = periodsBetween(earliest, latest, query.granularity).map(
    (period) => byPeriod.get(period) ?? { period, eventCount: 0, statementCount: 0, certainCount: 0 },
  );
  expect(filled.bucketCount).toBe(expected.length);
  expect(filled.items.map(({ item }) => item)).toEqual(expected.slice(0, window.limit));
  // Its pages go on where the one before ended, over a stretch of nothing as well.
  const pages: string[] = [];
  let page = await store.timeline({ ...query, includeEmpty: true }, { limit: 40, fromEnd: false });
  for (let count = 0; count < 3 && page.items.length > 0; count++) {
    pages.push(...page.items.map(({ item }) => item.period));
    page = await store.timeline(
      { ...query, includeEmpty: true },
      { limit: 40, fromEnd: false, after: page.items.at(-1)!.key },
    );
  }
  expect(pages).toEqual(expected.slice(0, pages.length).map(({ period }) => period));
  expect(pages.length).toBe(Math.min(120, expected.length));
}
