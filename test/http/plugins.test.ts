// Anybody's plugins work in the list of `src/graphql/yoga.ts`: published ones, as they are, in the built Worker.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postJson } from '../harness.ts';
import { openWorker } from '../worker.ts';

const HOOKS =
  'onRequest onRequestParse onParams onParse onValidate onContextBuilding onExecute onExecutionResult onResultProcess onResponse';
const MODERN = 'application/graphql-response+json';

const worker = openWorker('plugins');
let origin = '';
beforeAll(async () => {
  origin = (await worker.listen()).url.origin;
});
afterAll(() => worker.close());

async function ask(query: string, headers: Readonly<Record<string, string>> = {}) {
  const body = postJson({ query });
  const sent = { ...body, headers: { ...body.headers, Accept: MODERN, ...headers } };
  const response = await fetch(`${origin}/graphql`, sent);
  return { status: response.status, headers: response.headers, answer: (await response.json()) as Answer };
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions: object }[];
  readonly extensions?: object;
}

describe('a recorder sees each hook that it declares', () => {
  test('on the first and on the second request of a document', async () => {
    for (const _ of ['first', 'second']) {
      const { headers, answer } = await ask('query Recorded { people { totalCount } }');
      expect(headers.get('X-Hooks')).toBe(HOOKS);
      expect(answer).toEqual({ data: { people: { totalCount: 7 } } });
    }
  });

  test('by GET, and at a plain address', async () => {
    for (const path of ['/graphql?query={__typename}', '/api/statements?first=1']) {
      expect((await fetch(origin + path)).headers.get('X-Hooks')).toBe(HOOKS);
    }
  });

  test('as far as a request comes that is refused', async () => {
    const [wrong, broken] = [await ask('{ nothing }'), await fetch(`${origin}/graphql`, { method: 'POST', body: '{' })];
    expect(wrong.headers.get('X-Hooks')).toBe(
      'onRequest onRequestParse onParams onParse onValidate onExecutionResult onResultProcess onResponse',
    );
    expect(broken.headers.get('X-Hooks')).toBe('onRequest onRequestParse onResultProcess onResponse');
  });
});

test('disable-introspection refuses, also a document that is known', async () => {
  const query = '{ __schema { queryType { name } } }';
  expect((await ask(query)).answer).toEqual({ data: { __schema: { queryType: { name: 'Query' } } } });
  for (const _ of 'ab') {
    const { status, answer } = await ask(query, { 'X-No-Introspection': '1' });
    expect(status).toBe(400);
    expect(answer.errors).toEqual([
      expect.objectContaining({ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }),
      expect.objectContaining({ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }),
    ]);
  }
  expect((await ask(query)).status).toBe(200);
});

test('response-cache hits, and what it says of the response is said in headers', async () => {
  const query = 'query Cached { people { nodes { id name } } }';
  const [first, second] = [
    await ask(query, { 'X-Response-Cache': '1' }),
    await ask(query, { 'X-Response-Cache': '1' }),
  ];
  expect(first.answer.extensions).toEqual({ responseCache: { hit: false, didCache: true, ttl: null } });
  expect(second.answer.extensions).toEqual({ responseCache: { hit: true } });
  expect(second.answer.data).toEqual(first.answer.data);
  expect(first.headers.get('Last-Modified')).not.toBeNull();
});

test('the depth limit of graphql-armor is a 400 with a code', async () => {
  const query =
    '{ people { nodes { statements { nodes { speakers { agent { mentionedIn { nodes { slug } } } } } } } } }';
  for (const _ of 'ab') {
    const { status, answer } = await ask(query);
    expect(status).toBe(400);
    expect(answer.errors).toEqual([
      {
        message: expect.stringContaining('Query depth limit of 6 exceeded'),
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      },
    ]);
  }
});

test('the executor of another plugin wins', async () => {
  expect((await ask('{ __typename }', { 'X-Executor': '1' })).answer).toEqual({ data: { __typename: 'Other' } });
  expect((await ask('{ __typename }')).answer).toEqual({ data: { __typename: 'Query' } });
});

test('an error that another plugin throws keeps its code, its status and its headers', async () => {
  const { status, headers, answer } = await ask('{ __typename }', { 'X-Stranger': '1' });
  expect(status).toBe(401);
  expect(headers.get('WWW-Authenticate')).toBe('Bearer');
  expect(answer).toEqual({ errors: [{ message: 'Who are you?', extensions: { code: 'UNAUTHENTICATED' } }] });
});

test('a plugin that refuses without a code is a 400, and a response of its own has the headers of every answer', async () => {
  const unable = await ask('{ __typename }', { 'X-Unable': '1' });
  expect(unable.status).toBe(400);
  expect(unable.answer).toEqual({
    errors: [{ message: 'Not you.', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
  });
  const ended = await fetch(`${origin}/graphql?query={__typename}`, { headers: { 'X-Forbidden': '1' } });
  expect(ended.status).toBe(403);
  expect(ended.headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(ended.headers.get('Cache-Control')).toBe('no-store');
});

test('where plugins of others decide what is answered, no answer is shared', async () => {
  const path = '/graphql?query={people{totalCount}}';
  for (const _ of 'ab') {
    const { headers } = await fetch(origin + path, { headers: { 'If-None-Match': '*' } });
    expect([headers.get('Cache-Control'), headers.get('ETag')]).toEqual(['private, no-store', null]);
    expect(headers.get('Server-Timing')).not.toContain('memory');
  }
  // Answered before, and refused now all the same.
  expect((await fetch(origin + path, { headers: { 'X-Stranger': '1' } })).status).toBe(401);
});
