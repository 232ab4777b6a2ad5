/**
 * A cache of what was made last, bounded. It keeps two generations: when the younger is full, the older is forgotten
 * whole, and what is asked for again moves to the younger. So nothing is ever deleted from a Map one by one: V8 steps
 * over the holes each time the oldest key is looked for, which cost ten times what the memory saved.
 */
export class BoundedCache<Key, Value> {
  #young = new Map<Key, Value>();
  #old = new Map<Key, Value>();
  readonly #limit: number;
  readonly #weigh: (value: Value) => number;
  #weight = 0;

  /**
   * Keeps things that weigh `limit` together, but for the last, and forgets none before they weigh half of it.
   *
   * @param weigh 1 for each unless it says otherwise; what it weighs more later is to be told by `grow`.
   */
  constructor(limit: number, weigh: (value: Value) => number = () => 1) {
    this.#limit = limit;
    this.#weigh = weigh;
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
    if (this.#weight >= this.#limit / 2) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#weight = 0;
    }
    if (!this.#young.has(key)) this.#weight += this.#weigh(value);
    this.#young.set(key, value);
  }

  /** Says that what is kept weighs more than it did. */
  grow(weight: number): void {
    this.#weight += weight;
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
