// A Worker that starts with settings that make no sense: it says so to everybody, and which they are to its log only.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postJson } from '../harness.ts';
import { openWorker } from '../worker.ts';

const SECRET = 'dont-tell-me';
const REQUEST_ID = '0b749a2f-81a6-4166-972d-7eb88afbad8c';
const WRONG = { MAX_COST: '10k', DOCUMENTS: SECRET, MAX_DEBTH: '3', TOKEN: SECRET };
const ANSWER = {
  errors: [
    {
      message: 'The settings of this endpoint make no sense. Its log says which, and why.',
      extensions: { code: 'MISCONFIGURED' },
    },
  ],
};

describe.each([
  ['the bundle', 'seed'],
  ['D1', 'd1'],
] as const)('over %s', (_, name) => {
  const worker = openWorker(name, WRONG);
  let origin: string;
  beforeAll(async () => {
    origin = (await worker.listen()).url.origin;
  });
  afterAll(() => worker.close());

  test.each<readonly [string, string, RequestInit]>([
    ['its health', '/healthz', {}],
    ['whether it is ready', '/readyz', {}],
    ['a query', '/graphql?query={__typename}', {}],
    ['a query by POST', '/graphql', postJson({ query: '{ __typename }' })],
    ['a query of a browser', '/graphql?query={__typename}', { headers: { Accept: 'text/html' } }],
    ['a plain address', '/api/corpus', {}],
    ['a plain address in JSON', '/api/corpus.json', { headers: { Accept: 'text/html' } }],
    ['a plain address in CSV', '/api/statements.csv', { headers: { Accept: 'text/csv' } }],
    ['the schema', '/schema.graphql', {}],
    ['the front page, for a program', '/', {}],
    ['an address that there is not', '/nothing', {}],
    ['another method', '/api/corpus', { method: 'DELETE' }],
  ])('%s is a 503 in JSON', async (_, path, init) => {
    const response = await fetch(origin + path, init);
    expect(response.status).toBe(503);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'application/json; charset=utf-8',
      'retry-after': '60',
      'access-control-allow-origin': '*',
      'dateline-version': expect.stringMatching(/^\d+\.\d+\.\d+/),
      'x-request-id': expect.any(String),
    });
    expect(await response.json()).toEqual(ANSWER);
  });

  test('a program that asks for the newer media type gets it', async () => {
    const Accept = 'application/graphql-response+json';
    const response = await fetch(`${origin}/graphql?query={__typename}`, { headers: { Accept } });
    expect(response.headers.get('Content-Type')).toBe(`${Accept}; charset=utf-8`);
    expect(await response.json()).toEqual(ANSWER);
  });

  test.each(['/', '/healthz', '/api/corpus', '/docs', '/people/anybody'])('a browser gets a page: %s', async (path) => {
    const response = await fetch(origin + path, { headers: { Accept: 'text/html' } });
    expect([response.status, response.headers.get('Content-Type')]).toEqual([503, 'text/html; charset=UTF-8']);
    const html = await response.text();
    expect(html).toContain('<h1>Not available at the moment</h1>');
    expect(html).toContain('<code>MISCONFIGURED</code>');
    expect(html).not.toContain(SECRET);
  });

  test('a page of another origin may ask, so that it sees the error', async () => {
    const headers = { Origin: 'https://example.com', 'Access-Control-Request-Method': 'POST' };
    expect((await fetch(`${origin}/graphql`, { method: 'OPTIONS', headers })).status).toBe(204);
  });

  test('the log names every wrong setting once, and has a line for each request', async () => {
    await worker.fetch('/api/corpus', { headers: { 'X-Request-Id': REQUEST_ID } });
    const events = await worker.events();
    expect(events.filter(({ requestId }) => requestId === REQUEST_ID)).toEqual([
      expect.objectContaining({ event: 'request', route: null, status: 503, errors: ['MISCONFIGURED'] }),
    ]);
    expect(events.filter(({ event }) => event === 'misconfigured')).toEqual([
      {
        level: 'error',
        event: 'misconfigured',
        problems: [
          `Setting DOCUMENTS is "${SECRET}"; it must be one of any, trusted.`,
          'Setting MAX_COST is "10k"; it must be a whole number from 1 to 1000000000.',
          expect.stringMatching(/^Unknown setting MAX_DEBTH\. The limits are MAX_BODY_BYTES, /),
        ],
        fix: 'Correct it in wrangler.toml or in the dashboard and deploy, or roll back: npx wrangler rollback',
      },
    ]);
    expect(events.filter(({ event }) => event === 'unknown setting')).toEqual([
      { level: 'warn', event: 'unknown setting', name: 'TOKEN' },
    ]);
  });
});
