/** What the terms of one thing need to know about others: gathered once for a corpus. */
import { timelineDatesOf } from '../date-of.ts';
import { titleWords } from '../filter.ts';
import { daysOf } from '../fuzzy-date.ts';
import type {
  Article,
  Corpus,
  Dossier,
  Event,
  FuzzyDate,
  Place,
  Polarity,
  Position,
  Slug,
  Statement,
} from '../model.ts';

export function isAffirmed({ polarity }: { readonly polarity: Polarity }): boolean {
  return polarity === 'AFFIRMED';
}

/** Whether every day of these dates comes after every day of those. Without dates nothing is certain. */
function isAfter(dates: readonly FuzzyDate[], others: readonly FuzzyDate[]): boolean {
  if (dates.length === 0 || others.length === 0) return false;
  const first = Math.min(...dates.map((date) => daysOf(date).from));
  return others.every((other) => daysOf(other).to < first);
}

/** The organizations in which somebody holds a position, and the words of all titles. */
export interface Positions {
  readonly organizations: ReadonlySet<Slug>;
  readonly titles: ReadonlySet<string>;
}

/** Gathered once for each agent: well-known ones are in many articles, which each give a position. */
function openPositions(dossierOf: Context['dossierOf']): Context['positionsOf'] {
  const known = new Map<Slug, Positions>();
  return (agent) => {
    const positions = known.get(agent) ?? toPositions(dossierOf(agent)?.positions ?? []);
    known.set(agent, positions);
    return positions;
  };
}

/** The organizations and titles of all positions that somebody is said to hold or have held. */
export function toPositions(positions: readonly Position[]): Positions {
  const held = positions.filter(isAffirmed);
  return {
    organizations: new Set(held.flatMap(({ organization }) => organization ?? [])),
    titles: new Set([...new Set(held.map(({ title }) => title))].flatMap(titleWords)),
  };
}

/** What the terms of one thing need to know about others. */
export interface Context {
  readonly textOf: (article: Slug) => Corpus['texts'][number] | undefined;
  readonly dossierOf: (slug: Slug) => Dossier | undefined;
  readonly positionsOf: (agent: Slug) => Positions;
  readonly languageOf: (article: Slug) => string | undefined;
  /** The place itself, then the places that contain it, outwards. */
  readonly containersOf: (place: Slug) => readonly Slug[];
  readonly speakersOf: (statement: Slug) => readonly Slug[];
  /** The events whose reports are attributed to the statement. */
  readonly eventsFrom: (statement: Slug) => readonly Slug[];
  /** Whether a statement was certainly made later than another one. */
  readonly isLater: (statement: Slug, other: Statement) => boolean;
  /** The events that an agent takes part in, or that a report places there. */
  readonly eventsWith: (agentOrPlace: Slug) => readonly Slug[];
  /** For a place: it and the places that contain it. For an event: the same for the places where reports put it. */
  readonly placesAround: (slug: Slug) => readonly Slug[];
}

export function openContext({ entities, texts, dossiers }: Corpus): Context {
  const dossierOf = lookUp(dossiers, ({ of }) => of);
  return contextOver({
    textOf: lookUp(texts, ({ of }) => of),
    dossierOf,
    positionsOf: openPositions(dossierOf),
    articleOf: lookUp(entities.Article, ({ slug }) => slug),
    statementOf: lookUp(entities.Statement, ({ slug }) => slug),
    eventOf: lookUp(entities.Event, ({ slug }) => slug),
    containersOf: openContainers(entities.Place),
    eventsFrom: invert(entities.Event, statementsBehind),
    eventsWith: invert(entities.Event, agentsAndPlacesOf),
  });
}

function lookUp<T>(records: readonly T[], slugOf: (record: T) => Slug): (slug: Slug) => T | undefined {
  const bySlug = new Map(records.map((record) => [slugOf(record), record]));
  return (slug) => bySlug.get(slug);
}

/** The statements that reports of the event are attributed to. */
export function statementsBehind({ reports }: Event): readonly (Slug | null)[] {
  return reports.map(({ attributedTo }) => attributedTo);
}

/** Who takes part in the event, and where any report puts it. */
export function agentsAndPlacesOf(event: Event): readonly Slug[] {
  const participants = event.reports.flatMap((report) => report.participants).filter(isAffirmed);
  return [...participants.map(({ agent }) => agent), ...placesOf(event)];
}

function placesOf(event: Event | undefined): readonly Slug[] {
  return (event?.reports ?? []).filter(isAffirmed).flatMap(({ places }) => places);
}

/** The records of a corpus, or of what it was on some day. */
export interface Records
  extends Pick<Context, 'textOf' | 'dossierOf' | 'positionsOf' | 'containersOf' | 'eventsFrom' | 'eventsWith'> {
  readonly articleOf: (slug: Slug) => Article | undefined;
  readonly statementOf: (slug: Slug) => Statement | undefined;
  readonly eventOf: (slug: Slug) => Event | undefined;
}

export function contextOver(records: Records): Context {
  const { articleOf, statementOf, eventOf, containersOf } = records;
  return {
    ...records,
    languageOf: (slug) => articleOf(slug)?.language.toLowerCase(),
    speakersOf: (slug) =>
      (statementOf(slug)?.quotes ?? []).flatMap(({ speakers }) => speakers.map(({ agent }) => agent)),
    isLater: (slug, other) => {
      const later = statementOf(slug);
      return later !== undefined && isAfter(timelineDatesOf(later), timelineDatesOf(other));
    },
    placesAround(slug) {
      const event = eventOf(slug);
      return event === undefined ? containersOf(slug) : placesOf(event).flatMap(containersOf);
    },
  };
}

/** Empty for anything but a place. The compiler refuses circles of `containedIn`, so the loop ends. */
export function openContainers(places: readonly Place[]): Context['containersOf'] {
  const bySlug = new Map(places.map((place) => [place.slug, place]));
  return (slug) => {
    const chain: Slug[] = [];
    for (let at = bySlug.get(slug); at !== undefined; at = bySlug.get(at.containedIn ?? '')) chain.push(at.slug);
    return chain;
  };
}

function invert(
  events: readonly Event[],
  keysOf: (event: Event) => readonly (Slug | null)[],
): (key: Slug) => readonly Slug[] {
  const lists = new Map<Slug, Slug[]>();
  for (const event of events) {
    for (const key of new Set(keysOf(event))) {
      if (key === null) continue;
      const list = lists.get(key);
      if (list === undefined) lists.set(key, [event.slug]);
      else list.push(event.slug);
    }
  }
  return (key) => lists.get(key) ?? [];
}
