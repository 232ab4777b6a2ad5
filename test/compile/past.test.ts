/** The past, against a corpus derived from the texts of one day alone. */
import { describe, expect, it } from 'vitest';
import { packBundle } from '../../data/bundled/pack.ts';
import { openBundledSource } from '../../data/bundled/source.ts';
import type { AssertedArticle } from '../../data/compile/annotated-article.ts';
import { examine } from '../../data/compile/compile.ts';
import { deriveCorpus, introductionsIn } from '../../data/compile/derive.ts';
import { allTexts } from '../../data/compile/revision.ts';
import { indexCorpus } from '../../data/engine/build.ts';
import { openStore } from '../../data/engine/store.ts';
import { openTerms } from '../../data/engine/terms.ts';
import type { Filters } from '../../data/filter.ts';
import { type Corpus, ENTITY_TYPES, type Entity, NAMED_TYPES, type Slug } from '../../data/model.ts';
import { DEFAULT_ORDERS, ordersOf } from '../../data/order.ts';
import { daysOfTexts, isOn } from '../../data/past.ts';
import { revisionsOf } from '../../data/revision.ts';

const examined = examine('test/corpora/gazette');
const { authored, withheld } = examined;
const isShown = ({ slug }: { readonly slug: Slug }) => !withheld.slugs.has(slug);
const named = authored.entities.filter(isShown);
const asserted = examined.asserted.filter(({ article }) => isShown(article));
const corpus = deriveCorpus(named, authored.retired, withheld.retired, asserted);
const store = openStore(openBundledSource(packBundle(indexCorpus(corpus))));

/** A day on which something came, the one before, and days before and after everything. */
const DAYS = [
  '1999-12-31',
  '2025-03-04',
  '2025-03-05',
  '2025-06-30',
  '2025-10-31',
  '2026-01-15',
  '2026-05-20',
  '2026-06-02',
  '2026-06-03',
  '2026-06-08',
  '2026-06-09',
  '9999-12-31',
];

const STATEMENT_FILTERS: readonly Filters['Statement'][] = [
  { speakers: ['maren-oakes', 'edmund-rook'] },
  { about: ['harrow-mill-fire', 'harrow-mill'] },
  { places: ['larkbridge'] },
  { isDenied: true },
  { deniedLater: false },
  { position: { organizations: ['larkbridge-town-council'] } },
  { date: { overlaps: { earliest: '2025-01-01', latest: '2025-12-31' } } },
  { languages: ['en'], kinds: ['DIRECT_QUOTE'] },
];

const EVENT_FILTERS: readonly Filters['Event'][] = [
  { participant: { agents: ['maren-oakes'] } },
  { places: ['ternshire'] },
  { date: { within: { earliest: '2025-01-01', latest: '2025-06-30' } } },
  { hasDisagreements: true },
  { certainties: ['UNSPECIFIED'], voices: ['ARTICLE'] },
];

/** Evidence of a bundle cuts its words when they are read, and evidence of the past has them; it has no first mentions. */
function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (field, part) => {
      if (field === 'firstMentions') return undefined;
      if (part?.type !== 'Evidence') return part;
      const { source, start, end, exact, prefix, suffix } = part;
      return { source, start, end, exact, prefix, suffix };
    }),
  );
}

const numberOfDay = (day: string) => Number(day.replaceAll('-', ''));

/** The texts of that day as if there were no others. */
function textsOn(day: number): AssertedArticle[] {
  return asserted.flatMap((article) => {
    const days = daysOfTexts(article.article);
    const numbers = revisionsOf(article.article).map(({ number }) => number);
    const text = allTexts(article).find((_, index) => {
      const own = days.get(numbers[index] ?? 0);
      return own !== undefined && isOn(own, day);
    });
    return text === undefined ? [] : [{ ...text, text: { ...text.text, of: article.article.slug }, earlier: [] }];
  });
}

/** The texts of that day and of earlier ones: what only these speak of is still known. */
function textsUntil(day: number): AssertedArticle[] {
  return asserted.flatMap((article) => {
    const days = daysOfTexts(article.article);
    const numbers = revisionsOf(article.article).map(({ number }) => number);
    return [article, ...article.earlier]
      .filter((_, index) => (days.get(numbers[index] ?? 0)?.from ?? Infinity) <= day)
      .map((text) => ({ ...text, earlier: [] }));
  });
}

/** An event may be reported before the article that introduces it came: its name is known from there. */
function introduced(texts: readonly AssertedArticle[]): AssertedArticle[] {
  const known = new Set(
    texts.flatMap(({ events }) => events.flatMap(({ slug, introduces }) => (introduces ? [slug] : []))),
  );
  return [...texts]
    .sort((a, b) => (a.article.slug < b.article.slug ? -1 : 1))
    .map((text) => ({
      ...text,
      events: text.events.map((event) => {
        if (known.has(event.slug)) return event;
        known.add(event.slug);
        return { ...event, introduces: INTRODUCTIONS.get(event.slug) ?? null };
      }),
    }));
}

const INTRODUCTIONS = introductionsIn(asserted.flatMap(allTexts));

