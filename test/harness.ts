// How tests use the built Workers: by HTTP, like any client.
import { inject } from 'vitest';

/** The deployed corpus, and the invented one that shows what a single article cannot. */
export const CORPORA = ['seed', 'gazette'] as const;
export type CorpusName = (typeof CORPORA)[number];

/** The answer to a GraphQL request. Tests know the shapes that they select. */
export interface GraphqlAnswer {
  // biome-ignore lint/suspicious/noExplicitAny: a test says by its query what it gets
  readonly data?: any;
  readonly errors?: readonly GraphqlAnswerError[];
}

export interface GraphqlAnswerError {
  readonly message: string;
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
}

/** The address of a path of the Worker that serves a corpus. */
export function addressOf(path: string, corpus: CorpusName = 'seed'): string {
  return inject('origins')[inject('store')][corpus] + path;
}

/** Sends a request to the Worker that serves a corpus. */
export function send(path: string, init?: RequestInit, corpus?: CorpusName): Promise<Response> {
  return fetch(addressOf(path, corpus), { redirect: 'manual', ...init });
}

/** The whole answer to a GraphQL request by POST. */
export async function request(query: string, variables: object = {}, corpus?: CorpusName): Promise<GraphqlAnswer> {
  const response = await send('/graphql', postJson({ query, variables }), corpus);
  return (await response.json()) as GraphqlAnswer;
}

/** The data of a GraphQL request that must succeed; otherwise throws its errors. */
// biome-ignore lint/suspicious/noExplicitAny: a test says by its query what it gets
export async function ask(query: string, variables?: object, corpus?: CorpusName): Promise<any> {
  const { data, errors } = await request(query, variables, corpus);
  if (errors) throw new Error(`The query has errors:\n${errors.map((error) => JSON.stringify(error)).join('\n')}`);
  return data;
}

/** The options of `fetch` for posting a value as JSON. */
export function postJson(value: unknown): RequestInit {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(value) };
}
