/** What a reader typed, as words and phrases to look for. Nothing that can be typed is an error. */
import { WITHOUT_SPACES, words } from './fold.ts';

/** A word of a phrase and how many places behind the phrase's first it stands. */
export interface PhraseWord {
  readonly folded: string;
  readonly offset: number;
  /** Whether words that only begin so will do: so it is for a lone character at the end, in a script without spaces. */
  readonly isPrefix: boolean;
}

/** Words that have to follow each other just so. */
export interface Phrase {
  readonly words: readonly PhraseWord[];
  /** How many words of a text it covers. */
  readonly length: number;
}

export interface ParsedQuery {
  /** Distinct, in the order typed; each stands for all words that begin with it, a lone letter for itself. */
  readonly words: readonly string[];
  readonly phrases: readonly Phrase[];
  /** How many words at the end were left out, because no more than `MAX_WORDS` are looked for. */
  readonly omittedWords: number;
}

/** UTF-16 units of a search: nobody types more. */
export const MAX_QUERY_LENGTH = 1000;

/** More words than this narrow no search, but each costs a look into the index. */
export const MAX_WORDS = 32;

/** UTF-16 units of a passage that shows what was found; one that is made of several that overlap may be longer. */
export const PASSAGE_LENGTH = 160;

/** In shorter words a mistake makes another word more often than it makes the meant one. */
export const FEWEST_LETTERS = 4;

/** A pair of quotation marks with what stands between; a mark without its partner is no more than punctuation. */
const QUOTED = /["„“”«»]([^"„“”«»]*)["„“”«»]/g;

const APOSTROPHE = /['’‘]/;
const LONE_CHARACTER = new RegExp(`^${WITHOUT_SPACES}$`, 'v');

/**
 * Whether a word is a letter alone, which stands for itself only ("J. Smith") and not for all that begins with it: a
 * fortieth of the index, and some such words would be the whole of it. In scripts without spaces a character is a word.
 */
export function isLoneLetter(word: string): boolean {
  return [...word].length === 1 && !LONE_CHARACTER.test(word);
}

/** Reads words and "quoted phrases" (also „so“, “so” and «so»); all other signs only part words. */
export function parseQuery(text: string): ParsedQuery {
  const phrases: Phrase[] = [];
  const loose: string[] = [];
  const budget = { left: MAX_WORDS, omitted: 0 };
  let at = 0;
  for (const match of text.matchAll(QUOTED)) {
    takeWords(text.slice(at, match.index), loose, budget);
    takePhrase(match[1] ?? '', phrases, budget);
    at = match.index + match[0].length;
  }
  takeWords(text.slice(at), loose, budget);
  return { words: loose, phrases, omittedWords: budget.omitted };
}

interface Budget {
  left: number;
  omitted: number;
}

function takeWords(text: string, into: string[], budget: Budget): void {
  for (const { folded, isTail } of placedWords(text)) {
    if (isTail || into.includes(folded)) continue;
    if (spend(budget)) into.push(folded);
  }
}

function takePhrase(text: string, into: Phrase[], budget: Budget): void {
  const placed = placedWords(text);
  const taken = placed.filter(({ isTail }) => !isTail).filter(() => spend(budget));
  const last = taken.at(-1);
  if (last === undefined) return;
  const phraseWords = taken.map(({ folded, offset, isLoneCharacter }) => ({
    folded,
    offset,
    isPrefix: isLoneCharacter && offset === last.offset,
  }));
  const phrase = { words: phraseWords, length: last.offset + 1 };
  const isKnown = into.some((other) => JSON.stringify(other) === JSON.stringify(phrase));
  if (!isKnown) into.push(phrase);
}

function spend(budget: Budget): boolean {
  if (budget.left === 0) {
    budget.omitted++;
    return false;
  }
  budget.left--;
  return true;
}

interface PlacedWord {
  readonly folded: string;
  readonly offset: number;
  /** The last character of a run, which the pair before it holds already. */
  readonly isTail: boolean;
  readonly isLoneCharacter: boolean;
}

function placedWords(text: string): PlacedWord[] {
  const found = words(text);
  return found.map((word, offset) => {
    // The end of "Putin’s" is no word that anybody looks for.
    const isGenitive = word.folded === 's' && APOSTROPHE.test(text.charAt(word.utf16Start - 1));
    const isTail = isGenitive || found[offset - 1]?.utf16End === word.utf16End;
    return { folded: word.folded, offset, isTail, isLoneCharacter: !isTail && LONE_CHARACTER.test(word.folded) };
  });
}
