/** Voices: whether an article gives events and facts in its own voice or attributes them. */

import type { AssertedArticle, AuthoredArticle, Voice } from '../../data/compile/index.ts';

/** The number of reports of events, and of facts, in each voice. */
export interface Voices {
  readonly article: number;
  readonly speaker: number;
  readonly carriedOver: number;
}

/**
 * Counts the voices of an article's events and facts. Statements are not counted, since articles nearly always report
 * them in their own voice. Facts are counted as written: a kinship counts once.
 */
export function voicesOf(asserted: AssertedArticle, { annotation }: AuthoredArticle): Voices {
  const facts = annotation.facts.map(({ value: { attributedTo, voice = 'SPEAKER' } }): Voice => {
    return attributedTo === undefined ? 'ARTICLE' : voice;
  });
  return countVoices([...asserted.events.map(({ report }) => report.voice), ...facts]);
}

export function totalVoices(parts: readonly Voices[]): Voices {
  const sum = (field: keyof Voices) => parts.reduce((total, part) => total + part[field], 0);
  return { article: sum('article'), speaker: sum('speaker'), carriedOver: sum('carriedOver') };
}

function countVoices(voices: readonly Voice[]): Voices {
  const count = (wanted: Voice) => voices.filter((voice) => voice === wanted).length;
  return { article: count('ARTICLE'), speaker: count('SPEAKER'), carriedOver: count('CARRIED_OVER') };
}
