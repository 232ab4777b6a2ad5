// How tests use the built Workers: by HTTP, like any client.
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inject } from 'vitest';

/** The deployed corpus, and the invented one that shows what a single article cannot. */
export const CORPORA = ['seed', 'gazette'] as const;
export type CorpusName = (typeof CORPORA)[number];
export type Store = 'bundle' | 'd1';

/** The articles of the Gazette whose whole answers are in tests. The README next to them says what each shows. */
export const THE_NINE = [
  'two-die-at-harrow-mill',
  'at-least-three-dead-as-mill-burns',
  'owner-denies-locked-doors',
  'council-hears-the-millhands',
  'council-shuts-harrow-mill',
  'lantern-house-opens',
  'notes-from-the-valley',
  'cinarlida-fener-bayrami-legv-edildi',
  'prazdnik-fonarey-v-larkbridge',
];
/** The filter for what they say. */
export const OF_THE_NINE = `{ articles: ${JSON.stringify(THE_NINE)} }`;

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

/** The address of a path of the Worker that serves a corpus, or of a static asset. */
export function addressOf(path: string, corpus: CorpusName = 'seed', store: Store = inject('store')): string {
  const { bare, whole } = inject('origins');
  const origins = inject('isWhole') ? whole : bare;
  if (origins === null) throw new Error('Nothing is served to browsers in this run.');
  return assetAddressOf(path) ?? origins[store][corpus] + path;
}

/** The address of a static asset, which is the same for every Worker; null for any other path. */
export function assetAddressOf(path: string): string | null {
  assets ??= new Set(
    readdirSync(ASSETS, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== '_headers')
      .map(({ parentPath, name }) => join('/', relative(ASSETS, parentPath), name)),
  );
  return assets.has(path.split(/[?#]/)[0] ?? '') ? inject('wholeOrigin') + path : null;
}

const ASSETS = '.generated/assets';
let assets: ReadonlySet<string> | null = null;

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

/** Every item of a root list, page after page. */
// biome-ignore lint/suspicious/noExplicitAny: a test says by its query what it gets
export async function askEvery(list: string, fields: string, corpus?: CorpusName): Promise<any[]> {
  const query = `query ($after: String) {
    list: ${list}(first: 50, after: $after) { pageInfo { hasNextPage endCursor } nodes { ${fields} } }
  }`;
  const nodes = [];
  let after: string | null = null;
  do {
    const data: { list: Page } = await ask(query, { after }, corpus);
    nodes.push(...data.list.nodes);
    after = data.list.pageInfo.hasNextPage ? data.list.pageInfo.endCursor : null;
  } while (after !== null);
  return nodes;
}

interface Page {
  readonly nodes: readonly unknown[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The options of `fetch` for posting a value as JSON. */
export function postJson(value: unknown): RequestInit {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(value) };
}
