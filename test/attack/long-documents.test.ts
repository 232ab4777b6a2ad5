// Documents within every limit that are dear to read, to validate or to point at.
import { describe, expect, test } from 'vitest';
import { attack, expectData, expectSafe, posted } from './answer.ts';

describe('a document at its limits is read in time, and answered', () => {
  const overlapping = many(45, (at) => `fragment F${at} on Corpus { counts { people places events } }`);

  test.each([
    ['fragments whose fields overlap', `{ corpus { ${many(45, (at) => `...F${at}`)} } } ${overlapping}`],
    ['a fragment with a name as long as a body', `{ ...${'a'.repeat(90_000)} }`],
    ['a comment as long as a body', `{ __typename } # ${'a'.repeat(90_000)}`],
    ['commas as many as a body holds', `{ __typename ${','.repeat(90_000)} }`],
    ['a string as long as a body', `{ person(slug: "${'a'.repeat(90_000)}") { id } }`],
    ['a block string of empty lines', `{ person(slug: """${'\n'.repeat(40_000)}""") { id } }`],
    ['a search as long as a body', `{ search(query: "${'a '.repeat(45_000)}") { totalCount } }`],
    ['a thousand unused variables', `query (${many(240, (at) => `$v${at}: Int`)}) { __typename }`],
  ])('%s', async (_, query) => {
    const answer = await attack('/graphql', posted({ query }));
    expect(answer.status).toBe(200);
    expectSafe(answer);
  });

  test('errors end after twenty, and the answer with them', async () => {
    const query = `${'\n'.repeat(900)}query ($ids: [ID!]!) { a: nodes(ids: $ids) { id } }`;
    const answer = await attack('/graphql', posted({ query, variables: { ids: Array(90).fill('a') } }));
    const { errors } = JSON.parse(answer.text);
    expect(JSON.parse(answer.text).data).toBeUndefined();
    expect(errors.slice(0, 20)).toEqual(
      Array.from({ length: 20 }, (_, at) => ({
        message: 'This is not a global id of Dateline. Use an "id" exactly as a query returned it.',
        locations: [{ line: 901, column: 24 }],
        path: ['a', at],
        extensions: { code: 'INVALID_ID' },
      })),
    );
    expect(errors.slice(20)).toEqual([
      {
        message: 'More than 20 fields failed, so execution stopped. Fix the errors listed before this one.',
        extensions: { code: 'TOO_MANY_ERRORS', limit: 20 },
      },
    ]);
    expectSafe(answer);
  });

  // Each error is placed by reading the document from its start.
  test('more lines than tokens could fill are refused', async () => {
    const query = `${'\r\n'.repeat(20_000)}{ __typename }`;
    const answer = await attack('/graphql', posted({ query }));
    expect(JSON.parse(answer.text)).toEqual({
      errors: [
        {
          message: 'The document has 20001 lines; the most is 1000. Split it into smaller requests.',
          extensions: { code: 'TOO_MANY_TOKENS', actual: 20_001, limit: 1000 },
        },
      ],
    });
    expectSafe(answer);
  });

  test('a good request right after', async () => {
    expectData(await attack('/graphql', posted({ query: '{ __typename }' })), { __typename: 'Query' });
  });
});

function many(count: number, write: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => write(at)).join(' ');
}
