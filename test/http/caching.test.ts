// Which answers may be kept, by whom, for how long, and when one is not sent again: RFC 9110 and 9111.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addressOf, ask, CORPORA, postJson, send } from '../harness.ts';

const SHARED = {
  cacheControl: 'public, max-age=60',
  cloudflare: 'public, max-age=86400, stale-while-revalidate=86400, stale-if-error=86400',
};
const QUERY = '{ corpus { version } }';
const DOCUMENT = readFileSync(new URL('../../src/operations/corpus.graphql', import.meta.url), 'utf8');
const HASH = createHash('sha256').update(DOCUMENT).digest('hex');
const PATH = byGet({ query: QUERY });

/** Every way to ask by GET. */
const PATHS = [
  ['a query', PATH],
  ['a trusted document', byGet({ documentId: `sha256:${HASH}` })],
  ['a hash', byGet({ extensions: { persistedQuery: { version: 1, sha256Hash: HASH } } })],
  ['variables', byGet({ query: 'query ($n: Int) { statements(first: $n) { totalCount } }', variables: { n: 1 } })],
  ['the schema', byGet({ query: '{ __schema { queryType { name } } }' })],
  ['a plain address', '/api/corpus'],
  ['a page of a plain address', '/api/statements?first=1'],
  ['a page as CSV', '/api/statements.csv?first=1'],
] as const;

describe.each(PATHS)('an answer to GET: %s', (_, path) => {
  test('may be kept by anybody for a minute and by Cloudflare for a day, under a strong tag', async () => {
    const response = await send(path);
    expect(response.status).toBe(200);
    expect(cachingOf(response)).toEqual({
      ...SHARED,
      etag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
      vary: 'Accept',
    });
    expect((await send(path)).headers.get('ETag')).toBe(response.headers.get('ETag'));
  });

  test('has the same headers by HEAD', async () => {
    const [head, get] = [await send(path, { method: 'HEAD' }), await send(path)];
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    expect(lastingHeadersOf(head)).toEqual(lastingHeadersOf(get));
  });

  test('is not sent again to whoever has it, by GET and HEAD', async () => {
    const { headers } = await send(path);
    for (const method of ['GET', 'HEAD']) {
      const response = await send(path, { method, headers: { 'If-None-Match': headers.get('ETag')! } });
      expect(response.status).toBe(304);
      expect(await response.text()).toBe('');
      expect(cachingOf(response)).toEqual({ ...SHARED, etag: headers.get('ETag'), vary: 'Accept' });
      expect(response.headers.get('Content-Type')).toBeNull();
    }
  });

  test('says by which code it was made, and over which corpus', async () => {
    const { headers } = await send(path);
    const { version } = (await (await send('/healthz')).json()) as { version: string };
    const { corpus } = await ask(QUERY);
    expect(headers.get('Dateline-Version')).toBe(version);
    expect(headers.get('Dateline-Corpus-Version')).toBe(corpus.version);
  });
});

test('over D1, where a corpus changes without a deployment, caches keep an answer for three seconds', async () => {
  const response = await fetch(addressOf(PATH, 'seed', 'd1'));
  expect(await response.json()).toEqual({ data: await ask(QUERY) });
  expect(cachingOf(response)).toEqual({
    cacheControl: 'public, max-age=3',
    cloudflare: 'public, max-age=3, stale-while-revalidate=0, stale-if-error=0',
    etag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
    vary: 'Accept',
  });
});

// The quotation of the front page is that of the day.
const OF_TODAY = { cacheControl: 'public, max-age=300', cloudflare: null };

test.each([
  ['/', OF_TODAY],
  ['/timeline', SHARED],
  ['/statements/shvydkoy-no-deep-reasons', SHARED],
] as const)('a page may be kept as an answer may, for each language: %s', async (path, caching) => {
  const response = await send(path);
  expect(cachingOf(response)).toEqual({
    ...caching,
    etag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
    vary: 'Accept, Accept-Language',
  });
  // It names the host that it was asked at.
  const address = new URL(path, addressOf('/'));
  address.hostname = address.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  const other = await fetch(address);
  expect(await other.text()).toContain(`<link rel="canonical" href="${address}"/>`);
  expect(other.headers.get('ETag')).not.toBe(response.headers.get('ETag'));
});