/** The corpus of that day alone, without what its texts only refer to. */
function corpusOn(day: number): Corpus {
  const texts = introduced(textsOn(day));
  const whole = deriveCorpus(named, [], [], texts);
  const until = textsUntil(day);
  const there = new Set(until.flatMap(({ events, statements }) => [...events, ...statements].map(({ slug }) => slug)));
  const referred = new Set(JSON.stringify(until.map(({ text: _, ...rest }) => rest)).match(/(?<=")[a-z0-9-]+(?=")/g));
  for (const slug of referred) {
    const place = whole.entities.Place.find((one) => one.slug === slug);
    if (place?.containedIn != null) referred.add(place.containedIn);
  }
  const isThere = (slug: Slug) => there.has(slug);
  const left = {
    ...whole.entities,
    Event: whole.entities.Event.map((one) => ({
      ...one,
      partOf: one.partOf !== null && isThere(one.partOf) ? one.partOf : null,
    })),
    Statement: whole.entities.Statement.map((one) => ({
      ...one,
      about: one.about.filter(({ type, slug }) => type !== 'Event' || isThere(slug)),
      relations: one.relations.filter(({ from, to }) => isThere(from) && isThere(to)),
    })),
    Person: whole.entities.Person.filter(({ slug }) => referred.has(slug)),
    Organization: whole.entities.Organization.filter(({ slug }) => referred.has(slug)),
    Group: whole.entities.Group.filter(({ slug }) => referred.has(slug)),
    Place: whole.entities.Place.filter(({ slug }) => referred.has(slug)),
  };
  const counts = Object.fromEntries(ENTITY_TYPES.map((type) => [type, left[type].length]));
  return { ...whole, entities: left, summary: { ...whole.summary, counts: counts as Corpus['summary']['counts'] } };
}

describe.each(DAYS)('the corpus on %s', (day) => {
  const then = corpusOn(numberOfDay(day));
  const past = store.asOf(day);

  it('has the things of that day as they were, found by the terms of that day', () => {
    const termsOf = openTerms(then);
    for (const type of ENTITY_TYPES) {
      const versions = corpus.past[type].filter((version) => isOn(version, numberOfDay(day)));
      const own: readonly Entity[] = then.entities[type];
      expect(versions.map(({ entity }) => entity.slug).sort()).toEqual(own.map(({ slug }) => slug).sort());
      for (const { entity, terms } of versions) {
        const expected = own.find(({ slug }) => slug === entity.slug);
        expect(entity).toEqual(expected);
        expect(terms).toEqual(termsOf(type, expected as never));
      }
    }
  });

  it('answers as a store over that day alone would', () => {
    const alone = openStore(openBundledSource(packBundle(indexCorpus(then))));
    for (const type of ENTITY_TYPES) {
      expect(past.count(type, [{}])).toBe(alone.count(type, [{}]));
      for (const field of ordersOf(type)) {
        for (const direction of ['ASC', 'DESC'] as const) {
          const query = { filters: [], order: { field, direction }, window: { limit: 40, fromEnd: false } };
          expect(plain(past.list(type, query as never))).toEqual(plain(alone.list(type, query as never)));
        }
      }
    }
  });

  it('has the same lists, counts and facets of what passes a filter', () => {
    const alone = openStore(openBundledSource(packBundle(indexCorpus(then))));
    const window = { limit: 100, fromEnd: false };
    const order = { field: 'DATE', direction: 'DESC' } as const;
    for (const filter of STATEMENT_FILTERS) {
      const query = { filters: [filter], order, window };
      expect(plain(past.list('Statement', query))).toEqual(plain(alone.list('Statement', query)));
      expect(past.count('Statement', [filter])).toBe(alone.count('Statement', [filter]));
    }
    for (const filter of EVENT_FILTERS) {
      const query = { filters: [filter], order, window };
      expect(plain(past.list('Event', query))).toEqual(plain(alone.list('Event', query)));
      const facet = { filters: [filter], dimension: 'PLACE', limit: 50 } as never;
      expect(past.facet('Event', facet)).toEqual(alone.facet('Event', facet));
    }
    for (const { slug } of then.entities.Article) {
      expect(plain(past.assertions(slug))).toEqual(plain(alone.assertions(slug)));
    }
    for (const type of NAMED_TYPES) {
      for (const { slug } of then.entities[type]) expect(plain(past.dossier(slug))).toEqual(plain(alone.dossier(slug)));
    }
  });

  it('goes from page to page by the same cursors', () => {
    const order = { field: DEFAULT_ORDERS.Statement, direction: 'ASC' } as const;
    const all = past.list('Statement', { filters: [], order, window: { limit: 1000, fromEnd: false } }) as never as {
      items: { key: readonly (string | number | null)[] }[];
    };
    const after = all.items[Math.floor(all.items.length / 2)]?.key;
    if (after === undefined) return;
    const rest = past.list('Statement', { filters: [], order, window: { limit: 1000, fromEnd: false, after } });
    expect(rest).toMatchObject({ items: all.items.slice(Math.floor(all.items.length / 2) + 1) });
  });
});
