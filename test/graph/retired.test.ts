// What an old link may still ask for.
import { expect, test } from 'vitest';
import { ask, request } from '../harness.ts';

const QUERY = `query ($slug: Slug!) {
  retired(slug: $slug) { slug reason replacedBy { __typename slug url ... on Event { name } } }
}`;

test('a retired slug says why it is gone, and what has another one now', async () => {
  expect(await ask(QUERY, { slug: 'mill-fire' }, 'gazette')).toEqual({
    retired: {
      slug: 'mill-fire',
      reason: 'A mill in the next valley burned as well; the name had become ambiguous.',
      replacedBy: {
        __typename: 'Event',
        slug: 'harrow-mill-fire',
        url: '/events/harrow-mill-fire',
        name: expect.any(String),
      },
    },
  });
});

test('what is gone altogether is replaced by nothing', async () => {
  expect(await ask(QUERY, { slug: 'larkbridge-herald' }, 'gazette')).toEqual({
    retired: { slug: 'larkbridge-herald', reason: 'A paper that was entered by mistake.', replacedBy: null },
  });
});

test.each(['never-published', 'harrow-mill-fire'])('"%s" was never retired, and asking is no mistake', async (slug) => {
  expect(await request(QUERY, { slug }, 'gazette')).toEqual({ data: { retired: null } });
});

test('a corpus without retired slugs has none', async () => {
  expect(await ask(QUERY, { slug: 'mill-fire' })).toEqual({ retired: null });
});

test('a lookup by a retired slug finds nothing', async () => {
  const query = '{ event(slug: "mill-fire") { name } organization(slug: "larkbridge-herald") { name } }';
  expect(await ask(query, {}, 'gazette')).toEqual({ event: null, organization: null });
});
