/** Gender: the gender of a person, if the text or the given name shows it. */
import type { Entity } from './entity.ts';
import { bare, type Reading } from './reading.ts';
import { COURTESY, ROLES } from './title-word.ts';

export type Gender = 'female' | 'male' | null;

/** The people that each sentence names, by its number. */
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

/**
 * The gender from a title; otherwise from the given name and from a pronoun that can only mean this person. Null if they
 * disagree, or if there is neither.
 */
export function genderOf(
  reading: Reading,
  person: Entity,
  named: NamedIn,
  titles: readonly (readonly string[])[],
): Gender {
  const titled = fromTitles(titles);
  if (titled !== null) return titled;
  const [given, told] = [fromGivenName(reading, person), fromPronouns(reading, person, named)];
  return given === null || told === null || given === told ? (given ?? told) : null;
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

/** The gender of a pronoun in a sentence that names only this person, or at the start of the next sentence. */
function fromPronouns(reading: Reading, person: Entity, named: NamedIn): Gender {
  for (const mention of person.mentions) {
    const sentence = reading.words[mention.from]?.sentence ?? 0;
    const isAlone = [sentence - 1, sentence, sentence + 1].every((number) => isOnly(named.get(number), person));
    const gender = isAlone ? pronounAfter(reading, mention.to, sentence) : null;
    if (gender !== null) return gender;
  }
  return null;
}

function isOnly(people: ReadonlySet<Entity> | undefined, person: Entity): boolean {
  return people === undefined || (people.size === 1 && people.has(person));
}

function pronounAfter(reading: Reading, from: number, sentence: number): Gender {
  const paragraph = reading.words[from - 1]?.paragraph;
  for (let at = from; at < from + 60; at++) {
    const word = reading.words[at];
    if (word === undefined || word.sentence > sentence + 1 || word.paragraph !== paragraph) return null;
    if (word.sentence > sentence && !word.isInitial) continue;
    // "Lee asked him": an object is somebody else.
    if (/^(he|his|himself)$/.test(word.folded)) return 'male';
    if (/^(she|hers|herself)$/.test(word.folded)) return 'female';
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

/** The folded words of a stretch, for looking up titles. */
export function titleWords(reading: Reading, from: number, to: number): string[] {
  return reading.words.slice(from, to).map(bare);
}
