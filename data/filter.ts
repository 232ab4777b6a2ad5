/**
 * Filters: how the list of each type can be narrowed.
 *
 * The table says for each name what decides the filter: lists of things that share a term, dates, or names. Everything
 * else follows from its type: the shape of a filter (`Filters`), the terms that the index must have (`engine/terms.ts`)
 * and the inputs that the GraphQL schema must describe. A name that only one of them has does not compile.
 */

import {
  allOf,
  anyOf,
  type Condition,
  type DateKind,
  EVERYTHING,
  has,
  ifAsked,
  isOrIsNot,
  not,
  oneOf,
} from './condition.ts';
import { words } from './fold.ts';
import { daysOf } from './fuzzy-date.ts';
import type {
  Certainty,
  DateBounds,
  EntityType,
  EventKind,
  ParticipantRole,
  PlaceKind,
  Slug,
  StatementKind,
  Voice,
} from './model.ts';

/** Both test the days that a fuzzy date may mean. A thing without a date matches neither. */
export interface DateFilter {
  /** Certainly: every day that it may mean lies in the range. */
  readonly within?: DateBounds;
  /** Possibly: at least one does. */
  readonly overlaps?: DateBounds;
}

/** A position held: in one of these organizations, or with all of these words in its title. Exactly one of the two. */
export interface PositionFilter {
  readonly organizations?: readonly Slug[];
  readonly title?: string;
}

/** Who affirms it: anybody in one of these voices, or a statement of one of these agents. Exactly one of the two. */
export interface AffirmedByFilter {
  readonly voices?: readonly Voice[];
  readonly speakers?: readonly Slug[];
}

/** One of these agents takes part, in one of these roles. Both must hold for the same participation. */
export interface ParticipantFilter {
  readonly agents?: readonly Slug[];
  readonly roles?: readonly ParticipantRole[];
}

/** The filters that events and statements share. */
const EVENT_AND_STATEMENT_FILTERS = {
  date: byDates('DATE'),
  /** For an event a participant, for a statement a speaker, is said to hold it. */
  position: byPosition,
  /** There or about one of them, or at a place contained in one of them, according to any article. */
  places: oneOf('place'),
  articles: oneOf('article'),
  languages: byLanguages,
  /** Who says a statement; for an event, who says a statement that it is attributed to or carried over from. */
  speakers: oneOf('speaker'),
  /** Attributed to, or carried over from, one of these statements, according to any article. */
  attributedTo: oneOf('attributed-to'),
  /** At least one article reports it in one of these voices. */
  voices: (voices: readonly Voice[]) => oneOf('voice')(voices),
  affirmedBy: ({ voices, speakers }: AffirmedByFilter) =>
    allOf([...ifAsked(voices, oneOf('affirmed-voice')), ...ifAsked(speakers, oneOf('affirmed-speaker'))]),
  certainties: (certainties: readonly Certainty[]) => oneOf('certainty')(certainties),
};

const AGENT_FILTERS = {
  name: byName,
  articles: oneOf('article'),
  events: oneOf('event'),
  /** For persons only: nobody else holds a position. */
  position: byPosition,
};

/** For each type, the filters of its list and what they require. A list of values asks for any of them. */
export const FILTERS = {
  Article: {
    published: byDates('PUBLISHED'),
    languages: byLanguages,
    publishers: oneOf('publisher'),
    /** Whose text credits one of these agencies. */
    agencies: oneOf('agency'),
    authors: oneOf('author'),
    /** Naming one of these agents or places, or reporting one of these events or statements. */
    mentions: oneOf('mentions'),
    /** Reporting a statement of one of these agents. */
    speakers: oneOf('speaker'),
    places: oneOf('place'),
  },
  Event: {
    ...EVENT_AND_STATEMENT_FILTERS,
    participant: byParticipant,
    kinds: (kinds: readonly EventKind[]) => oneOf('kind')(kinds),
    partOf: oneOf('part-of'),
    /** Whether reports of it contradict each other. */
    hasDisagreements: (is: boolean) => isOrIsNot('disagreed', is),
  },
  Statement: {
    ...EVENT_AND_STATEMENT_FILTERS,
    published: byDates('PUBLISHED'),
    addressees: oneOf('addressee'),
    /** One of these agents speaks, is spoken to, or is a subject of it. */
    involves: oneOf('involved'),
    /** About one of these events, agents or places, or reporting one of these events. */
    about: oneOf('about'),
    kinds: (kinds: readonly StatementKind[]) => oneOf('kind')(kinds),
    /** Whether another statement denies it. */
    isDenied: (is: boolean) => isOrIsNot('denied', is),
    /** Whether a statement that denies it was certainly made later. */
    deniedLater: (is: boolean) => isOrIsNot('denied-later', is),
    /** Whether another statement corrects it, and whether another one takes it back. */
    isCorrected: (is: boolean) => isOrIsNot('corrected', is),
    isRetracted: (is: boolean) => isOrIsNot('retracted', is),
  },
  Person: AGENT_FILTERS,
  Organization: AGENT_FILTERS,
  Group: AGENT_FILTERS,
  Place: {
    name: byName,
    articles: oneOf('article'),
    events: oneOf('event'),
    kinds: (kinds: readonly PlaceKind[]) => oneOf('kind')(kinds),
    containedIn: oneOf('contained-in'),
  },
} satisfies { readonly [T in EntityType]: { readonly [name: string]: (value: never) => Condition } };

