/** Recasing: words all in capitals, "ANN LEE", in the letters that the search for names expects. */
import { isSpeechVerb } from '../speech-verb.ts';
import { readDictionary } from './dictionary.ts';
import { readGivenNames } from './given-name.ts';
import { KNOWN_ACRONYMS } from './organization-word.ts';
import { STOP_WORDS } from './stop-word.ts';
import type { Word } from './word.ts';

/** The surnames in capitals so far, which are names without a given name too. */
export type Surnames = Set<string>;

/** The words of a sentence, with names in capitals as other texts have them; places in the text stay as they are. */
export function recase(words: readonly Word[], surnames: Surnames): readonly Word[] {
  // Most sentences have at most one word in capitals.
  if (words.filter(isUpper).length < 2) return words;
  return isUpperSentence(words, surnames) ? fromSentence(words, surnames) : fromNames(words);
}

const isUpper = ({ text }: Word) => /^\p{Lu}[\p{Lu}\p{M}’'-]+$/u.test(text);
const isInitial = ({ text }: Word) => /^(?:\p{Lu}\.)+$/u.test(text);

/** Whether no word has small letters, so that a capital shows nothing; a short one only if another was so before. */
function isUpperSentence(words: readonly Word[], surnames: Surnames): boolean {
  const letters = words.filter(({ text }) => /\p{L}{2}/u.test(text));
  return (
    letters.length > (surnames.size > 0 ? 1 : 3) &&
    letters.every((word) => isUpper(word) || isInitial(word) || word.isMark)
  );
}

function fromSentence(words: readonly Word[], surnames: Surnames): Word[] {
  let name = 0;
  return words.map((word, at) => {
    if (!isUpper(word)) return word;
    if (at >= name && isGivenName(word)) {
      name = endOfName(words, at);
      const last = words[name - 1];
      if (last !== undefined && name > at + 1) surnames.add(last.folded);
    }
    if (at < name || surnames.has(word.folded)) return titled(word);
    if (isOrdinary(word)) return { ...withText(word, word.text.toLowerCase()), isCaseless: true };
    return KNOWN_ACRONYMS.has(word.text) ? word : titled(word);
  });
}

/** The end of the name after a given name: its initials and a word that cannot be a verb. */
function endOfName(words: readonly Word[], given: number): number {
  let at = given + 1;
  let word = words[at];
  for (; word?.isJoined && isInitial(word); word = words[at]) at++;
  return word?.isJoined && isUpper(word) && !isVerbLike(word) ? at + 1 : given;
}

function isVerbLike({ text }: Word): boolean {
  const lower = text.toLowerCase();
  if (STOP_WORDS.has(lower) || isSpeechVerb(lower)) return true;
  // "WALKED" is a form of a word, "REED" a word.
  return /(ed|ly|ing)$/.test(lower) && readDictionary().isOrdinary(lower) && !readDictionary().isEntry(lower);
}

/** Stretches of two to four words in capitals that begin with a given name, or that no dictionary has. */
function fromNames(words: readonly Word[]): Word[] {
  const recased = [...words];
  for (let at = 0; at < words.length; at++) {
    let to = at;
    while (isPart(words[to]) && (to === at || words[to]?.isJoined === true)) to++;
    const stretch = words.slice(at, to);
    if (stretch.length > 1 && stretch.length < 5 && isName(stretch))
      for (const [offset, word] of stretch.entries()) recased[at + offset] = isUpper(word) ? titled(word) : word;
    at = Math.max(at, to - 1);
  }
  return recased;
}

function isPart(word: Word | undefined): boolean {
  return word !== undefined && (isUpper(word) || isInitial(word));
}

function isName(stretch: readonly Word[]): boolean {
  const [first] = stretch;
  const last = stretch.at(-1);
  if (first === undefined || last === undefined || stretch.some(({ text }) => KNOWN_ACRONYMS.has(text))) return false;
  if (!isUpper(last)) return false;
  if (isGivenName(first)) return !isVerbLike(last);
  return stretch.every((word) => isInitial(word) || (word.text.length > 3 && !isOrdinary(word)));
}

function isGivenName({ folded, text }: Word): boolean {
  return readGivenNames().has(folded) && !STOP_WORDS.has(text.toLowerCase());
}

function isOrdinary({ text }: Word): boolean {
  const lower = text.toLowerCase();
  const dictionary = readDictionary();
  if (STOP_WORDS.has(lower) || dictionary.isEntry(lower)) return true;
  return dictionary.isOrdinary(lower) && !dictionary.isProper(titleCase(text));
}

function titled(word: Word): Word {
  return withText(word, titleCase(word.text));
}

function withText(word: Word, text: string): Word {
  return { ...word, text, isCapital: /^\p{Lu}/u.test(text) };
}

/** "LEE" is "Lee", "O'BRIEN" "O'Brien", "MCKAY" "McKay". */
function titleCase(text: string): string {
  const small = text.toLowerCase().replace(/^\p{Ll}|(?<=[-’'])\p{Ll}(?=\p{L})/gu, (letter) => letter.toUpperCase());
  return small.replace(/\bMc(\p{Ll})/gu, (_, letter) => `Mc${letter.toUpperCase()}`);
}
