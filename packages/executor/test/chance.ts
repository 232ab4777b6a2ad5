/** Chance: a random generator. It is cheap, because every value of every answer has its own, seeded by its path. */

/** The same seed gives the same draws; similar seeds give unrelated draws. */
export class Chance {
  #state: number;

  constructor(seed: string) {
    // FNV-1a, then the finisher of MurmurHash3: without it, paths that differ in their last letter draw alike.
    let hash = 0x811c9dc5;
    for (let at = 0; at < seed.length; at++) hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    this.#state = hash ^ (hash >>> 16);
  }

  /** From 0 up to but not including 1 (mulberry32). */
  unit(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  is(probability: number): boolean {
    return this.unit() < probability;
  }

  /** A whole number below `most`, small ones far more often, as most numbers in documents are small. */
  few(most: number): number {
    return Math.floor(this.unit() ** 2 * most);
  }

  /** A whole number below `most`. */
  below(most: number): number {
    return Math.floor(this.unit() * most);
  }

  /** One item of the list, which must not be empty. */
  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError('Cannot pick from an empty list.');
    return list[this.below(list.length)] as T;
  }

  /** `count` different items of the list, or as many as it has, in random order. */
  some<T>(list: readonly T[], count: number): T[] {
    const rest = [...list];
    return Array.from({ length: Math.min(count, list.length) }, () => rest.splice(this.below(rest.length), 1)[0] as T);
  }

  /** One of the choices, each as often as its weight says. */
  weighted<T>(choices: readonly (readonly [weight: number, choice: T])[]): T {
    let left = this.unit() * choices.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, choice] of choices) {
      left -= weight;
      if (left < 0) return choice;
    }
    return choices[choices.length - 1]![1];
  }
}
