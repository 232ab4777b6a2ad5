/** Conditions: a filter as a tree of tests that lists, dates and names of the index can decide. */

import { words } from '../fold.ts';
import type { EntityType } from '../model.ts';
import type {
  AgentFilter,
  ArticleFilter,
  AsserterFilter,
  Combined,
  DateFilter,
  EventFilter,
  Filters,
  PlaceFilter,
  PositionFilter,
  SearchFilter,
  StatementFilter,
} from '../query.ts';
import { type Days, daysOf } from './dates.ts';
import { type Family, listName, titleWords } from './terms.ts';

export type Condition =
  | { readonly test: 'ALL' | 'ANY'; readonly of: readonly Condition[] }
  | { readonly test: 'NOT'; readonly of: Condition }
  /** Stands in the list of this name. */
  | { readonly test: 'LISTED'; readonly name: string }
  | { readonly test: 'WITHIN' | 'OVERLAPS'; readonly days: Days }
  /** Each of these folded words begins a word of one of its names. */
  | { readonly test: 'NAMED'; readonly words: readonly string[] };

const EVERYTHING: Condition = { test: 'ALL', of: [] };
const NOTHING: Condition = { test: 'ANY', of: [] };

/** What the filters of a list ask for together. */
export function toCondition<T extends EntityType>(type: T, filters: readonly Filters[T][]): Condition {
  return allOf(filters.map((filter) => CONDITIONS[type](filter)));
}

type Makers = { readonly [T in EntityType]: (filter: Filters[T]) => Condition };

const CONDITIONS: Makers = {
  Article: (filter) => combine(filter, ofArticle, CONDITIONS.Article),
  Event: (filter) => combine(filter, ofEvent, CONDITIONS.Event),
  Statement: (filter) => combine(filter, ofStatement, CONDITIONS.Statement),
  Person: (filter) => combine(filter, (own) => ofNamed('Person', own), CONDITIONS.Person),
  Organization: (filter) => combine(filter, (own) => ofNamed('Organization', own), CONDITIONS.Organization),
  Group: (filter) => combine(filter, (own) => ofNamed('Group', own), CONDITIONS.Group),
  Place: (filter) => combine(filter, ofPlace, CONDITIONS.Place),
};

/** The filter's own fields, and those that it is joined with. */
function combine<Filter extends Combined<Filter>>(
  filter: Filter,
  own: (filter: Filter) => Condition[],
  whole: (filter: Filter) => Condition,
): Condition {
  const { and, or, not } = filter;
  return allOf([
    ...own(filter),
    ...asked(and, (filters) => allOf(filters.map(whole))),
    ...asked(or, (filters) => anyOf(filters.map(whole))),
    ...asked(not, (other) => negate(whole(other))),
  ]);
}

function ofArticle(filter: ArticleFilter): Condition[] {
  const { published, language, publisher, author, mentions, speaker, place } = filter;
  return [
    ...asked(published, dated),
    ...asked(language, (tag) => listed('Article', 'language', tag.toLowerCase())),
    ...asked(publisher, (slug) => listed('Article', 'publisher', slug)),
    ...asked(author, (slug) => listed('Article', 'author', slug)),
    ...asked(mentions, (slug) => listed('Article', 'mentions', slug)),
    ...asked(speaker, (slug) => listed('Article', 'speaker', slug)),
    ...asked(place, (slug) => listed('Article', 'place', slug)),
  ];
}

function ofEvent(filter: EventFilter): Condition[] {
  const { date, agent, position, partOf } = filter;
  return [
    ...asked(date, dated),
    ...asked(agent, ({ slug, role }) =>
      role === undefined ? listed('Event', 'agent', slug) : listed('Event', 'agent-role', `${slug} ${role}`),
    ),
    ...asked(position, (held) => positioned('Event', held)),
    ...asked(partOf, (slug) => listed('Event', 'part-of', slug)),
    ...ofReported('Event', filter),
  ];
}

function ofStatement(filter: StatementFilter): Condition[] {
  const { date, addressee, agent, about, position } = filter;
  return [
    ...asked(date, dated),
    ...asked(addressee, (slug) => listed('Statement', 'addressee', slug)),
    ...asked(agent, (slug) => listed('Statement', 'agent', slug)),
    ...asked(about, (slug) => listed('Statement', 'about', slug)),
    ...asked(position, (held) => positioned('Statement', held)),
    ...ofReported('Statement', filter),
  ];
}

