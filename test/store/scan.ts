// Every question of a store answered the slow way, by looking at each thing: what every store has to agree with.

import { timelineDatesOf } from '../../data/date-of.ts';
import { openTerms } from '../../data/engine/terms.ts';
import { dimensionOf, type FacetDimension, type FacetedType, isFaceted } from '../../data/facet.ts';
import type { Filters } from '../../data/filter.ts';
import { words } from '../../data/fold.ts';
import { boundsOfDate, overlaps, within } from '../../data/fuzzy-date.ts';
import { compareCommitment, linksOfDossier, linksOfEvent, linksOfStatement } from '../../data/link.ts';
import {
  AGENT_TYPES,
  type AgentType,
  type Corpus,
  ENTITY_TYPES,
  type Entities,
  type Entity,
  type EntityType,
  type FuzzyDate,
  type Slug,
} from '../../data/model.ts';
import { sortKey } from '../../data/order.ts';
import { compareKeys, type SortKey, type Window } from '../../data/page.ts';
import type {
  AgentsQuery,
  Granularity,
  ListQuery,
  Order,
  PathQuery,
  SuggestionQuery,
  TimelineMode,
} from '../../data/query.ts';
import type { SearchDimension } from '../../data/search-filter.ts';

import { openMatcher } from './match.ts';

/** A page as it is compared: which things, and whether the list goes on. */
export interface ScannedPage {
  readonly slugs: readonly Slug[];
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
}

export function openScan(corpus: Corpus) {
  const bySlug = new Map(ENTITY_TYPES.flatMap((type) => corpus.entities[type].map((entity) => [entity.slug, entity])));
  const matches = openMatcher(corpus, (slug) => bySlug.get(slug) ?? null);
  const termsOf = openTerms(corpus);

  function passing<T extends EntityType>(type: T, filters: readonly Filters[T][]): readonly Entities[T][] {
    const all: readonly Entities[T][] = corpus.entities[type];
    return all.filter((entity) => filters.every((filter) => matches(type, entity, filter)));
  }

  function keyed<T extends EntityType>(type: T, { filters, order, article }: ListQuery<T>): Keyed[] {
    return passing(type, filters).map((entity) => ({
      slug: entity.slug,
      key: sortKey(entity, type, order.field, article),
    }));
  }

  function valuesOf(entity: Entity, dimension: FacetDimension): Iterable<string> {
    if (!isFaceted(entity.type)) return [];
    const family = dimensionOf(entity.type, dimension)?.family;
    return termsOf(entity.type, entity as never).get(family ?? '') ?? [];
  }

  return {
    count: <T extends EntityType>(type: T, filters: readonly Filters[T][]) => passing(type, filters).length,

    list: <T extends EntityType>(type: T, query: ListQuery<T>) => pageOf(keyed(type, query), query),

    agents: (query: AgentsQuery) =>
      pageOf(
        AGENT_TYPES.flatMap((type) => keyed<AgentType>(type, query)),
        query,
      ),

    suggest({ text, types, limit }: SuggestionQuery) {
      const typed = foldedWords(text);
      if (typed.length === 0) return [];
      const matches = (name: string) =>
        typed.every((start) => foldedWords(name).some((word) => word.startsWith(start)));
      return types
        .flatMap((type) => corpus.entities[type].map((entity) => ({ entity, key: sortKey(entity, type, 'NAME') })))
        .map((thing) => ({ ...thing, name: [thing.entity.name, ...thing.entity.otherNames].find(matches) }))
        .filter(({ name }) => name !== undefined)
        .sort(
          (a, b) =>
            b.entity.mentionCount - a.entity.mentionCount ||
            types.indexOf(a.entity.type) - types.indexOf(b.entity.type) ||
            compareKeys(a.key, b.key, 'ASC'),
        )
        .slice(0, limit)
        .map(({ entity, name }) => ({ slug: entity.slug, name }));
    },

    facet: <T extends FacetedType>(type: T, filters: readonly Filters[T][], dimension: FacetDimension) =>
      countBy(passing(type, filters), (entity) => valuesOf(entity, dimension)),

    /** Things of any types, as a search finds them. */
    facetOfFound: (found: readonly Entity[], dimension: SearchDimension) =>
      countBy(found, (entity) => (dimension === 'TYPE' ? [entity.type.toUpperCase()] : valuesOf(entity, dimension))),

    /** The number of things in each period of these, and how many for certain; empty periods left out. */
    timeline(
      type: 'Event' | 'Statement',
      filters: readonly Filters['Event' | 'Statement'][],
      periods: readonly string[],
      mode: TimelineMode,
    ) {
      const dated = passing<'Event' | 'Statement'>(type, filters).map(timelineDatesOf);
      return periods.flatMap((period) => {
        const bounds = boundsOfDate(period)!;
        const certain = dated.filter((dates) => lies(dates, (date) => within(date, bounds), 'every')).length;
        const possible = dated.filter((dates) => lies(dates, (date) => overlaps(date, bounds), 'some')).length;
        const count = mode === 'CERTAIN' ? certain : possible;
        return count === 0 ? [] : [{ period, count, certain }];
      });
    },

    /** Every simple path, the shortest first. */
    paths({ from, to, maxHops, ...asked }: Omit<PathQuery, 'limit'>): readonly (readonly Slug[])[] {
      const neighbours = neighboursIn(corpus, asked);
      const found: Slug[][] = [];
      const walk = (path: readonly Slug[]) => {
        const at = path.at(-1)!;
        if (at === to) found.push([...path]);
        else if (path.length <= maxHops) {
          for (const next of neighbours.get(at) ?? []) if (!path.includes(next)) walk([...path, next]);
        }
      };
      if (from !== to) walk([from]);
      return found.sort((a, b) => a.length - b.length);
    },
  };
}

