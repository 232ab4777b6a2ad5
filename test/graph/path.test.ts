import { describe, expect, it, test } from 'vitest';
import { ask, request } from '../harness.ts';

describe('a path', () => {
  const PATHS = `query ($from: Slug!, $to: Slug!, $maxHops: Int, $first: Int) {
    paths(from: $from, to: $to, maxHops: $maxHops, first: $first) { isComplete nodes { length } }
  }`;
  it.each([
    ['to oneself', 'isolde-brand', 'isolde-brand'],
    ['to nobody', 'isolde-brand', 'no-such-agent'],
    ['from nobody', 'no-such-agent', 'isolde-brand'],
    ['to a place', 'isolde-brand', 'larkbridge'],
    ['to an event', 'isolde-brand', 'harrow-mill-fire'],
  ])('%s is none', async (_, from, to) => {
    expect(await ask(PATHS, { from, to }, 'gazette')).toEqual({ paths: { isComplete: true, nodes: [] } });
  });

  it.each([
    [{ maxHops: 100 }, 100, 6],
    [{ maxHops: 0 }, 0, 6],
    [{ first: 1000 }, 1000, 20],
    [{ first: -1 }, -1, 20],
  ])('with %j is refused', async (variables, actual, limit) => {
    const { errors } = await request(PATHS, { from: 'a', to: 'b', ...variables });
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_ARGUMENT', actual, limit } }]);
  });

  it('has evidence for each step, in the voices asked for, and leads from one end to the other', async () => {
    const { paths } = await ask(
      `{ paths(from: "dagny-holm", to: "rasmus-teal", voices: [ARTICLE]) {
        nodes { length hops { from { slug } to { slug } voice attributedTo { slug } linkCount evidence { exact } } }
      } }`,
      {},
      'gazette',
    );
    expect(paths.nodes[0].length).toBe(2);
    for (const { length, hops } of paths.nodes) {
      expect(hops).toHaveLength(length);
      expect([hops[0].from.slug, hops.at(-1).to.slug]).toEqual(['dagny-holm', 'rasmus-teal']);
      for (const hop of hops) {
        expect(hop).toMatchObject({ voice: 'ARTICLE', attributedTo: null });
        expect(hop.linkCount).toBeGreaterThan(0);
        expect(hop.evidence).not.toEqual([]);
      }
    }
  });
});

test('a kinship that both dossiers have is one link', async () => {
  const { paths } = await ask(
    '{ paths(from: "vera-lozhkina", to: "timur-lozhkin", maxHops: 1) { nodes { hops { linkCount via { __typename } } } } }',
    {},
    'gazette',
  );
  expect(paths.nodes).toEqual([{ hops: [{ linkCount: 1, via: { __typename: 'Kinship' } }] }]);
});
