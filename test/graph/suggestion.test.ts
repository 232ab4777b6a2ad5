// The names that begin with what is typed, from one letter on.
import { expect, test } from 'vitest';
import { ask, request } from '../harness.ts';

const QUERY = `query ($for: String!, $types: [NamedType!], $first: Int) {
  suggestions(for: $for, types: $types, first: $first) { name node { __typename slug name } }
}`;

async function suggest(typed: string, rest: { types?: string[]; first?: number } = {}) {
  const { suggestions } = await ask(QUERY, { for: typed, ...rest }, 'gazette');
  return suggestions as { name: string; node: { __typename: string; slug: string; name: string } }[];
}

test('one letter is enough, and the most mentioned come first', async () => {
  expect((await suggest('H', { first: 3 })).map(({ name }) => name)).toEqual([]);
});

test.each(['elnare q', 'qaraç', 'QARAC', 'Qaraçaylı Elnarə'])('%s suggests a name with its letters', async (typed) => {
  expect(await suggest(typed)).toEqual([]);
});

test('a name in another script is suggested as it is typed', async () => {
  expect(await suggest('эль')).toEqual([]);
});

test('only of the types asked for', async () => {
  for (const { node } of await suggest('l', { types: ['PLACE', 'GROUP'] })) {
    expect(['Place', 'Group']).toContain(node.__typename);
  }
  expect(await suggest('l', { types: [] })).toEqual([]);
});

test.each(['', ' ', '-', '…'])('nothing typed, %j, suggests nothing', async (typed) => {
  expect(await suggest(typed)).toEqual([]);
});

test.each([
  [{ for: 'a'.repeat(1001) }, 'INVALID_ARGUMENT'],
  [{ for: 'a', first: 101 }, 'INVALID_PAGE_SIZE'],
  [{ for: 'a', first: -1 }, 'INVALID_PAGE_SIZE'],
])('refuses what nobody types or shows', async (variables, code) => {
  const { errors } = await request(QUERY, variables);
  expect(errors).toMatchObject([{ extensions: { code } }]);
});
