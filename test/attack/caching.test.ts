// A cache keeps an answer by its address and by what Vary names: no other part of a request may change the answer, and
// no error may be kept.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { entityTag } from '../../src/http/caching.ts';
import { attack, expectSafe, MODERN, posted } from './answer.ts';

const QUERY = 'query=%7B__typename%7D';
const PATH = `/graphql?${QUERY}`;
const UNKNOWN = `{"persistedQuery":{"version":1,"sha256Hash":"${'a'.repeat(64)}"}}`;

/** An address with a parameter whose value is JSON. */
function withJson(name: string, json: string): string {
  return `/graphql?${QUERY}&${name}=${encodeURIComponent(json)}`;
}

async function tagOf(path: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  const answer = await attack(path, { headers });
  expect(answer.status).toBe(200);
  expectSafe(answer);
  const tag = answer.headers.get('ETag');
  expect(tag).toMatch(/^"[0-9a-f]{32}"$/);
  return tag!;
}

describe('headers that no cache knows of change nothing', () => {
  test.each([
    ['X-Forwarded-Host', 'other.example'],
    ['X-Forwarded-Scheme', 'http'],
    ['X-Forwarded-Port', '1'],
    ['X-Host', 'other.example'],
    ['X-Original-URL', '/healthz'],
    ['X-Rewrite-URL', '/healthz'],
    ['X-HTTP-Method-Override', 'POST'],
    ['Origin', 'https://other.example'],
    ['Cookie', 'a=b'],
    ['Authorization', 'Bearer a'],
    ['Accept-Language', 'az'],
    ['User-Agent', 'a'],
    ['Content-Type', 'application/json'],
    ['Content-Encoding', 'gzip'],
    ['X-Apollo-Operation-Name', 'a'],
  ])('%s', async (name, value) => {
    const plain = await attack(PATH);
    const other = await attack(PATH, { headers: { [name]: value } });
    expect(other.text).toBe(plain.text);
    for (const header of ['Cache-Control', 'ETag', 'Vary', 'Content-Type', 'Access-Control-Allow-Origin']) {
      expect(other.headers.get(header)).toBe(plain.headers.get(header));
    }
    expectSafe(other);
  });

  test('a body of a GET is not read', async () => {
    const answer = await attack(PATH, { headers: { 'Content-Type': 'application/json' }, body: '{"query":"{a}"}' });
    expect(answer.status).not.toBe(500);
    expect(answer.text).not.toContain('Cannot query');
    expectSafe(answer);
  });
});

describe('a tag is of one answer', () => {
  const two = encodeURIComponent('query A { __typename } query B { b: __typename }');

  test.each([
    ['the order of parameters', `/graphql?variables=%7B%7D&${QUERY}`],
    ['a parameter that nobody knows', `/graphql?${QUERY}&utm_source=a`],
    ['another spelling of the same', '/graphql?%71uery={__typename}'],
    ['empty parameters', `/graphql?${QUERY}&variables=&operationName=&extensions=`],
    ['a fragment of the address', `/graphql?${QUERY}#a`],
  ])('the same for %s', async (_, path) => {
    expect(await tagOf(path)).toBe(await tagOf(PATH));
  });

  test.each([
    ['another document', PATH, '/graphql?query=%7Ba:__typename%7D'],
    ['another space', PATH, '/graphql?query=%7B__typename%20%7D'],
    ['another operation', `/graphql?query=${two}&operationName=A`, `/graphql?query=${two}&operationName=B`],
    ['other variables', PATH, withJson('variables', '{"a":1}')],
    ['variables of another kind', withJson('variables', '{"a":1}'), withJson('variables', '{"a":"1"}')],
    ['its cost', PATH, withJson('extensions', '{"cost":true}')],
    ['a name moved into a value', withJson('variables', '{"a":"b"}'), withJson('variables', '{"b":"a"}')],
  ])('another for %s', async (_, one, other) => {
    expect(await tagOf(one)).not.toBe(await tagOf(other));
  });

  test('another for each media type, and Vary says so', async () => {
    expect(await tagOf(PATH)).not.toBe(await tagOf(PATH, { Accept: MODERN }));
    expect((await attack(PATH)).headers.get('Vary')).toMatch(/\bAccept\b/);
    expect((await attack(PATH, { headers: { Accept: 'text/html' } })).headers.get('Vary')).toMatch(/\bAccept\b/);
  });

  test.each([
    ['list', (tag: string) => `"a", ${tag}, W/"b"`],
    ['weak', (tag: string) => `W/${tag}`],
    ['without spaces', (tag: string) => `"a",${tag}`],
    ['anything', () => '*'],
    ['among thousands', (tag: string) => `${'"a", '.repeat(1_500)}${tag}`],
  ])('the caller has it: %s', async (_, write) => {
    const tag = await tagOf(PATH);
    const answer = await attack(PATH, { headers: { 'If-None-Match': write(tag) } });
    expect([answer.status, answer.text, answer.headers.get('ETag')]).toEqual([304, '', tag]);
    expectSafe(answer);
  });

  test.each([
    ['no quotes', (tag: string) => tag.replaceAll('"', '')],
    ['upper case', (tag: string) => tag.toUpperCase()],
    ['its beginning', (tag: string) => `${tag.slice(0, 20)}"`],
    ['inside another', (tag: string) => `"a${tag.slice(1)}`],
    ['a star beside another', () => '"a", *'],
    ['quotes without end', () => '"'.repeat(7_999)],
  ])('the caller does not have it: %s', async (_, write) => {
    const answer = await attack(PATH, { headers: { 'If-None-Match': write(await tagOf(PATH)) } });
    expect(answer.status).toBe(200);
    expectSafe(answer);
  });
});

