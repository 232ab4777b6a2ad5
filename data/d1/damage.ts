/** Damage: the stored corpus differs from the published one. */

/** A row is lost or altered. The request fails; the corpus must be published again. */
export class CorpusDamagedError extends Error {
  override name = 'CorpusDamagedError';

  /** Names the row by its stored name, never by what was asked for: that is the caller's and must not be logged. */
  constructor(table: string, row: string, fault: string) {
    super(`The stored corpus is damaged: ${table}, row "${row}": ${fault}. Publish it again: npm run data -- publish.`);
  }
}
