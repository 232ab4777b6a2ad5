/** Attacks: requests that turned out to cost more than their price. Each is as large as the limits allow. */
import { repeat, type Shape } from './dearest.ts';

export const ATTACKS: Readonly<Record<string, Shape>> = {
  'cursors that carry a long search': (size) =>
    `{ ${repeat(Math.min(size, 20), (at) => `s${at}: search(query: "the ${'-'.repeat(990)}", first: 100) { pageInfo { startCursor endCursor } edges { cursor } }`)} }`,
  'errors behind empty lines': (size) =>
    `${'\n'.repeat(990)}{ ${repeat(5, (at) => `n${at}: nodes(ids: [${repeat(size, (id) => `"x${id}"`)}]) { a${at}: id }`)} }`,
  'lists inside a page, filtered by what is not of a date': (size, { days }) =>
    `{ articles(first: ${size}) { nodes { statements(first: 0, filter: { and: [${repeat(16, (at) => `{ not: { date: { within: "${span(days, at)}" } } }`)}] }) { totalCount } } } }`,
  'lists inside a page, filtered by one of many such': (size, { days }) =>
    `{ people(first: ${size}) { nodes { statements(first: 0, filter: { or: [${repeat(10, (at) => `{ and: [{ not: { date: { overlaps: "${span(days, at)}" } } }] }`)}] }) { totalCount } } } }`,
  'titles of one-letter words': (size, { beginnings }) =>
    `{ statements(first: 1, filter: { and: [${repeat(Math.min(size, 29), () => `{ position: { title: "${letters(beginnings(1))}" } }`)}] }) { totalCount nodes { slug } } }`,
  'names of one-letter words': (size, { beginnings }) =>
    `{ people(first: 1, filter: { or: [${repeat(Math.min(size, 45), () => `{ name: "${letters(beginnings(1))}" }`)}] }) { totalCount nodes { slug } } }`,
  'long lists joined and ordered by reports': (size) =>
    `{ ${repeat(Math.min(size, 14), (at) => `s${at}: statements(first: 1, orderBy: { field: QUOTES, direction: DESC }, filter: { and: [${repeat(6, long)}] }) { nodes { slug } }`)} }`,
  'long lists joined either way, ordered by reports': (size) =>
    `{ ${repeat(Math.min(size, 8), (at) => `s${at}: statements(first: 100, orderBy: { field: QUOTES, direction: ASC }, filter: { or: [${repeat(6, (one) => `{ and: [${long(one)}, ${long(one + at)}] }`)}] }) { totalCount pageInfo { endCursor } }`)} }`,
  'events of long lists joined and ordered by reports': (size) =>
    `{ ${repeat(Math.min(size, 13), (at) => `e${at}: events(last: 1, orderBy: { field: REPORTS, direction: DESC }, filter: { and: [${repeat(6, (one) => ['{ voices: ARTICLE }', '{ not: { hasDisagreements: true } }', '{ languages: "en" }'][one % 3] ?? '')}] }) { nodes { slug } }`)} }`,
  'mistyped words': (size, { mistyped }) =>
    `{ ${repeat(Math.min(size, 2), (at) => `s${at}: search(query: "${mistyped.slice(32 * at, 32 * at + 32).join(' ')}", first: 1) { totalCount }`)} }`,
  'repeated fields that are not asked for': () =>
    `query A { corpus { version } } query B { event(slug: "a") { ${repeat(706, () => 'id')} } }`,
  'repeated fields in a fragment that is not used': () =>
    `{ corpus { version } } fragment P on Event { ${repeat(706, () => 'id')} }`,
  'repeated fields in a fragment with a mistake': () =>
    `{ events(first: 1) { nodes { ...P } } } fragment P on Event { ${repeat(706, () => 'id')} nope statements(first: 1) { nodes { slug nope } } }`,
  'a long alias all over the schema': (size) =>
    `{ ${repeat(Math.min(size, 10), (at) => `s${at}: __schema { types { fields { ...F } } }`)} } fragment F on __Field { ${'a'.repeat(90_000)}: name }`,
  'long texts under many names': (size, { articles }) =>
    `{ nodes(ids: [${repeat(Math.min(size, 39), (at) => `"${btoa(`Article:${articles[at % articles.length]}`)}"`)}]) { ... on Article { ${repeat(6, (at) => `a${at}: text`)} } } }`,
  'descriptions of the schema under many names': (size) =>
    `{ __schema { types { fields { args { ${repeat(Math.min(size, 45), (at) => `a${at}: description`)} } } } } }`,
  'fragments that spread each other': (size) =>
    `{ corpus { ${repeat(45, (at) => `...F${at}`)} } } ${repeat(45, (at) => `fragment F${at} on Corpus { counts { people ...C } ${at % 9 < 8 ? `...F${at + 1}` : ''} }`)} fragment C on CorpusCounts { ${repeat(Math.min(size, 20), () => '... { events }')} places }`,
  'fields that overlap': () =>
    `{ statements(first: 1) { nodes { ${repeat(45, (at) => `...F${at}`)} } } } ${repeat(45, (at) => `fragment F${at} on Statement { speakers { agent { slug name id } } date { words } }`)}`,
  'names that nothing has': () => `{ ${repeat(480, (at) => `nopf${at}`)} }`,
};

/** A range from one day of the corpus to its last. */
function span(days: readonly string[], at: number): string {
  const from = days[at % days.length] ?? '2025-01-01';
  return `${from}/${days.at(-1) ?? from}`;
}

/** As many single letters as a value may contain. */
function letters(known: readonly string[]): string {
  return repeat(490, (at) => known[at % known.length] ?? 'a');
}

/** A condition that almost all statements meet. */
function long(at: number): string {
  return ['{ voices: SPEAKER }', '{ not: { kinds: [DENIAL] } }', '{ languages: "en" }', '{ not: { isDenied: true } }'][
    at % 4
  ] as string;
}
