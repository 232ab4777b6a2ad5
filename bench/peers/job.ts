/** Jobs of the process that sends requests. A job and its answer are one line of JSON each. */

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

/** The JSON of an answer. */
export type JobAnswer = { readonly load: Load } | { readonly fault: string };

/** The headers of every request. */
export const HEADERS = { 'Content-Type': 'application/json', Accept: 'application/json' } as const;
