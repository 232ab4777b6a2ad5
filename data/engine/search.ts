/** Search as a question: the filter decides what may be found, the words what is. */

import { toSearchCondition } from '../filter.ts';
import { ENTITY_TYPES, type Entity, type Evidence, type Slug } from '../model.ts';
import type { SortKey, Window } from '../page.ts';
import type { SearchQuery } from '../query.ts';
import { parseQuery } from '../search-text.ts';
import { byPlace, bySlug, type Question, together } from '../source.ts';
import { type Awaitable, andThen, type SearchPage } from '../store.ts';
import { evaluate, type Scope } from './evaluate.ts';
import { type FoundHits, findHits, type SearchRequest } from './search/find.ts';
import type { Hit, HitWindow } from './search/rank.ts';
import { cutSnippets, MOST_SNIPPETS } from './search/snippets.ts';

type Counts = Scope['counts'];
type Ask = <T>(question: Question<T>) => Awaitable<T>;

/** A page of what was found, for whoever gives it a way to ask for the snippets later. */
export function* searchCorpus(query: SearchQuery, scope: Scope): Question<(ask: Ask) => SearchPage> {
  const request = yield* toRequest(query, scope);
  const { window } = query;
  // One more than asked for says whether the list goes on.
  const found = yield* findHits(request, { ...(yield* toHitWindow(window, scope.counts)), limit: window.limit + 1 });
  const goesOn = found.hits.length > window.limit;
  const hits = goesOn ? (window.fromEnd ? found.hits.slice(1) : found.hits.slice(0, window.limit)) : found.hits;
  const start = goesOn && window.fromEnd ? found.start + 1 : found.start;
  const entities = yield* byPlace(hits);
  return (ask) => {
    let cut: Awaitable<readonly (readonly Evidence[])[]> | null = null;
    // Those of the whole page at once: they share the places of the words, and what has to be fetched.
    const snippetsOf = (index: number) => {
      cut ??= ask(cutAll(found, hits, entities));
      return andThen(cut, (all) => all[index] ?? []);
    };
    return {
      items: entities.map((entity, index) => {
        const score = hits[index]?.score ?? 0;
        return { item: { entity, score, snippets: () => snippetsOf(index) }, key: [score, entity.slug] };
      }),
      hasBefore: start > 0,
      hasAfter: start + hits.length < found.total,
      total: found.total,
    };
  };
}

/** Microseconds for each letter of a query, folded. */
const LETTER = 1;

function* toRequest({ text, types, filter }: SearchQuery, scope: Scope): Question<SearchRequest> {
  const found = yield* together(types.map((type) => evaluate(type, toSearchCondition(type, filter), scope)));
  const left = types.flatMap((type, index) => (found[index] == null ? [] : [[type, found[index]] as const]));
  // Some letters fold to eighteen, and each is looked at several times.
  scope.meter.spend(LETTER * text.normalize('NFKD').length);
  return { query: parseQuery(text), types, allowed: Object.fromEntries(left), meter: scope.meter };
}

function* toHitWindow({ after, before, fromEnd }: Window, counts: Counts): Question<Omit<HitWindow, 'limit'>> {
  return {
    fromEnd,
    after: after === undefined ? undefined : yield* hitAt(after, counts),
    before: before === undefined ? undefined : yield* hitAt(before, counts),
  };
}

/** Where a cursor stands in the ranking. What is gone stands behind everything with its score. */
function* hitAt([score, slug]: SortKey, counts: Counts): Question<Hit> {
  const [located = null] = typeof slug === 'string' ? yield* bySlug([slug]) : [];
  const last = ENTITY_TYPES.findLast((type) => counts[type] > 0) ?? 'Article';
  const place =
    located === null ? { type: last, number: counts[last] - 1 } : { type: located.entity.type, number: located.number };
  return { ...place, score: Number(score) };
}

/** Where to look: the words found in a text; else the words that report an event, or that name the thing. */
function* cutAll(
  found: FoundHits,
  hits: readonly Hit[],
  entities: readonly Entity[],
): Question<readonly (readonly Evidence[])[]> {
  const located = yield* bySlug([...new Set(entities.flatMap(articlesOf))]);
  const slugs = new Map(located.flatMap((article) => (article ? [[article.number, article.entity.slug]] : [])));
  const inTexts = yield* cutSnippets(found, hits, (number) => slugs.get(number) ?? '');
  return entities.map((entity, index) => {
    switch (entity.type) {
      case 'Article':
      case 'Statement':
        return inTexts[index] ?? [];
      case 'Event':
        return entity.reports.flatMap(({ evidence }) => evidence).slice(0, MOST_SNIPPETS);
      default:
        return entity.firstMentions.slice(0, MOST_SNIPPETS);
    }
  });
}

/** Where its words are looked for. */
function articlesOf(entity: Entity): readonly Slug[] {
  if (entity.type === 'Article') return [entity.slug];
  return entity.type === 'Statement' ? entity.quotes.map(({ article }) => article) : [];
}
