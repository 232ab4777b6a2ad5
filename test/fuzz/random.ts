/**
 * Chance of the fuzzer: one seed gives the same run again, and each request has a chance of its own, drawn from the
 * run's seed and its number, so that one of a million can be made again alone.
 */
import { openRandom, type Random } from '../generate/random.ts';

export interface FuzzRandom extends Random {
  /** One of the choices, each as often as its weight says. */
  readonly weighted: <T>(choices: readonly (readonly [weight: number, choice: T])[]) => T;
  /** Up to `most` different ones of the list, at least one if the list has any, in an order of chance. */
  readonly some: <T>(list: readonly T[], most: number) => T[];
  /** A whole number below `most`, small ones far more often: most things in a document are few. */
  readonly few: (most: number) => number;
}

/** The chance of one request of a run. */
export function randomOf(seed: number, number: number): FuzzRandom {
  const random = openRandom(`fuzz ${seed} ${number}`);
  return {
    ...random,
    weighted(choices) {
      let left = random.unit() * choices.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, choice] of choices) {
        left -= weight;
        if (left < 0) return choice;
      }
      throw new RangeError('Nothing can be picked where nothing has a weight.');
    },
    some(list, most) {
      const rest = [...list];
      const count = Math.min(rest.length, random.between(1, most));
      return Array.from({ length: count }, () => rest.splice(random.between(0, rest.length - 1), 1)[0]) as never;
    },
    few: (most) => Math.floor(random.unit() ** 3 * most),
  };
}
