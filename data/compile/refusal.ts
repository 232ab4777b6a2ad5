/** Refusal: why a command cannot be done, in words for its user. */

/** 1: right usage, but it cannot be done; 2: wrong usage. */
export type ExitStatus = 1 | 2;

export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: ExitStatus;

  constructor(message: string, status: ExitStatus = 1) {
    super(message);
    this.status = status;
  }
}