describe('a tag that is computed and not given', () => {
  /** What anybody can compute who knows the code and has read the headers of one answer. */
  async function compute(query: string, variables = '{}', accept = 'application/json'): Promise<string> {
    const { headers } = await attack('/healthz');
    const corpus = (await attack(PATH)).headers.get('Dateline-Corpus-Version')!;
    const hash = createHash('sha256').update(query).digest('hex');
    const asked = [hash, '', variables, 'false'];
    return entityTag([headers.get('Dateline-Version')!, corpus, ...asked, `${accept}; charset=utf-8`]);
  }

  function pathOf(query: string, variables = '{}'): string {
    return `/graphql?${new URLSearchParams({ query, variables })}`;
  }

  test('is that of an answer', async () => {
    expect(await compute('{__typename}')).toBe(await tagOf(PATH));
  });

  test('is the caller’s for an answer that was never given, once that is made', async () => {
    const query = '{ neverAsked: __typename }';
    for (const _ of ['run', 'not run again']) {
      const answer = await attack(pathOf(query), { headers: { 'If-None-Match': await compute(query) } });
      expect([answer.status, answer.text]).toEqual([304, '']);
      expectSafe(answer);
    }
  });

  const number = 'query ($n: Int) { statements(first: $n) { totalCount } }';
  test.each([
    ['no document', '{', '{}', 'GRAPHQL_PARSE_FAILED'],
    ['a field that is not there', '{ a }', '{}', 'GRAPHQL_VALIDATION_FAILED'],
    ['a variable of another type', number, '{"n":"a"}', 'BAD_USER_INPUT'],
    ['a page of another size', number, '{"n":-1}', 'INVALID_PAGE_SIZE'],
    ['a cursor of nobody', '{ statements(after: "a") { totalCount } }', '{}', 'INVALID_CURSOR'],
    [
      'too much at once',
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      JSON.stringify({ ids: Array(101).fill('a') }),
      'LIST_TOO_LONG',
    ],
  ])('gets the error that the request has: %s', async (_, query, variables, code) => {
    for (const accept of ['application/json', MODERN]) {
      const tag = await compute(query, variables, accept);
      const plain = await attack(pathOf(query, variables), { headers: { Accept: accept } });
      const answer = await attack(pathOf(query, variables), { headers: { Accept: accept, 'If-None-Match': tag } });
      expect(plain.text).toContain(code);
      expect([answer.status, answer.text]).toEqual([plain.status, plain.text]);
      expect([answer.headers.get('Cache-Control'), answer.headers.get('ETag')]).toEqual(['no-store', null]);
      expectSafe(answer);
    }
  });
});

describe('what may be kept by nobody', () => {
  test.each([
    ['an error by GET', '/graphql?query=%7Ba%7D', {}],
    ['an error by GET, whatever the caller has', '/graphql?query=%7Ba%7D', { 'If-None-Match': '*' }],
    ['part of an answer', '/graphql?query=%7B__typename%20node(id:%22a%22)%7Bid%7D%7D', { 'If-None-Match': '*' }],
    ['an address that is not there', '/nothing', {}],
    ['an operation that is not there', '/api/nothing', { 'If-None-Match': '*' }],
    ['a wrong parameter', '/api/statements?first=x', { 'If-None-Match': '*' }],
    ['what cannot be sent', PATH, { Accept: 'image/png' }],
    ['a hash that is not known', `/graphql?extensions=${encodeURIComponent(UNKNOWN)}`, {}],
    ['whether it is alive', '/healthz', {}],
    ['whether it is ready', '/readyz', {}],
  ])('%s', async (_, path, headers) => {
    const answer = await attack(path, { headers });
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(answer.headers.get('ETag')).toBeNull();
    expect(answer.status).not.toBe(304);
    expectSafe(answer);
  });

  test('an answer to a POST, also with a condition', async () => {
    const answer = await attack('/graphql', posted({ query: '{__typename}' }, { 'If-None-Match': '*' }));
    expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([200, 'private, no-store']);
    expect(answer.headers.get('ETag')).toBeNull();
  });

  test('a part of an answer is not cut out: Range counts for nothing', async () => {
    const answer = await attack(PATH, { headers: { Range: 'bytes=0-4' } });
    expect([answer.status, answer.text]).toEqual([200, '{"data":{"__typename":"Query"}}']);
  });
});
