// Whether a thing of the corpus passes a filter, by looking at the thing: what the index has to agree with.

import { spelledWords } from '../../data/engine/search/other-spelling.ts';
import type {
  AffirmedByFilter,
  Combined,
  DateFilter,
  Filters,
  ParticipantFilter,
  PositionFilter,
} from '../../data/filter.ts';
import { words } from '../../data/fold.ts';
import { daysOf, overlaps, within } from '../../data/fuzzy-date.ts';
import type {
  Article,
  Certainty,
  Corpus,
  Dossier,
  Entities,
  Entity,
  EntityType,
  Event,
  EventReport,
  FuzzyDate,
  Layer,
  Mark,
  NamedType,
  Place,
  Quote,
  Slug,
  Statement,
  StatementRelationKind,
} from '../../data/model.ts';

type Find = (slug: Slug) => Entity | null;
type Matchers = { readonly [T in EntityType]: (entity: Entities[T], filter: Filters[T]) => boolean };

/** A test of one thing against one filter of its type. */
export function openMatcher(corpus: Corpus, find: Find) {
  const dossiers = new Map(corpus.dossiers.map((dossier) => [dossier.of, dossier]));
  const texts = new Map(corpus.texts.map((text) => [text.of, text]));
  const context: Context = {
    find,
    eventsOf: openEventsOf(corpus),
    dossierOf: (slug) => dossiers.get(slug),
    marksOf: (slug) => texts.get(slug)?.marks ?? [],
  };
  const named = (entity: Named, filter: Filters['Person']) => matchesNamed(entity, filter, context);
  const matchers: Matchers = {
    Article: combined((article, filter) => matchesArticle(article, filter, context)),
    Event: combined((event, filter) => matchesEvent(event, filter, context)),
    Statement: combined((statement, filter) => matchesStatement(statement, filter, context)),
    Person: combined(named),
    Organization: combined(named),
    Group: combined(named),
    Place: combined((place, filter) => matchesPlace(place, filter, context)),
  };

  return function matches<T extends EntityType>(type: T, entity: Entities[T], filter: Filters[T]): boolean {
    const matcher: Matchers[T] = matchers[type];
    return matcher(entity, filter);
  };
}

/** The filter's own fields hold, all of `and`, one of `or`, and not `not`. */
function combined<Item, Filter extends Combined<Filter>>(own: (item: Item, filter: Filter) => boolean) {
  return function matches(item: Item, filter: Filter): boolean {
    return (
      own(item, filter) &&
      asked(filter.and, (all) => all.every((one) => matches(item, one))) &&
      asked(filter.or, (some) => some.some((one) => matches(item, one))) &&
      asked(filter.not, (one) => !matches(item, one))
    );
  };
}

interface Context {
  readonly find: Find;
  readonly dossierOf: (slug: Slug) => Dossier | undefined;
  readonly marksOf: (article: Slug) => readonly Mark[];
  /** The events that a statement is the source of. */
  readonly eventsOf: (statement: Slug) => readonly Slug[];
}

type Named = Entities[NamedType];

/** Absent asks for nothing. */
function asked<T>(value: T | undefined, holds: (value: T) => boolean): boolean {
  return value === undefined || holds(value);
}

