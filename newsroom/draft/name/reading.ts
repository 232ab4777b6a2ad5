/** A reading: the words of a text with everything that the search for names asks about them. */
import { isSpeechVerb } from '../speech-verb.ts';
import { type Dictionary, readDictionary } from './dictionary.ts';
import { type Gazetteer, type Listed, readGazetteer } from './gazetteer.ts';
import { type NameGender, readGivenNames } from './given-name.ts';
import { type PhraseMatch, phraseAt } from './phrase.ts';
import { STOP_WORDS } from './stop-word.ts';
import { COURTESY, ROLES } from './title-word.ts';
import { readNameWords, type Word } from './word.ts';

/** Words of the text, from `from` up to, but not including, `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  readonly dictionary: Dictionary;
  readonly gazetteer: Gazetteer;
  readonly givenNames: ReadonlyMap<string, NameGender>;
  /** Folded words with a capital in a place where only a name has one. */
  readonly confirmed: ReadonlySet<string>;
  /** The places of each word, by its folded form. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

export function readText(text: string): Reading {
  const words = readNameWords(text);
  const confirmed = words.filter((word) => word.isCapital && !word.isInitial && !word.isTitled && !isShouted(word));
  return {
    text,
    words,
    dictionary: readDictionary(),
    gazetteer: readGazetteer(),
    givenNames: readGivenNames(),
    places: indexPlaces(words),
    confirmed: new Set(confirmed.map(({ folded }) => folded)),
  };
}

function indexPlaces(words: readonly Word[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [at, { folded }] of words.entries()) {
    const own = places.get(folded);
    if (own === undefined) places.set(folded, [at]);
    else if (own.length < MOST_PLACES) own.push(at);
  }
  return places;
}

/** The most places of a word that are looked at: the first ones are enough, and more would take too long in a long text. */
const MOST_PLACES = 50;

/** The first places of the same word with the same capitals. */
export function placesOf(reading: Reading, word: Word | undefined): readonly number[] {
  if (word === undefined) return [];
  return (reading.places.get(word.folded) ?? []).filter((at) => reading.words[at]?.text === word.text);
}

/** Whether the word is all in capitals: initials, or emphasis. */
export function isShouted(word: Word): boolean {
  return /^\p{Lu}[\p{Lu}\d]+$/u.test(word.text);
}

/** Whether only a space or a hyphen separates the word from the one before, in the same sentence. */
export function isNext(reading: Reading, at: number): boolean {
  const [before, word] = [reading.words[at - 1], reading.words[at]];
  return word?.isJoined === true && before?.sentence === word.sentence;
}

export function isStopWord(word: Word): boolean {
  // "WHO" is not a pronoun.
  if (isShouted(word) && word.text.length > 2) return false;
  const lower = word.text.toLowerCase().replace('’', "'");
  // "July-September"
  return STOP_WORDS.has(lower) || (lower.includes('-') && lower.split('-').every((part) => STOP_WORDS.has(part)));
}

/** Whether the word may be part of a name. */
export function isNameWord(word: Word | undefined): boolean {
  return word?.isCapital === true && !word.isMark && !isStopWord(word);
}

export function isOrdinary(reading: Reading, word: Word | undefined): boolean {
  return word !== undefined && reading.dictionary.isOrdinary(word.text.toLowerCase().replace('’', "'"));
}

export function isGivenName(reading: Reading, word: Word | undefined): boolean {
  if (word === undefined || isShouted(word)) return false;
  return reading.givenNames.has(word.folded) || reading.givenNames.has(word.folded.split('-')[0] ?? '');
}

export function isDemonym(reading: Reading, word: Word | undefined): boolean {
  if (word === undefined) return false;
  const parts = word.folded.split('-');
  return parts.some((part) => reading.gazetteer.demonyms.has(part)) && word.isCapital;
}

export function isInitialLetter(word: Word | undefined): boolean {
  return word !== undefined && /^(?:\p{Lu}\.)+$/u.test(word.text);
}

export function isRole(word: Word | undefined): boolean {
  return word !== undefined && !word.isMark && (ROLES.has(singular(word.folded)) || isCourtesy(word));
}

export function isCourtesy(word: Word | undefined): boolean {
  return word?.isCapital === true && COURTESY.has(bare(word));
}

/** Lower case, without the full stop of an abbreviation and the plural of a role. */
export function bare({ folded }: Pick<Word, 'folded'>): string {
  return folded.replace(/\.$/, '');
}

export function singular(folded: string): string {
  const word = folded.replace(/\.$/, '');
  return word.endsWith('s') && ROLES.has(word.slice(0, -1)) ? word.slice(0, -1) : word;
}

export function isSaying(word: Word | undefined): boolean {
  return word !== undefined && !word.isCapital && isSpeechVerb(word.text);
}

/** The longest name of the gazetteer that begins here. */
export function listedAt(reading: Reading, at: number): PhraseMatch<Listed> | null {
  const match = phraseAt(reading.gazetteer.names, reading.words, at);
  const word = reading.words[at];
  if (match === null || word === undefined) return match;
  // First in a sentence, "Nice" is a city only if the text has it elsewhere.
  const isUnsure =
    (word.isInitial || word.isTitled) && match.to === at + 1 && reading.dictionary.isEntry(word.text.toLowerCase());
  return isUnsure && !isShouted(word) && !reading.confirmed.has(word.folded) ? null : match;
}
