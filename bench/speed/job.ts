/** Jobs of the process that sends requests: each a line of JSON, and so is its answer. */

export interface Job {
  readonly url: string;
  /** Bodies of POST requests, sent in turn by each connection. */
  readonly bodies: readonly string[];
  readonly amount: number;
  readonly connections: number;
}

export interface Load {
  /** From the first request to the last answer. */
  readonly milliseconds: number;
  /** Requests that were not answered with 200 to 299. */
  readonly failed: number;
}

/** What a line of the answer is. */
export type JobAnswer = { readonly load: Load } | { readonly fault: string };

/** What every request carries. */
export const HEADERS = { 'Content-Type': 'application/json', Accept: 'application/json' } as const;