interface Keyed {
  readonly slug: Slug;
  readonly key: SortKey;
}

function pageOf(
  all: readonly Keyed[],
  { order, window }: { readonly order: Order; readonly window: Window },
): ScannedPage {
  const { direction } = order;
  const sorted = [...all].sort((a, b) => compareKeys(a.key, b.key, direction));
  const { after, before, limit, fromEnd } = window;
  const compare = (key: SortKey, other: SortKey) => compareKeys(key, other, direction);
  const from = after === undefined ? 0 : sorted.filter(({ key }) => compare(key, after) <= 0).length;
  const to = before === undefined ? sorted.length : sorted.filter(({ key }) => compare(key, before) < 0).length;
  const end = Math.max(from, to);
  const start = fromEnd ? Math.max(from, end - limit) : from;
  const page = sorted.slice(start, Math.min(end, start + limit));
  return {
    slugs: page.map(({ slug }) => slug),
    hasBefore: fromEnd ? start > from : start > 0,
    hasAfter: start + page.length < (fromEnd ? sorted.length : end),
  };
}

function countBy<Item>(items: readonly Item[], valuesOf: (item: Item) => Iterable<string>) {
  const counts = new Map<string, number>();
  for (const item of items) for (const value of valuesOf(item)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function foldedWords(text: string): string[] {
  return words(text).map(({ folded }) => folded);
}

function lies(dates: readonly FuzzyDate[], holds: (date: FuzzyDate) => boolean, how: 'every' | 'some'): boolean {
  return dates.length > 0 && dates[how](holds);
}

function neighboursIn(
  { entities, dossiers }: Corpus,
  { voices, certainties }: Pick<PathQuery, 'voices' | 'certainties'>,
): Map<Slug, Set<Slug>> {
  const neighbours = new Map<Slug, Set<Slug>>();
  const links = [
    ...entities.Event.flatMap(linksOfEvent),
    ...entities.Statement.flatMap(linksOfStatement),
    ...dossiers.flatMap(linksOfDossier),
  ].sort(compareCommitment);
  for (const { from, to, voice, certainty } of links) {
    if (!voices.includes(voice) || !certainties.includes(certainty)) continue;
    neighbours.set(from, (neighbours.get(from) ?? new Set()).add(to));
    neighbours.set(to, (neighbours.get(to) ?? new Set()).add(from));
  }
  return neighbours;
}

/** Every period of a granularity from the first day to the last. */
export function periodsBetween(first: string, last: string, granularity: Granularity): string[] {
  const length = { DAY: 10, MONTH: 7, YEAR: 4 }[granularity];
  const periods = new Set<string>();
  for (let day = new Date(first); day <= new Date(last); day.setUTCDate(day.getUTCDate() + 1)) {
    periods.add(day.toISOString().slice(0, length));
  }
  return [...periods];
}
