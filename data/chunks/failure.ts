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

/** A stored chunk or pointer was altered or lost after it was published. The request fails. */
export class CorpusDamagedError extends Error {
  override name = 'CorpusDamagedError';

  /** @param part what is damaged, by its stored name: what the caller asked for must not be logged. */
  constructor(part: string, fault: string) {
    super(
      `The stored corpus is damaged: ${part}: ${fault}. To repair it: npm run data -- publish --verify (with --remote for the database at Cloudflare).`,
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
