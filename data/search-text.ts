/** Parses what a reader typed into words and phrases to look for. No input is an error. */
import { WITHOUT_SPACES, words } from './fold.ts';

/** A word of a phrase, and its distance in words from the phrase's first word. */
export interface PhraseWord {
  readonly folded: string;
  readonly offset: number;
  /** Whether words that only begin with it match: true for a lone character at the end in a script without spaces. */
  readonly isPrefix: boolean;
}

/** Words that must follow each other exactly. */
export interface Phrase {
  readonly words: readonly PhraseWord[];
  /** The number of words of a text that it covers. */
  readonly length: number;
}

export interface ParsedQuery {
  /** Distinct, in the order typed; each matches all words that begin with it, a lone letter only itself. */
  readonly words: readonly string[];
  readonly phrases: readonly Phrase[];
  /** Parts of words that are not looked for alone ("’s"), but belong to a name that is typed with them. */
  readonly endings: readonly string[];
  /** The number of words at the end that were left out, because at most `MAX_WORDS` are looked for. */
  readonly omittedWords: number;
}

/** The most UTF-16 units of a search: nobody types more. */
export const MAX_QUERY_LENGTH = 1000;

/** More words do not narrow a search, but each costs a lookup in the index. */
export const MAX_WORDS = 32;

/** The UTF-16 units of a passage that shows what was found; overlapping passages are joined and may be longer. */
export const PASSAGE_LENGTH = 160;

/** A typing mistake in a shorter word is more often another word than a misspelling of the intended one. */
export const FEWEST_LETTERS = 4;

/** A pair of quotation marks and the text between; a mark without its partner is just punctuation. */
const QUOTED = /["„“”«»]([^"„“”«»]*)["„“”«»]/g;

const APOSTROPHE = /['’‘]/;
const LONE_CHARACTER = new RegExp(`^${WITHOUT_SPACES}$`, 'v');

/**
 * Whether a word is a single letter, which matches only itself ("J. Smith") and not all words that begin with it: these
 * are a fortieth of the index, and for some letters all of it. In scripts without spaces a character is a word.
 */
export function isLoneLetter(word: string): boolean {
  return [...word].length === 1 && !LONE_CHARACTER.test(word);
}

/** Reads words and "quoted phrases" (also „like“, “this” and «this»); all other signs only separate words. */
export function parseQuery(text: string): ParsedQuery {
  const phrases: Phrase[] = [];
  const loose: string[] = [];
  const endings = new Set<string>();
  const budget = { left: MAX_WORDS, omitted: 0 };
  let at = 0;
  for (const match of text.matchAll(QUOTED)) {
    takeWords(text.slice(at, match.index), loose, endings, budget);
    takePhrase(match[1] ?? '', phrases, budget);
    at = match.index + match[0].length;
  }
  takeWords(text.slice(at), loose, endings, budget);
  for (const word of loose) endings.delete(word);
  return { words: loose, phrases, endings: [...endings].slice(0, MAX_WORDS), omittedWords: budget.omitted };
}

interface Budget {
  left: number;
  omitted: number;
}

function takeWords(text: string, into: string[], endings: Set<string>, budget: Budget): void {
  for (const { folded, isTail, isGenitive } of placedWords(text)) {
    // Nobody looks for the end of "Putin’s" as a word.
    if (isTail || isGenitive) endings.add(folded);
    else if (!into.includes(folded) && spend(budget)) into.push(folded);
  }
}

function takePhrase(text: string, into: Phrase[], budget: Budget): void {
  const placed = placedWords(text);
  // At its end a genitive is left out, so that "of Putin’s" finds "of Putin" as well. Elsewhere it is a word like others:
  // a hole there could be filled by any word, and even by the gap between two texts.
  const end = placed.findLastIndex(({ isGenitive }) => !isGenitive) + 1;
  const taken = placed.slice(0, end).filter(({ isTail }) => !isTail && spend(budget));
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
  /** The last character of a run, which is already part of the pair before it, and always follows that. */
  readonly isTail: boolean;
  /** The end of an English genitive. */
  readonly isGenitive: boolean;
  readonly isLoneCharacter: boolean;
}

function placedWords(text: string): PlacedWord[] {
  const found = words(text);
  return found.map((word, offset) => {
    const isGenitive = word.folded === 's' && APOSTROPHE.test(text.charAt(word.utf16Start - 1));
    const isTail = found[offset - 1]?.utf16End === word.utf16End;
    const isLoneCharacter = !isTail && LONE_CHARACTER.test(word.folded);
    return { folded: word.folded, offset, isTail, isGenitive, isLoneCharacter };
  });
}
