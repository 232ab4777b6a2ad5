// The checks of graphql-cop (https://github.com/dolevf/graphql-cop), a row each, named as there. Two of its findings
// are meant: whoever likes may read the schema, and ask by GET, for all is public, nothing can be changed, and no
// answer depends on who asks, so that a forged request gains nothing.
import { describe, expect, test } from 'vitest';
import {
  attack,
  CROSS_SITE,
  errorAt,
  errorOf,
  expectData,
  expectErrors,
  expectFault,
  expectSafe,
  posted,
  SECRET,
} from './answer.ts';

describe('denial of service', () => {
  test('alias overloading', () =>
    expectFault({ query: `query cop { ${repeat(101, (at) => `alias${at}:__typename`)} }` }, [
      errorOf(
        'TOO_MANY_ROOT_FIELDS',
        'The query has 101 top-level fields; the most is 20. Split it into smaller requests.',
        {
          actual: 101,
          limit: 20,
        },
      ),
      errorOf('TOO_MANY_ALIASES', 'The query has 101 aliases; the most is 50. Split it into smaller requests.', {
        actual: 101,
        limit: 50,
      }),
    ]));

  test('array-based query batching', async () => {
    const batch = Array.from({ length: 10 }, () => ({ query: 'query cop { __typename }' }));
    expectErrors(await attack('/graphql', posted(batch)), 400, [
      errorOf('BAD_REQUEST', 'The body is a list. Batches are not supported: send one request at a time.'),
    ]);
  });

  test('directive overloading', () =>
    expectFault(
      { query: `query cop { __typename ${'@aa'.repeat(10)} }` },
      [0, 3, 6, 9, 12].map((at) => errorAt(24 + at, 'GRAPHQL_VALIDATION_FAILED', 'Unknown directive "@aa".')),
    ));

  test('circular query by introspection', () => {
    const query =
      'query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }';
    return expectFault({ query }, [
      {
        message: 'Maximum introspection depth exceeded',
        locations: [{ line: 1, column: 13 }],
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      },
    ]);
  });

  test('field duplication', () =>
    expectFault({ query: `query cop { ${'__typename \n'.repeat(500)} }` }, [
      errorOf(
        'TOO_MANY_ROOT_FIELDS',
        'The query has 500 top-level fields; the most is 20. Split it into smaller requests.',
        {
          actual: 500,
          limit: 20,
        },
      ),
      errorOf(
        'TOO_MANY_REPEATS',
        'The query selects 499 fields more than once in the same selection; the most is 50. Remove the repeated ones.',
        { actual: 499, limit: 50 },
      ),
      errorOf(
        'QUERY_TOO_EXPENSIVE',
        'Reading the document alone costs 188141 points; the most is 10000. Split it into smaller requests, and do not select the same fields repeatedly.',
        { actual: 188_141, limit: 10_000 },
      ),
    ]));
});

describe('information leakage', () => {
  test('trace mode: an answer has no tracing in its extensions', async () => {
    expectData(await attack('/graphql', posted({ query: 'query cop { __typename }' })), { __typename: 'Query' });
  });

  test('unhandled error detection', async () => {
    const answer = await attack('/graphql', posted({ query: 'qwerty cop { abc }' }));
    expectErrors(answer, 200, [errorAt(1, 'GRAPHQL_PARSE_FAILED', 'Syntax Error: Unexpected Name "qwerty".')]);
  });

  // The schema is public (see above), so what it has may be suggested. `settings.test.ts` has it switched off.
  test('field suggestions', () =>
    expectFault({ query: 'query cop { __schema { directive } }' }, [
      errorAt(
        24,
        'GRAPHQL_VALIDATION_FAILED',
        'Cannot query field "directive" on type "__Schema". Did you mean "directives"?',
      ),
    ]));

  test('introspection', async () => {
    const answer = await attack('/graphql', posted({ query: 'query cop { __schema { queryType { name } } }' }));
    expectData(answer, { __schema: { queryType: { name: 'Query' } } });
  });

  test('GraphQL IDE detection: GraphiQL is there, and takes no script, style or frame but its own', async () => {
    const answer = await attack(`/graphql?query=${SECRET}`, { headers: { Accept: 'text/html' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Security-Policy')).toContain("script-src 'self';");
    expectSafe(answer);
  });
});

describe('forged requests', () => {
  test('GET method query support', async () => {
    const answer = await attack('/graphql?query=query%20cop%7B__typename%7D', { headers: CROSS_SITE });
    expectData(answer, { __typename: 'Query' });
  });

  test('mutation is not allowed over GET', async () => {
    const answer = await attack('/graphql?query=mutation%20cop%7B__typename%7D', { headers: CROSS_SITE });
    expectErrors(answer, 405, [
      errorOf('METHOD_NOT_ALLOWED', 'A mutation must be sent by POST. This endpoint has no mutations.'),
    ]);
  });

  test('POST based url-encoded query', async () => {
    const headers = { ...CROSS_SITE, 'Content-Type': 'application/x-www-form-urlencoded' };
    const answer = await attack('/graphql', { method: 'POST', headers, body: 'query=query%20cop%7B__typename%7D' });
    expectErrors(answer, 415, [errorOf('UNSUPPORTED_MEDIA_TYPE', 'Content-Type must be application/json in UTF-8.')]);
  });
});

function repeat(count: number, write: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => write(at)).join(' ');
}
