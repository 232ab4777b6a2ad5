/**
 * What each field costs, in points: about a microsecond of CPU each, measured over ten thousand statements by
 * `npm run bench -- cost` and rounded up. The rule is in the README, "What a query costs".
 */

import { MAX_QUERY_LENGTH, parseQuery } from '../../data/search-text.ts';

/** A field without fields of its own. */
const LEAF = 1;
/** A thing or value with fields of its own: it has to be found and unpacked. */
export const OBJECT = 3;
/** Finding a page. What is on it is paid by its fields, times the size of the page. */
const PAGED = 12;

/** What is paid once each time the field is answered, where it is not one of these. */
export const PRICES: Readonly<Record<string, number>> = {
  totalCount: 6,
  cursor: 8,
  facets: 20,
  'TimelineBucket.items': 60,
  'Query.timeline': 3_500,
  'Query.paths': 1_000,
  'Query.search': 150,
  'SearchHit.snippets': 80,
  // Long texts, and what is made of them.
  'Article.text': 30,
  'Article.paragraphs': 25,
  'Article.segments': 120,
  'Article.assertions': 80,
  'Paragraph.text': 2,
  // Words are cut out of the text where they are asked for.
  exact: 3,
  prefix: 3,
  suffix: 3,
  'Event.accounts': 10,
  'Event.disagreements': 5,
  // The schema itself.
  'Query.__schema': 20,
  'Query.__type': 20,
};

/**
 * How many a list has that no argument says: what is usual for the hundred longest of a corpus of ten thousand statements,
 * since an order or filter may ask for just those.
 */
export const SIZES: Readonly<Record<string, number>> = {
  accounts: 2,
  about: 2,
  addressees: 1,
  asserters: 2,
  'Article.bylines': 1,
  'Article.paragraphs': 22,
  'Article.segments': 200,
  'Article.events': 13,
  'Article.groups': 5,
  'Article.organizations': 8,
  'Article.people': 13,
  'Article.places': 9,
  'Article.statements': 30,
  'Article.assertions': 70,
  'Event.reports': 3,
  'Reported.reports': 3,
  'Event.statements': 5,
  'Event.subEvents': 4,
  'Statement.reports': 2,
  'Person.wrote': 5,
  'Person.positions': 9,
  'Person.relatives': 5,
  'Person.lifeDates': 3,
  deniedBy: 2,
  denies: 2,
  disagreements: 1,
  echoes: 4,
  evidence: 1.5,
  content: 1.5,
  figures: 1,
  hops: 4,
  inferred: 0.5,
  marks: 1,
  participants: 3,
  places: 1,
  positions: 1.5,
  reports: 2,
  snippets: 2,
  speakers: 1.2,
  versions: 2,
  // The schema: how many there are of each in this one, and how often there is one at all. It has 170 types, but what
  // is told of them lies at hand.
  '__Schema.types': 44,
  '__Schema.directives': 8,
  '__Type.fields': 5,
  '__Type.inputFields': 1,
  '__Type.enumValues': 1.5,
  '__Type.interfaces': 0.3,
  '__Type.possibleTypes': 0.3,
  '__Type.ofType': 0.35,
  '__Field.args': 0.8,
  '__Directive.args': 1,
};

/**
 * Counted while an answer is made: for each field, each field of the schema itself (whose lists are paid by nothing else),
 * and each byte that is written, encoded and sent. The whole schema, as GraphiQL asks for it, comes to nine tenths of
 * what may be spent.
 */
export const FIELD = 0.25;
export const SCHEMA_FIELD = 0.9;
export const BYTE = 0.015;

/**
 * For each token of a document, and each pair of fields with one name that validation has to compare (GraphQL, September
 * 2025, 5.3.2), beyond those of a document that a person would write.
 */
export const TOKEN = 3;
export const COMPARISON = 1;
export const FREE_TOKENS = 400;
export const FREE_COMPARISONS = 400;

/** For each value of a filter, lists and objects counted too, each time that the list is asked for. */
export const FILTER_VALUE = 5;

/** For each letter of a text in it, whose words are looked up. */
export const FILTER_LETTER = 0.1;

/** Things of a list that has no size here. */
export const UNKNOWN_SIZE = 5;

/**
 * For each item of a list that is answered by one thing each: an id of `nodes` that is none is an error of its own,
 * which costs more than most things; a dimension of `facets` is counted over the whole list.
 */
export const PER_ITEM: Readonly<Record<string, number>> = { ids: 60, by: 500 };

/** For each thing of a page, its record, wherever the page is asked for: `nodes`, `edges`, `pageInfo`. */
export const PAGE_ITEM = 5;

/** What it costs to answer a field once, without what is selected in it. */
export function priceOf(type: string, field: string, returned: 'LEAF' | 'OBJECT' | 'PAGED'): number {
  return entryOf(PRICES, type, field) ?? { LEAF, OBJECT, PAGED }[returned];
}

/** What each item of an argument costs; null where it is none of these, also where it is called `constructor`. */
export function pricePerItem(argument: string): number | null {
  return Object.hasOwn(PER_ITEM, argument) ? (PER_ITEM[argument] ?? null) : null;
}

/** How many things a list usually has, or how often there is something at all; null where that is not known. */
export function sizeOf(type: string, field: string): number | null {
  return entryOf(SIZES, type, field);
}

/** How long a page can be where its list is always short; null for any other. Names do not count: `Query.places` is long. */
export function pageOf(type: string, field: string): number | null {
  return SIZES[`${type}.${field}`] ?? null;
}

/** Of the field of that type or, where all fields of the name are alike, of the name. */
function entryOf(table: Readonly<Record<string, number>>, type: string, field: string): number | null {
  for (const key of [`${type}.${field}`, field]) if (Object.hasOwn(table, key)) return table[key] ?? null;
  return null;
}

/**
 * What the words of a search cost: each is the beginning of many words, and of the more the shorter it is. Words of a
 * phrase are looked up with their places. A lone letter is a word of its own.
 */
export function priceOfWords(query: string): number {
  // What is longer is refused before it is read.
  const { words, phrases } = parseQuery(query.slice(0, MAX_QUERY_LENGTH));
  const loose = words.reduce((sum, word) => sum + priceOfWord([...word].length), 0);
  return loose + phrases.reduce((sum, phrase) => sum + PHRASE_WORD * phrase.words.length, 0);
}

const PHRASE_WORD = 450;

function priceOfWord(length: number): number {
  return [0, 50, 1_500, 600, 250][length] ?? 130;
}
