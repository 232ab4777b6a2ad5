/** Actors: people and bodies that a text tells of, for finding out whom a pronoun stands for. */
import type { FoundName } from './name/find.ts';
import { type Gender, genderOfRole, headOf, kindOfNoun } from './noun.ts';
import { type Referent, type Scene, tokensIn } from './referent.ts';
import type { Range } from './sentence.ts';

/** Somebody whom a pronoun may stand for. */
export interface Actor {
  /** Null for somebody whom the text may name elsewhere: "his mother", or a pronoun that was left open. */
  readonly referent: Referent | null;
  readonly kind: 'person' | 'people' | 'body';
  readonly gender: Gender;
  /** The words that name them, not a pronoun. */
  readonly words: Range;
}

export function namedActor(name: FoundName, gender: Gender, words: Range): Actor {
  const kind = name.type === 'Person' ? 'person' : name.type === 'Group' ? 'people' : 'body';
  return { referent: { name }, kind, gender, words };
}

/** The actor that a noun phrase without a name tells of. */
export function unnamedActor(referent: Referent | null, words: Range, scene: Scene): Actor {
  const head = headOf(tokensIn(words, scene));
  const kind = head === null ? null : kindOfNoun(head);
  return { referent, kind: kind ?? 'body', gender: genderOfRole(head?.lower ?? ''), words };
}
