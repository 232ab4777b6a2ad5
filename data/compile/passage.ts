/** Finds the passage that an author may have meant when the text does not have the quoted words. For messages only. */
import type { Range } from '../text.ts';
import { nearest } from './nearest.ts';

export interface Passages {
  /**
   * The passage that is the same except for the kind of quotation marks and dashes, white space, or composed accents.
   * `difference` names the first difference, since it is hard to see.
   */
  readonly like: (quote: string) => (Range & { readonly difference: string }) | null;
  /** The passage that shares the most words with the quote, in about the same order. */
  readonly nearest: (quote: string) => Range | null;
}

/** Prepares each index once, when it is first needed: most texts have no wrong quote, some have many. */
export function openPassages(text: string): Passages {
  let level: Levelled | null = null;
  let index: WordIndex | null = null;
  return {
    like(quote) {
      level ??= levelled(text);
      return likePassage(quote, text, level);
    },
    nearest(quote) {
      index ??= indexWords(text);
      return nearestPassage(quote, index);
    },
  };
}

/** A text in its plainest form, and the origin of each of its UTF-16 positions. */
interface Levelled {
  readonly text: string;
  readonly positions: readonly number[];
}

function likePassage(quote: string, text: string, level: Levelled) {
  const wanted = levelled(quote).text.trim();
  const at = wanted === '' ? -1 : level.text.indexOf(wanted);
  const start = level.positions[at];
  const end = level.positions[at + wanted.length];
  if (start === undefined || end === undefined) return null;
  return { start, end, difference: firstDifference(quote, text.slice(start, end)) };
}

function levelled(text: string): Levelled {
  const parts: string[] = [];
  const positions: number[] = [];
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const isAscii = /^[!-~]/.test(cluster) && !/\P{ASCII}/u.test(cluster);
    const plain = isAscii ? cluster : /^\s/.test(cluster) ? ' ' : plainForm(cluster);
    parts.push(plain);
    for (let unit = 0; unit < plain.length; unit++) positions.push(isAscii ? index + unit : index);
  }
  positions.push(text.length);
  return { text: parts.join(''), positions };
}

// White space, a run of ASCII, or one other character, each with its combining marks.
const CLUSTER = /\s+|[!-_a-~]+(?!\p{M})|[^\s\p{M}]\p{M}*|\p{M}+/gu;

const PLAIN = new Map([
  ...[...'\u2018\u2019\u201A\u201B\u2032\u02BC`\u00B4'].map((mark) => [mark, "'"] as const),
  ...[...'\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB'].map((mark) => [mark, '"'] as const),
  ...[...'\u2010\u2011\u2012\u2013\u2014\u2015\u2212'].map((dash) => [dash, '-'] as const),
  ...[...'\u00AD\u200B\u200C\u200D\u2060\uFEFF'].map((invisible) => [invisible, ''] as const),
  ['\u2026', '...'] as const,
]);

function plainForm(cluster: string): string {
  return PLAIN.get(cluster) ?? cluster.normalize('NFC');
}

function firstDifference(quote: string, passage: string): string {
  const ours = [...quote];
  const theirs = [...passage];
  const at = ours.findIndex((character, index) => character !== theirs[index]);
  if (at === -1) return 'The text ends sooner.';
  return `Where the quote has ${codePoint(ours[at])}, the text has ${codePoint(theirs[at])}.`;
}

function codePoint(character: string | undefined): string {
  if (character === undefined) return 'nothing';
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? `${character} (U+${number})` : `U+${number}`;
}

interface Word extends Range {
  readonly folded: string;
}

const MOST_WORDS = 60;
const COMMON = 200;

interface WordIndex {
  readonly words: readonly Word[];
  /** The numbers in `words` of each folded word. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

function indexWords(text: string): WordIndex {
  const words = wordsOf(text);
  return { words, places: Map.groupBy(words.keys(), (number) => words[number]?.folded ?? '') };
}

// Each shared word votes for where the quote would begin if it were that word; rare words weigh more.
function nearestPassage(quote: string, { words, places }: WordIndex): Range | null {
  const wanted = wordsOf(quote.slice(0, 20 * MOST_WORDS)).slice(0, MOST_WORDS);
  const votes = new Map<number, number>();
  for (const [number, { folded }] of wanted.entries()) {
    const found = places.get(folded) ?? [];
    if (found.length > COMMON) continue;
    for (const place of found) {
      // An extra or missing word shifts the rest, so a vote also counts for the neighbours.
      for (const [shift, weight] of SHIFTS) {
        const start = place - number + shift;
        votes.set(start, (votes.get(start) ?? 0) + weight / found.length);
      }
    }
  }
  if (votes.size === 0) return wanted.length > 2 ? null : likeWord(wanted, { words, places });

  const [best] = [...votes].reduce((top, vote) => (vote[1] > top[1] ? vote : top));
  const first = words[Math.max(0, best)];
  const last = words[Math.min(words.length, Math.max(0, best) + wanted.length) - 1];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

const SHIFTS = [
  [-1, 0.5],
  [0, 1],
  [1, 0.5],
] as const;

function likeWord(wanted: readonly Word[], { words, places }: WordIndex): Range | null {
  const name = wanted[0] === undefined ? null : nearest(wanted[0].folded, places.keys());
  const number = name === null ? undefined : places.get(name)?.[0];
  return number === undefined ? null : (words[number] ?? null);
}

function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}\p{M}]+/gu), ({ 0: word, index }) => ({
    folded: word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase(),
    start: index,
    end: index + word.length,
  }));
}
