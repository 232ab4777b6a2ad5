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
  const found = await suggest('H', { first: 3 });
  expect(found.map(({ name }) => name)).toEqual(['Hugo Cask', 'Harrow Mill', 'Cask & Harrow Ltd']);
});

test.each([
  ['elnare q', ['elnare-qaracayli', 'pupils-of-elnare-qaracayli']],
  ['Qaraçaylı Elnarə', ['elnare-qaracayli', 'pupils-of-elnare-qaracayli']],
  ['qaraç', ['elnare-qaracayli', 'sevil-qaracayli', 'pupils-of-elnare-qaracayli']],
  ['QARAC', ['elnare-qaracayli', 'sevil-qaracayli', 'pupils-of-elnare-qaracayli']],
  ['elnare zz', []],
])('each word of %s begins a word of the name', async (typed, slugs) => {
  expect((await suggest(typed)).map(({ node }) => node.slug)).toEqual(slugs);
});

test('a name in another script is suggested as it is typed', async () => {
  expect((await suggest('эль'))[0]).toEqual({
    name: 'Эльнара Гарачайлы',
    node: { __typename: 'Person', slug: 'elnare-qaracayli', name: 'Elnarə Qaraçaylı' },
  });
});

test('only of the types asked for', async () => {
  const found = await suggest('l', { types: ['PLACE', 'GROUP'] });
  expect(found.length).toBeGreaterThan(0);
  for (const { node } of found) expect(['Place', 'Group']).toContain(node.__typename);
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
