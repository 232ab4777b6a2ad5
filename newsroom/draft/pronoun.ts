/** Pronouns: whom "he", "she", "they" and "it" stand for. Where two fit, it is left open. */
import type { Actor } from './actor.ts';
import type { Focus } from './focus.ts';

export type Pronoun = 'he' | 'she' | 'they' | 'it';

/** The pronoun of these words in its subject form: "Her" is "she". Null for anything else. */
export function pronounOf(words: string): Pronoun | null {
  return PRONOUNS.get(words.toLowerCase()) ?? null;
}

const PRONOUNS: ReadonlyMap<string, Pronoun> = new Map([
  ['he', 'he'],
  ['him', 'he'],
  ['his', 'he'],
  ['she', 'she'],
  ['her', 'she'],
  ['they', 'they'],
  ['them', 'they'],
  ['their', 'they'],
  ['it', 'it'],
  ['its', 'it'],
]);

/**
 * Whom the pronoun stands for in the last of the sentences; several only for "they", and nobody if it is left open. It is
 * nobody of `besides`.
 */
export function antecedents(pronoun: Pronoun, sentences: readonly Focus[], besides: readonly Actor[] = []): Actor[] {
  const fits = (actor: Actor) => isFitting(actor, pronoun) && !besides.some((other) => isSame(actor, other));
  const found =
    pronoun === 'he' || pronoun === 'she' ? personBefore(fits, sentences) : bodyBefore(fits, sentences, pronoun);
  return found.every(({ referent }) => referent !== null) ? found : [];
}

function isFitting({ kind, gender }: Actor, pronoun: Pronoun): boolean {
  if (pronoun === 'it') return kind === 'body';
  if (pronoun === 'they') return kind !== 'person';
  return kind === 'person' && (gender === null || gender === (pronoun === 'she' ? 'female' : 'male'));
}

export function isSame(one: Actor, other: Actor): boolean {
  if (one.referent !== null && other.referent !== null && 'name' in one.referent && 'name' in other.referent)
    return one.referent.name === other.referent.name;
  return one.words.start === other.words.start && one.words.end === other.words.end;
}

type Fits = (actor: Actor) => boolean;

function distinct(actors: readonly Actor[]): Actor[] {
  return actors.filter((actor, index) => !actors.slice(0, index).some((other) => isSame(actor, other)));
}

function only(actors: readonly Actor[]): Actor[] {
  return actors.length === 1 ? [...actors] : [];
}

/** Paragraphs of news are short: somebody named further back would be named again. */
const FURTHEST = { paragraphs: 2, sentences: 6 };

/** The sentences before the last one that are near it, the nearest first. */
function nearBefore(sentences: readonly Focus[]): Focus[] {
  const paragraph = sentences.at(-1)?.paragraph ?? 0;
  return sentences
    .slice(-1 - FURTHEST.sentences, -1)
    .filter((one) => paragraph - one.paragraph <= FURTHEST.paragraphs)
    .reverse();
}

/** Those who speak in the sentence; if nobody does, its subjects. */
function leading({ speakers, subjects }: Focus): Actor[] {
  return speakers.length > 0 ? speakers : subjects;
}

/** The person that the sentence itself or the one before is about. */
function personBefore(fits: Fits, sentences: readonly Focus[]): Actor[] {
  const now = sentences.at(-1);
  if (now === undefined) return [];
  // "Lee walked over the bridge, and she said"
  const own = distinct([...now.speakers, ...(now.isLed ? [] : now.subjects)].filter(fits));
  if (own.length > 0) return only(own);
  // "When Lee arrived, she said": Lee, or whom the sentence before is about.
  const rivals = [...now.subjects, ...now.others].filter(fits);
  const before = nearBefore(sentences);
  for (const sentence of before) {
    const answering = sentence.isQuestion ? sentence.addressees.filter(fits) : [];
    if (answering.length > 0) return only(distinct([...answering, ...rivals]));
    const subjects = distinct(leading(sentence).filter(fits));
    if (subjects.length > 0) {
      // The answer to a question is not by the person who asks.
      if (sentence.isQuestion || isInterrupting(sentence, before, fits)) return [];
      return only(distinct([...subjects, ...rivals]));
    }
    if ([...leading(sentence), ...sentence.others].some(({ kind }) => kind === 'person')) break;
  }
  // Somebody else has come between: only if nobody else is named that it fits.
  const all = distinct([...before.flatMap(everybody), ...rivals].filter(fits));
  return only(all).filter(({ gender }) => gender !== null);
}

/** Whether the sentence only tells of somebody else than the one who spoke last in its paragraph. */
function isInterrupting(sentence: Focus, before: readonly Focus[], fits: Fits): boolean {
  const spoken = before.slice(before.indexOf(sentence)).find(({ speakers }) => speakers.some(fits));
  if (spoken === undefined || spoken.paragraph !== sentence.paragraph) return false;
  return !spoken.speakers.some((speaker) => leading(sentence).some((actor) => isSame(actor, speaker)));
}

function everybody({ speakers, subjects, others, quoted }: Focus): Actor[] {
  return [...speakers, ...subjects, ...others, ...quoted];
}

/** The body that spoke last, or the people that lead the sentence or the one before; who spoke together are "they". */
function bodyBefore(fits: Fits, sentences: readonly Focus[], pronoun: Pronoun): Actor[] {
  const now = sentences.at(-1);
  for (const sentence of [...(now === undefined ? [] : [now]), ...nearBefore(sentences)]) {
    const actors = distinct(leading(sentence));
    if (actors.length === 0) continue;
    if (pronoun === 'they' && actors.length > 1 && sentence !== now) {
      // "Ann Lee of the Harbour Board and Bob Ray of Larkford": the people, and not where they are from.
      const people = actors.filter(({ kind }) => kind === 'person');
      return people.length > 1 ? people : actors;
    }
    const isSpeaking = sentence.speakers.length > 0;
    return only(actors).filter((actor) => fits(actor) && (isSpeaking || actor.kind === 'people'));
  }
  return [];
}
