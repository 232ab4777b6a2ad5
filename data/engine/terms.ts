/**
 * Terms: pairs of a family and a value (`speaker=ann-lee`) by which the things of the corpus are found and counted.
 *
 * They define the meaning of every filter and facet except those by date and by name. Each type has exactly the
 * families that its filters and facets ask for: `Family` in `data/facet.ts`.
 */

import { comparableUrl } from '../comparable-url.ts';
import { assertionsOf, datesOf } from '../date-of.ts';
import type { Family } from '../facet.ts';
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
  type Position,
  type Slug,
  type Statement,
} from '../model.ts';
import { relatedBy } from '../relation.ts';
import { articleOf } from '../revision.ts';
import { type Context, isAffirmed, openContext } from './term-context.ts';

/** The name of the list of all things of a type that have this term. */
export function listName(type: EntityType, family: string, value: string): string {
  return `${LISTS}${type}/${family}=${value}`;
}

/** How the names of all lists begin. */
export const LISTS = 'list/';

/** The values that a thing has in each family, each once. */
export type Terms = ReadonlyMap<string, ReadonlySet<string>>;

/** Terms while they are gathered: with repetitions, and null or undefined for unknown values. */
type Gathered<F extends string> = { readonly [Name in F]: readonly (string | null | undefined)[] };

/** `fact`: the articles that state facts about a person. No filter asks for it; `Store.assertions` does. */
type AgentFamily = Family<Agent['type']> | 'fact';

/** `url`: the address of an article's original. No filter asks for it; `Store.articleAt` does. */
type ArticleFamily = Family<'Article'> | 'url';

/** Gives the terms of any thing of a corpus. */
export type TermsOf = <T extends EntityType>(type: T, entity: Entities[T]) => Terms;

export function openTerms(corpus: Corpus): TermsOf {
  return termsOver(openContext(corpus));
}

export function termsOver(context: Context): TermsOf {
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

/** Layers whose words name an agent or place, or report an event or statement; a fact may not name its person. */
const NAMING: readonly Layer[] = ['AGENT', 'PLACE', 'EVENT', 'STATEMENT'];

function gatherArticle(article: Article, context: Context): Gathered<ArticleFamily> {
  const marks = (context.textOf(article.slug)?.marks ?? []).filter(({ layer }) => NAMING.includes(layer));
  const marked = (wanted: Layer) => marks.flatMap(({ layer, target }) => (layer === wanted ? [target.slug] : []));
  return {
    language: [article.language.toLowerCase()],
    publisher: [article.publisher],
    agency: [article.agency?.organization],
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
    // The places of a denial are where it did not happen.
    place: affirming.flatMap(({ places }) => places).flatMap(context.containersOf),
    speaker: reports.flatMap(({ attributedTo }) => (attributedTo === null ? [] : context.speakersOf(attributedTo))),
    ...gatherPositions(participants, context),
    ...gatherAsserted(event, context),
  };
}

function gatherStatement(statement: Statement, context: Context): Gathered<Family<'Statement'>> {
  const { quotes, about } = statement;
  const subjects = [...about.map(({ slug }) => slug), ...context.eventsFrom(statement.slug)];
  const speakers = quotes.flatMap((quote) => quote.speakers);
  const addressees = quotes.flatMap((quote) => quote.addressees);
  const denials = relatedBy(statement, 'DENIES');
  const agents = about.filter(({ type }) => AGENT_TYPES.some((agent) => agent === type));
  return {
    kind: quotes.map(({ kind }) => kind),
    about: subjects,
    denied: [denials.length > 0 ? 'true' : null],
    'denied-later': [denials.some((denial) => context.isLater(denial, statement)) ? 'true' : null],
    corrected: [relatedBy(statement, 'CORRECTS').length > 0 ? 'true' : null],
    retracted: [relatedBy(statement, 'RETRACTS').length > 0 ? 'true' : null],
    ...gatherPublished(statement),
    involved: [...agents.map(({ slug }) => slug), ...[...speakers, ...addressees].map(({ agent }) => agent)],
    place: subjects.flatMap(context.placesAround),
    speaker: speakers.map(({ agent }) => agent),
    addressee: addressees.map(({ agent }) => agent),
    ...gatherPositions(speakers, context),
    ...gatherAsserted(statement, context),
  };
}

/** The terms that events and statements share. */
function gatherAsserted(entity: Event | Statement, context: Context) {
  const assertions = entity.type === 'Event' ? entity.reports : entity.quotes;
  const affirming = affirmingOf(entity);
  return {
    month: [monthOf(datesOf(entity))],
    year: [yearOf(datesOf(entity))],
    article: assertions.map(({ article }) => article),
    language: assertions.map(({ article }) => context.languageOf(article)),
    voice: assertions.map(({ voice }) => voice),
    certainty: assertions.map(({ certainty }) => certainty),
    'attributed-to': assertions.map(({ attributedTo }) => attributedTo),
    'affirmed-voice': affirming.map(({ voice }) => voice),
    'affirmed-speaker': affirming.flatMap(({ voice, attributedTo }) =>
      voice === 'SPEAKER' && attributedTo !== null ? context.speakersOf(attributedTo) : [],
    ),
  };
}

/** The assertions that say it is so: of an event only those without a hedge; a hedged statement was made too. */
function affirmingOf(entity: Event | Statement) {
  const assertions = assertionsOf(entity);
  return entity.type === 'Event' ? assertions.filter((assertion) => !isHedged(assertion)) : assertions;
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
    article: (context.dossierOf(slug)?.mentions ?? []).map(({ source }) => articleOf(source)),
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

/** All facts that articles state about a person. */
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
 * month and 10,000 for a year. Null if there is none.
 */
function periodOf(dates: readonly FuzzyDate[], size: number): number | null {
  const days = dates.map(daysOf);
  const periods = new Set(days.flatMap(({ from, to }) => [Math.floor(from / size), Math.floor(to / size)]));
  const [period] = periods;
  const isOpen = days.some(({ from, to }) => from === BEFORE_ALL || to === AFTER_ALL);
  return period === undefined || periods.size > 1 || isOpen ? null : period;
}

function padded(number: number, length: number): string {
  return String(Math.floor(number)).padStart(length, '0');
}
