/**
 * What the pages say, as JSON-LD 1.1 in the terms of schema.org and W3C Web Annotation. A search engine reads it as a
 * description of the world. So nothing is said plainly that an article only attributes, doubts or denies: that is a
 * claim, with its author.
 */
import { RELATION_FIELDS } from '../../../data/relation.ts';
import type { Agent, Article, Fact, Linked, Place, PlaceThing, Position, Said, Segment } from '../reader/answer.ts';
import type { Account, Event } from '../reader/event-answer.ts';
import type { Note } from '../reader/note.ts';
import type { Quoted, Statement } from '../reader/statement-answer.ts';
import { isWeb } from '../wording.ts';
import { exactDay } from './exact-day.ts';
import { annotation, correctionOf, type Data, document, removalOf, sourceOf } from './json-ld.ts';
import { GROUP, isPlain, isQuoted, manner, open, publication } from './naming.ts';

/** The most annotations in an article's page. Each takes half a kilobyte. Its answer as JSON has all places. */
const MOST_ANNOTATIONS = 60;

/** An article, what it says, and where in its text. */
export function articleData(article: Article, notes: readonly Note[], origin: string): object {
  const {
    headline,
    url,
    language,
    published,
    modified,
    revisions,
    wordCount,
    bylines,
    publisher,
    agency,
    originalUrl,
  } = article;
  const { people, organizations, places, segments } = article;
  const { name, thing } = open(origin);
  const whole = {
    '@type': 'NewsArticle',
    ...thing({ url }),
    headline,
    inLanguage: language,
    datePublished: exactDay(published),
    dateModified: exactDay(modified),
    correction: revisions.flatMap(correctionOf),
    author: bylines.flatMap(({ person }) => (person ? [name(person)] : [])),
    creditText: bylines.flatMap(({ words, person }) => (person ? [] : [words])),
    publisher: publisher && name(publisher),
    sourceOrganization: agency && name(agency.organization),
    isBasedOn: originalUrl !== null && isWeb(originalUrl) ? new URL(originalUrl).href : null,
    wordCount,
    mentions: [...people.nodes, ...organizations.nodes, ...places.nodes].map(name),
  };
  // An event may have a note for each of its reports.
  const things = new Map(notes.map((note) => [note.of.url, noted(note, article, origin)]));
  const marked = notes.flatMap(({ of, places: own }) => own.map((place) => ({ of, place })));
  const annotations = marked
    .slice(0, MOST_ANNOTATIONS)
    .map(({ of, place }) => annotation(origin + of.url, origin + url, { ...place, exact: cut(segments, place) }));
  return document([whole, ...things.values(), ...annotations]);
}

/** A statement or event of an article, in short: its own page has the rest. */
function noted(note: Note, { url }: Article, origin: string): Data {
  const { thing, said } = open(origin);
  if (note.kind === 'event') {
    const { of, as } = note;
    // What the article does not say plainly is a claim about an event, whose page tells whose it is.
    if (isPlain(as)) return { '@type': 'Event', '@id': origin + of.url, name: of.name };
    const claimed = as.attributedTo && origin + as.attributedTo.url;
    return { '@type': 'Claim', ...manner(as), about: origin + of.url, text: of.name, 'dateline:attributedTo': claimed };
  }
  const { of, as } = note;
  return { ...thing(of), ...said(as), text: of.text, [isQuoted(as.kind) ? 'isPartOf' : 'appearance']: origin + url };
}

/** A statement, the articles that have it, and where. */
export function statementData(statement: Statement, origin: string): object {
  const { text, published, quotes, about, attributedTo, echoes, removedBy } = statement;
  const first = quotes.nodes.find(({ voice }) => voice === 'ARTICLE') ?? quotes.nodes[0];
  const { name, thing, said, address } = open(origin);
  const articles = quotes.nodes.map(({ article }) => origin + article.url);
  const place = isQuoted(statement.kind) ? 'isPartOf' : 'appearance';
  const whole = {
    ...thing(statement),
    ...(first ? said(first) : { '@type': 'Claim' }),
    text,
    datePublished: exactDay(published),
    inLanguage: first?.article.language,
    // What a publisher removed is no part of the article any more.
    [removedBy === null ? place : 'dateline:removedFrom']: articles,
    ...removalOf(removedBy),
    about: about.map(({ url, name: own, title }) => name({ url, name: own ?? title ?? url })),
    'dateline:attributedTo': attributedTo && address(attributedTo),
    ...relationsOf(statement, origin),
    'dateline:echoes': echoes.map((other) => ({ '@id': address(other) })),
  };
  const papers = quotes.nodes.map(({ article }) => publication(article, origin));
  const spans = quotes.nodes.flatMap(({ article, content }: Quoted) =>
    content.map((passage) => annotation(address(statement), origin + sourceOf(article, removedBy), passage)),
  );
  return document([whole, ...papers, ...spans]);
}

/** The statements that deny it, correct it and so on, and those that it does, under the names of the graph. */
function relationsOf({ url, relations }: Statement, origin: string): Data {
  const found = Map.groupBy(relations, ({ kind, to }) => RELATION_FIELDS[kind][to.url === url ? 'by' : 'to']);
  return Object.fromEntries(
    [...found].map(([name, all]) => [
      `dateline:${name}`,
      all.map(({ from, to }) => ({ '@id': origin + (to.url === url ? from : to).url })),
    ]),
  );
}

