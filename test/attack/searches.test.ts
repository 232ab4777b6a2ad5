// Searches made to be dear: each costs what its words are, however they are put together.
import { describe, expect, test } from 'vitest';
import { attack, expectSafe, posted } from './answer.ts';

describe('the price of a search does not depend on what parts its words', () => {
  const WORDS = ['th', 'in', 'to', 'co', 'of', 're', 'an', 'de'];

  // Two quotation marks of any kind make a phrase of what stands between them.
  test.each(['.', ',', '-', '/', '(', '…', '‚', '‹', '\u00a0', '\u200b'])('%j', async (mark) => {
    expect(await priceOf(WORDS.join(mark))).toBe(await priceOf(WORDS.join(' ')));
  });

  test.each([
    ['„', '“'],
    ['“', '”'],
    ['«', '»'],
    ['»', '«'],
  ])('phrases in %s and %s cost as those in straight marks', async (open, close) => {
    expect(await priceOf(`${open}of the in the${close}`)).toBe(await priceOf('"of the in the"'));
  });
});

test('the cursors of a search do not carry its words', async () => {
  const text = `${'the '.repeat(31)}${'x'.repeat(800)} the`;
  const query = 'query ($text: String!) { search(query: $text) { edges { cursor } pageInfo { endCursor } } }';
  for (const words of ['the', `the "${'the '.repeat(200)}`, text]) {
    const answer = await attack('/graphql', posted({ query, variables: { text: words } }));
    expectSafe(answer);
    const { edges } = JSON.parse(answer.text).data.search;
    for (const { cursor } of edges) expect(cursor.length).toBeLessThan(200);
  }
  const { data } = JSON.parse((await attack('/graphql', posted({ query, variables: { text: 'the' } }))).text);
  expect(data.search.edges.length).toBeGreaterThan(0);
});

async function priceOf(text: string): Promise<number> {
  const query = 'query ($text: String!) { search(query: $text) { totalCount } }';
  const answer = await attack('/graphql', posted({ query, variables: { text }, extensions: { cost: true } }));
  expectSafe(answer);
  const { errors, extensions } = JSON.parse(answer.text);
  return errors?.[0].extensions.actual ?? extensions.cost.points;
}
