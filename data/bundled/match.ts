/** Whether a thing of the corpus passes a filter. The definition of every filter; `data/query.ts` says it in words. */
import { overlaps, within } from '../fuzzy-date.ts';
import type {
  Article,
  Corpus,
  Entities,
  Entity,
  EntityType,
  Event,
  FuzzyDate,
  Group,
  Layer,
  Organization,
  Person,
  Place,
  Report,
  Slug,
  Statement,
} from '../model.ts';
import type {
  AgentFilter,
  ArticleFilter,
  DateFilter,
  EventFilter,
  Filters,
  PlaceFilter,
  StatementFilter,
} from '../query.ts';
import { words } from '../search/fold.ts';

type Find = (slug: Slug) => Entity | null;
type Matchers = { readonly [T in EntityType]: (entity: Entities[T], filter: Filters[T]) => boolean };

/** A test of one thing against one filter of its type. */
export function openMatcher(corpus: Corpus, find: Find) {
  const context = { find, eventsOf: openEventsOf(corpus) };
  const named = (entity: Named, filter: AgentFilter) => matchesNamed(entity, filter, context);
  const matchers: Matchers = {
    Article: (article, filter) => matchesArticle(article, filter),
    Event: (event, filter) => matchesEvent(event, filter, context),
    Statement: (statement, filter) => matchesStatement(statement, filter, context),
    Person: named,
    Organization: named,
    Group: named,
    Place: (place, filter) => matchesPlace(place, filter, context),
  };

  return function matches<T extends EntityType>(type: T, entity: Entities[T], filter: Filters[T]): boolean {
    const matcher: Matchers[T] = matchers[type];
    return matcher(entity, filter);
  };
}

interface Context {
  readonly find: Find;
  /** The events that a statement is the source of. */
  readonly eventsOf: (statement: Slug) => readonly Slug[];
}

type Named = Person | Organization | Group | Place;

/** Absent asks for nothing. */
function asked<T>(value: T | undefined, holds: (value: T) => boolean): boolean {
  return value === undefined || holds(value);
}

/** Of several dates for one thing, all must lie in the range for certain, and one may for a possibility. */
function matchesDates(dates: readonly FuzzyDate[], filter: DateFilter): boolean {
  if (filter.within === undefined && filter.overlaps === undefined) return true;
  return (
    dates.length > 0 &&
    asked(filter.within, (bounds) => dates.every((date) => within(date, bounds))) &&
    asked(filter.overlaps, (bounds) => dates.some((date) => overlaps(date, bounds)))
  );
}

function matchesDate(date: FuzzyDate | null, filter: DateFilter): boolean {
  return matchesDates(date === null ? [] : [date], filter);
}

/** The date that all reports agree on, or each that one of them gives. */
function datesOf({ date, reports }: Event | Statement): readonly FuzzyDate[] {
  if (date !== null) return [date];
  return reports.flatMap((report: Report) => (report.polarity === 'DENIED' ? [] : (report.date ?? [])));
}

/** What names an agent or place, or reports an event or statement; a fact may tell of somebody without a name. */
const NAMING: readonly Layer[] = ['AGENT', 'PLACE', 'EVENT', 'STATEMENT'];

function matchesArticle(article: Article, filter: ArticleFilter): boolean {
  return (
    asked(filter.published, (dates) => matchesDate(article.published, dates)) &&
    asked(filter.language, (language) => article.language.toLowerCase() === language.toLowerCase()) &&
    asked(filter.publisher, (publisher) => article.publisher === publisher) &&
    asked(filter.author, (author) => article.bylines.some((byline) => byline.person === author)) &&
    asked(filter.mentions, (slug) =>
      article.marks.some((mark) => mark.target.slug === slug && NAMING.includes(mark.layer)),
    )
  );
}

function matchesEvent(event: Event, filter: EventFilter, context: Context): boolean {
  const { reports } = event;
  return (
    asked(filter.date, (dates) => matchesDates(datesOf(event), dates)) &&
    asked(filter.agent, ({ slug, role }) => takesPart(event, slug, role)) &&
    asked(filter.place, (place) => placesOf(event).some((at) => isWithin(at, place, context))) &&
    asked(filter.kinds, (kinds) => kinds.includes(event.kind)) &&
    asked(filter.article, (article) => reports.some((report) => report.article === article)) &&
    asked(filter.speaker, (speaker) => reports.some((report) => isSaidBy(report.attributedTo, speaker, context))) &&
    asked(filter.voice, (voice) => reports.some((report) => report.voice === voice)) &&
    asked(filter.partOf, (whole) => event.partOf === whole)
  );
}