/** What events and statements are both asked for. */
function ofReported(type: 'Event' | 'Statement', filter: EventFilter | StatementFilter): Condition[] {
  const { speaker, place, kinds, article, language, voice, assertedBy, certainties, disputed } = filter;
  return [
    ...asked(speaker, (slug) => listed(type, 'speaker', slug)),
    ...asked(place, (slug) => listed(type, 'place', slug)),
    ...asked<readonly string[]>(kinds, (values) => anyOf(values.map((kind) => listed(type, 'kind', kind)))),
    ...asked(article, (slug) => listed(type, 'article', slug)),
    ...asked(language, (tag) => listed(type, 'language', tag.toLowerCase())),
    ...asked(voice, (value) => listed(type, 'voice', value)),
    ...asked(assertedBy, (by) => asserted(type, by)),
    ...asked(certainties, (values) => anyOf(values.map((value) => listed(type, 'certainty', value)))),
    ...asked(disputed, (is) => (is ? listed(type, 'disputed', 'true') : negate(listed(type, 'disputed', 'true')))),
  ];
}

function ofNamed(
  type: 'Person' | 'Organization' | 'Group' | 'Place',
  filter: Omit<AgentFilter, keyof Combined<AgentFilter>>,
): Condition[] {
  const { name, article, event, position } = filter;
  return [
    ...asked(name, named),
    ...asked(article, (slug) => listed(type, 'article', slug)),
    ...asked(event, (slug) => listed(type, 'event', slug)),
    ...asked(position, (held) => positioned(type, held)),
  ];
}

function ofPlace(filter: PlaceFilter): Condition[] {
  const { kinds, containedIn } = filter;
  return [
    ...ofNamed('Place', filter),
    ...asked(kinds, (values) => anyOf(values.map((kind) => listed('Place', 'kind', kind)))),
    ...asked(containedIn, (slug) => listed('Place', 'contained-in', slug)),
  ];
}

/**
 * What a search's filter asks of things of this type. What a type cannot have, it does not have: no place is published
 * in a language, so a search in one finds none.
 */
export function searchCondition(type: EntityType, filter: SearchFilter): Condition {
  const { date, language, speaker, place, statementKinds, eventKinds, voice } = filter;
  const isNamed = type !== 'Article' && type !== 'Event' && type !== 'Statement';
  const has = (family: Family, value: string) => (isNamed ? NOTHING : listed(type, family, value));
  const kinds = type === 'Statement' ? statementKinds : type === 'Event' ? eventKinds : undefined;
  return allOf([
    ...asked(date, (dates) => (isNamed && asksSomething(dates) ? NOTHING : dated(dates))),
    ...asked(language, (tag) => has('language', tag.toLowerCase())),
    ...asked(speaker, (slug) => has('speaker', slug)),
    ...asked(place, (slug) => (type === 'Place' ? listed('Place', 'contained-in', slug) : has('place', slug))),
    ...asked(statementKinds ?? eventKinds, () =>
      kinds === undefined ? NOTHING : anyOf(kinds.map((kind) => has('kind', kind))),
    ),
    ...asked(voice, (value) => (type === 'Article' ? NOTHING : has('voice', value))),
  ]);
}

function asksSomething({ within, overlaps }: DateFilter): boolean {
  return within !== undefined || overlaps !== undefined;
}

/** Absent asks for nothing. */
function asked<T>(value: T | undefined, make: (value: T) => Condition): Condition[] {
  return value === undefined ? [] : [make(value)];
}

function listed(type: EntityType, family: Family, value: string): Condition {
  return { test: 'LISTED', name: listName(type, family, value) };
}

function dated({ within, overlaps }: DateFilter): Condition {
  return allOf([
    ...asked(within, (bounds) => ({ test: 'WITHIN', days: daysOf(bounds) })),
    ...asked(overlaps, (bounds) => ({ test: 'OVERLAPS', days: daysOf(bounds) })),
  ]);
}

function positioned(type: EntityType, { organization, title }: PositionFilter): Condition {
  return allOf([
    ...asked(organization, (slug) => listed(type, 'position-organization', slug)),
    ...asked(title, (text) => allOf(titleWords(text).map((word) => listed(type, 'position-title', word)))),
  ]);
}

function asserted(type: EntityType, { voice, speaker }: AsserterFilter): Condition {
  return allOf([
    ...asked(voice, (value) => listed(type, 'asserted-voice', value)),
    ...asked(speaker, (slug) => listed(type, 'asserted-speaker', slug)),
  ]);
}

/** A name without a letter or digit asks for nothing. */
function named(name: string): Condition {
  const folded = words(name).map((word) => word.folded);
  return folded.length === 0 ? EVERYTHING : { test: 'NAMED', words: folded };
}

function allOf(of: readonly Condition[]): Condition {
  return of.length === 1 && of[0] !== undefined ? of[0] : { test: 'ALL', of };
}

function anyOf(of: readonly Condition[]): Condition {
  return { test: 'ANY', of };
}

function negate(of: Condition): Condition {
  return of.test === 'NOT' ? of.of : { test: 'NOT', of };
}
