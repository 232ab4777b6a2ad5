/**
 * A cache of recent values, bounded by weight. It keeps two generations: when the younger is full, the older is dropped
 * as a whole; a value that is asked for again moves to the younger. So there is no search for the oldest key: V8 steps
 * over the holes of deleted keys each time, which cost ten times what the cache saved.
 */
export class BoundedCache<Key, Value> {
  #young = new Map<Key, Kept<Value>>();
  #old = new Map<Key, Kept<Value>>();
  readonly #limit: number;
  readonly #heaviest: number;
  readonly #weigh: (value: Value, key: Key) => number;
  #weight = 0;

  /**
   * Keeps values that weigh at most `limit` together, and drops none before they weigh half of it less the heaviest.
   *
   * @param weigh the weight of a value and its key: bytes, if either can be long. By default 1 for each.
   * @param share a value that weighs more than this part of the limit is not kept: it would displace hundreds.
   */
  constructor(limit: number, weigh: (value: Value, key: Key) => number = () => 1, share = 1 / 16) {
    this.#limit = limit;
    this.#weigh = weigh;
    this.#heaviest = Math.max(1, share * limit);
  }

  /** The value of the key; undefined if it is not kept, or no longer. */
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

  /** Weighs a kept value again that has grown since. */
  reweigh(key: Key): void {
    const kept = this.#young.get(key) ?? this.#old.get(key);
    if (kept !== undefined) this.keep(key, kept.value);
  }

  /** The value of the key, made now if it is not kept. */
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

/** The bytes that a text takes as a key or value, two for each UTF-16 unit, including its place in a Map. */
export function weighText(text: string): number {
  return 2 * text.length + 150;
}

interface Kept<Value> {
  readonly value: Value;
  readonly weight: number;
}
