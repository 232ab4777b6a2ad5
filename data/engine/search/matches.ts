/** Matches: the places of a query's words and phrases in the corpus. */

import { isLoneLetter, type ParsedQuery, type Phrase } from '../../search-text.ts';
import type { Question } from '../../source.ts';
import type { Meter } from '../../store.ts';
import { type PackedTerm, termsOfBlock } from './dictionary.ts';
import { blocksOf, blocksWith, termsNearTo } from './mistake.ts';
import { piecesByName, termsPiece } from './pieces.ts';
import { indexFrom, unpackPositions } from './positions.ts';
import { isLinking, QUALITIES } from './score.ts';
import type { Top } from './top.ts';

/** Places of one kind: those of a term, or those where a whole phrase begins. */
export interface Occurrences {
  readonly positions: Uint32Array;
  /** The weight of each (see `QUALITIES`). */
  readonly quality: number;
  /** The number of words that each covers. */
  readonly length: number;
}

/** The places of one word or phrase of the query. */
export interface Match {
  readonly kind: 'WORD' | 'LINKING_WORD' | 'PHRASE';
  /** Folded; empty for a phrase. */
  readonly word: string;
  readonly occurrences: readonly Occurrences[];
  /** The number of places. */
  readonly count: number;
}

/** The matches of what is looked for, words and then phrases; and of the endings that belong to a name typed whole. */
export interface QueryMatches {
  readonly wanted: readonly Match[];
  readonly endings: readonly Match[];
}

export const NO_MATCHES: QueryMatches = { wanted: [], endings: [] };

/** The matches of a query; none if no word, or not every phrase, occurs anywhere, so that nothing is found. */
export function* matchQuery(top: Top, query: ParsedQuery, meter: Meter): Question<QueryMatches> {
  const wanted = wantedTerms(query);
  const all = yield* findTerms(top, wanted, meter);
  const found = all.slice(0, wanted.length - query.endings.length);
  const endings = all.slice(found.length);
  const isUnknown = (terms: readonly FoundTerm[]) => terms.length === 0;
  if (found.every(isUnknown) || found.slice(query.words.length).some(isUnknown)) return NO_MATCHES;
  meter.spend(all.flat().reduce((sum, { term }) => sum + TERM + POSITION * term.count, 0));
  const open = yield* openPositions(all.flat());

  const matches = query.words.map((word, index) => toWordMatch(top, word, sortsOf(found[index] ?? [], open)));
  let next = query.words.length;
  for (const phrase of query.phrases) {
    const lists = phrase.words.map(() => open(found[next++] ?? []));
    const positions = phraseStarts(phrase, lists);
    if (positions.length === 0) return NO_MATCHES;
    matches.push(toMatch('PHRASE', '', [{ positions, quality: QUALITIES.EXACT, length: phrase.length }]));
  }
  return { wanted: matches, endings: endings.map((terms) => toMatch('WORD', '', sortsOf(terms, open))) };
}

function toWordMatch({ wordCount }: Top, word: string, occurrences: readonly Occurrences[]): Match {
  const exact = occurrences.find(({ quality }) => quality === QUALITIES.EXACT)?.positions.length ?? 0;
  return toMatch(isLinking(word, exact, wordCount) ? 'LINKING_WORD' : 'WORD', word, occurrences);
}

function toMatch(kind: Match['kind'], word: string, occurrences: readonly Occurrences[]): Match {
  return { kind, word, occurrences, count: occurrences.reduce((sum, { positions }) => sum + positions.length, 0) };
}

/** The places of the terms, best first: one list for each quality, however many terms there are. */
function sortsOf(terms: readonly FoundTerm[], open: (terms: readonly FoundTerm[]) => Uint32Array): Occurrences[] {
  return Object.values(QUALITIES).flatMap((quality) => {
    const alike = terms.filter((term) => term.quality === quality);
    return alike.length === 0 ? [] : [{ positions: open(alike), quality, length: 1 }];
  });
}

interface WantedTerm {
  readonly word: string;
  readonly isPrefix: boolean;
}

