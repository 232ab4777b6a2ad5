/** Refusal: a command that cannot be done, and why, in words for whoever gave it. */

/** 1: it was asked for rightly and cannot be done; 2: it was asked for wrongly. */
export type ExitStatus = 1 | 2;

export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: ExitStatus;

  constructor(message: string, status: ExitStatus = 1) {
    super(message);
    this.status = status;
  }
}
