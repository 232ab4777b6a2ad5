/**
 * Scores things by their names. A thing is found if its names have all words but those that only link others ("Cask and
 * Harrow" is called Cask & Harrow Ltd), or if one of its names was typed whole ("Inspector Lena Marsh").
 */

import type { EntityType } from '../../model.ts';
import { once, type Question } from '../../source.ts';
import { type Names, unpackNames } from './layout.ts';
import type { Match, Occurrences, QueryMatches } from './matches.ts';
import {
  addFrequency,
  addScore,
  addUp,
  joinScores,
  NO_SCORES,
  type Paper,
  paperFor,
  type Scores,
  takeFrequencies,
  takeScores,
} from './paper.ts';
import { openParts } from './parts.ts';
import { NAMES_A_PIECE, namesPiece } from './pieces.ts';
import { indexFrom, sectionsOf } from './positions.ts';
import { NAME_WEIGHT, QUALITIES, rarity, relevance } from './score.ts';
import type { Top } from './top.ts';

/** The names at the positions of the matches, by number of their piece. */
interface Layout {
  readonly top: Top;
  readonly names: ReadonlyMap<number, Names>;
}

const readNames = once(unpackNames);

/** The scores of the things whose names the matches find, whatever their types; none if no wanted type has names. */
export function* scoreNamed(
  top: Top,
  { wanted, endings }: QueryMatches,
  types: readonly EntityType[],
): Question<Scores> {
  if (types.every((type) => type === 'Article' || type === 'Statement')) return NO_SCORES;
  const layout = { top, names: yield* openParts([...wanted, ...endings], top.nameStarts, namesPiece, readNames) };
  const paper = paperFor(top);
  const scores = wanted.map((match) => scoreMatch(layout, match, paper));
  const [first = NO_SCORES, ...others] = scores;
  if (others.length === 0) return first;
  const all = others.reduce((sum, more) => addUp(sum, more, paper), first);
  const typed = typedWhole(layout, [...wanted, ...endings], paper);
  const some = new Set([...typed, ...withoutLinking(wanted, scores, paper)]);
  for (const document of all.documents) some.delete(document);
  return joinScores(all, scorePartly(top, wanted, scores, some));
}

function scoreMatch(layout: Layout, match: Match, paper: Paper): Scores {
  const { wordCount, averages } = layout.top;
  const weight = NAME_WEIGHT * rarity(match.count, wordCount);
  for (const occurrences of match.occurrences) {
    eachName(layout, occurrences, (name, length) => addFrequency(paper, name, occurrences.quality, length));
  }
  takeFrequencies(paper, (name, frequency, length) => {
    addScore(paper, documentOf(layout, name), weight * relevance(frequency, length, averages.name));
  });
  return takeScores(paper);
}

/** The documents that have all matches but linking words; none if there are no others. */
function withoutLinking(matches: readonly Match[], scores: readonly Scores[], paper: Paper): Iterable<number> {
  const [first, ...others] = scores.filter((_, index) => matches[index]?.kind !== 'LINKING_WORD');
  if (first === undefined || others.length === scores.length - 1) return [];
  return others.reduce((sum, more) => addUp(sum, more, paper), first).documents;
}

/** The documents with a name all of whose words are among the words typed. */
function typedWhole(layout: Layout, matches: readonly Match[], { typedWords }: Paper): Set<number> {
  const typed = new Set<number>();
  const exact = matches
    .filter(({ kind }) => kind !== 'PHRASE')
    .flatMap(({ occurrences }) => occurrences.filter(({ quality }) => quality === QUALITIES.EXACT));
  for (const occurrences of exact) {
    eachName(layout, occurrences, (name, length, index) => {
      // A bit for each word: one with two spellings may have been typed twice. Nobody types longer names.
      if (length > 32) return;
      const bits = ((typedWords[name] ?? 0) | (1 << index)) >>> 0;
      typedWords[name] = bits;
      if (bits === 2 ** length - 1) typed.add(documentOf(layout, name));
    });
  }
  typedWords.fill(0);
  return typed;
}

/**
 * The scores of these documents from the matches that they have; every phrase must be among them. A thing that has half
 * of the words, weighted by how rare they are, counts half, so that those that have all come first.
 */
function scorePartly(
  { wordCount }: Top,
  matches: readonly Match[],
  scores: readonly Scores[],
  documents: ReadonlySet<number>,
): Scores {
  if (documents.size === 0) return NO_SCORES;
  const sums = new Map(Array.from(documents, (document) => [document, { score: 0, weight: 0, phrases: 0 }]));
  let total = 0;
  for (const [index, { kind, count }] of matches.entries()) {
    const weight = rarity(count, wordCount);
    total += weight;
    const { documents: found, scores: foundScores } = scores[index] ?? NO_SCORES;
    for (const [at, document] of found.entries()) {
      const sum = sums.get(document);
      if (sum === undefined) continue;
      sum.score += foundScores[at] ?? 0;
      sum.weight += weight;
      if (kind === 'PHRASE') sum.phrases++;
    }
  }
  const phraseCount = matches.filter(({ kind }) => kind === 'PHRASE').length;
  // Without weight it has only the ending of a genitive.
  const hits = [...sums].filter(([, { weight, phrases }]) => weight > 0 && phrases === phraseCount);
  return {
    documents: Uint32Array.from(hits, ([document]) => document),
    scores: Float64Array.from(hits, ([, { score, weight }]) => (score * weight) / total),
  };
}

function documentOf({ names }: Layout, name: number): number {
  return names.get(Math.floor(name / NAMES_A_PIECE))?.documents[name % NAMES_A_PIECE] ?? 0;
}

/** Visits the name at each position, with the number of its words and the index of this one. */
function eachName(
  { top, names }: Layout,
  { positions }: Occurrences,
  visit: (name: number, length: number, index: number) => void,
): void {
  for (const { part, from, to } of sectionsOf(positions, top.nameStarts)) {
    const starts = names.get(part)?.starts;
    if (starts === undefined) continue;
    let name = 0;
    for (const position of positions.subarray(from, to)) {
      name = indexFrom(starts, position + 1, name) - 1;
      const start = starts[name] ?? 0;
      visit(part * NAMES_A_PIECE + name, (starts[name + 1] ?? 0) - start - 1, position - start);
    }
  }
}
