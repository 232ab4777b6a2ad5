/**
 * Filters and facets: what the lists of each type can be narrowed by and counted by.
 *
 * Each table says by name what decides a filter: lists of things that share a term, dates, names. Everything else
 * follows from its type: what a filter looks like (`Filters`), which terms the index must have (`engine/terms.ts`) and
 * which inputs the GraphQL schema must describe. A name that only one of them has does not compile.
 */
import { words } from './fold.ts';
import { type Days, daysOf } from './fuzzy-date.ts';
import type {
  Certainty,
  DateBounds,
  Entity,
  EntityType,
  Event,
  EventKind,
  FuzzyDate,
  ParticipantRole,
  PlaceKind,
  Report,
  Slug,
  Statement,
  StatementKind,
  Voice,
} from './model.ts';

/** A filter as a tree of tests that the index can decide. `Family` says what kinds of terms are among them. */
export type Condition<Family extends string = string> =
  | { readonly test: 'ALL' | 'ANY'; readonly of: readonly Condition<Family>[] }
  | { readonly test: 'NOT'; readonly of: Condition<Family> }
  /** Has this term, such as `speaker=ann-lee`. */
  | { readonly test: 'TERM'; readonly family: Family; readonly value: string }
  | { readonly test: 'WITHIN' | 'OVERLAPS'; readonly days: Days }
  /** Each of these folded words begins a word of one of its names. */
  | { readonly test: 'NAMED'; readonly words: readonly string[] };

/** Both ask about the days a fuzzy date can stand for. A thing without a date matches neither. */
export interface DateFilter {
  /** Certainly: every day it can stand for lies in the range. */
  readonly within?: DateBounds;
  /** Possibly: at least one does. */
  readonly overlaps?: DateBounds;
}

/** A position held: in this organization, or with each of these words in its title. One of the two. */
export interface PositionFilter {
  readonly organization?: Slug;
  readonly title?: string;
}

/** Who asserts it: anybody in this voice, or a statement of this agent. One of the two. */
export interface AsserterFilter {
  readonly voice?: Voice;
  readonly speaker?: Slug;
}

/** What events and statements are both filtered by. */
const REPORTED_FILTERS = {
  date: byDates,
  /** For an event a participant, for a statement a speaker, is said to hold it. */
  position: byPosition,
  /** There or about there, or at a place contained in it, in any report. */
  place: (place: Slug) => has('place', place),
  article: (article: Slug) => has('article', article),
  language: byLanguage,
  /** Who says a statement; for an event, a statement of whom it is attributed to or carried over from. */
  speaker: (agent: Slug) => has('speaker', agent),
  /** At least one report has this voice. */
  voice: (voice: Voice) => has('voice', voice),
  /** At least one report that affirms it is asserted so. */
  assertedBy: ({ voice, speaker }: AsserterFilter) =>
    allOf([
      ...ifAsked(voice, (value) => has('asserted-voice', value)),
      ...ifAsked(speaker, (agent) => has('asserted-speaker', agent)),
    ]),
  certainties: (certainties: readonly Certainty[]) => hasOneOf('certainty', certainties),
  /** Whether reports of an event contradict each other, or another statement denies a statement. */
  disputed: (is: boolean) => (is ? has('disputed', 'true') : not(has('disputed', 'true'))),
};

const AGENT_FILTERS = {
  name: byName,
  article: (article: Slug) => has('article', article),
  event: (event: Slug) => has('event', event),
  /** Of persons only: nobody else holds one. */
  position: byPosition,
};

/** For each type, what its list can be filtered by, and what then has to hold. */
export const FILTERS = {
  Article: {
    published: byDates,
    language: byLanguage,
    publisher: (organization: Slug) => has('publisher', organization),
    author: (person: Slug) => has('author', person),
    /** Naming this agent or place, or reporting this event or statement. */
    mentions: (thing: Slug) => has('mentions', thing),
    /** Carrying a statement of this agent. */
    speaker: (agent: Slug) => has('speaker', agent),
    place: (place: Slug) => has('place', place),
  },
  Event: {
    ...REPORTED_FILTERS,
    /** This agent takes part, in this role where one is given, in any report. */
    agent: ({ slug, role }: { readonly slug: Slug; readonly role?: ParticipantRole }) =>
      role === undefined ? has('agent', slug) : has('agent-role', `${slug} ${role}`),
    kinds: (kinds: readonly EventKind[]) => hasOneOf('kind', kinds),
    partOf: (event: Slug) => has('part-of', event),
  },
  Statement: {
    ...REPORTED_FILTERS,
    addressee: (agent: Slug) => has('addressee', agent),
    /** This agent speaks, is spoken to, or is what it is about. */
    agent: (agent: Slug) => has('agent', agent),
    /** About this event, agent or place, or the one that an attributed event report names. */
    about: (subject: Slug) => has('about', subject),
    kinds: (kinds: readonly StatementKind[]) => hasOneOf('kind', kinds),
  },
  Person: AGENT_FILTERS,
  Organization: AGENT_FILTERS,
  Group: AGENT_FILTERS,
  Place: {
    name: byName,
    article: (article: Slug) => has('article', article),
    event: (event: Slug) => has('event', event),
    kinds: (kinds: readonly PlaceKind[]) => hasOneOf('kind', kinds),
    containedIn: (place: Slug) => has('contained-in', place),
  },
} satisfies { readonly [T in EntityType]: { readonly [name: string]: (value: never) => Condition } };

