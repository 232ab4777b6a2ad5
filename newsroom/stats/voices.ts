/** Voices: in whose name an article says what happened. */

import type { AssertedArticle, AuthoredArticle, Voice } from '../../data/compile/index.ts';

/** How many reports of events, and facts, an article gives in each voice. */
export interface Voices {
  readonly article: number;
  readonly speaker: number;
  readonly carriedOver: number;
}

/**
 * Statements are not counted: that somebody said so, articles nearly always say in their own voice. Facts are counted as
 * they are written, a kinship once.
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