/** The values that a table's filters accept. A missing field sets no condition; all given fields must hold. */
export type AskedOf<Table> = {
  readonly [Name in keyof Table]?: Table[Name] extends (value: infer Value, ...rest: never) => Condition
    ? Value
    : never;
};

/** Filters of one type joined: all of `and`, one of `or`, and not `not`. */
export interface Combined<Filter> {
  readonly and?: readonly Filter[];
  readonly or?: readonly Filter[];
  readonly not?: Filter;
}

/** A filter's own fields, and other filters joined with it. */
export type Filter<T extends EntityType> = AskedOf<(typeof FILTERS)[T]> & Combined<Filter<T>>;

/** The filter of each entity type. */
export type Filters = { readonly [T in EntityType]: Filter<T> };

export type FamiliesIn<Table> = {
  [Name in keyof Table]: Table[Name] extends (value: never) => Condition<infer Family> ? Family : never;
}[keyof Table];

/** The condition that all filters of a list form together. */
export function toCondition<T extends EntityType>(type: T, filters: readonly Filters[T][]): Condition {
  return allOf(filters.map((filter) => conditionOf(type, filter)));
}

function conditionOf(type: EntityType, { and, or, not: refused, ...own }: AnyFilter): Condition {
  return allOf([
    ...eachAsked(FILTERS[type], own, type),
    ...ifAsked(and, (filters) => allOf(filters.map((filter) => conditionOf(type, filter)))),
    ...ifAsked(or, (filters) => anyOf(filters.map((filter) => conditionOf(type, filter)))),
    ...ifAsked(refused, (filter) => not(conditionOf(type, filter))),
  ]);
}

type AnyFilter = Combined<AnyFilter>;

type Test = (value: unknown, type: EntityType, filter: object) => Condition;

export function eachAsked(table: object, filter: object, type: EntityType): Condition[] {
  return Object.entries(filter).flatMap(([name, value]) => {
    if (value === undefined) return [];
    // `AskedOf` guarantees that each value fits its test.
    const test = (table as Readonly<Record<string, Test>>)[name];
    if (test === undefined) throw new Error(`Nothing says what a filter "${name}" asks for.`);
    return [test(value, type, filter)];
  });
}

export function byLanguages(tags: readonly string[]): Condition<'language'> {
  return oneOf('language')(tags.map((tag) => tag.toLowerCase()));
}

function byParticipant({ agents, roles }: ParticipantFilter): Condition<'participant' | 'role' | 'participant-role'> {
  if (agents === undefined) return roles === undefined ? EVERYTHING : oneOf('role')(roles);
  if (roles === undefined) return oneOf('participant')(agents);
  return oneOf('participant-role')(agents.flatMap((agent) => roles.map((role) => `${agent} ${role}`)));
}

export function byDates(dates: DateKind) {
  return ({ within, overlaps }: DateFilter): Condition<never> =>
    allOf<never>([
      ...ifAsked(within, (bounds) => ({ test: 'WITHIN', dates, days: daysOf(bounds) }) as const),
      ...ifAsked(overlaps, (bounds) => ({ test: 'OVERLAPS', dates, days: daysOf(bounds) }) as const),
    ]);
}

function byPosition({ organizations, title }: PositionFilter): Condition<'position-organization' | 'position-title'> {
  return allOf<'position-organization' | 'position-title'>([
    ...ifAsked(organizations, oneOf('position-organization')),
    ...ifAsked(title, (text) => allOf(titleWords(text).map((word) => has('position-title', word)))),
  ]);
}

/** A name without a letter or digit sets no condition. */
function byName(name: string): Condition<never> {
  const folded = words(name).map((word) => word.folded);
  return folded.length === 0 ? EVERYTHING : { test: 'NAMED', words: folded };
}

/** The words of a title, in the form that its terms and a filter use. */
export function titleWords(title: string): string[] {
  return words(title).map(({ folded }) => folded);
}

/** The things on a timeline: those that pass the filters of their type and each of these dates. */
export function toTimelineCondition(
  type: 'Event' | 'Statement',
  filters: readonly Filters['Event' | 'Statement'][],
  dates: readonly DateFilter[],
): Condition {
  return allOf([toCondition<'Event' | 'Statement'>(type, filters), ...dates.map(byDates('TIMELINE'))]);
}
