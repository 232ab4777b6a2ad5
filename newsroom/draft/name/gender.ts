/** Gender: what the text or a given name says of a person's. */
import type { Entity } from './entity.ts';
import { bare, type Reading } from './reading.ts';
import { COURTESY, ROLES } from './title-word.ts';

export type Gender = 'female' | 'male' | null;

/** The people whom each sentence names, under its number. */
export type NamedIn = ReadonlyMap<number, ReadonlySet<Entity>>;

export function namedIn(reading: Reading, people: readonly Entity[]): NamedIn {
  const named = new Map<number, Set<Entity>>();
  for (const person of people) {
    for (const { from } of person.mentions) {
      const sentence = reading.words[from]?.sentence ?? 0;
      named.set(sentence, (named.get(sentence) ?? new Set()).add(person));
    }
  }
  return named;
}

/** From a title, then a pronoun that can be nobody else's, then the given name; null where they say nothing. */
export function genderOf(
  reading: Reading,
  person: Entity,
  named: NamedIn,
  titles: readonly (readonly string[])[],
): Gender {
  return fromTitles(titles) ?? fromPronouns(reading, person, named) ?? fromGivenName(reading, person);
}

function fromTitles(titles: readonly (readonly string[])[]): Gender {
  for (const title of titles) {
    for (const word of title) {
      const gender = COURTESY.get(word) ?? ROLES.get(word);
      if (gender === 'female' || gender === 'male') return gender;
    }
  }
  return null;
}

/** A sentence that names this person and nobody else, and the pronoun in it or at the head of the next. */
function fromPronouns(reading: Reading, person: Entity, named: NamedIn): Gender {
  for (const mention of person.mentions) {
    const sentence = reading.words[mention.from]?.sentence ?? 0;
    const isAlone = [sentence - 1, sentence, sentence + 1].every((number) => isOnly(named.get(number), person));
    const gender = isAlone ? pronounBehind(reading, mention.to, sentence) : null;
    if (gender !== null) return gender;
  }
  return null;
}

function isOnly(people: ReadonlySet<Entity> | undefined, person: Entity): boolean {
  return people === undefined || (people.size === 1 && people.has(person));
}

function pronounBehind(reading: Reading, from: number, sentence: number): Gender {
  const paragraph = reading.words[from - 1]?.paragraph;
  for (let at = from; at < from + 60; at++) {
    const word = reading.words[at];
    if (word === undefined || word.sentence > sentence + 1 || word.paragraph !== paragraph) return null;
    if (word.sentence > sentence && !word.isInitial) continue;
    if (/^(he|him|his|himself)$/.test(word.folded)) return 'male';
    if (/^(she|her|hers|herself)$/.test(word.folded)) return 'female';
  }
  return null;
}

function fromGivenName(reading: Reading, person: Entity): Gender {
  const full = person.names.find((name) => name.length > 1);
  for (const word of full?.slice(0, 1) ?? []) {
    const gender = reading.givenNames.get(word) ?? reading.givenNames.get(word.split('-')[0] ?? '');
    if (gender === 'female' || gender === 'male') return gender;
  }
  return null;
}

/** The folded words of a stretch, as titles are asked for. */
export function titleWords(reading: Reading, from: number, to: number): string[] {
  return reading.words.slice(from, to).map(bare);
}
