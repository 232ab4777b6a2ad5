/** Chance that repeats itself: the same seed gives the same numbers, on every machine. */
import { createHash } from 'node:crypto';

export interface Random {
  /** From 0 up to, but not, 1. */
  readonly unit: () => number;
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number;
  readonly chance: (probability: number) => boolean;
  /** One of the list, which must not be empty. */
  readonly pick: <T>(list: readonly T[]) => T;
  /**
   * A position from 0 to `count - 1`, the first ones far more often (Zipf-Mandelbrot with exponent 1): position n comes up
   * in proportion to 1 / (n + 1 + `shift`). A larger shift makes the first ones more alike.
   */
  readonly rank: (count: number, shift?: number) => number;
}

/** Chance of its own for each seed; seeds that are alike give numbers that are not. */
export function openRandom(seed: string): Random {
  const unit = openUnits(seed);
  return {
    unit,
    between: (least, most) => least + Math.floor(unit() * (most - least + 1)),
    chance: (probability) => unit() < probability,
    pick(list) {
      const picked = list[Math.floor(unit() * list.length)];
      if (picked === undefined) throw new RangeError('Nothing can be picked out of an empty list.');
      return picked;
    },
    rank(count, shift = 0) {
      const first = 1 + shift;
      return Math.min(count - 1, Math.floor(first * ((count + first) / first) ** unit() - first));
    },
  };
}

/** All of the list in an order of chance. */
export function shuffle<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((item) => ({ item, key: random.unit() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** Small fast counter (sfc32): 128 bits of state, which a digest of the seed fills. */
function openUnits(seed: string): () => number {
  const digest = createHash('sha256').update(seed).digest();
  let [a, b, c, counter] = [0, 4, 8, 12].map((offset) => digest.readInt32LE(offset)) as [
    number,
    number,
    number,
    number,
  ];
  return () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
}