function matchesStatement(statement: Statement, filter: StatementFilter, context: Context): boolean {
  const { reports } = statement;
  return (
    asked(filter.date, (dates) => matchesDates(datesOf(statement), dates)) &&
    asked(filter.speaker, (speaker) => isSaidBy(statement.slug, speaker, context)) &&
    asked(filter.addressee, (addressee) =>
      reports.some((report) => report.addressees.some(({ agent }) => agent === addressee)),
    ) &&
    asked(filter.about, (slug) => isAbout(statement, slug, context)) &&
    asked(filter.place, (place) => isAboutPlace(statement, place, context)) &&
    asked(filter.kinds, (kinds) => reports.some((report) => kinds.includes(report.kind))) &&
    asked(filter.article, (article) => reports.some((report) => report.article === article)) &&
    asked(filter.voice, (voice) => reports.some((report) => report.voice === voice))
  );
}

function matchesNamed(entity: Named, filter: AgentFilter, context: Context): boolean {
  return (
    asked(filter.name, (name) => isNamed(entity, name)) &&
    asked(filter.article, (article) => entity.mentions.some((mention) => mention.article === article)) &&
    asked(filter.event, (slug) => {
      const event = context.find(slug);
      return event?.type === 'Event' && (takesPart(event, entity.slug) || placesOf(event).includes(entity.slug));
    })
  );
}

function matchesPlace(place: Place, filter: PlaceFilter, context: Context): boolean {
  return (
    matchesNamed(place, filter, context) &&
    asked(filter.kinds, (kinds) => kinds.includes(place.kind)) &&
    asked(filter.containedIn, (container) => place.slug !== container && isWithin(place.slug, container, context))
  );
}

function takesPart(event: Event, agent: Slug, role?: string): boolean {
  return event.reports.some((report) =>
    report.participants.some(
      (participation) =>
        participation.agent === agent &&
        participation.polarity === 'AFFIRMED' &&
        (role === undefined || participation.role === role),
    ),
  );
}

/** The places that a report which affirms the event gives it: a denial says where nothing happened. */
function placesOf({ reports }: Event): readonly Slug[] {
  return reports.flatMap((report) => (report.polarity === 'DENIED' ? [] : report.places));
}

/** The compiler refuses cycles of `containedIn`, so the climb ends. */
function isWithin(place: Slug, container: Slug, { find }: Context): boolean {
  for (let at: Slug | null = place; at !== null; ) {
    if (at === container) return true;
    const entity = find(at);
    at = entity?.type === 'Place' ? entity.containedIn : null;
  }
  return false;
}

function isSaidBy(slug: Slug | null, speaker: Slug, { find }: Context): boolean {
  const statement = slug === null ? null : find(slug);
  return (
    statement?.type === 'Statement' &&
    statement.reports.some((report) => report.speakers.some(({ agent }) => agent === speaker))
  );
}

function isAbout(statement: Statement, slug: Slug, { eventsOf }: Context): boolean {
  return statement.about.some((ref) => ref.slug === slug) || eventsOf(statement.slug).includes(slug);
}

function isAboutPlace(statement: Statement, place: Slug, context: Context): boolean {
  const subjects = [...statement.about.map((ref) => ref.slug), ...context.eventsOf(statement.slug)];
  return subjects.some((slug) => {
    const subject = context.find(slug);
    if (subject?.type === 'Place') return isWithin(slug, place, context);
    return subject?.type === 'Event' && placesOf(subject).some((at) => isWithin(at, place, context));
  });
}

/** Every word asked for begins a word of one of its names. */
function isNamed(entity: Named, name: string): boolean {
  const wanted = words(name).map((word) => word.folded);
  return [entity.name, ...entity.otherNames].some((candidate) => {
    const has = words(candidate).map((word) => word.folded);
    return wanted.every((start) => has.some((word) => word.startsWith(start)));
  });
}

function openEventsOf(corpus: Corpus): Context['eventsOf'] {
  let byStatement: Map<Slug, Slug[]> | null = null;
  return (statement) => {
    byStatement ??= gatherEvents(corpus);
    return byStatement.get(statement) ?? [];
  };
}

function gatherEvents(corpus: Corpus): Map<Slug, Slug[]> {
  const byStatement = new Map<Slug, Slug[]>();
  for (const event of corpus.entities.Event) {
    for (const statement of new Set(event.reports.map((report) => report.attributedTo))) {
      if (statement !== null) pushTo(byStatement, statement, event.slug);
    }
  }
  return byStatement;
}

function pushTo<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
