/** Damage: the stored corpus is not the one that was published. */

/** A row is lost or altered. Nothing is made up for it: the corpus has to be published again. */
export class CorpusDamagedError extends Error {
  override name = 'CorpusDamagedError';

  /** Names the row as it is stored and never what was asked for, which is the caller's own and not to be logged. */
  constructor(table: string, row: string, fault: string) {
    super(`The stored corpus is damaged: ${table}, row "${row}": ${fault}. Publish it again: npm run data -- publish.`);
  }
}
