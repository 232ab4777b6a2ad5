/** Coverage: how much of a text is evidence. */
import { type AssertedArticle, coveredLength, distinctSpans, evidenceOf } from '../../data/compile/index.ts';

/** Counts Unicode code points, as the graph does; the headline is part of the text. */
export interface Coverage {
  readonly characters: number;
  readonly covered: number;
  /** From 0 to 1; 0 if there is no text. */
  readonly share: number;
}

/** The coverage by evidence of events, participation, statements and facts; shared characters count once. */
export function coverageOf(asserted: AssertedArticle): Coverage {
  return coverage([...asserted.text.text].length, coveredLength(distinctSpans(evidenceOf(asserted))));
}

/** The coverage of several texts as if they were one. */
export function totalCoverage(parts: readonly Coverage[]): Coverage {
  const sum = (field: 'characters' | 'covered') => parts.reduce((total, part) => total + part[field], 0);
  return coverage(sum('characters'), sum('covered'));
}

function coverage(characters: number, covered: number): Coverage {
  return { characters, covered, share: characters === 0 ? 0 : covered / characters };
}
