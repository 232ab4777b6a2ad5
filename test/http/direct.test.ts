// Without plugins of others Yoga's HTTP part is left out (`src/graphql/yoga.ts`): all answers are the same as with it.
import { expect, test, vi } from 'vitest';
import { packBundle } from '../../data/bundled/pack.ts';
import { openBundledSource } from '../../data/bundled/source.ts';
import { indexCorpus } from '../../data/engine/build.ts';
import { openStore } from '../../data/engine/store.ts';
import { createApp } from '../../src/app.ts';
import { readSettings } from '../../src/environment.ts';
import type { GraphqlPlugin } from '../../src/graphql/context.ts';
import { compileFolder } from '../corpus.ts';
import { postJson } from '../harness.ts';

const store = openStore(openBundledSource(packBundle(indexCorpus(compileFolder('data/corpus')))));

function appWith(plugins: readonly GraphqlPlugin[]) {
  const settings = readSettings({ RATE_LIMIT: 'off', ANSWER_MEMORY_BYTES: '0' });
  return createApp({ openStore: () => store, settings, rateLimiter: null, deployment: null, plugins });
}

const [direct, whole] = [appWith([]), appWith([{}])];

const post = (body: string, headers: Readonly<Record<string, string>> = { 'Content-Type': 'application/json' }) => ({
  method: 'POST',
  headers,
  body,
});
const deep = `{ ${'events { nodes { subEvents { nodes { '.repeat(12)} slug ${'} } } } '.repeat(12)} }`;

test.each<[what: string, path: string, init?: RequestInit]>([
  ['an answer', '/graphql', postJson({ query: '{ people { totalCount nodes { name } } }' })],
  ['an answer with its cost', '/graphql', postJson({ query: '{ __typename }', extensions: { cost: true } })],
  [
    'an answer with variables',
    '/graphql',
    postJson({ query: 'query ($n: Int) { people(first: $n) { totalCount } }', variables: { n: 1 } }),
  ],
  ['a warning', '/graphql', postJson({ query: '{ person(slug: "nobody") { name } }' })],
  ['a GET', '/graphql?query={corpus{version}}'],
  ['a plain address', '/api/statements?first=2'],
  ['CSV', '/api/statements.csv?first=2'],
  [
    'a variable of the wrong type',
    '/graphql',
    postJson({ query: 'query ($n: Int) { people(first: $n) { totalCount } }', variables: { n: 'x' } }),
  ],
  ['an error of a field', '/graphql', postJson({ query: '{ people(first: -1) { totalCount } }' })],
  ['a wrong document', '/graphql', postJson({ query: '{ nothing }' })],
  ['no document', '/graphql', postJson({ query: '{' })],
  ['a deep document', '/graphql', postJson({ query: deep })],
  ['a mutation', '/graphql', postJson({ query: 'mutation { a }' })],
  ['an unknown operation', '/graphql', postJson({ query: 'query A { __typename }', operationName: 'B' })],
  ['an unknown hash', '/graphql', postJson({ documentId: 'sha256:x' })],
  ['nothing asked', '/graphql', postJson({})],
  ['broken JSON', '/graphql', post('{')],
  ['an empty body', '/graphql', post('')],
  ['a list', '/graphql', post('[]')],
  ['another media type', '/graphql', post('{ __typename }', { 'Content-Type': 'text/plain' })],
  ['a large body', '/graphql', post(JSON.stringify({ query: `#${'x'.repeat(200_000)}` }))],
  ['a media type that is not given', '/graphql?query={__typename}', { headers: { Accept: 'image/png' } }],
])('%s', async (_, path, init) => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const [one, other] = [await direct.request(path, init), await whole.request(path, init)];
  expect({ status: one.status, body: await one.text(), headers: headersOf(one) }).toEqual({
    status: other.status,
    body: await other.text(),
    headers: headersOf(other),
  });
});

/** Without what differs between two requests, and between answers that may be shared and those that may not. */
function headersOf({ headers }: Response): Readonly<Record<string, string>> {
  const differing = ['x-request-id', 'server-timing', 'cache-control', 'etag', 'cloudflare-cdn-cache-control'];
  return Object.fromEntries([...headers].filter(([name]) => !differing.includes(name)));
}
