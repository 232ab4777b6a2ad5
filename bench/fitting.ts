/** Fitting: draws until enough variables have answers of the wanted size. */
import type { Variables } from './questions.ts';

/** The most different sets of variables for a question at one size. */
export const MOST_DRAWS = 50;
/** If fewer fit, as in a small corpus, the nearest ones are added up to this number. */
const LEAST_DRAWS = 5;
const TRIES = 2000;

export interface Drawn {
  readonly variables: Variables;
  /** The size of its answer. */
  readonly size: number;
}

/** Fifty different ones with a size from `least` to `most`; `draw` returns null if it finds none. */
export function pickFitting(draw: () => Drawn | null, least: number, most: number): readonly Variables[] {
  const drawn = new Map<string, { readonly variables: Variables; readonly distance: number }>();
  let fitting = 0;
  for (let tried = 0; tried < TRIES && fitting < MOST_DRAWS; tried++) {
    const one = draw();
    const key = JSON.stringify(one?.variables);
    if (one === null || one.size === 0 || drawn.has(key)) continue;
    const distance = Math.max(least - one.size, one.size - most, 0);
    drawn.set(key, { variables: one.variables, distance });
    if (distance === 0) fitting++;
  }
  return [...drawn.values()]
    .sort((a, b) => a.distance - b.distance)
    .slice(0, Math.max(fitting, LEAST_DRAWS))
    .map(({ variables }) => variables);
}
