// Global ids and slugs: two ways to each thing.
import { describe, expect, test } from 'vitest';
import { ask, CORPORA, request } from '../harness.ts';

const ROOTS = [
  ['articles', 'article', 'Article'],
  ['events', 'event', 'Event'],
  ['statements', 'statement', 'Statement'],
  ['people', 'person', 'Person'],
  ['organizations', 'organization', 'Organization'],
  ['groups', 'group', 'Group'],
  ['places', 'place', 'Place'],
] as const;

describe.each(CORPORA)('%s', (corpus) => {
  test.each(ROOTS)('each of the %s is found by its id and by its slug', async (list, root, type) => {
    const data = await ask(`{ list: ${list}(first: 100) { nodes { __typename id slug } } }`, {}, corpus);
    const { nodes } = data.list;
    expect(nodes.length).toBeGreaterThan(0);
    const ids = nodes.map(({ id }: { id: string }) => id);
    expect(
      (await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id slug } }', { ids }, corpus)).nodes,
    ).toEqual(nodes);
    for (const { id, slug } of nodes) {
      const both = await ask(
        `query ($id: ID!, $slug: Slug!) { byId: node(id: $id) { __typename id slug } bySlug: ${root}(slug: $slug) { __typename id slug } }`,
        { id, slug },
        corpus,
      );
      expect(both).toEqual({ byId: { __typename: type, id, slug }, bySlug: { __typename: type, id, slug } });
    }
  });
});

test('a lookup that misses is null and no error', async () => {
  const roots = ROOTS.map(([, root]) => `${root}(slug: "nobody") { id }`);
  const data = await ask(`{ ${roots.join(' ')} node(id: "${btoa('Person:nobody')}") { id } }`);
  expect(Object.values(data)).toEqual(Array(8).fill(null));
});

test('a slug of another type is a miss', async () => {
  expect(await ask('{ event(slug: "mikhail-shvydkoy") { id } }')).toEqual({ event: null });
});

test.each([
  '',
  'nonsense',
  btoa('User:1'),
  btoa('Person:'),
  btoa('Person:No Slug'),
  btoa('__proto__:x'),
  btoa('constructor:x'),
])('refuses %j as a global id', async (id) => {
  const { data, errors } = await request('query ($id: ID!) { node(id: $id) { id } }', { id });
  expect(data).toEqual({ node: null });
  expect(errors).toMatchObject([{ path: ['node'], extensions: { code: 'INVALID_ID' } }]);
});

test('refuses more ids at once than a page has', async () => {
  const { errors } = await request('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array(101).fill('x') });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['LIST_TOO_LONG', 'FILTER_TOO_LARGE']);
});

test('among several ids one that is none is refused in its own place', async () => {
  const { people } = await ask('{ people(first: 1) { nodes { id slug } } }');
  const [{ id, slug }] = people.nodes;
  const ids = [id, 'nonsense', btoa('Person:nobody')];
  const { data, errors } = await request('query ($ids: [ID!]!) { nodes(ids: $ids) { slug } }', { ids });
  expect(data).toEqual({ nodes: [{ slug }, null, null] });
  expect(errors).toMatchObject([{ path: ['nodes', 1], extensions: { code: 'INVALID_ID' } }]);
});
