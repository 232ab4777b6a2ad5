/** Snippets: the passages of the articles that show why something was found. */

import { fold } from '../../fold.ts';
import type { Evidence, Slug, Utf16Span } from '../../model.ts';
import { partitionPoint } from '../../page.ts';
import type { Snippet } from '../../query.ts';
import { PASSAGE_LENGTH } from '../../search-text.ts';
import type { Question } from '../../source.ts';
import type { FoundHits } from './find.ts';
import type { WordRange } from './layout.ts';
import { type Match, matchQuery } from './matches.ts';
import {
  extentOfWords,
  type OpenArticle,
  openArticles,
  spanIn,
  toEvidence,
  type WordRun,
  wordsAround,
  wordsWithin,
} from './open-article.ts';
import { passageAround, printPassage } from './passage.ts';
import { indexFrom } from './positions.ts';
import { rangesOf } from './ranges.ts';
import type { Hit } from './rank.ts';
import { QUALITIES } from './score.ts';
import { openTop } from './top.ts';

/** More passages than this tell a reader nothing new. */
export const MOST_SNIPPETS = 3;

/** Converts between numbers and slugs of the articles from which passages are cut. */
export interface ArticleNames {
  readonly slugOf: (article: number) => Slug;
  readonly numberOf: (article: Slug) => number;
}

/**
 * At most three passages for each hit, best first. Those of articles and statements are around the words and whole
 * phrases of the query, each once before one is shown again; those of other things are around the words that report or
 * name it, which `naming` has for each hit. Overlapping passages are joined.
 */
export function* cutSnippets(
  found: FoundHits,
  hits: readonly Hit[],
  naming: readonly (readonly Evidence[])[],
  names: ArticleNames,
): Question<readonly (readonly Snippet[])[]> {
  if (hits.length === 0) return [];
  const top = yield* openTop();
  const matches = found.matches ?? (yield* matchQuery(top, found.query, found.meter)).wanted;
  const places = (yield* rangesOf(top, hits)).map((ranges) => choosePlaces(matches, ranges));
  const articleAt = (place: Place) => indexFrom(top.articleStarts, place.start + 1, 0) - 1;
  const open = yield* openArticles(
    top,
    [...places.flat().map(articleAt), ...naming.flat().map(({ source }) => names.numberOf(source))],
    names.slugOf,
  );
  return hits.map((_, index) => {
    const foundPlaces = (places[index] ?? []).flatMap((place) => {
      const article = open.get(articleAt(place));
      return article === undefined ? [] : [{ article, focus: extentOfWords(article, place) }];
    });
    const namingPlaces = (naming[index] ?? []).flatMap((evidence) => {
      const article = open.get(names.numberOf(evidence.source));
      return article === undefined ? [] : [{ article, focus: focusIn(article, evidence, matches) }];
    });
    return passagesAround([...foundPlaces, ...namingPlaces]).map((passage) => toSnippet(passage, matches));
  });
}

/** A place to show. */
interface Place extends WordRange {
  readonly quality: number;
}

function choosePlaces(matches: readonly Match[], ranges: readonly WordRange[]): Place[] {
  const candidates = matches.map((match) => bestPlaces(match, ranges));
  const chosen: Place[] = [];
  // The best place of each match, then the second best of each, and so on.
  for (let turn = 0; turn < MOST_SNIPPETS; turn++) {
    for (const places of candidates) {
      const place = places[turn];
      if (place === undefined || chosen.length === MOST_SNIPPETS) continue;
      if (!chosen.some(({ start, end }) => start === place.start && end === place.end)) chosen.push(place);
    }
  }
  return chosen;
}

/** The first places of the best quality. */
function bestPlaces({ occurrences }: Match, ranges: readonly WordRange[]): Place[] {
  const places: Place[] = [];
  for (const { positions, quality, length } of occurrences) {
    for (const range of ranges) {
      let index = indexFrom(positions, range.start, 0);
      // The first few of each kind are enough.
      for (let taken = 0; taken < MOST_SNIPPETS; taken++, index++) {
        const start = positions[index];
        if (start === undefined || start + length > range.end) break;
        places.push({ start, end: start + length, quality });
      }
    }
  }
  return places.sort((a, b) => b.quality - a.quality || a.start - b.start).slice(0, MOST_SNIPPETS);
}

/** The first of the words found that is in the evidence, or else the evidence's first word. */
function focusIn(article: OpenArticle, evidence: Evidence, matches: readonly Match[]): Utf16Span {
  const run = wordsWithin(article, evidence);
  return foundAmong(run, matches, article)[0] ?? run.words[0] ?? { ...evidence, utf16End: evidence.utf16Start };
}

function isWithin({ utf16Start, utf16End }: Utf16Span, outer: Utf16Span): boolean {
  return utf16Start >= outer.utf16Start && utf16End <= outer.utf16End;
}

