/** Dearest: the most expensive query of each kind that one request may contain. */
import type { GraphQLSchema } from 'graphql';
import { type Attempt, attemptOf } from './attempt.ts';
import type { Names } from './names.ts';
import { checkAttempt, NARROW } from './refusal.ts';

/** A kind of query. It requests more as `size` grows. */
export type Shape = (size: number, names: Names) => string;

const STATEMENT = `slug kind text date { edtf earliest latest words } speakers { agent { slug name } positions { title } evidence { exact } }
  addressees { agent { name } } content { exact prefix suffix start end article { slug } } cue { exact }`;
const REPORT = `voice certainty polarity date { edtf words } places { slug name } participants { role agent { name } evidence { exact } }
  evidence { exact prefix suffix start end utf16Start utf16End paragraph { start } } attributedTo { text speakers { agent { name } } }`;
const QUOTE = `voice certainty polarity kind text date { edtf words } speakers { agent { name } positions { title } evidence { exact } }
  evidence { exact prefix suffix start end utf16Start utf16End paragraph { start } } content { exact quoted } attributedTo { text }`;

/** From small pages with many fields to many small queries. Somebody might really send each of them. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  'statements with everything': (size) => `{ statements(first: ${size}) { totalCount nodes { ${STATEMENT} } } }`,
  'statements of the most quotes': (size) =>
    `{ statements(first: ${size}, orderBy: { field: QUOTES, direction: DESC }) { nodes { quotes { nodes { ${QUOTE} } } } } }`,
  'events with their reports': (size) =>
    `{ events(first: ${size}, orderBy: { field: REPORTS, direction: DESC }) { nodes { name reports { nodes { ${REPORT} } } } } }`,
  'events with accounts and disagreements': (size) =>
    `{ events(first: ${size}, filter: { hasDisagreements: true }) { nodes { name accounts { voice evidence { exact } participants { agent { name } } places { name } speakers { agent { name } } }
      disagreements { property versions { reports { ${REPORT} } } } } } }`,
  'people with what they said': (size) =>
    `{ people(first: ${size}, orderBy: { field: MENTIONS, direction: DESC }) { nodes { name statements(first: 10) { nodes { text content { exact } } } } } }`,
  'people with pages of everything': (size) =>
    `{ people(first: ${size}) { nodes { name mentionedIn(first: 3) { nodes { headline } } events(first: 3) { nodes { name } } mentions(first: 3) { nodes { exact } } positions(first: 3) { nodes { title } } relatives(first: 3) { nodes { kind } } authoredArticles(first: 3) { totalCount } } } }`,
  'people with cursors of all': (size) =>
    `{ people(first: 10, orderBy: { field: MENTIONS, direction: DESC }) { nodes { mentions(first: ${size}) { edges { cursor } } } } }`,
  'people each with a filter': (size, { people }) =>
    `{ people(first: ${size}) { nodes { statements(first: 0, filter: { or: [${people
      .slice(0, 8)
      .map((slug) => `{ not: { involves: "${slug}" } }`)
      .join(' ')}] }) { totalCount } } } }`,
  'one filter of many conditions': (size, { people }) =>
    `{ statements(first: 100, filter: { or: [${people
      .slice(0, Math.min(size, 33))
      .map((slug) => `{ not: { involves: "${slug}" } }`)
      .join(' ')}] }) { totalCount nodes { slug } } }`,
  'facets of people': (size) =>
    `{ people(first: ${size}) { nodes { statements(first: 0) { facets(by: [SPEAKER, KIND, MONTH]) { valueCount values { value count } } } } } }`,
  'facets under many names': (size) =>
    `{ statements(first: 0, filter: { not: { kinds: [DENIAL] } }) { ${repeat(Math.min(size, 50), (at) => `f${at}: facets(by: [INVOLVED, PLACE, ARTICLE, SPEAKER], first: 1) { valueCount }`)} } }`,
  'facets of everything': (size) =>
    `{ statements(first: 0, filter: { not: { kinds: [INDIRECT] } }) { facets(by: [SPEAKER, INVOLVED, PLACE, KIND, MONTH, ARTICLE, VOICE, LANGUAGE], first: ${size}) { valueCount values { value count node { slug ... on Named { name } } } } } }`,
  'a timeline with its items': (size) =>
    `{ timeline(granularity: DAY, mode: POSSIBLE, first: ${size}) { nodes { period items(first: 10) { nodes { certain node { slug } } } } } }`,
  'a filtered timeline': (size) =>
    `{ timeline(granularity: MONTH, mode: POSSIBLE, first: ${size}, filter: { statements: { not: { voices: ARTICLE } } }) { nodes { period eventCount items(first: 5) { totalCount nodes { node { ... on Statement { text } ... on Event { name } } } } } } }`,
  'many filtered timelines': (size, { people }) =>
    `{ ${repeat(Math.min(size, 20), (at) => `t${at}: timeline(granularity: DAY, mode: POSSIBLE, first: 0, filter: { statements: { not: { involves: "${people[at]}" } } }) { totalCount }`)} }`,
  'lists filtered by many words': (size, { beginnings }) =>
    `{ articles(first: ${size}) { nodes { people(first: 0, filter: { and: [${repeat(
      20,
      (at) =>
        `{ position: { title: "${beginnings(4)
          .slice(at, at + 12)
          .join(' ')}" } }`,
    )}] }) { totalCount } } } }`,
  'articles with text': (size) => `{ articles(first: ${size}) { nodes { headline text paragraphs { text } } } }`,
  'articles cut into segments': (size) =>
    `{ articles(first: ${size}) { nodes { segments { text marks { __typename } } } } }`,
  'articles with what they assert': (size) =>
    `{ articles(first: ${size}) { nodes { assertions(first: 70) { nodes { voice evidence { exact } } } } } }`,
  'a search with snippets': (size) =>
    `{ search(query: "the", first: ${size}) { totalCount nodes { score node { slug } snippets { text matches { start end } evidence { exact prefix suffix } } } } }`,
  ...Object.fromEntries(
    [1, 2, 3, 4, 5].map((length) => [
      `a search for words of ${length}`,
      (size: number, { beginnings }: Names) =>
        `{ search(query: "${beginnings(length).slice(0, size).join(' ')}", first: 20) { nodes { score } } }`,
    ]),
  ),
  'a search for phrases': (size) =>
    `{ search(query: ${JSON.stringify(phrases(size))}, first: 20) { nodes { score } } }`,
  'many searches, their words parted by points': (size, { beginnings }) =>
    `{ ${repeat(
      Math.min(size, 20),
      (at) =>
        `s${at}: search(query: "${beginnings(3)
          .slice(at, at + 4)
          .join('.')}", first: 1) { totalCount }`,
    )} }`,
  'many paths': (size, { people }) =>
    `{ ${Array.from({ length: Math.min(size, 20) }, (_, at) => `p${at}: paths(from: "${people[at]}", to: "${people[at + 20]}", first: 20) { isComplete nodes { hops { to { name } evidence { exact } } } }`).join(' ')} }`,
  'many lookups': (size, { people }) =>
    `{ ${Array.from({ length: Math.min(size, 20) }, (_, at) => `p${at}: person(slug: "${people[at]}") { name mentions(first: 100) { nodes { exact prefix suffix } } }`).join(' ')} }`,
  'one long list again and again': (size, { people }) =>
    `{ nodes(ids: [${repeat(size, () => `"${btoa(`Person:${people[0]}`)}"`)}]) { ... on Person { mentions(last: 1) { nodes { start } } } } }`,
  'echoes of echoes': (size, { echoed }) =>
    `{ statement(slug: "${echoed}") { ${nest(Math.min(size, 13), 'echoes', 'slug')} } }`,
  'events of reports of events': (size) =>
    `{ events(first: 1, orderBy: { field: REPORTS, direction: DESC }) { nodes { slug ${nest(Math.min(size, 4), 'reports { nodes { event', 'slug', ' } }')} } } }`,
  'many wrong ids': (size) =>
    `{ ${repeat(Math.min(size, 20), (at) => `n${at}: nodes(ids: [${repeat(90, () => '"x"')}]) { id }`)} }`,
  'many aliases': (size) =>
    `{ statements(first: 100) { nodes { ${Array.from({ length: Math.min(size, 50) }, (_, at) => `a${at}: text`).join(' ')} } } }`,
  'the schema in full': () => INTROSPECTION,
  'the schema, types of fields of types': (size) =>
    `{ __schema { types { name description fields { name description type { name fields { name ${'description '.repeat(Math.min(size, 20))} } } } } } }`,
};

/** The texts for 0, 1, 2 and so on, joined. */
export function repeat(times: number, write: (at: number) => string): string {
  return Array.from({ length: times }, (_, at) => write(at)).join(' ');
}

