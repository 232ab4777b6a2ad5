/** Coverage: how much of a text the evidence of what was read in it touches. */
import { type AssertedArticle, coveredLength, distinctSpans, evidenceOf } from '../../data/compile/index.ts';

/** In Unicode code points, as in the graph; the headline is a part of the text. */
export interface Coverage {
  readonly characters: number;
  readonly covered: number;
  /** From 0 to 1; 0 where there is no text. */
  readonly share: number;
}

/** Counts what evidence of an event, participation, statement or fact covers, once however many share it. */
export function coverageOf(asserted: AssertedArticle): Coverage {
  return coverage([...asserted.text.text].length, coveredLength(distinctSpans(evidenceOf(asserted))));
}

/** Of several texts as if they were one. */
export function totalCoverage(parts: readonly Coverage[]): Coverage {
  const sum = (field: 'characters' | 'covered') => parts.reduce((total, part) => total + part[field], 0);
  return coverage(sum('characters'), sum('covered'));
}

function coverage(characters: number, covered: number): Coverage {
  return { characters, covered, share: characters === 0 ? 0 : covered / characters };
}