/** One of the values does; absent asks for nothing. */
function any<T>(values: readonly T[] | undefined, holds: (value: T) => boolean): boolean {
  return asked(values, (some) => some.some(holds));
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

/** The plain date; without one the narrowest that a report gives, if it lies within all others, else each. */
function datesOf(entity: Event | Statement): readonly FuzzyDate[] {
  if (entity.date !== null) return [entity.date];
  const dates = tellingsOf(entity).flatMap(({ date }) => date ?? []);
  const inner = dates.find((date) => dates.every((other) => within(date, other)));
  return inner === undefined ? dates : [inner];
}

function tellingsOf(entity: Event | Statement): readonly (EventReport | Quote)[] {
  return entity.type === 'Event' ? entity.reports.filter(({ polarity }) => polarity === 'AFFIRMED') : entity.quotes;
}

/** What names an agent or place, or reports an event or statement; a fact may tell of somebody without a name. */
const NAMING: readonly Layer[] = ['AGENT', 'PLACE', 'EVENT', 'STATEMENT'];

function matchesArticle(article: Article, filter: Filters['Article'], context: Context): boolean {
  const marks = context.marksOf(article.slug);
  const named = (slug: Slug) => marks.some((mark) => mark.target.slug === slug && NAMING.includes(mark.layer));
  return (
    asked(filter.published, (dates) => matchesDate(article.published, dates)) &&
    any(filter.languages, (language) => article.language.toLowerCase() === language.toLowerCase()) &&
    any(filter.publishers, (publisher) => article.publisher === publisher) &&
    any(filter.agencies, (agency) => article.agency?.organization === agency) &&
    any(filter.authors, (author) => article.bylines.some((byline) => byline.person === author)) &&
    any(filter.mentions, (slug) => named(slug)) &&
    any(filter.speakers, (speaker) =>
      marks.some((mark) => mark.layer === 'STATEMENT' && isSaidBy(mark.target.slug, speaker, context)),
    ) &&
    any(filter.places, (place) =>
      marks.some((mark) => mark.layer === 'PLACE' && isWithin(mark.target.slug, place, context)),
    )
  );
}

function matchesEvent(event: Event, filter: Filters['Event'], context: Context): boolean {
  const { reports } = event;
  return (
    asked(filter.date, (dates) => matchesDates(datesOf(event), dates)) &&
    asked(filter.participant, (participant) => hasParticipant(event, participant)) &&
    any(filter.places, (place) => placesOf(event).some((at) => isWithin(at, place, context))) &&
    asked(filter.kinds, (kinds) => kinds.includes(event.kind)) &&
    any(filter.articles, (article) => reports.some((report) => report.article === article)) &&
    any(filter.speakers, (speaker) => reports.some((report) => isSaidBy(report.attributedTo, speaker, context))) &&
    any(filter.voices, (voice) => reports.some((report) => report.voice === voice)) &&
    any(filter.attributedTo, (statement) => reports.some((report) => report.attributedTo === statement)) &&
    any(filter.partOf, (whole) => event.partOf === whole) &&
    any(filter.languages, (language) => reports.some((report) => isIn(report.article, language, context))) &&
    asked(filter.position, (position) =>
      reports.some((report) =>
        report.participants.some(({ agent, polarity }) => polarity === 'AFFIRMED' && holds(agent, position, context)),
      ),
    ) &&
    asked(filter.affirmedBy, (by) =>
      tellingsOf(event).some((telling) => !HEDGED.includes(telling.certainty) && isAffirmed(telling, by, context)),
    ) &&
    asked(filter.certainties, (certainties) => reports.some((report) => certainties.includes(report.certainty))) &&
    asked(filter.hasDisagreements, (has) => event.disagreements.length > 0 === has)
  );
}

function matchesStatement(statement: Statement, filter: Filters['Statement'], context: Context): boolean {
  const { quotes, relations, slug: own } = statement;
  const deniers = relations.flatMap(({ kind, from, to }) => (kind === 'DENIES' && to === own ? [from] : []));
  return (
    asked(filter.date, (dates) => matchesDates(datesOf(statement), dates)) &&
    any(filter.speakers, (speaker) => isSaidBy(statement.slug, speaker, context)) &&
    any(filter.addressees, (addressee) =>
      quotes.some((quote) => quote.addressees.some(({ agent }) => agent === addressee)),
    ) &&
    any(filter.about, (slug) => isAbout(statement, slug, context)) &&
    any(filter.places, (place) => isAboutPlace(statement, place, context)) &&
    asked(filter.kinds, (kinds) => quotes.some((quote) => kinds.includes(quote.kind))) &&
    any(filter.articles, (article) => quotes.some((quote) => quote.article === article)) &&
    any(filter.voices, (voice) => quotes.some((quote) => quote.voice === voice)) &&
    any(filter.attributedTo, (other) => quotes.some((quote) => quote.attributedTo === other)) &&
    any(filter.involves, (agent) => concerns(statement, agent)) &&
    any(filter.languages, (language) => quotes.some((quote) => isIn(quote.article, language, context))) &&
    asked(filter.position, (position) =>
      quotes.some((quote) => quote.speakers.some(({ agent }) => holds(agent, position, context))),
    ) &&
    asked(filter.affirmedBy, (by) => quotes.some((quote) => isAffirmed(quote, by, context))) &&
    asked(filter.certainties, (certainties) => quotes.some((quote) => certainties.includes(quote.certainty))) &&
    asked(filter.isDenied, (is) => deniers.length > 0 === is) &&
    asked(filter.deniedLater, (is) => deniers.some((slug) => isLater(slug, statement, context)) === is) &&
    asked(filter.isCorrected, (is) => isMet(statement, 'CORRECTS') === is) &&
    asked(filter.isRetracted, (is) => isMet(statement, 'RETRACTS') === is) &&
    asked(filter.published, (dates) => matchesDate(statement.published, dates))
  );
}

/** Another statement stands to it in this way. */
function isMet({ slug, relations }: Statement, wanted: StatementRelationKind): boolean {
  return relations.some(({ kind, to }) => kind === wanted && to === slug);
}

/** Says it, is told it, or is linked as what it is about. */
function concerns({ quotes, about }: Statement, agent: Slug): boolean {
  return (
    about.some(({ type, slug }) => slug === agent && type !== 'Place' && type !== 'Event') ||
    quotes.some((quote) => [...quote.speakers, ...quote.addressees].some((voiced) => voiced.agent === agent))
  );
}

/** Every day that one can have been made on comes after every day of the other. */
function isLater(slug: Slug, other: Statement, { find }: Context): boolean {
  const denial = find(slug);
  if (denial?.type !== 'Statement') return false;
  const [days, others] = [timelineDays(denial), timelineDays(other)];
  return days.length > 0 && others.length > 0 && days.every(({ from }) => others.every(({ to }) => from > to));
}

function timelineDays(statement: Statement) {
  const dates = datesOf(statement);
  const known = dates.length > 0 || statement.published === null ? dates : [statement.published];
  return known.map(daysOf);
}

function isIn(slug: Slug, language: string, { find }: Context): boolean {
  const article = find(slug);
  return article?.type === 'Article' && article.language.toLowerCase() === language.toLowerCase();
}

/** Nobody says that it was so who says that it may have been. */
const HEDGED: readonly Certainty[] = ['PROBABLE', 'POSSIBLE'];

function isAffirmed(telling: EventReport | Quote, { voices, speakers }: AffirmedByFilter, context: Context): boolean {
  const { voice, attributedTo } = telling;
  return (
    any(voices, (value) => voice === value) &&
    any(speakers, (slug) => voice === 'SPEAKER' && isSaidBy(attributedTo, slug, context))
  );
}

/** The words of a title may stand in several of the positions. */
function holds(agent: Slug, { organizations, title }: PositionFilter, { dossierOf }: Context): boolean {
  const held = (dossierOf(agent)?.positions ?? []).filter(({ polarity }) => polarity === 'AFFIRMED');
  return (
    held.length > 0 &&
    any(organizations, (slug) => held.some((position) => position.organization === slug)) &&
    asked(title, (text) =>
      words(text).every(({ folded }) =>
        held.some((position) => words(position.title).some((word) => word.folded === folded)),
      ),
    )
  );
}

function matchesNamed(entity: Named, filter: Filters['Person'], context: Context): boolean {
  return (
    asked(filter.name, (name) => isNamed(entity, name)) &&
    any(filter.articles, (article) =>
      (context.dossierOf(entity.slug)?.mentions ?? []).some((mention) => mention.source === article),
    ) &&
    asked(filter.position, (position) => holds(entity.slug, position, context)) &&
    any(filter.events, (slug) => {
      const event = context.find(slug);
      return event?.type === 'Event' && (takesPart(event, entity.slug) || placesOf(event).includes(entity.slug));
    })
  );
}

function matchesPlace(place: Place, filter: Filters['Place'], context: Context): boolean {
  return (
    matchesNamed(place, filter, context) &&
    asked(filter.kinds, (kinds) => kinds.includes(place.kind)) &&
    any(filter.containedIn, (container) => place.slug !== container && isWithin(place.slug, container, context))
  );
}

function takesPart(event: Event, agent: Slug): boolean {
  return hasParticipant(event, { agents: [agent] });
}

function hasParticipant(event: Event, { agents, roles }: ParticipantFilter): boolean {
  if (agents === undefined && roles === undefined) return true;
  return event.reports.some((report) =>
    report.participants.some(
      ({ agent, role, polarity }) =>
        polarity === 'AFFIRMED' && any(agents, (one) => agent === one) && any(roles, (one) => role === one),
    ),
  );
}

/** The places that a report which affirms the event gives it: a denial says where nothing happened. */
function placesOf({ reports }: Event): readonly Slug[] {
  return reports.flatMap((report) => (report.polarity === 'AFFIRMED' ? report.places : []));
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
    statement.quotes.some((quote) => quote.speakers.some(({ agent }) => agent === speaker))
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
    const has = spelledWords(candidate).flatMap(({ folded, also }) => [folded, ...also]);
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
