// A document that validation gives up on is refused, also where every limit before it is switched off.
import { beforeEach, expect, test, vi } from 'vitest';
import { createApp } from '../../src/app.ts';
import { readSettings } from '../../src/environment.ts';
import { failingStore } from '../worker/failing-store.ts';

// The line of each request.
beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
});

/** Whatever is read of the corpus fails: a document that is refused reads nothing but its version. */
const store = {
  ...failingStore(() => {
    throw new Error('The document was executed.');
  }),
  summary: () => ({
    version: 'sha256:0',
    counts: {} as never,
    versionCounts: {} as never,
    evidenceCount: 0,
    coverage: 0,
  }),
};

const app = createApp({
  openStore: () => store,
  settings: readSettings({
    RATE_LIMIT: 'off',
    MAX_REPEATS: 1e9,
    MAX_COST: 1e9,
    MAX_ROOT_FIELDS: 1e9,
    INTROSPECTION: false,
  }),
  rateLimiter: null,
  deployment: null,
});

test.each([
  [
    'fields that the schema does not have',
    `fragment P on Event { ${'id, '.repeat(710)} } { nope, statements(first: 1) { nodes { slug, nope } } }`,
  ],
  ['the schema, which is not told', `fragment P on Event { ${'id, '.repeat(710)} } { __schema { types { name } } }`],
  [
    'a fragment inside itself',
    `fragment P on __Type { ${'name, '.repeat(708)} fields { type { ...P } } } { __type(name: "Event") { ...P } }`,
  ],
  [
    'an argument of another type',
    `fragment P on Event { ${'id, '.repeat(710)} } { search(query: ["a"]) { totalCount } }`,
  ],
])('behind more fields than are compared: %s', async (_, query) => {
  const response = await app.request('/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = await response.json();
  expect({ status: response.status, data }).toEqual({ status: 400 });
  for (const { extensions } of errors) {
    expect(['GRAPHQL_VALIDATION_FAILED', 'INTROSPECTION_DISABLED']).toContain(extensions.code);
  }
});
