/**
 * Terms: what each thing of the corpus is found and counted by, as pairs of a family and a value (`speaker=ann-lee`).
 *
 * This is the meaning of every filter and facet but those by date and by name: `condition.ts` asks for the lists of
 * things that share a term, `facet.ts` counts them.
 */

import { words } from '../fold.ts';
import type {
  Article,
  Corpus,
  Dossier,
  Entities,
  EntityType,
  Event,
  Kinship,
  Layer,
  LifeDate,
  Place,
  Position,
  Slug,
  Statement,
} from '../model.ts';
import { datesOf, monthOf } from './dates.ts';

/** The families of terms. `month` is only counted: a filter asks by days. */
export type Family =
  | 'about'
  | 'addressee'
  | 'agent'
  | 'agent-role'
  | 'article'
  | 'asserted-speaker'
  | 'asserted-voice'
  | 'author'
  | 'certainty'
  | 'contained-in'
  | 'disputed'
  | 'event'
  | 'fact'
  | 'kind'
  | 'language'
  | 'mentions'
  | 'month'
  | 'part-of'
  | 'place'
  | 'position-organization'
  | 'position-title'
  | 'publisher'
  | 'speaker'
  | 'voice';

/** The name of the list of all things of a type that have this term. */
export function listName(type: EntityType, family: Family, value: string): string {
  return `list/${type}/${family}=${value}`;
}

export type Terms = ReadonlyMap<Family, ReadonlySet<string>>;

/** The words of a title, as its terms have them and as a filter has to ask for them. */
export function titleWords(title: string): string[] {
  return words(title).map(({ folded }) => folded);
}

/** A function that gives the terms of any thing of the corpus. */
export function openTerms(corpus: Corpus): <T extends EntityType>(type: T, entity: Entities[T]) => Terms {
  const context = openContext(corpus);
  const named = (entity: { readonly slug: Slug }) => describe((add) => addNamed(entity.slug, add, context));
  const makers: { readonly [T in EntityType]: (entity: Entities[T]) => Terms } = {
    Article: (article) => describe((add) => addArticle(article, add, context)),
    Event: (event) => describe((add) => addEvent(event, add, context)),
    Statement: (statement) => describe((add) => addStatement(statement, add, context)),
    Person: named,
    Organization: named,
    Group: named,
    Place: (place) => describe((add) => addPlace(place, add, context)),
  };
  return (type, entity) => makers[type](entity);
}

type Add = (family: Family, ...values: readonly (string | null | undefined)[]) => void;

function describe(fill: (add: Add) => void): Terms {
  const terms = new Map<Family, Set<string>>();
  fill((family, ...values) => {
    for (const value of values) {
      if (value == null) continue;
      const known = terms.get(family);
      if (known === undefined) terms.set(family, new Set([value]));
      else known.add(value);
    }
  });
  return terms;
}

/** What names an agent or place, or reports an event or statement; a fact may tell of somebody without a name. */
const NAMING: readonly Layer[] = ['AGENT', 'PLACE', 'EVENT', 'STATEMENT'];

function addArticle(article: Article, add: Add, context: Context): void {
  add('language', article.language.toLowerCase());
  add('publisher', article.publisher);
  add('author', ...article.bylines.map(({ person }) => person));
  add('month', monthOf(datesOf(article)));
  for (const { layer, target } of context.textOf(article.slug)?.marks ?? []) {
    if (!NAMING.includes(layer)) continue;
    add('mentions', target.slug);
    if (layer === 'AGENT') add('agent', target.slug);
    if (layer === 'PLACE') add('place', ...context.containersOf(target.slug));
    if (layer === 'STATEMENT') add('speaker', ...context.speakersOf(target.slug));
  }
}

