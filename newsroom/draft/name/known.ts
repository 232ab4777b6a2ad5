/** Known names: the places in a text of names that entities of the corpus have. */
import type { PlaceKind } from '../../../data/compile/index.ts';
import { nameWords } from './entity.ts';
import type { KnownEntity } from './find.ts';
import { indexPhrases, type Phrase, phraseAt } from './phrase.ts';
import { listedAt, type Reading, type Stretch } from './reading.ts';
import { COURTESY } from './title-word.ts';
import { fold, isMark, splitName } from './word.ts';

export interface KnownMatch extends Stretch {
  readonly entity: KnownEntity;
  /** All names of the entity, folded, each as its words. */
  readonly names: readonly string[][];
  /** The words of a title in the same run. */
  readonly title: Stretch | null;
  /** The key that the gazetteer has for its words. */
  readonly key: string | null;
  readonly placeKind: PlaceKind | null;
}

/** Every place where a name of the corpus occurs as whole words; the longest name wins, and no two overlap. */
export function findKnown(reading: Reading, known: readonly KnownEntity[]): KnownMatch[] {
  const index = indexPhrases(known.flatMap(phrases));
  const found: KnownMatch[] = [];
  for (let at = 0; at < reading.words.length; at++) {
    const match = phraseAt(index, reading.words, at);
    if (match === null) continue;
    const { type, names } = match.value;
    found.push({
      from: match.from,
      to: match.to,
      entity: match.value,
      title: null,
      names: names.map(type === 'Person' ? personWords : wordsOf),
      key: type === 'Place' ? (listedAt(reading, at)?.value.key ?? null) : null,
      placeKind: type === 'Place' ? (listedAt(reading, at)?.value.placeKind ?? null) : null,
    });
    at = match.to - 1;
  }
  return found;
}

/** The folded words of a person's name, without "Mr" or "Dr". */
export function personWords(name: string): string[] {
  const words = wordsOf(name);
  return words.length > 2 && COURTESY.has(words[0] ?? '') ? words.slice(1) : words;
}

function wordsOf(name: string): string[] {
  return nameWords(splitName(name).map((text) => ({ text, folded: fold(text), isMark: isMark(text) })));
}

/** The names worth looking for, unlike "experts" or "the detainees", which occur in any text. */
function phrases(entity: KnownEntity): Phrase<KnownEntity>[] {
  return entity.names
    .map((name) => name.replace(/^(the|a|an)\s+/i, ''))
    .filter((name) => /\s/.test(name.trim()) || /^\P{Ll}/u.test(name))
    .filter((name) => !(entity.type === 'Group' && !/\s/.test(name) && !/\p{Lu}/u.test(name)))
    .map((name) => ({ name, value: entity }));
}
