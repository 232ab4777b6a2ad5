/** JSON-LD 1.1 documents in the terms of schema.org and W3C Web Annotation: their context and how they are put together. */
import type { Change, Passage, Place, Removal } from '../reader/answer.ts';
import { exactDay } from './exact-day.ts';

/** A node of the graph. */
export type Data = Readonly<Record<string, unknown>>;

const TO_THING = { '@type': '@id' };
const DATE = { '@type': 'Date' };

/**
 * It stands in every document, so that nothing has to be loaded. `@id` and `@type` have no other names, because search
 * engines look for these. `dateline` is the vocabulary that exported corpora have.
 */
export const CONTEXT = {
  '@vocab': 'https://schema.org/',
  oa: 'http://www.w3.org/ns/oa#',
  dateline: 'https://dateline.example/vocabulary#',
  url: TO_THING,
  sameAs: TO_THING,
  isBasedOn: TO_THING,
  isPartOf: TO_THING,
  appearance: TO_THING,
  datePublished: DATE,
  dateModified: DATE,
  startDate: DATE,
  endDate: DATE,
  birthDate: DATE,
  deathDate: DATE,
  'dateline:attributedTo': TO_THING,
  'oa:hasBody': TO_THING,
  'oa:hasSource': TO_THING,
};

/** A document of these nodes, without what is unknown. */
export function document(graph: readonly Data[]): object {
  return { '@context': CONTEXT, '@graph': graph.map(withoutEmpty) };
}

/** Words of an article that stand for a thing: https://www.w3.org/TR/annotation-model/#selectors. */
export function annotation(body: string, source: string, passage: Place & Partial<Passage>): Data {
  const { start, end, exact, prefix, suffix } = passage;
  const quote = { '@type': 'oa:TextQuoteSelector', 'oa:exact': exact, 'oa:prefix': prefix, 'oa:suffix': suffix };
  const position = { '@type': 'oa:TextPositionSelector', 'oa:start': start, 'oa:end': end };
  return {
    '@type': 'oa:Annotation',
    'oa:hasBody': body,
    'oa:hasTarget': { '@type': 'oa:SpecificResource', 'oa:hasSource': source, 'oa:hasSelector': [quote, position] },
  };
}

/** The publisher's own words about a change; nothing if it says nothing, as an editor's words are not the publisher's. */
export function correctionOf({ date, correction }: Change): Data[] {
  if (correction === null) return [];
  return [{ '@type': 'CorrectionComment', text: correction.exact, datePublished: exactDay(date) }];
}

/** That a thing is in no present text any more, and since when; nothing if it is. */
export function removalOf(removedBy: Removal | null): Data {
  if (removedBy === null) return {};
  return { 'dateline:removed': exactDay(removedBy.date), correction: correctionOf(removedBy) };
}

/** The address of the page with all texts of an article, at one of them. */
export function addressOfRevision({ url }: { readonly url: string }, number: number): string {
  return `${url}/revisions#revision-${number}`;
}

/** The path of the text that has the words of a thing: the present one of the article, or the last that had them. */
export function sourceOf(article: { readonly url: string }, removedBy: Removal | null): string {
  return removedBy === null ? article.url : addressOfRevision(article, removedBy.number - 1);
}

/** Without what is unknown: null, or a list of nothing. A loop makes no lists of entries. */
function withoutEmpty(data: Data): Data {
  const known: Record<string, unknown> = {};
  for (const name in data) {
    const value = data[name];
    if (value != null && !(Array.isArray(value) && value.length === 0)) known[name] = simple(value);
  }
  return known;
}

function simple(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 ? simple(value[0]) : value.map(simple);
  return typeof value === 'object' && value !== null ? withoutEmpty(value as Data) : value;
}