type Asked = readonly [path: string, init?: RequestInit];

describe('the tag changes with', () => {
  const named = 'query A { __typename } query B { __typename }';
  const byNumber = 'query ($n: Int) { statements(first: $n) { totalCount } }';
  const csv = { headers: { Accept: 'text/csv' } };
  const modern = { headers: { Accept: 'application/graphql-response+json' } };

  test.each<readonly [string, Asked, Asked]>([
    ['the document', [PATH], [byGet({ query: `${QUERY} ` })]],
    ['variables', [byGet({ query: byNumber, variables: { n: 1 } })], [byGet({ query: byNumber, variables: { n: 2 } })]],
    [
      'a variable null and one left out',
      [byGet({ query: byNumber, variables: { n: null } })],
      [byGet({ query: byNumber, variables: {} })],
    ],
    [
      'the name of the operation',
      [byGet({ query: named, operationName: 'A' })],
      [byGet({ query: named, operationName: 'B' })],
    ],
    ['extensions.cost', [PATH], [byGet({ query: QUERY, extensions: { cost: true } })]],
    ['the media type', [PATH], [PATH, modern]],
    ['the form of a plain address', ['/api/statements'], ['/api/statements', csv]],
    ['a parameter of a plain address', ['/api/statements?first=1'], ['/api/statements?first=2']],
  ])('%s', async (_, one, other) => {
    expect(await tagOf(one[0], one[1])).not.toBe(await tagOf(other[0], other[1]));
  });

  test('the corpus', async () => {
    const [seed, gazette] = await Promise.all(CORPORA.map(async (corpus) => (await send(PATH, {}, corpus)).headers));
    expect(seed!.get('Dateline-Corpus-Version')).not.toBe(gazette!.get('Dateline-Corpus-Version'));
    expect(seed!.get('ETag')).not.toBe(gazette!.get('ETag'));
  });

  test('the code, over the same corpus', async () => {
    const [bundled, stored] = [(await send(PATH)).headers, (await fetch(addressOf(PATH, 'seed', 'd1'))).headers];
    expect(bundled.get('Dateline-Corpus-Version')).toBe(stored.get('Dateline-Corpus-Version'));
    expect(bundled.get('Dateline-Version')).not.toBe(stored.get('Dateline-Version'));
    expect(bundled.get('ETag')).not.toBe(stored.get('ETag'));
  });
});

describe('the tag stays with', () => {
  const withHeaders = (headers: Record<string, string>): Asked => [PATH, { headers }];
  const trusted = byGet({ documentId: HASH });

  test.each<readonly [string, Asked, Asked]>([
    ['variables empty', [PATH], [byGet({ query: QUERY, variables: {} })]],
    ['an operation name that is empty', [PATH], [byGet({ query: QUERY, operationName: '' })]],
    ['extensions that nobody knows', [PATH], [byGet({ query: QUERY, extensions: { any: 1, cost: false } })]],
    ['parameters that nobody knows', [PATH], [`${PATH}&any=1`]],
    ['an Accept that comes to the same', [PATH], withHeaders({ Accept: 'text/html;q=0.5, application/json' })],
    ['who asks', [PATH], withHeaders({ Authorization: 'Bearer a', Cookie: 'a=b', 'User-Agent': 'a' })],
    ['where from', [PATH], withHeaders({ Origin: 'https://example.com', Referer: 'https://example.com' })],
    ['a request id', [PATH], withHeaders({ 'X-Request-Id': '0b749a2f-81a6-4166-972d-7eb88afbad8c' })],
    ['the text in the place of its hash', [trusted], [byGet({ query: DOCUMENT })]],
    ['the text with its hash', [trusted], [byGet({ query: DOCUMENT, extensions: persisted(HASH) })]],
    ['one way to say a hash and another', [trusted], [byGet({ extensions: persisted(HASH.toUpperCase()) })]],
  ])('%s', async (_, one, other) => {
    expect(await tagOf(other[0], other[1])).toBe(await tagOf(one[0], one[1]));
  });
});

