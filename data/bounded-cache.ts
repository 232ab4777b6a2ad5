/**
 * A cache of what was made last, bounded by weight. It keeps two generations: when the younger is full, the older is
 * forgotten whole, and what is asked for again moves to the younger. So the oldest key is never looked for: V8 steps over
 * the holes of deleted keys each time, which cost ten times what the memory saved.
 */
export class BoundedCache<Key, Value> {
  #young = new Map<Key, Kept<Value>>();
  #old = new Map<Key, Kept<Value>>();
  readonly #limit: number;
  readonly #heaviest: number;
  readonly #weigh: (value: Value, key: Key) => number;
  #weight = 0;

  /**
   * Keeps things that weigh `limit` together at most, and forgets none before they weigh half of it less the heaviest.
   *
   * @param weigh the key and the value: bytes, where either can be long. 1 for each unless it says otherwise.
   * @param share nothing is kept that alone weighs more than this part of the limit: it would drive out hundreds.
   */
  constructor(limit: number, weigh: (value: Value, key: Key) => number = () => 1, share = 1 / 16) {
    this.#limit = limit;
    this.#weigh = weigh;
    this.#heaviest = Math.max(1, share * limit);
  }

  /** The value of the key; undefined where it is not known, or no longer. */
  find(key: Key): Value | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young.value;
    const old = this.#old.get(key);
    if (old === undefined) return undefined;
    this.#add(key, old);
    return old.value;
  }

  keep(key: Key, value: Value): void {
    this.#forget(key);
    const weight = this.#weigh(value, key);
    if (weight <= this.#heaviest) this.#add(key, { value, weight });
  }

  /** Weighs a kept thing again that has grown since. */
  reweigh(key: Key): void {
    const kept = this.#young.get(key) ?? this.#old.get(key);
    if (kept !== undefined) this.keep(key, kept.value);
  }

  /** The value of the key, made now if it is not known. */
  get(key: Key, make: (key: Key) => Value): Value {
    const known = this.find(key);
    if (known !== undefined) return known;
    const made = make(key);
    this.keep(key, made);
    return made;
  }

  #add(key: Key, kept: Kept<Value>): void {
    if (this.#weight + kept.weight > this.#limit / 2) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#weight = 0;
    }
    this.#weight += kept.weight;
    this.#young.set(key, kept);
  }

  #forget(key: Key): void {
    this.#weight -= this.#young.get(key)?.weight ?? 0;
    this.#young.delete(key);
    this.#old.delete(key);
  }
}

/** Bytes that a text takes as a key or value, at two a UTF-16 unit, with its place in a Map. */
export function weighText(text: string): number {
  return 2 * text.length + 150;
}

interface Kept<Value> {
  readonly value: Value;
  readonly weight: number;
}
