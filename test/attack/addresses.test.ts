// Addresses that a proxy, a cache or a router may read otherwise than its neighbour.
import { describe, expect, inject, test } from 'vitest';
import { addressOf } from '../harness.ts';
import { attack, errorOf, expectData, expectErrors, expectSafe, posted, SECRET } from './answer.ts';

const notFound = [errorOf('NOT_FOUND', 'There is nothing at this address. The endpoint is /graphql; see / for more.')];

describe('an address that only resembles one: 404', () => {
  test.each([
    '/graphql/style.css',
    '/graphql/%2e%2e/graphql/a',
    '/graphql.css',
    '/graphql%0a',
    '/graphql%0d%0aX-Injected:%201',
    '/graphql%09',
    '/graphql%20',
    '/graphql%23',
    '/graphql%3Fquery=%7B__typename%7D',
    '/graphql%5c',
    '/graphql;jsessionid=1',
    '/graphql;.css',
    '/graphql,a',
    '/graphql%c0%af',
    '/graphql%u002f',
    '/%2fgraphql',
    '/%67raphql%00.css',
    '/.graphql',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%5c..%5cwindows/win.ini',
    '/healthz%00',
    '/healthz/style.css',
    '/schema.graphql%00.txt',
    '/openapi.json;.css',
    '/api%2Fcorpus',
    '/.git/config',
    '/.env',
    '/.dev.vars',
    '/wrangler.toml',
    '/package.json',
    '/worker.js',
    '/worker.js.map',
    '/corpus.bin',
    '/cdn-cgi/../.env',
    '/altair',
    '/playground',
    '/console',
    '/v1/graphql',
    '/graphql/console',
    `/${SECRET}?query={__typename}`,
    `/${'a'.repeat(7_000)}`,
    `/${'a/'.repeat(3_900)}`,
    `/${'%2e%2e%2f'.repeat(800)}`,
  ])('%s', async (path) => {
    for (const origin of [addressOf('/'), inject('wholeOrigin')]) {
      expectErrors(await attack(path, { origin }), 404, notFound);
    }
  });

  test('what the URL standard makes of an address is that address, and no other', async () => {
    const query = '?query=%7B__typename%7D';
    for (const path of [
      '/a/../graphql',
      '/%2e/graphql',
      '/a/%2E%2e/graphql',
      '/./graphql',
      '/./graphql/',
      '/graphql/.',
    ]) {
      expectData(await attack(path + query, { origin: inject('wholeOrigin') }), { __typename: 'Query' });
    }
  });

  test.each(['/api/corpus%00', '/api/corpus;a', '/api/..%2fgraphql', '/api/%5f%5fproto%5f%5f', '/api/corpus%0d%0aa'])(
    'an operation: %s',
    async (path) => {
      expectErrors(await attack(path), 404, [
        errorOf('NOT_FOUND', 'There is no operation with this name. /openapi.json lists all operations.'),
      ]);
    },
  );
});

describe('a query string', () => {
  test('of one character too many: 414', async () => {
    const path = `/graphql?query=${'a'.repeat(8_001 - '/graphql?query='.length)}`;
    expectErrors(await attack(path), 414, [
      errorOf('URI_TOO_LONG', 'The address has 8001 characters; the most is 8000. Send a POST.', {
        actual: 8001,
        limit: 8000,
      }),
    ]);
  });

  test('is too long at every address, also at one that is not there', async () => {
    for (const path of ['/', '/nothing', '/schema.graphql', '/api/corpus']) {
      const answer = await attack(`${path}?${'a'.repeat(8_000)}`);
      expect(answer.status).toBe(414);
      expectSafe(answer);
    }
  });

  test.each([
    [
      'two queries in two spellings',
      '?query=%7B__typename%7D&%71uery=%7Ba%7D',
      '"query" is given 2 times. Give it once.',
    ],
    [
      'an id beside a query',
      `?query=%7B__typename%7D&documentId=sha256:${'a'.repeat(64)}`,
      'Both "query" and "documentId" are given. Give one of them.',
    ],
    [
      'a list of queries',
      '?query[]=%7B__typename%7D',
      'There is no "query". Send the document as JSON: {"query": "{ __typename }"}.',
    ],
    [
      'a query in a fragment of the address',
      '?%23query=%7B__typename%7D',
      'There is no "query". Send the document as JSON: {"query": "{ __typename }"}.',
    ],
    [
      'a parameter by its prototype',
      '?__proto__[query]=%7B__typename%7D',
      'There is no "query". Send the document as JSON: {"query": "{ __typename }"}.',
    ],
    [
      'semicolons for ampersands',
      '?a=1;query=%7B__typename%7D',
      'There is no "query". Send the document as JSON: {"query": "{ __typename }"}.',
    ],
    [
      'nested variables, broken off',
      `?query=%7B__typename%7D&variables=${'%7B%22a%22:'.repeat(300)}`,
      '"variables" is not valid JSON.',
    ],
  ])('%s: 400', async (_, search, message) => {
    expectErrors(await attack(`/graphql${search}`), 400, [errorOf('BAD_REQUEST', message)]);
  });

  test('beside a body counts for nothing: a POST is its body', async () => {
    const answer = await attack('/graphql?query=%7Ba%7D&variables=x&extensions=x', posted({ query: '{ __typename }' }));
    expectData(answer, { __typename: 'Query' });
  });

  test('half an escape is read as the URL standard has it, and is no GraphQL', async () => {
    for (const query of ['%ff', '%', '%zz', '%c3%28', '%ed%a0%80', '%00']) {
      const answer = await attack(`/graphql?query=${query}`);
      expect(JSON.parse(answer.text).errors).toMatchObject([{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }]);
      expectSafe(answer);
    }
  });
});

describe('a method that is none of the usual', () => {
  test.each(['TRACE', 'PROPFIND', 'SEARCH', 'PURGE'])('%s: 405', async (method) => {
    const answer = await attack('/graphql', { method, headers: { 'X-Secret': SECRET } });
    expect(answer.headers.get('Allow')).toBe('GET, HEAD, POST, OPTIONS');
    expectErrors(answer, 405, [errorOf('METHOD_NOT_ALLOWED', 'This address accepts GET, HEAD, POST, OPTIONS.')]);
  });

  test.each(['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override'])('%s changes nothing', async (name) => {
    const get = await attack('/graphql?query=%7B__typename%7D', { headers: { [name]: 'DELETE' } });
    expectData(get, { __typename: 'Query' });
    const post = await attack('/graphql?query=%7Ba%7D', posted({ query: '{ __typename }' }, { [name]: 'GET' }));
    expectData(post, { __typename: 'Query' });
    expect(post.headers.get('Cache-Control')).toBe('private, no-store');
  });

  test('a mutation and a subscription by GET', async () => {
    const mutation = await attack('/graphql?query=mutation%7Ba%7D');
    expect(mutation.headers.get('Allow')).toBe('POST');
    expectErrors(mutation, 405, [
      errorOf('METHOD_NOT_ALLOWED', 'A mutation must be sent by POST. This endpoint has no mutations.'),
    ]);
    const accept = { Accept: 'application/graphql-response+json' };
    expectErrors(await attack('/graphql?query=subscription%7Ba%7D', { headers: accept }), 400, [
      errorOf('GRAPHQL_VALIDATION_FAILED', 'This endpoint is read-only: it has no subscriptions.'),
    ]);
  });
});