/** The places of the words and phrases found among neighbouring words; overlapping ones are joined. */
function foundAmong(
  { position: first, words }: WordRun,
  matches: readonly Match[],
  { text: { text } }: OpenArticle,
): Utf16Span[] {
  const end = first + words.length;
  const extents: Utf16Span[] = [];
  for (const { word, occurrences } of matches) {
    for (const { positions, quality, length } of occurrences) {
      let index = indexFrom(positions, Math.max(0, first - length + 1), 0);
      for (let at = positions[index]; at !== undefined && at < end; at = positions[++index]) {
        const from = words[Math.max(at, first) - first];
        let last = Math.min(at + length, end) - 1 - first;
        // "reelected" is found at the first word of "re-elected".
        if (quality !== QUALITIES.MISTAKE) last += hyphensWithin(word, words, last, text);
        const to = words[last];
        if (from && to) extents.push({ utf16Start: from.utf16Start, utf16End: to.utf16End });
      }
    }
  }
  return joinOverlapping(extents);
}

/** The number of hyphens that are left out of the folded word, which begins with this word of the text. */
function hyphensWithin(folded: string, words: WordRun['words'], at: number, text: string): number {
  let hyphens = 0;
  let left = folded.length;
  for (let word = words[at]; word !== undefined; word = words[at + hyphens]) {
    left -= fold(text.slice(word.utf16Start, word.utf16End)).length;
    if (left <= 0 || !/[-‐‑]/.test(text.charAt(word.utf16End)) || words[at + hyphens + 1] === undefined) break;
    hyphens++;
  }
  return hyphens;
}

function joinOverlapping(extents: readonly Utf16Span[]): Utf16Span[] {
  const joined: Utf16Span[] = [];
  for (const extent of extents.toSorted((a, b) => a.utf16Start - b.utf16Start || b.utf16End - a.utf16End)) {
    const last = joined.at(-1);
    if (last === undefined || last.utf16End <= extent.utf16Start) joined.push(extent);
    else joined[joined.length - 1] = unite(last, extent);
  }
  return joined;
}

function unite(a: Utf16Span, b: Utf16Span): Utf16Span {
  return { utf16Start: Math.min(a.utf16Start, b.utf16Start), utf16End: Math.max(a.utf16End, b.utf16End) };
}

interface Passage extends Utf16Span {
  readonly article: OpenArticle;
  readonly paragraph: number;
}

/** The passages around some places, in their order. */
function passagesAround(places: readonly { readonly article: OpenArticle; readonly focus: Utf16Span }[]): Passage[] {
  let passages: Passage[] = [];
  for (const { article, focus } of places) {
    const isShown = (passage: Passage) => passage.article === article && isWithin(focus, passage);
    if (passages.some(isShown)) continue;
    let passage = openPassage(article, focus);
    const overlapping = passages.filter((other) => overlap(other, passage));
    for (const other of overlapping) passage = { ...passage, ...unite(passage, other) };
    const [first = passage] = overlapping;
    passages =
      overlapping.length === 0
        ? [...passages, passage]
        : passages.flatMap((other) => (other === first ? [passage] : overlapping.includes(other) ? [] : [other]));
  }
  return passages;
}

function overlap(a: Passage, b: Passage): boolean {
  return a.article === b.article && a.utf16Start < b.utf16End && b.utf16Start < a.utf16End;
}

function openPassage(article: OpenArticle, focus: Utf16Span): Passage {
  const { text, paragraphs } = article.text;
  const paragraph = Math.max(0, partitionPoint(paragraphs, ({ utf16Start }) => utf16Start <= focus.utf16Start) - 1);
  const around = paragraphs[paragraph] ?? focus;
  // A phrase may run past the end of a paragraph: then its beginning is shown.
  const inside = { ...focus, utf16End: Math.min(focus.utf16End, around.utf16End) };
  const near = { utf16Start: inside.utf16Start - PASSAGE_LENGTH, utf16End: inside.utf16End + PASSAGE_LENGTH };
  return { article, paragraph, ...passageAround(text, around, inside, () => wordsAround(article, near).words) };
}

function toSnippet(passage: Passage, matches: readonly Match[]): Snippet {
  const { article, paragraph, utf16Start } = passage;
  const { text, paragraphs } = article.text;
  const printed = printPassage(text, paragraphs[paragraph] ?? passage, passage);
  const shift = printed.before.length - utf16Start;
  return {
    evidence: toEvidence(article, paragraph, passage),
    text: printed.text,
    matches: foundAmong(wordsWithin(article, passage), matches, article).map((extent) =>
      spanIn(printed.text, { utf16Start: extent.utf16Start + shift, utf16End: extent.utf16End + shift }),
    ),
  };
}
