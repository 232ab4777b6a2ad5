/** Meter: what a request's work costs, told while it is done. */
export interface Meter {
  /** Tells of work that takes about so many microseconds of CPU. Throws once that is too much. */
  spend(microseconds: number): void;
}

/** For callers without a budget: the compiler, and tests. */
export const UNMETERED: Meter = { spend() {} };
