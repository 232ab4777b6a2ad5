/**
 * Filters and facets: what the lists of each type can be narrowed by and counted by.
 *
 * Each table says by name what decides a filter: lists of things that share a term, dates, names. Everything else
 * follows from its type: what a filter looks like (`Filters`), which terms the index must have (`engine/terms.ts`) and
 * which inputs the GraphQL schema must describe. A name that only one of them has does not compile.
 */
import { words } from './fold.ts';
import { type Days, daysOf, narrowestDate } from './fuzzy-date.ts';
import {
  type Article,
  type Certainty,
  type DateBounds,
  ENTITY_TYPES,
  type Entities,
  type EntityType,
  type Event,
  type EventKind,
  type EventReport,
  type FuzzyDate,
  type ParticipantRole,
  type PlaceKind,
  type Quote,
  type Slug,
  type Statement,
  type StatementKind,
  type Voice,
} from './model.ts';

/** A filter as a tree of tests that the index can decide. `Family` says what kinds of terms are among them. */
export type Condition<Family extends string = string> =
  | { readonly test: 'ALL' | 'ANY'; readonly of: readonly Condition<Family>[] }
  | { readonly test: 'NOT'; readonly of: Condition<Family> }
  /** Has this term, such as `speaker=ann-lee`. */
  | { readonly test: 'TERM'; readonly family: Family; readonly value: string }
  | { readonly test: 'WITHIN' | 'OVERLAPS'; readonly dates: DateKind; readonly days: Days }
  /** Each of these folded words begins a word of one of its names. */
  | { readonly test: 'NAMED'; readonly words: readonly string[] };

/**
 * Which of its dates a thing is found by: when it happened or was said, when it was published, or when it stands on a
 * timeline, which for a statement is the first of the two that is known.
 */
export type DateKind = 'DATE' | 'PUBLISHED' | 'TIMELINE';

/** Both ask about the days a fuzzy date can stand for. A thing without a date matches neither. */
export interface DateFilter {
  /** Certainly: every day it can stand for lies in the range. */
  readonly within?: DateBounds;
  /** Possibly: at least one does. */
  readonly overlaps?: DateBounds;
}

/** A position held: in one of these organizations, or with each of these words in its title. One of the two. */
export interface PositionFilter {
  readonly organizations?: readonly Slug[];
  readonly title?: string;
}

/** Who affirms it: anybody in one of these voices, or a statement of one of these agents. One of the two. */
export interface AffirmedByFilter {
  readonly voices?: readonly Voice[];
  readonly speakers?: readonly Slug[];
}

/** One of these agents takes part, in one of these roles: both of one participation. */
export interface ParticipantFilter {
  readonly agents?: readonly Slug[];
  readonly roles?: readonly ParticipantRole[];
}

/** Passes what has one of the values; of an empty list, nothing. */
function oneOf<const Family extends string>(family: Family) {
  return (values: readonly string[]) => anyOf(values.map((value) => has(family, value)));
}

/** What events and statements are both filtered by. */
const EVENT_AND_STATEMENT_FILTERS = {
  date: byDates('DATE'),
  /** For an event a participant, for a statement a speaker, is said to hold it. */
  position: byPosition,
  /** There or about there, or at a place contained in one of them, by any article. */
  places: oneOf('place'),
  articles: oneOf('article'),
  languages: byLanguages,
  /** Who says a statement; for an event, a statement of whom it is attributed to or carried over from. */
  speakers: oneOf('speaker'),
  /** Attributed to, or carried over from, one of these statements, by any article. */
  attributedTo: oneOf('attributed-to'),
  /** At least one article tells it in one of these voices. */
  voices: (voices: readonly Voice[]) => oneOf('voice')(voices),
  affirmedBy: ({ voices, speakers }: AffirmedByFilter) =>
    allOf([...ifAsked(voices, oneOf('affirmed-voice')), ...ifAsked(speakers, oneOf('affirmed-speaker'))]),
  certainties: (certainties: readonly Certainty[]) => oneOf('certainty')(certainties),
};

