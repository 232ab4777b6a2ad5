/**
 * Terms: what each thing of the corpus is found and counted by, as pairs of a family and a value (`speaker=ann-lee`).
 *
 * This is the meaning of every filter and facet but those by date and by name. Each type has the families that its
 * filters and facets ask for, none more and none less: `data/filter.ts`.
 */

import { comparableUrl } from '../comparable-url.ts';
import { datesOf, type Family, tellingsOf, timelineDatesOf, titleWords } from '../filter.ts';
import { AFTER_ALL, BEFORE_ALL, daysOf } from '../fuzzy-date.ts';
import {
  AGENT_TYPES,
  type Agent,
  type Article,
  type Corpus,
  type Dossier,
  type Entities,
  type EntityType,
  type Event,
  type FuzzyDate,
  isHedged,
  type Kinship,
  type Layer,
  type LifeDate,
  type Place,
  type Polarity,
  type Position,
  type Slug,
  type Statement,
} from '../model.ts';

/** The name of the list of all things of a type that have this term. */
export function listName(type: EntityType, family: string, value: string): string {
  return `list/${type}/${family}=${value}`;
}

/** The values that a thing has in each family, each once. */
export type Terms = ReadonlyMap<string, ReadonlySet<string>>;

/** As they are gathered: with repetitions, and null or undefined for what is not known. */
type Gathered<F extends string> = { readonly [Name in F]: readonly (string | null | undefined)[] };

/** `fact`: the articles that say more of a person than the name. No filter asks for it; `Store.assertions` does. */
type AgentFamily = Family<Agent['type']> | 'fact';

/** `url`: where the original of an article is. No filter asks for it; `Store.articleAt` does. */
type ArticleFamily = Family<'Article'> | 'url';

/** A function that gives the terms of any thing of the corpus. */
export function openTerms(corpus: Corpus): <T extends EntityType>(type: T, entity: Entities[T]) => Terms {
  const context = openContext(corpus);
  const ofAgent = (agent: Agent) => gatherAgent(agent, context);
  const gather: { readonly [T in EntityType]: (entity: Entities[T]) => Gathered<Family<T>> } = {
    Article: (article) => gatherArticle(article, context),
    Event: (event) => gatherEvent(event, context),
    Statement: (statement) => gatherStatement(statement, context),
    Person: ofAgent,
    Organization: ofAgent,
    Group: ofAgent,
    Place: (place) => gatherPlace(place, context),
  };
  return (type, entity) => {
    const gathered: Gathered<string> = gather[type](entity);
    const known = ([family, values]: readonly [string, Gathered<string>[string]]) =>
      [family, new Set(values.filter((value) => value != null))] as const;
    return new Map(Object.entries(gathered).map(known));
  };
}

/** What names an agent or place, or reports an event or statement; a fact may tell of somebody without a name. */
const NAMING: readonly Layer[] = ['AGENT', 'PLACE', 'EVENT', 'STATEMENT'];

function gatherArticle(article: Article, context: Context): Gathered<ArticleFamily> {
  const marks = (context.textOf(article.slug)?.marks ?? []).filter(({ layer }) => NAMING.includes(layer));
  const marked = (wanted: Layer) => marks.flatMap(({ layer, target }) => (layer === wanted ? [target.slug] : []));
  return {
    language: [article.language.toLowerCase()],
    publisher: [article.publisher],
    author: article.bylines.map(({ person }) => person),
    ...gatherPublished(article),
    url: [article.originalUrl === null ? null : comparableUrl(article.originalUrl)],
    mentions: marks.map(({ target }) => target.slug),
    mentioned: marked('AGENT'),
    place: marked('PLACE').flatMap(context.containersOf),
    speaker: marked('STATEMENT').flatMap(context.speakersOf),
  };
}

function gatherEvent(event: Event, context: Context): Gathered<Family<'Event'>> {
  const { reports } = event;
  const affirming = reports.filter(isAffirmed);
  const participants = reports.flatMap((report) => report.participants).filter(isAffirmed);
  return {
    kind: [event.kind],
    'part-of': [event.partOf],
    disagreed: [event.disagreements.length > 0 ? 'true' : null],
    participant: participants.map(({ agent }) => agent),
    role: participants.map(({ role }) => role),
    'participant-role': participants.map(({ agent, role }) => `${agent} ${role}`),
    // A denial says where nothing happened.
    place: affirming.flatMap(({ places }) => places).flatMap(context.containersOf),
    speaker: reports.flatMap(({ attributedTo }) => (attributedTo === null ? [] : context.speakersOf(attributedTo))),
    ...gatherPositions(participants, context),
    ...gatherReported(event, context),
  };
}

