/** Phrases: finds any of many names, of one or more words, among the words of a text. */
import { fold, splitName, type Word } from './word.ts';

/** A listed name with its value. */
export interface Phrase<Value> {
  readonly name: string;
  readonly value: Value;
}

/** Words of the text, from `from` up to, but not including, `to`. */
export interface PhraseMatch<Value> {
  readonly from: number;
  readonly to: number;
  readonly value: Value;
}

interface Entry<Value> {
  readonly words: readonly string[];
  readonly value: Value;
}

/** Listed names by their first word, the longest first. */
export type PhraseIndex<Value> = ReadonlyMap<string, readonly Entry<Value>[]>;

export function indexPhrases<Value>(phrases: Iterable<Phrase<Value>>): PhraseIndex<Value> {
  const index = new Map<string, Entry<Value>[]>();
  for (const { name, value } of phrases) {
    const words = splitName(name);
    const [first] = words;
    if (first === undefined) continue;
    const key = fold(first);
    const entries = index.get(key) ?? [];
    entries.push({ words, value });
    index.set(key, entries);
  }
  for (const entries of index.values()) entries.sort((a, b) => b.words.length - a.words.length);
  return index;
}

/** The longest listed name that begins at this word. */
export function phraseAt<Value>(
  index: PhraseIndex<Value>,
  words: readonly Word[],
  at: number,
): PhraseMatch<Value> | null {
  const word = words[at];
  if (word === undefined || word.isMark) return null;
  for (const { words: name, value } of index.get(word.folded) ?? []) {
    const to = matchEnd(words, at, name);
    if (to !== null) return { from: at, to, value };
  }
  return null;
}

/** The end of the name, if the words at a place are all of its words in order; commas and possessives count as words. */
function matchEnd(words: readonly Word[], at: number, name: readonly string[]): number | null {
  const isSentenceCase = name.length > 1 && name.slice(1).some((word) => /^\p{Ll}{4}/u.test(word));
  for (const [offset, expected] of name.entries()) {
    const word = words[at + offset];
    if (word === undefined || word.folded.replace('’', "'") !== fold(expected).replace('’', "'")) return null;
    if (offset > 0 && !word.isJoined) return null;
    if (!hasItsCapital(word, expected, offset === 0 && isSentenceCase)) return null;
  }
  return at + name.length;
}

/** "US" is not "us", "WHO" not "who", "Will" not "will". */
function hasItsCapital({ text, isCaseless }: Word, expected: string, isFree: boolean): boolean {
  if (isFree) return true;
  if (/^\p{Lu}{2,4}$/u.test(expected)) return text === expected;
  return isCaseless || !/^\p{Lu}/u.test(expected) || /^\p{Lu}/u.test(text);
}
