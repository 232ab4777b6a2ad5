/** Matches: where in the corpus the words and phrases of a query stand. */

import { isLoneLetter, type ParsedQuery, type Phrase } from '../../search-text.ts';
import type { Question } from '../../source.ts';
import type { Meter } from '../../store.ts';
import { type PackedTerm, termsOfBlock } from './dictionary.ts';
import { blocksOf, blocksWith, termsNearTo } from './mistake.ts';
import { piecesByName, termsPiece } from './pieces.ts';
import { indexFrom, unpackPositions } from './positions.ts';
import { QUALITIES } from './score.ts';
import type { Top } from './top.ts';

/** Places of one sort: those of a term, or those where a whole phrase begins. */
export interface Occurrences {
  readonly positions: Uint32Array;
  /** What one of them counts (see `QUALITIES`). */
  readonly quality: number;
  /** How many words each covers. */
  readonly length: number;
}

/** Where one word or phrase of the query stands. */
export interface Match {
  readonly occurrences: readonly Occurrences[];
  /** How many places that are. */
  readonly count: number;
}

/** The matches of the query's words and then of its phrases; null where one stands nowhere, so that nothing is found. */
export function* matchQuery(top: Top, query: ParsedQuery, meter: Meter): Question<readonly Match[] | null> {
  const wanted = wantedTerms(query);
  const found = yield* findTerms(top, wanted, meter);
  if (found.some((terms) => terms.length === 0)) return null;
  meter.spend(found.flat().reduce((sum, { term }) => sum + TERM + POSITION * term.count, 0));
  const open = yield* openPositions(found.flat());

  const matches = query.words.map((_, index) => toMatch(sortsOf(found[index] ?? [], open)));
  let next = query.words.length;
  for (const phrase of query.phrases) {
    const lists = phrase.words.map(() => open(found[next++] ?? []));
    matches.push(
      toMatch([{ positions: phraseStarts(phrase, lists), quality: QUALITIES.EXACT, length: phrase.length }]),
    );
  }
  return matches.some(({ count }) => count === 0) ? null : matches;
}

function toMatch(occurrences: readonly Occurrences[]): Match {
  return { occurrences, count: occurrences.reduce((sum, { positions }) => sum + positions.length, 0) };
}

/** The places of the terms, best first: however many terms there are, of each quality they are one list. */
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

function wantedTerms({ words, phrases }: ParsedQuery): WantedTerm[] {
  return [
    ...words.map((word) => ({ word, isPrefix: !isLoneLetter(word) })),
    ...phrases.flatMap((phrase) => phrase.words.map(({ folded, isPrefix }) => ({ word: folded, isPrefix }))),
  ];
}

/** Microseconds for a block of the dictionary that is looked through, a term that will do, a place where it stands. */
const BLOCK = 30;
const TERM = 0.5;
const POSITION = 0.04;

interface FoundTerm {
  readonly term: PackedTerm;
  readonly quality: number;
}

/** For each wanted term those of the dictionary that will do; for words that begin none, those that are nearly it. */
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
    // Two words may be nearly the same one.
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

/** Fetches the long lists of positions of the terms, and gives what then unpacks those of any of them into one. */
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

/** Where the phrase begins, given the positions of each of its words. */
function phraseStarts(phrase: Phrase, lists: readonly Uint32Array[]): Uint32Array {
  const placed = phrase.words
    .map(({ offset }, index) => ({ offset, positions: lists[index] ?? new Uint32Array(0) }))
    // The rarest first: there can be no more places than it has.
    .sort((a, b) => a.positions.length - b.positions.length);
  const [rarest, ...others] = placed;
  if (rarest === undefined) return new Uint32Array(0);
  let starts: Uint32Array = rarest.positions
    .filter((position) => position >= rarest.offset)
    .map((at) => at - rarest.offset);
  for (const { offset, positions } of others) starts = keepFollowed(starts, offset, positions);
  return starts;
}

/** The starts that have one of the positions at this offset behind them. */
function keepFollowed(starts: Uint32Array, offset: number, positions: Uint32Array): Uint32Array {
  let at = 0;
  return starts.filter((start) => {
    at = indexFrom(positions, start + offset, at);
    return positions[at] === start + offset;
  });
}