function gatherStatement(statement: Statement, context: Context): Gathered<Family<'Statement'>> {
  const { quotes, about } = statement;
  const subjects = [...about.map(({ slug }) => slug), ...context.eventsFrom(statement.slug)];
  const speakers = quotes.flatMap((quote) => quote.speakers);
  const addressees = quotes.flatMap((quote) => quote.addressees);
  const agents = about.filter(({ type }) => AGENT_TYPES.some((agent) => agent === type));
  return {
    kind: quotes.map(({ kind }) => kind),
    about: subjects,
    denied: [statement.deniedBy.length > 0 ? 'true' : null],
    'denied-later': [statement.deniedBy.some((denial) => context.isLater(denial, statement)) ? 'true' : null],
    ...gatherPublished(statement),
    involved: [...agents.map(({ slug }) => slug), ...[...speakers, ...addressees].map(({ agent }) => agent)],
    place: subjects.flatMap(context.placesAround),
    speaker: speakers.map(({ agent }) => agent),
    addressee: addressees.map(({ agent }) => agent),
    ...gatherPositions(speakers, context),
    ...gatherReported(statement, context),
  };
}

/** What events and statements have alike. */
function gatherReported(reported: Event | Statement, context: Context) {
  const reports = reported.type === 'Event' ? reported.reports : reported.quotes;
  const affirming = affirmingOf(reported);
  return {
    month: [monthOf(datesOf(reported))],
    year: [yearOf(datesOf(reported))],
    article: reports.map(({ article }) => article),
    language: reports.map(({ article }) => context.languageOf(article)),
    voice: reports.map(({ voice }) => voice),
    certainty: reports.map(({ certainty }) => certainty),
    'attributed-to': reports.map(({ attributedTo }) => attributedTo),
    'affirmed-voice': affirming.map(({ voice }) => voice),
    'affirmed-speaker': affirming.flatMap(({ voice, attributedTo }) =>
      voice === 'SPEAKER' && attributedTo !== null ? context.speakersOf(attributedTo) : [],
    ),
  };
}

/** What says that it is so. Who says that an event may have been does not; but a hedged statement was made as well. */
function affirmingOf(reported: Event | Statement) {
  const tellings = tellingsOf(reported);
  return reported.type === 'Event' ? tellings.filter((telling) => !isHedged(telling)) : tellings;
}

function gatherAgent(agent: Agent, context: Context): Gathered<AgentFamily> {
  const dossier = context.dossierOf(agent.slug);
  return {
    fact: (dossier === undefined ? [] : factsOf(dossier)).map(({ article }) => article),
    ...gatherNamed(agent.slug, context),
    ...gatherPositions([{ agent: agent.slug }], context),
  };
}

function gatherPlace(place: Place, context: Context): Gathered<Family<'Place'>> {
  return {
    kind: [place.kind],
    'contained-in': context.containersOf(place.slug).slice(1),
    ...gatherNamed(place.slug, context),
  };
}

function gatherNamed(slug: Slug, context: Context) {
  return {
    article: (context.dossierOf(slug)?.mentions ?? []).map(({ article }) => article),
    event: context.eventsWith(slug),
  };
}

function gatherPositions(holders: readonly { readonly agent: Slug }[], context: Context) {
  const held = holders.map(({ agent }) => context.positionsOf(agent));
  return {
    'position-organization': held.flatMap(({ organizations }) => [...organizations]),
    'position-title': held.flatMap(({ titles }) => [...titles]),
  };
}

function isAffirmed({ polarity }: { readonly polarity: Polarity }): boolean {
  return polarity === 'AFFIRMED';
}

/** Everything that articles say of a person beyond the name. */
export function factsOf({ positions, relatives, lifeDates }: Dossier): readonly (Position | Kinship | LifeDate)[] {
  return [...positions, ...relatives, ...lifeDates];
}

function gatherPublished({ published }: Article | Statement) {
  const dates = published === null ? [] : [published];
  return { 'published-month': [monthOf(dates)], 'published-year': [yearOf(dates)] };
}

function monthOf(dates: readonly FuzzyDate[]): string | null {
  const month = periodOf(dates, 100);
  return month === null ? null : `${padded(month / 100, 4)}-${padded(month % 100, 2)}`;
}

function yearOf(dates: readonly FuzzyDate[]): string | null {
  const year = periodOf(dates, 10_000);
  return year === null ? null : padded(year, 4);
}

/**
 * The period in which all these dates certainly lie, as the first digits of its days (20250627): `size` is 100 for a
 * month and 10,000 for a year. Null where there is none.
 */