function nest(times: number, field: string, leaf: string, close = ''): string {
  return times === 0 ? leaf : `${field} { ${nest(times - 1, field, leaf, close)} }${close}`;
}

/** Different phrases of very common words. */
function phrases(count: number): string {
  const words = ['the', 'of', 'in', 'to', 'and', 'a', 'that', 'was', 'for', 'on', 'with', 'said'];
  return repeat(count, (at) => `"${words[at % words.length]} ${words[(at * 5 + 1) % words.length]}"`);
}

const INTROSPECTION = `{ __schema { queryType { name } types { kind name description fields(includeDeprecated: true) { name description
  args { name description type { ...T } defaultValue } type { ...T } isDeprecated deprecationReason }
  inputFields { name description type { ...T } defaultValue } interfaces { ...T } enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...T } }
  directives { name description locations args { name description type { ...T } defaultValue } } } }
  fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } }`;

export interface Dearest {
  readonly attempt: Attempt;
  readonly points: number;
}

/** The largest query of the shape within all limits, or the smallest if even that exceeds them, with its price. */
export function dearestOf(shape: Shape, names: Names, schema: GraphQLSchema): Dearest {
  const sized = (size: number) => {
    const attempt = attemptOf(shape(size, names));
    return { attempt, ...checkAttempt(attempt, schema, NARROW) };
  };
  let [low, high] = [1, 100];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (sized(middle).codes.length === 0) low = middle;
    else high = middle - 1;
  }
  return sized(low);
}