describe('If-None-Match', () => {
  test.each<readonly [string, (tag: string) => string]>([
    ['the tag', (tag) => tag],
    ['the tag, as a proxy that compresses makes it', (tag) => `W/${tag}`],
    ['a list', (tag) => `"a", ${tag}, "b"`],
    ['a list without spaces', (tag) => `"a",W/"b",W/${tag}`],
    ['a list with nothing in places', (tag) => `, ,${tag},,`],
    ['a tag with a comma before it', (tag) => `"a,b", ${tag}`],
    ['any', () => '*'],
    ['a huge list', (tag) => `${'"a", '.repeat(4_000)}${tag}`],
    ['a huge tag before it', (tag) => `"${'a'.repeat(20_000)}", ${tag}`],
  ])('%s: 304', async (_, headerOf) => {
    const tag = await tagOf(PATH);
    const response = await send(PATH, { headers: { 'If-None-Match': headerOf(tag) } });
    expect(response.status).toBe(304);
    expect(await response.text()).toBe('');
    expect(cachingOf(response)).toEqual({ ...SHARED, etag: tag, vary: 'Accept' });
  });

  test.each<readonly [string, (tag: string) => string]>([
    ['empty', () => ''],
    ['another tag', () => '"a"'],
    ['the tag of nothing', () => '""'],
    ['a part of it', (tag) => `${tag.slice(0, -2)}"`],
    ['more than it', (tag) => `"a${tag.slice(1)}`],
    ['it in capitals', (tag) => tag.toUpperCase()],
    ['it without quotes', (tag) => tag.replaceAll('"', '')],
    ['it without its end', (tag) => tag.slice(0, -1)],
    ['it inside another one', (tag) => `"a${tag}`],
    ['it behind one that does not end', (tag) => `"a, ${tag}`],
    ['any in quotes', () => '"*"'],
    ['any in a list', () => '"a", *'],
    ['quotes only', () => '"'.repeat(9_999)],
    ['a tag without end', () => `"${'a'.repeat(20_000)}`],
  ])('%s: the answer', async (_, headerOf) => {
    const tag = await tagOf(PATH);
    const response = await send(PATH, { headers: { 'If-None-Match': headerOf(tag) } });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ data: await ask(QUERY) });
    expect(response.headers.get('ETag')).toBe(tag);
  });

  test('with the tag of another corpus: the answer', async () => {
    const tag = (await send(PATH, {}, 'gazette')).headers.get('ETag')!;
    expect((await send(PATH, { headers: { 'If-None-Match': tag } })).status).toBe(200);
  });
});

describe('an error is never kept, and never taken for what the caller has', () => {
  test.each([
    ['a document that is none', byGet({ query: '{' }), 200],
    ['a field that there is not', byGet({ query: '{ nothing }' }), 200],
    ['one field that fails', byGet({ query: '{ __typename statements(first: -1) { totalCount } }' }), 200],
    ['a missing variable', byGet({ query: 'query ($s: Slug!) { person(slug: $s) { name } }' }), 200],
    ['too much at once', byGet({ query: `{ ${'__typename '.repeat(21)} }` }), 200],
    ['a mutation', byGet({ query: 'mutation { a }' }), 405],
    ['no document', '/graphql', 400],
    ['a hash that is not known', byGet({ extensions: persisted('0'.repeat(64)) }), 400],
    ['a hash that is none', byGet({ documentId: 'a' }), 400],
    ['variables that are none', `${PATH}&variables=[]`, 400],
    ['no parameter of a plain address', '/api/corpus?any=1', 400],
    ['a wrong parameter of a plain address', '/api/statements.csv?first=101', 400],
    ['a form that there is not', '/api/corpus.csv', 406],
    ['an address that there is not', '/nothing', 404],
    ['an operation that there is not', '/api/nothing', 404],
    ['an address that is too long', `${PATH}&any=${'a'.repeat(8_000)}`, 414],
  ])('%s', async (_, path, status) => {
    for (const init of [{}, { headers: { 'If-None-Match': '*' } }, { method: 'HEAD' }]) {
      const response = await send(path, init);
      expect(response.status).toBe(status);
      expect(cachingOf(response)).toEqual({ cacheControl: 'no-store', cloudflare: null, etag: null, vary: 'Accept' });
    }
  });

  test('a method that is refused', async () => {
    const response = await send(PATH, { method: 'DELETE', headers: { 'If-None-Match': '*' } });
    expect(response.status).toBe(405);
    expect(cachingOf(response)).toEqual({ cacheControl: 'no-store', cloudflare: null, etag: null, vary: 'Accept' });
  });
});

