// Documents and variables that are sent to fill an isolate, each of them once.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FuzzedWorker, openFuzzedWorker } from '../fuzz/worker.ts';
import { postJson } from '../harness.ts';

/** Half of what an isolate has: caches at their bounds take less than that. */
const MOST_BYTES = 64 * 2 ** 20;
const REQUESTS = 600;

let worker: FuzzedWorker;
beforeAll(async () => {
  worker = await openFuzzedWorker('gazette');
}, 60_000);
afterAll(() => worker.close());

test.each<readonly [string, (number: number) => object]>([
  ['a short query after a long comment', (number) => ({ query: `{ __typename } # ${number} ${'中'.repeat(30_000)}` })],
  [
    'many fields of many types',
    (number) => ({
      query: `{ ${Array.from({ length: 15 }, (_, at) => `r${number}_${at}: search(query: "a${at}", first: 5) { nodes { node { __typename slug ... on Named { name otherNames sameAs } ... on Statement { text kind } ... on Event { name kind } } } }`).join(' ')} }`,
    }),
  ],
  [
    'long variables',
    (number) => ({
      query: 'query ($s: Slug!) { person(slug: $s) { name } }',
      variables: { s: `${number}${'x'.repeat(3_000)}` },
    }),
  ],
  [
    'many settings of a directive',
    (number) => ({
      query: `query (${[0, 1, 2, 3, 4, 5, 6, 7].map((at) => `$v${at}: Boolean!`).join(' ')}) { ${[0, 1, 2, 3, 4, 5, 6, 7].map((at) => `a${at}: corpus @skip(if: $v${at}) { version coverage evidenceCount }`).join(' ')} __typename }`,
      variables: Object.fromEntries([0, 1, 2, 3, 4, 5, 6, 7].map((at) => [`v${at}`, ((number >> at) & 1) === 1])),
    }),
  ],
  [
    'filters, each as long as a body',
    (number) => ({
      query: `{ statements(first: 1, filter: { or: [${Array.from({ length: 44 }, (_, at) => `{ not: { involves: "${`a${number}-${at}-`.padEnd(900, 'x')}" } }`).join(' ')}] }) { totalCount } }`,
    }),
  ],
  [
    'names of lists that nobody has',
    (number) => ({
      query: `{ statements(first: 1, filter: { or: [${Array.from({ length: 44 }, (_, at) => `{ involves: "${`b${number}-${at}-`.padEnd(900, 'x')}" }`).join(' ')}] }) { totalCount } }`,
    }),
  ],
  [
    'texts to be remembered by their hash',
    (number) => {
      const query = `{ __typename } # ${number} ${'x'.repeat(80_000)}`;
      const sha256Hash = createHash('sha256').update(query).digest('hex');
      return { query, extensions: { persistedQuery: { version: 1, sha256Hash } } };
    },
  ],
])('%s', async (_, bodyOf) => {
  for (let number = 0; number < REQUESTS; number++) {
    const response = await fetch(`${worker.origin}/graphql`, postJson(bodyOf(number)));
    expect(response.status).toBe(200);
    await response.arrayBuffer();
  }
  expect(await worker.heapBytes?.()).toBeLessThan(MOST_BYTES);
});