function wantedTerms({ words, phrases, endings }: ParsedQuery): WantedTerm[] {
  return [
    ...words.map((word) => ({ word, isPrefix: !isLoneLetter(word) })),
    ...phrases.flatMap((phrase) => phrase.words.map(({ folded, isPrefix }) => ({ word: folded, isPrefix }))),
    ...endings.map((word) => ({ word, isPrefix: false })),
  ];
}

/** Microseconds for searching a block of the dictionary, for a matching term, and for a place of it. */
const BLOCK = 30;
const TERM = 0.5;
const POSITION = 0.04;

interface FoundTerm {
  readonly term: PackedTerm;
  readonly quality: number;
}

/** The dictionary's matching terms for each wanted term; for words that begin no term, those one mistake away. */
function* findTerms(
  top: Top,
  wanted: readonly WantedTerm[],
  meter: Meter,
): Question<readonly (readonly FoundTerm[])[]> {
  const found = yield* lookUp(top, wanted, meter);
  const missing = wanted.map(({ word, isPrefix }, index) => (isPrefix && found[index]?.length === 0 ? word : ''));
  if (missing.every((word) => word === '')) return found;

  const near = yield* termsNearTo(top, missing, meter);
  const nearTerms = yield* lookUp(
    top,
    // Two words may be near the same term.
    [...new Set(near.flat())].map((word) => ({ word, isPrefix: false })),
    meter,
  );
  const standIns = nearTerms.flat().map(({ term }) => ({ term, quality: QUALITIES.MISTAKE }));
  return found.map((terms, index) =>
    terms.length > 0 ? terms : standIns.filter(({ term }) => near[index]?.includes(term.spelling)),
  );
}

function* lookUp(top: Top, wanted: readonly WantedTerm[], meter: Meter): Question<readonly (readonly FoundTerm[])[]> {
  const names = wanted.map(({ word, isPrefix }) =>
    (isPrefix ? blocksWith : blocksOf)(top.firstTerms, word).map(termsPiece),
  );
  meter.spend(BLOCK * names.flat().length);
  const blocks = yield* piecesByName(names.flat());
  return wanted.map(({ word, isPrefix }, index) => {
    const isWanted = isPrefix ? (term: string) => term.startsWith(word) : (term: string) => term === word;
    return (names[index] ?? [])
      .flatMap((name) => termsOfBlock(blocks.get(name) ?? new Uint8Array(0), isWanted))
      .map((term) => ({ term, quality: term.spelling === word ? QUALITIES.EXACT : QUALITIES.PREFIX }));
  });
}

/** Fetches the terms' long lists of positions. Returns a function that unpacks those of any terms into one list. */
function* openPositions(terms: readonly FoundTerm[]): Question<(terms: readonly FoundTerm[]) => Uint32Array> {
  const names = terms.flatMap(({ term: { positions } }) => (positions instanceof Uint8Array ? [] : positions));
  const pieces = yield* piecesByName(names);
  const packed = ({ term: { positions } }: FoundTerm) =>
    positions instanceof Uint8Array ? positions : positions.map((name) => pieces.get(name) ?? new Uint8Array(0));
  return (some) =>
    unpackPositions(
      some.flatMap(packed),
      some.reduce((sum, { term }) => sum + term.count, 0),
    );
}

/** The places where the phrase begins, given the positions of each of its words. */
function phraseStarts(phrase: Phrase, lists: readonly Uint32Array[]): Uint32Array {
  const placed = phrase.words
    .map(({ offset }, index) => ({ offset, positions: lists[index] ?? new Uint32Array(0) }))
    // The rarest word first: the phrase has no more places than it.
    .sort((a, b) => a.positions.length - b.positions.length);
  const [rarest, ...others] = placed;
  if (rarest === undefined) return new Uint32Array(0);
  let starts: Uint32Array = rarest.positions
    .filter((position) => position >= rarest.offset)
    .map((at) => at - rarest.offset);
  for (const { offset, positions } of others) starts = keepFollowed(starts, offset, positions);
  return starts;
}

/** The starts that have one of the positions at this offset after them. */
function keepFollowed(starts: Uint32Array, offset: number, positions: Uint32Array): Uint32Array {
  let at = 0;
  return starts.filter((start) => {
    at = indexFrom(positions, start + offset, at);
    return positions[at] === start + offset;
  });
}
