/** Failures: why a corpus that is kept outside the Worker cannot be read. */

/** Nothing is published that this code can read. */
export class NoCorpusError extends Error {
  override name = 'NoCorpusError';
}

/** The corpus that a request was reading is gone: another was published. What it has read is correct; run it again. */
export class CorpusMovedError extends Error {
  override name = 'CorpusMovedError';

  constructor() {
    super('The corpus was replaced while it was read. Ask again.');
  }
}

/** What is stored differs from what was published: a row is lost or altered. The request fails. */
export class CorpusDamagedError extends Error {
  override name = 'CorpusDamagedError';

  /** Names the row by its stored name, never by what was asked for: that is the caller's and must not be logged. */
  constructor(row: string, fault: string) {
    super(
      `The stored corpus is damaged: ${row}: ${fault}. Look through all of it and repair it: npm run data -- publish --verify.`,
    );
  }
}

/** The place does not answer: it is down, overloaded, or hangs. The cause is its last error. Ask again later. */
export class StoreUnavailableError extends Error {
  override name = 'StoreUnavailableError';

  constructor(cause: unknown) {
    super(`The database does not answer: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