function addEvent(event: Event, add: Add, context: Context): void {
  const { reports } = event;
  const affirming = reports.filter(({ polarity }) => polarity === 'AFFIRMED');
  const participants = reports
    .flatMap((report) => report.participants)
    .filter(({ polarity }) => polarity === 'AFFIRMED');
  add('kind', event.kind);
  add('month', monthOf(datesOf(event)));
  add('part-of', event.partOf);
  add('disputed', event.disagreements.length > 0 ? 'true' : null);
  add('agent', ...participants.map(({ agent }) => agent));
  add('agent-role', ...participants.map(({ agent, role }) => `${agent} ${role}`));
  for (const { agent } of participants) addPositions(context.positionsOf(agent), add);
  // A denial says where nothing happened.
  add('place', ...affirming.flatMap(({ places }) => places).flatMap(context.containersOf));
  for (const { article, attributedTo, voice, certainty } of reports) {
    add('article', article);
    add('language', context.languageOf(article));
    add('speaker', ...(attributedTo === null ? [] : context.speakersOf(attributedTo)));
    add('voice', voice);
    add('certainty', certainty);
  }
  addAsserters(affirming, add, context);
}

function addStatement(statement: Statement, add: Add, context: Context): void {
  const { reports } = statement;
  const subjects = [...statement.about.map(({ slug }) => slug), ...context.eventsFrom(statement.slug)];
  add('month', monthOf(datesOf(statement)));
  add('about', ...subjects);
  add('agent', ...statement.about.filter(({ type }) => AGENTS.includes(type)).map(({ slug }) => slug));
  add('place', ...subjects.flatMap((slug) => context.placesAround(slug)));
  add('disputed', statement.deniedBy.length > 0 ? 'true' : null);
  for (const { article, kind, speakers, addressees, voice, certainty } of reports) {
    add('kind', kind);
    add('article', article);
    add('language', context.languageOf(article));
    add('speaker', ...speakers.map(({ agent }) => agent));
    add('addressee', ...addressees.map(({ agent }) => agent));
    add('agent', ...[...speakers, ...addressees].map(({ agent }) => agent));
    add('voice', voice);
    add('certainty', certainty);
    for (const { agent } of speakers) addPositions(context.positionsOf(agent), add);
  }
  addAsserters(
    reports.filter(({ polarity }) => polarity === 'AFFIRMED'),
    add,
    context,
  );
}

const AGENTS: readonly EntityType[] = ['Person', 'Organization', 'Group'];

function addAsserters(
  affirming: readonly Pick<Event['reports'][number], 'voice' | 'attributedTo'>[],
  add: Add,
  context: Context,
): void {
  for (const { voice, attributedTo } of affirming) {
    add('asserted-voice', voice);
    if (voice === 'SPEAKER' && attributedTo !== null) add('asserted-speaker', ...context.speakersOf(attributedTo));
  }
}

function addNamed(slug: Slug, add: Add, context: Context): void {
  const dossier = context.dossierOf(slug);
  add('article', ...(dossier?.mentions ?? []).map(({ article }) => article));
  add('event', ...context.eventsWith(slug));
  add('fact', ...(dossier === undefined ? [] : factsOf(dossier)).map(({ article }) => article));
  addPositions(context.positionsOf(slug), add);
}

/** Everything that articles say of a person beyond the name. */
export function factsOf({ positions, relatives, lifeDates }: Dossier): readonly (Position | Kinship | LifeDate)[] {
  return [...positions, ...relatives, ...lifeDates];
}

function addPlace(place: Place, add: Add, context: Context): void {
  addNamed(place.slug, add, context);
  add('kind', place.kind);
  add('contained-in', ...context.containersOf(place.slug).slice(1));
}

function addPositions({ organizations, titles }: Positions, add: Add): void {
  add('position-organization', ...organizations);
  add('position-title', ...titles);
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
    const positions = known.get(agent) ?? gatherPositions(dossierOf(agent)?.positions ?? []);
    known.set(agent, positions);
    return positions;
  };
}

function gatherPositions(positions: readonly Position[]): Positions {
  const held = positions.filter(({ polarity }) => polarity === 'AFFIRMED');
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
    (event?.reports ?? []).flatMap(({ polarity, places }) => (polarity === 'DENIED' ? [] : places));

  return {
    textOf: (slug) => textOf.get(slug),
    dossierOf: (slug) => dossierOf.get(slug),
    positionsOf: openPositions((slug) => dossierOf.get(slug)),
    languageOf: (slug) => articles.get(slug)?.language.toLowerCase(),
    containersOf,
    speakersOf: (slug) =>
      (statements.get(slug)?.reports ?? []).flatMap(({ speakers }) => speakers.map(({ agent }) => agent)),
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