const AGENT_FILTERS = {
  name: byName,
  articles: oneOf('article'),
  events: oneOf('event'),
  /** Of persons only: nobody else holds one. */
  position: byPosition,
};

/** For each type, what its list can be filtered by, and what then has to hold. A list asks for any of its values. */
export const FILTERS = {
  Article: {
    published: byDates('PUBLISHED'),
    languages: byLanguages,
    publishers: oneOf('publisher'),
    authors: oneOf('author'),
    /** Naming one of these agents or places, or telling of one of these events or statements. */
    mentions: oneOf('mentions'),
    /** Carrying a statement of one of these agents. */
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
    /** One of these agents speaks, is spoken to, or is what it is about. */
    involves: oneOf('involved'),
    /** About one of these events, agents or places, or telling of one of these events. */
    about: oneOf('about'),
    kinds: (kinds: readonly StatementKind[]) => oneOf('kind')(kinds),
    /** Whether another statement denies it. */
    isDenied: (is: boolean) => isOrIsNot('denied', is),
    /** Whether a statement that denies it was made certainly later. */
    deniedLater: (is: boolean) => isOrIsNot('denied-later', is),
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

/**
 * What the things of a list can be counted by: the terms that are counted, and the filter of the list that asks for one
 * of the values, which is the dimension's own.
 */
export const FACETS = {
  Article: {
    SPEAKER: { family: 'speaker', filter: 'speakers' },
    MENTIONED: { family: 'mentioned', filter: 'mentions' },
    PLACE: { family: 'place', filter: 'places' },
    PUBLISHED_MONTH: { family: 'published-month', filter: 'published' },
    PUBLISHED_YEAR: { family: 'published-year', filter: 'published' },
    LANGUAGE: { family: 'language', filter: 'languages' },
    PUBLISHER: { family: 'publisher', filter: 'publishers' },
  },
  Event: {
    SPEAKER: { family: 'speaker', filter: 'speakers' },
    PARTICIPANT: { family: 'participant', filter: 'participant' },
    PLACE: { family: 'place', filter: 'places' },
    KIND: { family: 'kind', filter: 'kinds' },
    MONTH: { family: 'month', filter: 'date' },
    YEAR: { family: 'year', filter: 'date' },
    ARTICLE: { family: 'article', filter: 'articles' },
    VOICE: { family: 'voice', filter: 'voices' },
    LANGUAGE: { family: 'language', filter: 'languages' },
  },
  Statement: {
    SPEAKER: { family: 'speaker', filter: 'speakers' },
    INVOLVED: { family: 'involved', filter: 'involves' },
    PLACE: { family: 'place', filter: 'places' },
    KIND: { family: 'kind', filter: 'kinds' },
    MONTH: { family: 'month', filter: 'date' },
    YEAR: { family: 'year', filter: 'date' },
    PUBLISHED_MONTH: { family: 'published-month', filter: 'published' },
    PUBLISHED_YEAR: { family: 'published-year', filter: 'published' },
    ARTICLE: { family: 'article', filter: 'articles' },
    VOICE: { family: 'voice', filter: 'voices' },
    LANGUAGE: { family: 'language', filter: 'languages' },
  },
} as const satisfies {
  readonly [T in 'Article' | 'Event' | 'Statement']: {
    readonly [dimension: string]: Dimension<keyof (typeof FILTERS)[T]>;
  };
};

interface Dimension<Name = string> {
  readonly family: string;
  readonly filter: Name;
}

export type FacetedType = keyof typeof FACETS;
type KeysOfEach<T> = T extends unknown ? keyof T : never;
export type FacetDimension = KeysOfEach<(typeof FACETS)[FacetedType]> | SearchDimension;

export function isFaceted(type: EntityType): type is FacetedType {
  return type in FACETS;
}

export function dimensionsOf(type: FacetedType): readonly FacetDimension[] {
  return Object.keys(FACETS[type]) as FacetDimension[];
}

/** Null where things of the type are not counted by it. */
export function dimensionOf(type: FacetedType, dimension: FacetDimension): Dimension | null {
  const dimensions: { readonly [name: string]: Dimension } = FACETS[type];
  return dimensions[dimension] ?? null;
}

/** The filter without what it asks for by a dimension itself, so that its other values are counted too. */
export function withoutOwn<T extends FacetedType>(type: T, filter: Filters[T], dimension: FacetDimension): Filters[T] {
  const own = dimensionOf(type, dimension)?.filter;
  return Object.fromEntries(Object.entries(filter).filter(([name]) => name !== own)) as Filters[T];
}

/** What a search can be filtered by; all things found are held to it as far as their type can have what it asks for. */
export const SEARCH_FILTERS = {
  date: (dates: DateFilter, type: EntityType) =>
    type === 'Event' || type === 'Statement' || asksNothing(dates) ? byDates('DATE')(dates) : NOTHING,
  published: (dates: DateFilter, type: EntityType) =>
    type === 'Article' || type === 'Statement' || asksNothing(dates) ? byDates('PUBLISHED')(dates) : NOTHING,
  languages: (tags: readonly string[], type: EntityType) => (isNamed(type) ? NOTHING : byLanguages(tags)),
  speakers: (agents: readonly Slug[], type: EntityType) => (isNamed(type) ? NOTHING : oneOf('speaker')(agents)),
  places: (places: readonly Slug[], type: EntityType) =>
    type === 'Place' ? oneOf('contained-in')(places) : isNamed(type) ? NOTHING : oneOf('place')(places),
  statementKinds: (kinds: readonly StatementKind[], type: EntityType, { eventKinds }: KindsOfBoth) =>
    type === 'Statement' ? oneOf('kind')(kinds) : type === 'Event' && eventKinds ? EVERYTHING : NOTHING,
  eventKinds: (kinds: readonly EventKind[], type: EntityType, { statementKinds }: KindsOfBoth) =>
    type === 'Event' ? oneOf('kind')(kinds) : type === 'Statement' && statementKinds ? EVERYTHING : NOTHING,
  voices: (voices: readonly Voice[], type: EntityType) =>
    type === 'Event' || type === 'Statement' ? oneOf('voice')(voices) : NOTHING,
};

/**
 * What everything that is found can be counted by: the things of the types that have it, or their type. For each what a
 * search asks for by it: its own filters, or the argument `types`.
 */
export const SEARCH_FACETS = {
  TYPE: ['types'],
  SPEAKER: ['speakers'],
  PLACE: ['places'],
  KIND: ['statementKinds', 'eventKinds'],
  MONTH: ['date'],
  YEAR: ['date'],
  PUBLISHED_MONTH: ['published'],
  PUBLISHED_YEAR: ['published'],
  VOICE: ['voices'],
  LANGUAGE: ['languages'],
} as const satisfies { readonly [dimension: string]: readonly ('types' | keyof typeof SEARCH_FILTERS)[] };

export type SearchDimension = keyof typeof SEARCH_FACETS;

export const SEARCH_DIMENSIONS = Object.keys(SEARCH_FACETS) as SearchDimension[];

export function isOfSearch(dimension: FacetDimension): dimension is SearchDimension {
  return dimension in SEARCH_FACETS;
}

/** Like `withoutOwn`, for a search and its types. */
export function searchWithoutOwn(asked: AskedOfSearch, dimension: SearchDimension): AskedOfSearch {
  const own: readonly string[] = SEARCH_FACETS[dimension];
  return {
    types: own.includes('types') ? ENTITY_TYPES : asked.types,
    filter: Object.fromEntries(Object.entries(asked.filter).filter(([name]) => !own.includes(name))),
  };
}

interface AskedOfSearch {
  readonly types: readonly EntityType[];
  readonly filter: SearchFilter;
}

/** Kinds of events narrow the events only where kinds of statements are asked for as well. */
interface KindsOfBoth {
  readonly statementKinds?: readonly StatementKind[];
  readonly eventKinds?: readonly EventKind[];
}

/** What a table lets one ask. A missing field asks for nothing; those that are there must all hold. */
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

/** A filter's own fields, and other filters that it is joined with. */
export type Filter<T extends EntityType> = AskedOf<(typeof FILTERS)[T]> & Combined<Filter<T>>;

/** Each entity type and what its list can be filtered by. */
export type Filters = { readonly [T in EntityType]: Filter<T> };

export type SearchFilter = AskedOf<typeof SEARCH_FILTERS>;

type FamiliesIn<Table> = {
  [Name in keyof Table]: Table[Name] extends (value: never) => Condition<infer Family> ? Family : never;
}[keyof Table];

/** The families of terms that a type is filtered and counted by: what the index must have of each of its things. */
export type Family<T extends EntityType> =
  | FamiliesIn<(typeof FILTERS)[T]>
  | (T extends FacetedType ? FamilyOf<(typeof FACETS)[T][keyof (typeof FACETS)[T]]> : never);

type FamilyOf<D> = D extends { readonly family: infer Family } ? Family : never;

/** What the filters of a list ask for together. */
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

/** What a search's filter asks of things of this type. What a type cannot have, it does not have: no place has a language. */
export function toSearchCondition(type: EntityType, filter: SearchFilter): Condition {
  return allOf(eachAsked(SEARCH_FILTERS, filter, type));
}

type Test = (value: unknown, type: EntityType, filter: object) => Condition;

function eachAsked(table: object, filter: object, type: EntityType): Condition[] {
  return Object.entries(filter).flatMap(([name, value]) => {
    if (value === undefined) return [];
    // That each value is what its test takes is the meaning of `AskedOf`.
    const test = (table as Readonly<Record<string, Test>>)[name];
    if (test === undefined) throw new Error(`Nothing says what a filter "${name}" asks for.`);
    return [test(value, type, filter)];
  });
}

/** Absent asks for nothing. */
function ifAsked<T, C extends Condition>(value: T | undefined, make: (value: T) => C): C[] {
  return value === undefined ? [] : [make(value)];
}

function has<const Family extends string>(family: Family, value: string): Condition<Family> {
  return { test: 'TERM', family, value };
}

function isOrIsNot<const Family extends string>(family: Family, is: boolean): Condition<Family> {
  return is ? has(family, 'true') : not(has(family, 'true'));
}

function byLanguages(tags: readonly string[]): Condition<'language'> {
  return oneOf('language')(tags.map((tag) => tag.toLowerCase()));
}

function byParticipant({ agents, roles }: ParticipantFilter): Condition<'participant' | 'role' | 'participant-role'> {
  if (agents === undefined) return roles === undefined ? EVERYTHING : oneOf('role')(roles);
  if (roles === undefined) return oneOf('participant')(agents);
  return oneOf('participant-role')(agents.flatMap((agent) => roles.map((role) => `${agent} ${role}`)));
}

function byDates(dates: DateKind) {
  return ({ within, overlaps }: DateFilter): Condition<never> =>
    allOf<never>([
      ...ifAsked(within, (bounds) => ({ test: 'WITHIN', dates, days: daysOf(bounds) }) as const),
      ...ifAsked(overlaps, (bounds) => ({ test: 'OVERLAPS', dates, days: daysOf(bounds) }) as const),
    ]);
}

function asksNothing({ within, overlaps }: DateFilter): boolean {
  return within === undefined && overlaps === undefined;
}

function byPosition({ organizations, title }: PositionFilter): Condition<'position-organization' | 'position-title'> {
  return allOf<'position-organization' | 'position-title'>([
    ...ifAsked(organizations, oneOf('position-organization')),
    ...ifAsked(title, (text) => allOf(titleWords(text).map((word) => has('position-title', word)))),
  ]);
}

/** A name without a letter or digit asks for nothing. */
function byName(name: string): Condition<never> {
  const folded = words(name).map((word) => word.folded);
  return folded.length === 0 ? EVERYTHING : { test: 'NAMED', words: folded };
}

/** The words of a title, as its terms have them and as a filter has to ask for them. */
export function titleWords(title: string): string[] {
  return words(title).map(({ folded }) => folded);
}

/** The kinds of dates that each type is found by, each with the dates that a thing has of it. */
export const DATES = {
  Article: { PUBLISHED: publishedOf },
  Event: { DATE: datesOf, TIMELINE: datesOf },
  Statement: { DATE: datesOf, PUBLISHED: publishedOf, TIMELINE: timelineDatesOf },
} as const satisfies {
  readonly [T in FacetedType]: { readonly [K in DateKind]?: (entity: Entities[T]) => readonly FuzzyDate[] };
};

/**
 * When it happened or was said: its plain date; where it has none, since it is only attributed, the one on which all
 * reports agree; else each that an affirming report gives. None where no report gives one.
 */
export function datesOf(entity: Event | Statement): readonly FuzzyDate[] {
  return entity.date === null ? assertedDates(entity) : [entity.date];
}

function publishedOf({ published }: Article | Statement): readonly FuzzyDate[] {
  return published === null ? [] : [published];
}

/** Where it stands on a timeline: of what nobody says when it was said, when it was published. */
export function timelineDatesOf(entity: Event | Statement): readonly FuzzyDate[] {
  const dates = datesOf(entity);
  return dates.length > 0 || entity.type === 'Event' ? dates : publishedOf(entity);
}

/** What stands on a timeline: what passes the filters of its type, and each of these dates. */
export function toTimelineCondition(
  type: 'Event' | 'Statement',
  filters: readonly Filters['Event' | 'Statement'][],
  dates: readonly DateFilter[],
): Condition {
  return allOf([toCondition<'Event' | 'Statement'>(type, filters), ...dates.map(byDates('TIMELINE'))]);
}

/** The one date by which it stands among others; null where it has none, or several that contradict each other. */
export function timelineDateOf(entity: Event | Statement): FuzzyDate | null {
  const [date, ...others] = timelineDatesOf(entity);
  return date === undefined || others.length > 0 ? null : date;
}

function assertedDates(entity: Event | Statement): readonly FuzzyDate[] {
  const dates = tellingsOf(entity).flatMap(({ date }) => date ?? []);
  const agreed = narrowestDate(dates);
  return agreed === null ? dates : [agreed];
}

/** What the articles say of it that does not deny that it was: of a statement everything, since a denial is said too. */
export function tellingsOf(entity: Event | Statement): readonly (EventReport | Quote)[] {
  return entity.type === 'Event' ? entity.reports.filter(({ polarity }) => polarity === 'AFFIRMED') : entity.quotes;
}

function isNamed(type: EntityType): boolean {
  return type !== 'Article' && type !== 'Event' && type !== 'Statement';
}

const EVERYTHING: Condition<never> = { test: 'ALL', of: [] };
const NOTHING: Condition<never> = { test: 'ANY', of: [] };

function allOf<F extends string>(of: readonly Condition<F>[]): Condition<F> {
  return of.length === 1 && of[0] !== undefined ? of[0] : { test: 'ALL', of };
}

function anyOf<F extends string>(of: readonly Condition<F>[]): Condition<F> {
  return of.length === 1 && of[0] !== undefined ? of[0] : { test: 'ANY', of };
}

function not<F extends string>(of: Condition<F>): Condition<F> {
  return of.test === 'NOT' ? of.of : { test: 'NOT', of };
}