/** What the things of a list can be counted by, and the terms that are counted. */
export const FACETS = {
  Article: {
    SPEAKER: 'speaker',
    AGENT: 'agent',
    PLACE: 'place',
    MONTH: 'month',
    LANGUAGE: 'language',
    PUBLISHER: 'publisher',
  },
  Event: {
    SPEAKER: 'speaker',
    AGENT: 'agent',
    PLACE: 'place',
    KIND: 'kind',
    MONTH: 'month',
    ARTICLE: 'article',
    VOICE: 'voice',
    LANGUAGE: 'language',
  },
  Statement: {
    SPEAKER: 'speaker',
    AGENT: 'agent',
    PLACE: 'place',
    KIND: 'kind',
    MONTH: 'month',
    ARTICLE: 'article',
    VOICE: 'voice',
    LANGUAGE: 'language',
  },
} as const satisfies { readonly [T in EntityType]?: { readonly [dimension: string]: string } };

export type FacetedType = keyof typeof FACETS;
type KeysOfEach<T> = T extends unknown ? keyof T : never;
export type FacetDimension = KeysOfEach<(typeof FACETS)[FacetedType]>;

export function isFaceted(type: EntityType): type is FacetedType {
  return type in FACETS;
}

export function dimensionsOf(type: FacetedType): readonly FacetDimension[] {
  return Object.keys(FACETS[type]) as FacetDimension[];
}

/** What a search can be filtered by; all things found are held to it as far as their type can have what it asks for. */
export const SEARCH_FILTERS = {
  date: (dates: DateFilter, type: EntityType) =>
    type === 'Article' || type === 'Event' || type === 'Statement' || asksNothing(dates) ? byDates(dates) : NOTHING,
  language: (tag: string, type: EntityType) => (isNamed(type) ? NOTHING : byLanguage(tag)),
  speaker: (agent: Slug, type: EntityType) => (isNamed(type) ? NOTHING : has('speaker', agent)),
  place: (place: Slug, type: EntityType) =>
    type === 'Place' ? has('contained-in', place) : isNamed(type) ? NOTHING : has('place', place),
  statementKinds: (kinds: readonly StatementKind[], type: EntityType, { eventKinds }: KindsOfBoth) =>
    type === 'Statement' ? hasOneOf('kind', kinds) : type === 'Event' && eventKinds ? EVERYTHING : NOTHING,
  eventKinds: (kinds: readonly EventKind[], type: EntityType, { statementKinds }: KindsOfBoth) =>
    type === 'Event' ? hasOneOf('kind', kinds) : type === 'Statement' && statementKinds ? EVERYTHING : NOTHING,
  voice: (voice: Voice, type: EntityType) => (type === 'Event' || type === 'Statement' ? has('voice', voice) : NOTHING),
};

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
  | (T extends FacetedType ? (typeof FACETS)[T][keyof (typeof FACETS)[T]] : never);

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

function hasOneOf<const Family extends string>(family: Family, values: readonly string[]): Condition<Family> {
  return anyOf(values.map((value) => has(family, value)));
}

function byLanguage(tag: string): Condition<'language'> {
  return has('language', tag.toLowerCase());
}

function byDates({ within, overlaps }: DateFilter): Condition<never> {
  return allOf<never>([
    ...ifAsked(within, (bounds) => ({ test: 'WITHIN', days: daysOf(bounds) }) as const),
    ...ifAsked(overlaps, (bounds) => ({ test: 'OVERLAPS', days: daysOf(bounds) }) as const),
  ]);
}

function asksNothing({ within, overlaps }: DateFilter): boolean {
  return within === undefined && overlaps === undefined;
}

function byPosition({ organization, title }: PositionFilter): Condition<'position-organization' | 'position-title'> {
  return allOf<'position-organization' | 'position-title'>([
    ...ifAsked(organization, (slug) => has('position-organization', slug)),
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

/**
 * The dates by which a thing is found: the one that all its reports agree on, or each that an affirming report gives;
 * none for what has no date at all.
 */
export function datesOf(entity: Entity): readonly FuzzyDate[] {
  switch (entity.type) {
    case 'Article':
      return entity.published === null ? [] : [entity.published];
    case 'Event':
    case 'Statement':
      return entity.date === null ? reportedDates(entity) : [entity.date];
    default:
      return [];
  }
}

function reportedDates({ reports }: Event | Statement): FuzzyDate[] {
  return reports.flatMap((report: Report) => (report.polarity === 'DENIED' ? [] : (report.date ?? [])));
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
  return { test: 'ANY', of };
}

function not<F extends string>(of: Condition<F>): Condition<F> {
  return of.test === 'NOT' ? of.of : { test: 'NOT', of };
}
