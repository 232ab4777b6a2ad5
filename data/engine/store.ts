/**
 * The store over any source. Read the folder from here downwards:
 *
 * - a question of the graph, one file each: lists (`list.ts`), facets, timelines, paths, suggestions, changes, retired
 *   slugs, histories, and `search.ts` over `search/`; lists and lookups of another day, over versions: `past.ts`;
 * - the numbers of the things that pass a filter (`evaluate.ts`) and their order (`ranking.ts`);
 * - the pieces of the index that these read: terms, dates, names, edges, tallies;
 * - sets of numbers (`numbers.ts`); and in the folder above, what pieces consist of (`bytes.ts`) and come from (`source.ts`).
 *
 * `build.ts` packs the same pieces when a corpus is compiled. These two files are the folder's doors.
 */

import { dayNumber } from '../fuzzy-date.ts';
import type { Assertion, Entities, Entity, EntityType, Slug } from '../model.ts';
import { answer, byNumber, dossiers, type Question, RECORD, type Source, together } from '../source.ts';
import type { Awaitable, Store } from '../store.ts';
import { andThen } from '../store.ts';
import { countChanges, listChanges } from './change.ts';
import { evaluate, openScope, type Scope } from './evaluate.ts';
import { countFacet } from './facet.ts';
import { findDifference, findHistory, findText } from './history.ts';
import { countEntities, listAgents, listEntities, pickEntity } from './list.ts';
import { openPast } from './past.ts';
import { findPaths } from './path.ts';
import { findRetired } from './retired.ts';
import { searchCorpus } from './search.ts';
import { nearestSlugs, typeOfSlug } from './slugs.ts';
import { suggestNames } from './suggest.ts';
import { factsOf } from './terms.ts';
import { listBuckets, listDated } from './timeline.ts';

export function openStore(source: Source): Store {
  return openOver(source, openScope(source.summary.counts));
}

function openOver(source: Source, scope: Scope): Store {
  const { summary } = source;
  const ask = <T>(question: Question<T>): Awaitable<T> => answer(question, source, scope.meter);
  // One thing by its slug needs no question: nothing comes after it.
  const find = (slug: Slug): Awaitable<Entity | null> => {
    scope.meter.spend(RECORD);
    return andThen(source.bySlug([slug]), ([located]) => located?.entity ?? findReplacement(slug));
  };
  // Only after a miss, so that slugs that name something pay nothing for those that do not.
  const findReplacement = (slug: Slug): Awaitable<Entity | null> =>
    andThen(ask(findRetired(slug)), (retired) => {
      if (retired === null || retired.replacedBy === null) return null;
      return andThen(source.bySlug([retired.replacedBy.slug]), ([located]) => located?.entity ?? null);
    });

  return {
    summary: () => summary,
    meteredBy: (meter) => openOver(source, { ...scope, meter }),
    asOf(day) {
      const past = openPast(source, dayNumber(day), scope.meter);
      return openOver(past, { ...openScope(past.summary.counts, dayNumber(day)), meter: scope.meter });
    },
    get: (type, slug) => andThen(find(slug), (entity) => (isOfType(entity, type) ? entity : null)),
    find,
    typeOf: (slug) =>
      andThen(
        ask(typeOfSlug(slug, scope.meter)),
        (type) => type ?? andThen(ask(findRetired(slug)), (retired) => retired?.replacedBy?.type ?? null),
      ),
    retired: (slug) => ask(findRetired(slug)),
    nearest: (slug, types, limit) => ask(nearestSlugs(slug, types, limit, scope.meter)),
    text: (name) => ask(findText(name)),
    history: (slug) => ask(findHistory(slug)),
    difference: (article, from, to) => ask(findDifference(article, from, to)),
    dossier: (slug) => andThen(ask(dossiers([slug])), first),
    list: (type, query) => ask(listEntities(type, query, scope)),
    count: (type, filters) => ask(countEntities(type, filters, scope)),
    agents: (query) => ask(listAgents(query, scope)),
    pick: (type, filters, share) => ask(pickEntity(type, filters, share, scope)),
    articleAt: (url) => ask(findArticleAt(url, scope)),
    facet: (type, query) => ask(countFacet(type, query, scope)),
    assertions: (article) => ask(listAssertions(article, scope)),
    search: (query) => andThen(ask(searchCorpus(query, scope)), (page) => page(ask)),
    suggest: (query) => ask(suggestNames(query, scope)),
    timeline: (query, window) => ask(listBuckets(query, window, scope)),
    dated: (query, window) => ask(listDated(query, window, scope)),
    paths: (query) => ask(findPaths(query)),
    changes: (query) => ask(listChanges(query, scope.meter)),
    countChanges: (query) => ask(countChanges(query, scope.meter)),
  };
}

function isOfType<T extends EntityType>(entity: Entity | null, type: T): entity is Entities[T] {
  return entity?.type === type;
}

function* findArticleAt(url: string, scope: Scope): Question<Entities['Article'] | null> {
  const [number] = (yield* evaluate('Article', { test: 'TERM', family: 'url', value: url }, scope)) ?? [];
  if (number === undefined) return null;
  const [article = null] = yield* byNumber('Article', [number]);
  return article;
}

function first<T>([value]: readonly T[]): T {
  if (value === undefined) throw new Error('The source did not return what it was asked for.');
  return value;
}

/** Everything an article says: its reports, its quotes and its facts. */
function* listAssertions(article: Slug, scope: Scope): Question<readonly Assertion[]> {
  const havingTerm = (type: EntityType, family: string) =>
    evaluate(type, { test: 'TERM', family, value: article }, scope);
  const lists = yield* together<Uint32Array | null>([
    havingTerm('Event', 'article'),
    havingTerm('Statement', 'article'),
    havingTerm('Person', 'fact'),
  ]);
  const [events = [], statements = [], people = []] = lists.map((list) => [...(list ?? [])]);
  const said = yield* together([saidOfEvents(events), saidOfStatements(statements), saidOfPeople(people)]);
  const all = said.flat();
  return all
    .filter((assertion) => assertion.article === article)
    .sort((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0));
}

function* saidOfEvents(numbers: readonly number[]): Question<readonly Assertion[]> {
  const events = yield* byNumber('Event', numbers);
  return events.flatMap(({ reports }) => reports.flatMap((report) => [report, ...report.participants]));
}

function* saidOfStatements(numbers: readonly number[]): Question<readonly Assertion[]> {
  const statements = yield* byNumber('Statement', numbers);
  return statements.flatMap(({ quotes }) => quotes);
}

function* saidOfPeople(numbers: readonly number[]): Question<readonly Assertion[]> {
  const people = yield* byNumber('Person', numbers);
  const found = yield* dossiers(people.map(({ slug }) => slug));
  return found.flatMap(factsOf);
}
