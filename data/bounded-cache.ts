/**
 * A cache of what was made last, bounded. It keeps two generations: when the younger is full, the older is forgotten
 * whole, and what is asked for again moves to the younger. So nothing is ever deleted from a Map one by one: V8 steps
 * over the holes each time the oldest key is looked for, which cost ten times what the memory saved.
 */
export class BoundedCache<Key, Value> {
  #young = new Map<Key, Value>();
  #old = new Map<Key, Value>();
  readonly #limit: number;

  /** Keeps at least half of `limit` things, and at most that many. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The value of the key; undefined where it is not known, or no longer. */
  find(key: Key): Value | undefined {
    const known = this.#young.get(key);
    if (known !== undefined) return known;
    const value = this.#old.get(key);
    if (value !== undefined) this.keep(key, value);
    return value;
  }

  keep(key: Key, value: Value): void {
    if (this.#young.size >= this.#limit / 2) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
  }

  /** The value of the key, made now if it is not known. */
  get(key: Key, make: (key: Key) => Value): Value {
    const known = this.find(key);
    if (known !== undefined) return known;
    const made = make(key);
    this.keep(key, made);
    return made;
  }
}