describe('a POST is its sender’s affair', () => {
  test('its answer is not kept, and always sent', async () => {
    const tag = await tagOf(PATH);
    for (const condition of [{}, { 'If-None-Match': '*' }, { 'If-None-Match': tag }]) {
      const { headers, ...init } = postJson({ query: QUERY });
      const response = await send('/graphql', { ...init, headers: { ...headers, ...condition } });
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({ data: await ask(QUERY) });
      expect(cachingOf(response)).toEqual({
        cacheControl: 'private, no-store',
        cloudflare: null,
        etag: null,
        vary: 'Accept',
      });
    }
  });

  test('nor are its errors', async () => {
    const response = await send('/graphql', postJson({ query: '{ nothing }' }));
    expect(cachingOf(response)).toEqual({ cacheControl: 'no-store', cloudflare: null, etag: null, vary: 'Accept' });
  });
});

describe('a page of another origin', () => {
  const origin = { Origin: 'https://example.com' };

  test.each([
    ['the answer', 200, {}],
    ['what it has', 304, { 'If-None-Match': '*' }],
  ])('may read all headers that say something, with %s', async (_, status, condition) => {
    const response = await send(PATH, { headers: { ...origin, ...condition } });
    expect(response.status).toBe(status);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Access-Control-Expose-Headers')?.split(',')).toEqual([
      'Dateline-Corpus-Version',
      'Dateline-Version',
      'ETag',
      'Link',
      'Retry-After',
      'Server-Timing',
      'X-Request-Id',
    ]);
  });

  test.each([
    '/graphql',
    '/api/statements',
    '/api/nothing',
    '/schema.graphql',
    '/possible-types.json',
    '/openapi.json',
    '/healthz',
    '/readyz',
  ])('is told once a day what it may send: %s', async (path) => {
    const asked = { 'Access-Control-Request-Method': 'GET', 'Access-Control-Request-Headers': 'if-none-match' };
    const response = await send(path, { method: 'OPTIONS', headers: { ...origin, ...asked } });
    expect(response.status).toBe(204);
    expect(await response.text()).toBe('');
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Access-Control-Allow-Headers')).toBe('*');
    expect(response.headers.get('Access-Control-Max-Age')).toBe('86400');
    expect(response.headers.get('ETag')).toBeNull();
  });
});

describe('every answer of the Worker says which code gave it', () => {
  test.each([
    '/',
    '/graphql',
    PATH,
    '/api/corpus',
    '/api/nothing',
    '/openapi.json',
    '/schema.graphql',
    '/possible-types.json',
    '/nothing',
  ])('%s', async (path) => {
    const { version } = (await (await send('/healthz')).json()) as { version: string };
    expect((await send(path)).headers.get('Dateline-Version')).toBe(version);
  });
});

/** The address of a GraphQL request. */
function byGet(parameters: Readonly<Record<string, unknown>>): string {
  const texts = Object.entries(parameters).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return `/graphql?${new URLSearchParams(Object.fromEntries(texts))}`;
}

function persisted(sha256Hash: string): object {
  return { persistedQuery: { version: 1, sha256Hash } };
}

async function tagOf(path: string, init?: RequestInit): Promise<string> {
  const response = await send(path, init);
  expect(response.status).toBe(200);
  return response.headers.get('ETag')!;
}

function cachingOf({ headers }: Response) {
  return {
    cacheControl: headers.get('Cache-Control'),
    cloudflare: headers.get('Cloudflare-CDN-Cache-Control'),
    etag: headers.get('ETag'),
    vary: headers.get('Vary'),
  };
}

/** Those that say the same of every such answer: not how it is sent, nor what is its own. */
function lastingHeadersOf({ headers }: Response): Readonly<Record<string, string>> {
  const own = ['connection', 'content-length', 'date', 'server-timing', 'transfer-encoding', 'x-request-id'];
  return Object.fromEntries([...headers].filter(([name]) => !own.includes(name)));
}
