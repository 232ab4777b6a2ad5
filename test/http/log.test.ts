// The log: one line of JSON a request, with what an operator needs and with no word of a caller's.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { postJson } from '../harness.ts';
import { openWorker } from '../worker.ts';

const worker = openWorker('seed');
/** Points, which are the subject of another test. */
const COUNTED = expect.any(Number);
/** Stands wherever a caller can write something of his own. */
const SECRET = 'dont-log-me';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const REQUEST_ID = '0b749a2f-81a6-4166-972d-7eb88afbad8c';
const FAILING = '{ node(id: "a") { id } person(slug: "huseyn-safarov") { statements(first: -1) { totalCount } } }';
const FRONT_PAGE = readFileSync(new URL('../../src/operations/front-page.graphql', import.meta.url), 'utf8');
const NAMED = 'query People($slug: Slug!) { person(slug: $slug) { name } }';

beforeAll(async () => {
  await worker.listen();
});
afterAll(() => worker.close());
beforeEach(worker.clearLogs);

type Init = { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string };

describe('what a request was', () => {
  const get = { method: 'GET', status: 200, document: null, operation: null, cost: null, errors: [] };
  const post = { ...get, method: 'POST', route: '/graphql' };

  test.each<readonly [string, string, Init, object]>([
    [
      'a named operation',
      '/graphql',
      json({ query: NAMED, variables: { slug: SECRET } }),
      { ...post, operation: 'People', document: hashOf(NAMED), cost: COUNTED },
    ],
    [
      'one without a name',
      byGet('{ corpus { version } }'),
      {},
      { ...get, route: '/graphql', document: hashOf('{ corpus { version } }'), cost: COUNTED },
    ],
    [
      'one of two',
      '/graphql',
      json({ query: 'query A { a: __typename } query B { __typename }', operationName: 'B' }),
      { ...post, operation: 'B', document: hashOf('query A { a: __typename } query B { __typename }'), cost: COUNTED },
    ],
    [
      'HEAD',
      byGet('{ __typename }'),
      { method: 'HEAD' },
      { ...get, method: 'HEAD', route: '/graphql', document: hashOf('{ __typename }'), cost: COUNTED },
    ],
    [
      'a document that does not parse',
      '/graphql',
      json({ query: `{ "${SECRET}" }` }),
      { ...post, document: hashOf(`{ "${SECRET}" }`), errors: ['GRAPHQL_PARSE_FAILED'] },
    ],
    [
      'a field that there is not',
      '/graphql',
      json({ query: 'query A { nothing }' }, { Accept: 'application/graphql-response+json' }),
      {
        ...post,
        status: 400,
        operation: 'A',
        document: hashOf('query A { nothing }'),
        cost: COUNTED,
        errors: ['GRAPHQL_VALIDATION_FAILED'],
      },
    ],
    [
      'fields that fail',
      '/graphql',
      json({ query: FAILING }),
      {
        ...post,
        document: hashOf(FAILING),
        cost: COUNTED,
        errors: ['INVALID_ID', 'INVALID_PAGE_SIZE'],
      },
    ],
    [
      'limits passed',
      '/graphql',
      json({ query: `{ ${'__typename '.repeat(60)} }` }),
      {
        ...post,
        document: hashOf(`{ ${'__typename '.repeat(60)} }`),
        cost: COUNTED,
        errors: ['TOO_MANY_ROOT_FIELDS', 'TOO_MANY_REPEATS'],
      },
    ],
    ['no document', '/graphql', json({}), { ...post, status: 400, errors: ['BAD_REQUEST'] }],
    [
      'a hash that is not known',
      '/graphql',
      json({ documentId: '0'.repeat(64) }),
      { ...post, status: 400, errors: ['PERSISTED_QUERY_NOT_FOUND'] },
    ],
    [
      'an address that there is not',
      `/${SECRET}/${SECRET}`,
      {},
      { ...get, route: null, status: 404, errors: ['NOT_FOUND'] },
    ],
    [
      'a method',
      '/graphql',
      { method: 'DELETE' },
      { ...post, method: 'DELETE', status: 405, errors: ['METHOD_NOT_ALLOWED'] },
    ],
    [
      'a method that nobody knows',
      '/healthz',
      { method: 'QUERY' },
      { ...get, method: 'other', route: '/healthz', status: 405, errors: ['METHOD_NOT_ALLOWED'] },
    ],
    [
      'a page, with the operation that it shows the answer of',
      '/',
      {},
      { ...get, route: '/', operation: 'FrontPage', document: hashOf(FRONT_PAGE), cost: COUNTED },
    ],
    ['its state', '/readyz', {}, { ...get, route: '/readyz' }],
    ['a preflight', '/graphql', preflight(), { ...get, method: 'OPTIONS', route: '/graphql', status: 204 }],
  ])('%s', async (_, path, init, expected) => {
    await worker.fetch(path, init);
    expect(await lines()).toEqual([
      {
        level: 'info',
        event: 'request',
        requestId: expect.stringMatching(UUID),
        ray: null,
        milliseconds: expect.any(Number),
        ...expected,
      },
    ]);
  });

  test('the cost is the one that the answer tells', async () => {
    const response = await worker.fetch('/graphql', json({ query: FAILING, extensions: { cost: true } }));
    const { extensions } = (await response.json()) as { extensions: { cost: { spent: number } } };
    expect(extensions.cost.spent).toBeGreaterThan(10);
    expect(await lines()).toEqual([expect.objectContaining({ cost: extensions.cost.spent })]);
  });

  test('an answer that the caller has is a 304 of its document', async () => {
    const path = byGet('query A { __typename }');
    const tag = (await worker.fetch(path)).headers.get('ETag')!;
    await worker.clearLogs();
    await worker.fetch(path, { headers: { 'If-None-Match': tag } });
    expect(await lines()).toEqual([
      expect.objectContaining({
        status: 304,
        document: hashOf('query A { __typename }'),
        operation: 'A',
        cost: expect.any(Number),
        errors: [],
      }),
    ]);
  });

  test('a plain address is its operation, whatever its parameters are', async () => {
    await worker.fetch(`/api/person?slug=${SECRET}`);
    await worker.fetch(`/api/${SECRET}`);
    expect(await lines()).toEqual([
      expect.objectContaining({ route: expect.stringMatching(/^\/api\//), status: 200, operation: 'Person' }),
      expect.objectContaining({ route: expect.stringMatching(/^\/api\//), status: 404, operation: null }),
    ]);
  });

  test('a long name of an operation is cut', async () => {
    await worker.fetch('/graphql', json({ query: `query ${'A'.repeat(5_000)} { __typename }` }));
    expect(await lines()).toEqual([expect.objectContaining({ operation: 'A'.repeat(100) })]);
  });

  test('the ray is Cloudflare’s name for the request, which it lets nobody else give', async () => {
    await worker.fetch('/healthz', { headers: { 'CF-Ray': '230b030023ae2822-SJC' } });
    expect(await lines()).toEqual([expect.objectContaining({ ray: '230b030023ae2822-SJC' })]);
  });
});

describe('no word of the caller is in it', () => {
  const headers = {
    Authorization: `Bearer ${SECRET}`,
    Cookie: `a=${SECRET}`,
    Origin: `https://${SECRET}.example.com`,
    Referer: `https://${SECRET}.example.com`,
    'User-Agent': SECRET,
    'If-None-Match': `"${SECRET}"`,
    'X-Forwarded-For': SECRET,
    'X-Request-Id': SECRET,
    'CF-Connecting-IP': '203.0.113.77',
  };
  const literal = `{ person(slug: "${SECRET}") { name } search(query: "${SECRET}") { totalCount } }`;

  test.each<readonly [string, string, Init]>([
    ['a variable', '/graphql', json({ query: NAMED, variables: { slug: SECRET, [SECRET]: SECRET } })],
    ['a variable of the wrong type', '/graphql', json({ query: NAMED, variables: { slug: [SECRET] } })],
    ['a literal', '/graphql', json({ query: literal })],
    ['a literal of the wrong type', '/graphql', json({ query: `{ people(first: "${SECRET}") { totalCount } }` })],
    ['a comment', '/graphql', json({ query: `# ${SECRET}\n{ __typename }` })],
    ['an alias', '/graphql', json({ query: '{ dont_log_me: __typename }' })],
    ['a document that does not parse', '/graphql', json({ query: `{ ${SECRET}` })],
    ['the name of an operation that there is not', '/graphql', json({ query: NAMED, operationName: SECRET })],
    ['extensions', '/graphql', json({ query: NAMED, extensions: { [SECRET]: SECRET } })],
    ['an id of a document', '/graphql', json({ documentId: SECRET })],
    ['a body that is not JSON', '/graphql', { method: 'POST', body: SECRET }],
    ['a cursor', byGet(`{ people(after: "${SECRET}") { totalCount } }`), {}],
    ['a parameter', `/graphql?${SECRET}=${SECRET}`, {}],
    ['an Accept', '/graphql', { headers: { Accept: SECRET } }],
    ['an address', `/${SECRET}?${SECRET}`, {}],
    ['an operation', `/api/${SECRET}`, {}],
    ['a parameter of an operation', `/api/person?slug=${SECRET}`, {}],
    ['a parameter that an operation does not have', `/api/person?${SECRET}=1`, {}],
  ])('%s', async (_, path, init) => {
    await worker.fetch(path, { ...init, headers: { ...headers, ...init.headers } });
    expect(await lines()).toHaveLength(1);
    const logged = worker.getLogs().map(({ message }) => message);
    expect(logged.join('\n')).not.toMatch(/dont.log.me|203\.0\.113/i);
  });
});

describe('the name of a request', () => {
  test.each([REQUEST_ID, REQUEST_ID.toUpperCase(), '00000000-0000-0000-0000-000000000000'])(
    'is the caller’s where it is a UUID: %s',
    async (requestId) => {
      for (const path of ['/healthz', '/nothing', byGet('{ __typename }'), byGet('{')]) {
        await worker.clearLogs();
        const response = await worker.fetch(path, { headers: { 'X-Request-Id': requestId } });
        expect(response.headers.get('X-Request-Id')).toBe(requestId);
        expect(await lines()).toEqual([expect.objectContaining({ requestId })]);
      }
    },
  );

  test.each([
    ['none', null],
    ['nothing', ''],
    ['a word', SECRET],
    ['a UUID and more', `${REQUEST_ID}${SECRET}`],
    ['more and a UUID', `${SECRET} ${REQUEST_ID}`],
    ['two', `${REQUEST_ID}, ${REQUEST_ID}`],
    ['in braces', `{${REQUEST_ID}}`],
    ['as a URN', `urn:uuid:${REQUEST_ID}`],
    ['without its hyphens', REQUEST_ID.replaceAll('-', '')],
    ['a letter that is no digit', REQUEST_ID.replace('0', 'g')],
    ['something long', SECRET.repeat(1_000)],
    ['what would end a line of the log', `{"level":"${SECRET}"}`],
  ])('is a new UUID otherwise: %s', async (_, given) => {
    const ids: (string | null)[] = [];
    for (const path of [byGet('{ __typename }'), '/nothing']) {
      const response = await worker.fetch(path, given === null ? {} : { headers: { 'X-Request-Id': given } });
      ids.push(response.headers.get('X-Request-Id'));
      expect(JSON.stringify([...response.headers]) + (await response.text())).not.toContain(SECRET);
    }
    for (const id of ids) expect(id).toMatch(UUID);
    expect(new Set([...ids, REQUEST_ID]).size).toBe(3);
    expect((await lines()).map(({ requestId }) => requestId)).toEqual(ids);
    expect(JSON.stringify(worker.getLogs())).not.toContain(SECRET);
  });
});

describe('LOG_SAMPLE', () => {
  const half = openWorker('seed', { LOG_SAMPLE: '0.5' });
  const none = openWorker('seed', { LOG_SAMPLE: '0' });
  beforeAll(async () => {
    await Promise.all([half.listen(), none.listen()]);
  }, 60_000);
  afterAll(() => Promise.all([half.close(), none.close()]));

  test('leaves out its share of the requests without errors', async () => {
    // Each of 100 lines is kept by chance: fewer than 20 or more than 80 of them come less than once in 10^8 runs.
    await Promise.all(Array.from({ length: 100 }, () => half.fetch('/healthz')));
    const { length } = await lines(half);
    expect(length).toBeGreaterThan(19);
    expect(length).toBeLessThan(81);
  });

  test('leaves out none with an error: of a field, a document, an address', async () => {
    await none.fetch('/graphql', json({ query: '{ __typename }' }));
    await none.fetch('/graphql', json({ query: FAILING }));
    await none.fetch('/graphql', json({ query: '{' }));
    await none.fetch('/nothing');
    expect((await lines(none)).map(({ status, errors }) => [status, errors])).toEqual([
      [200, ['INVALID_ID', 'INVALID_PAGE_SIZE']],
      [200, ['GRAPHQL_PARSE_FAILED']],
      [404, ['NOT_FOUND']],
    ]);
  });
});

/** The lines of requests. */
async function lines(from = worker) {
  return (await from.events()).filter(({ event }) => event === 'request');
}

function json(body: object, headers: Record<string, string> = {}): Init {
  const init = postJson(body);
  return { method: 'POST', body: String(init.body), headers: { 'Content-Type': 'application/json', ...headers } };
}

function byGet(query: string): string {
  return `/graphql?${new URLSearchParams({ query })}`;
}

function preflight(): Init {
  const headers = { Origin: 'https://example.com', 'Access-Control-Request-Method': 'POST' };
  return { method: 'OPTIONS', headers };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
