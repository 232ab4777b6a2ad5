/** Finds the hits of a query in their ranking. */

import { ENTITY_TYPES, type EntityType } from '../../model.ts';
import type { ParsedQuery } from '../../search-text.ts';
import { pieces, type Question } from '../../source.ts';
import type { Meter } from '../../store.ts';
import { BEST_COUNT, type BestHits, unpackBestHits } from './best.ts';
import { scoreMatches } from './document-scores.ts';
import { type Match, matchQuery, NO_MATCHES } from './matches.ts';
import { bestPiece } from './pieces.ts';
import { cutRanks, type Hit, type HitWindow, hitOf, ranksOf } from './rank.ts';
import { documentCount, firstDocument, openTop, type Top, thingOf } from './top.ts';

export interface SearchRequest {
  readonly query: ParsedQuery;
  readonly types: readonly EntityType[];
  /** The numbers of each type that a filter lets pass, in rising order; all pass if a type is missing. */
  readonly allowed: { readonly [T in EntityType]?: Uint32Array };
  /** Spends the cost of looking up the words before they are scored. */
  readonly meter: Meter;
}

export interface FoundHits {
  /** Those of the window, best first; equal ones in the order of types and then of numbers. */
  readonly hits: readonly Hit[];
  /** The number of hits before the first of the window. */
  readonly start: number;
  /** The total, whatever the window. */
  readonly total: number;
  readonly query: ParsedQuery;
  readonly meter: Meter;
  /** The places of the words, for the snippets; null if they were not looked up. */
  readonly matches: readonly Match[] | null;
  /** The types that were looked for, and all their documents that have the words; null if these were not looked up. */
  readonly types: readonly EntityType[];
  readonly documents: Uint32Array | null;
}

const EVERYTHING: HitWindow = { limit: Infinity };

/**
 * The hits of the window. A thing is a hit if it has every word and every phrase of the query, or if the query has the
 * whole of one of its names; names need no linking words. A query without a word has no hits. A word matches all words
 * that begin with it, or, if there are none, words one mistake away.
 */
export function* findHits(request: SearchRequest, window: HitWindow = EVERYTHING): Question<FoundHits> {
  const top = yield* openTop();
  const stored = yield* openBestHits(request);
  const known = stored === null ? null : cutBestHits(top, request, stored, window);
  return known ?? (yield* rankHits(top, request, window));
}

function* rankHits(top: Top, request: SearchRequest, window: HitWindow): Question<FoundHits> {
  const { query, types, meter } = request;
  const { ranks: all, ...found } = yield* rankAll(top, request);
  const { ranks, start } = cutRanks(top, all, window);
  const hits = Array.from(ranks, (rank) => hitOf(top, rank));
  return { hits, start, total: all.length, query, meter, types, ...found };
}

/** The ranks of all hits, unordered, and all documents that have the words, whatever the filter. */
export function* rankAll(
  top: Top,
  request: SearchRequest,
): Question<{
  readonly ranks: Float64Array;
  readonly matches: readonly Match[];
  readonly documents: Uint32Array;
}> {
  const { query, types, meter } = request;
  const isEmpty = query.words.length + query.phrases.length === 0;
  const matches = isEmpty ? NO_MATCHES : yield* matchQuery(top, query, meter);
  const scores = yield* scoreMatches(top, matches, types);
  const ranks = ranksOf(top, scores, allowedDocuments(top, request));
  return { ranks, matches: matches.wanted, documents: scores.documents };
}

/** All documents of these types that have the words, whatever the filter, unordered. */
export function* findDocuments(top: Top, found: FoundHits, types: readonly EntityType[]): Question<Uint32Array> {
  const { documents, query, meter } = found;
  if (documents !== null && types.every((type) => found.types.includes(type))) return documents;
  return (yield* rankAll(top, { query, types, allowed: {}, meter })).documents;
}

/** For each document, 1 if the request allows it; null if it allows all. */
export function allowedDocuments(
  top: Top,
  { types, allowed }: Pick<SearchRequest, 'types' | 'allowed'>,
): Uint8Array | null {
  if (ENTITY_TYPES.every((type) => types.includes(type) && allowed[type] === undefined)) return null;
  const isAllowed = new Uint8Array(documentCount(top));
  for (const type of types) {
    const first = firstDocument(top, type);
    const count = top.counts[ENTITY_TYPES.indexOf(type)] ?? 0;
    const numbers = allowed[type];
    if (numbers === undefined) isAllowed.fill(1, first, first + count);
    else for (const number of numbers) if (number < count) isAllowed[first + number] = 1;
  }
  return isAllowed;
}

/** The stored best hits, if the request is for one word without a filter. */
function* openBestHits({ query, types, allowed }: SearchRequest): Question<BestHits | null> {
  const [word, ...others] = query.words;
  if (word === undefined || others.length > 0 || query.phrases.length > 0) return null;
  if (types.some((type) => allowed[type] !== undefined)) return null;
  const [piece = null] = yield* pieces([bestPiece(word)]);
  return piece === null ? null : unpackBestHits(piece);
}

/** The window of the stored hits; null if it goes beyond them. */
function cutBestHits(
  top: Top,
  { query, types, meter }: SearchRequest,
  stored: BestHits,
  window: HitWindow,
): FoundHits | null {
  const count = documentCount(top);
  const ranks = stored.ranks.filter((rank) => types.includes(thingOf(top, rank % count).type));
  const total = totalOf(stored, types);
  const part = cutRanks(top, ranks, window);
  const isWhole = ranks.length === total || stored.ranks.length < BEST_COUNT;
  if (!isWhole && (window.fromEnd === true || part.ranks.length < window.limit)) return null;
  return {
    hits: Array.from(part.ranks, (rank) => hitOf(top, rank)),
    start: part.start,
    total,
    query,
    meter,
    matches: null,
    types,
    documents: null,
  };
}

function totalOf({ totals }: BestHits, types: readonly EntityType[]): number {
  return ENTITY_TYPES.reduce((sum, type, index) => (types.includes(type) ? sum + (totals[index] ?? 0) : sum), 0);
}
