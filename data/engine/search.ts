/** Search as a question: the filter decides what may be found, the words decide what is. */

import { ENTITY_TYPES, type Entity, type Evidence, type Slug } from '../model.ts';
import type { SortKey, Window } from '../page.ts';
import type { SearchQuery, Snippet } from '../query.ts';
import { parseQuery } from '../search-text.ts';
import { byPlace, bySlug, type Question } from '../source.ts';
import { type Awaitable, andThen, type SearchPage } from '../store.ts';
import type { Scope } from './evaluate.ts';
import { type FoundHits, findHits, type SearchRequest } from './search/find.ts';
import type { Hit, HitWindow } from './search/rank.ts';
import { cutSnippets, MOST_SNIPPETS } from './search/snippets.ts';
import { allowedNumbers, countHits } from './search-facet.ts';

type Counts = Scope['counts'];
type Ask = <T>(question: Question<T>) => Awaitable<T>;

/** A function that makes the page of results, given a way to ask for snippets later. */
export function* searchCorpus(query: SearchQuery, scope: Scope): Question<(ask: Ask) => SearchPage> {
  const request = yield* toRequest(query, scope);
  const { window } = query;
  // One more than asked for, which shows whether the list goes on.
  const found = yield* findHits(request, { ...(yield* toHitWindow(window, scope.counts)), limit: window.limit + 1 });
  const goesOn = found.hits.length > window.limit;
  const hits = goesOn ? (window.fromEnd ? found.hits.slice(1) : found.hits.slice(0, window.limit)) : found.hits;
  const start = goesOn && window.fromEnd ? found.start + 1 : found.start;
  const entities = yield* byPlace(hits);
  return (ask) => {
    let cut: Awaitable<readonly (readonly Snippet[])[]> | null = null;
    // Cuts those of the whole page at once: they share the places of the words, and what must be fetched.
    const snippetsOf = (index: number) => {
      cut ??= ask(cutAll(found, hits, entities));
      return andThen(cut, (all) => all[index] ?? []);
    };
    return {
      items: entities.map((entity, index) => {
        const score = hits[index]?.score ?? 0;
        return { item: { entity, score, snippets: () => snippetsOf(index) }, key: [score, entity.slug] };
      }),
      hasBefore: window.fromEnd ? goesOn : start > 0,
      hasAfter: window.fromEnd ? start + hits.length < found.total : goesOn,
      total: found.total,
      facets: (asked) => ask(countHits(found, query, asked, scope)),
    };
  };
}

/** Microseconds for each letter of a query, folded. */
const LETTER = 1;

function* toRequest({ text, types, filter }: SearchQuery, scope: Scope): Question<SearchRequest> {
  const allowed = yield* allowedNumbers(types, filter, scope);
  // Some letters fold to eighteen, and each is looked at several times.
  scope.meter.spend(LETTER * text.normalize('NFKD').length);
  return { query: parseQuery(text), types, allowed, meter: scope.meter };
}

function* toHitWindow({ after, before, fromEnd }: Window, counts: Counts): Question<Omit<HitWindow, 'limit'>> {
  return {
    fromEnd,
    after: after === undefined ? undefined : yield* hitAt(after, counts),
    before: before === undefined ? undefined : yield* hitAt(before, counts),
  };
}

/** The place of a cursor in the ranking. A thing that is gone comes after everything with its score. */
function* hitAt([score, slug]: SortKey, counts: Counts): Question<Hit> {
  const [located = null] = typeof slug === 'string' ? yield* bySlug([slug]) : [];
  const last = ENTITY_TYPES.findLast((type) => counts[type] > 0) ?? 'Article';
  const place =
    located === null ? { type: last, number: counts[last] - 1 } : { type: located.entity.type, number: located.number };
  return { ...place, score: Number(score) };
}

function* cutAll(
  found: FoundHits,
  hits: readonly Hit[],
  entities: readonly Entity[],
): Question<readonly (readonly Snippet[])[]> {
  const located = yield* bySlug([...new Set(entities.flatMap(articlesOf))]);
  const articles = located.filter((article) => article !== null);
  const slugs = new Map(articles.map(({ number, entity }) => [number, entity.slug]));
  const numbers = new Map(articles.map(({ number, entity }) => [entity.slug, number]));
  return yield* cutSnippets(found, hits, entities.map(namingWords), {
    slugOf: (number) => slugs.get(number) ?? '',
    numberOf: (slug) => numbers.get(slug) ?? 0,
  });
}

/** The words that report an event or name a thing. Empty for a text, whose snippets show the words found. */
function namingWords(entity: Entity): readonly Evidence[] {
  if (entity.type === 'Article' || entity.type === 'Statement') return [];
  const words = entity.type === 'Event' ? entity.reports.flatMap(({ evidence }) => evidence) : entity.firstMentions;
  return words.slice(0, MOST_SNIPPETS);
}

/** The articles from which its passages are cut. */
function articlesOf(entity: Entity): readonly Slug[] {
  if (entity.type === 'Article') return [entity.slug];
  if (entity.type === 'Statement') return entity.quotes.map(({ article }) => article);
  return namingWords(entity).map(({ source }) => source);
}