/** The plain fields of an event hold only what an article says itself, unhedged and uncontradicted: see `schema/event.ts`. */
export function eventData(event: Event, origin: string): object {
  const { accounts, date, participants, partOf, places, statements } = event;
  const removedBy = event.reports.nodes[0]?.removedBy ?? null;
  const { name, thing } = open(origin);
  const [start = null, end = start] = (date?.edtf.split('/') ?? []).map((edtf) => exactDay({ edtf }));
  const isExact = start !== null && end !== null;
  const withRole = (role: string) => distinct(participants.filter((one) => one.role === role)).map(name);
  const whole = {
    // An event that no article reports plainly is not there for a machine: only the claims about it are.
    '@type': accounts.some(isPlain) && removedBy === null ? 'Event' : 'dateline:Event',
    ...removalOf(removedBy),
    ...thing(event),
    name: event.name,
    startDate: isExact ? start : null,
    endDate: isExact ? end : null,
    location: places.map(name),
    attendee: withRole('PARTICIPANT'),
    organizer: withRole('ORGANIZER'),
    actor: withRole('ACTOR'),
    superEvent: partOf && name(partOf),
    subjectOf: [
      ...accounts.filter((account) => !isPlain(account)).map((account) => claimOf(account, origin)),
      ...statements.nodes.map((said) => saidAbout(said, origin)),
    ],
  };
  const papers = new Map(accounts.map(({ article }) => [article.url, publication(article, origin)]));
  const spans = accounts.flatMap(({ article, evidence }) =>
    evidence.map((passage) => annotation(origin + event.url, origin + sourceOf(article, removedBy), passage)),
  );
  return document([whole, ...papers.values(), ...spans]);
}

/** What an account says that is not the article's plain word: whose it is, how sure, and in which words. */
function claimOf(account: Account, origin: string): Data {
  const { article, attributedTo, evidence, speakers, voice } = account;
  const { name } = open(origin);
  return {
    '@type': 'Claim',
    ...manner(account),
    // A carried-over account may be the article's own. Then nobody is its author.
    author: voice === 'SPEAKER' ? speakers.map(({ agent }) => name(agent)) : null,
    text: evidence.map(({ exact }) => exact).join(' '),
    appearance: origin + article.url,
    'dateline:attributedTo': attributedTo && origin + attributedTo.url,
  };
}

/** Without its speaker, whom an article may only have named in somebody's words: the statement's own page says that. */
function saidAbout({ url, text }: Said, origin: string): Data {
  return { '@type': 'Claim', '@id': origin + url, text };
}

/** A person, organization or group: of a person, what an article says in its own voice, and where. */
export function agentData(agent: Agent, origin: string): object {
  const { __typename: type, positions, lifeDates, relatives, url } = agent;
  const { thing } = open(origin);
  const day = (kind: string) => {
    const all = (lifeDates?.nodes ?? []).filter((fact) => fact.polarity === 'AFFIRMED' && fact.kind === kind);
    // Somebody quoted may contradict it.
    const [only, ...others] = new Set(all.map(({ date }) => date.edtf));
    return only !== undefined && others.length === 0 && all.some(isPlain) ? exactDay({ edtf: only }) : null;
  };
  const facts: readonly Fact[] = [positions, lifeDates, relatives].flatMap<Fact>((list) => list?.nodes ?? []);
  const whole = {
    '@type': type === 'Group' ? GROUP : type,
    ...thing(agent),
    ...names(agent),
    birthDate: day('BIRTH'),
    deathDate: day('DEATH'),
    subjectOf: (positions?.nodes ?? []).map((position) => positionClaim(position, origin)),
  };
  const spans = facts.flatMap(({ article, evidence }) =>
    evidence.map((passage) => annotation(origin + url, origin + article.url, passage)),
  );
  return document([whole, ...spans]);
}

/** What somebody was on the day of an article: no `jobTitle`, which would say that it is so today. */
function positionClaim(position: Position, origin: string): Data {
  const { title, organization, tenure, article } = position;
  const { name } = open(origin);
  return {
    '@type': 'Claim',
    ...manner(position),
    text: title,
    about: organization && name(organization),
    appearance: origin + article.url,
    'dateline:tenure': tenure,
  };
}

/** A place, and what it lies in. */
export function placeData(place: PlaceThing, origin: string): object {
  const { containedIn } = place;
  const { name, thing } = open(origin);
  return document([
    { '@type': 'Place', ...thing(place), ...names(place), containedInPlace: containedIn && name(containedIn) },
  ]);
}

function names({ name, otherNames, sameAs }: Pick<Agent, 'name' | 'otherNames' | 'sameAs'>): Data {
  return { name, alternateName: otherNames, sameAs: sameAs.filter(isWeb).map((address) => new URL(address).href) };
}

/** The words at a place, whose ends are ends of segments. */
function cut(segments: readonly Segment[], { start, end }: Place): string {
  return segments
    .filter((segment) => segment.start >= start && segment.end <= end)
    .map(({ text }) => text)
    .join('');
}

/** The agents of some items, each once. */
function distinct(items: readonly { readonly agent: Linked }[]): readonly Linked[] {
  return [...new Map(items.map(({ agent }) => [agent.url, agent])).values()];
}