function periodOf(dates: readonly FuzzyDate[], size: number): number | null {
  const days = dates.map(daysOf);
  const periods = new Set(days.flatMap(({ from, to }) => [Math.floor(from / size), Math.floor(to / size)]));
  const [period] = periods;
  const isOpen = days.some(({ from, to }) => from === BEFORE_ALL || to === AFTER_ALL);
  return period === undefined || periods.size > 1 || isOpen ? null : period;
}

/** Whether every day of these dates comes after every day of those. Nothing is certain of what has no date. */
function isAfter(dates: readonly FuzzyDate[], others: readonly FuzzyDate[]): boolean {
  if (dates.length === 0 || others.length === 0) return false;
  const first = Math.min(...dates.map((date) => daysOf(date).from));
  return others.every((other) => daysOf(other).to < first);
}

function padded(number: number, length: number): string {
  return String(Math.floor(number)).padStart(length, '0');
}

/** Where somebody holds a position, and the words of all titles. */
interface Positions {
  readonly organizations: ReadonlySet<Slug>;
  readonly titles: ReadonlySet<string>;
}

/** Gathered once for each agent: the well-known are in many articles, and hold a position in each. */
function openPositions(dossierOf: Context['dossierOf']): Context['positionsOf'] {
  const known = new Map<Slug, Positions>();
  return (agent) => {
    const positions = known.get(agent) ?? toPositions(dossierOf(agent)?.positions ?? []);
    known.set(agent, positions);
    return positions;
  };
}

function toPositions(positions: readonly Position[]): Positions {
  const held = positions.filter(isAffirmed);
  return {
    organizations: new Set(held.flatMap(({ organization }) => organization ?? [])),
    titles: new Set([...new Set(held.map(({ title }) => title))].flatMap(titleWords)),
  };
}

/** What the terms of one thing need to know of others. */
interface Context {
  readonly textOf: (article: Slug) => Corpus['texts'][number] | undefined;
  readonly dossierOf: (slug: Slug) => Dossier | undefined;
  readonly positionsOf: (agent: Slug) => Positions;
  readonly languageOf: (article: Slug) => string | undefined;
  /** The place itself, then what it lies in, outwards. */
  readonly containersOf: (place: Slug) => readonly Slug[];
  readonly speakersOf: (statement: Slug) => readonly Slug[];
  /** The events whose reports are attributed to the statement. */
  readonly eventsFrom: (statement: Slug) => readonly Slug[];
  /** Whether a statement was certainly made later than another one. */
  readonly isLater: (statement: Slug, other: Statement) => boolean;
  /** The events that an agent takes part in, or that a report places there. */
  readonly eventsWith: (agentOrPlace: Slug) => readonly Slug[];
  /** For a place: it and what it lies in. For an event: the same of where it is reported to have happened. */
  readonly placesAround: (slug: Slug) => readonly Slug[];
}

function openContext({ entities, texts, dossiers }: Corpus): Context {
  const textOf = new Map(texts.map((text) => [text.article, text]));
  const dossierOf = new Map(dossiers.map((dossier) => [dossier.of, dossier]));
  const articles = new Map(entities.Article.map((article) => [article.slug, article]));
  const statements = new Map(entities.Statement.map((statement) => [statement.slug, statement]));
  const events = new Map(entities.Event.map((event) => [event.slug, event]));
  const containersOf = openContainers(entities.Place);
  const placesOf = (event: Event | undefined): readonly Slug[] =>
    (event?.reports ?? []).filter(isAffirmed).flatMap(({ places }) => places);

  return {
    textOf: (slug) => textOf.get(slug),
    dossierOf: (slug) => dossierOf.get(slug),
    positionsOf: openPositions((slug) => dossierOf.get(slug)),
    languageOf: (slug) => articles.get(slug)?.language.toLowerCase(),
    containersOf,
    speakersOf: (slug) =>
      (statements.get(slug)?.quotes ?? []).flatMap(({ speakers }) => speakers.map(({ agent }) => agent)),
    isLater: (slug, other) => {
      const later = statements.get(slug);
      return later !== undefined && isAfter(timelineDatesOf(later), timelineDatesOf(other));
    },
    eventsFrom: invert(entities.Event, ({ reports }) => reports.map(({ attributedTo }) => attributedTo)),
    eventsWith: invert(entities.Event, (event) => [
      ...event.reports.flatMap(({ participants }) =>
        participants.flatMap(({ agent, polarity }) => (polarity === 'AFFIRMED' ? [agent] : [])),
      ),
      ...placesOf(event),
    ]),
    placesAround: (slug) => (events.has(slug) ? placesOf(events.get(slug)).flatMap(containersOf) : containersOf(slug)),
  };
}

/** Empty for what is no place. The compiler refuses circles of `containedIn`, so the climb ends. */
function openContainers(places: readonly Place[]): Context['containersOf'] {
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
