// Every list, paged forwards and backwards, gives each thing once and in one order.
import { describe, expect, test } from 'vitest';
import { ask, CORPORA, OF_THE_NINE, request } from '../harness.ts';

/** A list that is longer than a page is narrowed, so that one page holds the whole of it. */
const LISTS: readonly [list: string, orders: readonly string[], filter?: string][] = [
  ['articles', ['PUBLISHED', 'HEADLINE']],
  ['events', ['DATE', 'NAME'], OF_THE_NINE],
  ['statements', ['DATE', 'POSITION'], OF_THE_NINE],
  ['people', ['NAME', 'MENTIONS']],
  ['organizations', ['NAME', 'MENTIONS']],
  ['groups', ['NAME', 'MENTIONS']],
  ['places', ['NAME', 'MENTIONS']],
];
const CASES = LISTS.flatMap(([list, orders, filter = '{}']) =>
  orders.flatMap((field) => ['ASC', 'DESC'].map((direction) => ({ list, field, direction, filter }))),
);

describe.each(CASES)('$list by $field $direction', ({ list, field, direction, filter }) => {
  // One document for all pages, which is parsed and checked once.
  const query = `query ($first: Int, $after: String, $last: Int, $before: String) {
    page: ${list}(
      orderBy: { field: ${field}, direction: ${direction} }, filter: ${filter}
      first: $first, after: $after, last: $last, before: $before
    ) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      edges { cursor node { slug } }
      nodes { slug }
    }
  }`;
  const page = async (variables: object) => (await ask(query, variables, 'gazette')).page;
  const slugsOf = (edges: { node: { slug: string } }[]) => edges.map(({ node }) => node.slug);

  test('pages of two, forwards and backwards, are the whole list', async () => {
    const whole = await page({ first: 100 });
    const slugs = slugsOf(whole.edges);
    expect(whole.nodes.map(({ slug }: { slug: string }) => slug)).toEqual(slugs);
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(whole.totalCount).toBe(slugs.length);
    expect(whole.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });

    const forwards = [];
    for (let after = {}; ; ) {
      const { edges, pageInfo } = await page({ first: 2, ...after });
      forwards.push(...slugsOf(edges));
      expect(pageInfo.hasPreviousPage).toBe('after' in after);
      if (!pageInfo.hasNextPage) break;
      after = { after: pageInfo.endCursor };
    }
    expect(forwards).toEqual(slugs);

    const backwards = [];
    for (let before = {}; ; ) {
      const { edges, pageInfo } = await page({ last: 2, ...before });
      backwards.unshift(...slugsOf(edges));
      expect(pageInfo.hasNextPage).toBe('before' in before);
      if (!pageInfo.hasPreviousPage) break;
      before = { before: pageInfo.startCursor };
    }
    expect(backwards).toEqual(slugs);
  });
});

describe('a nested list, paged one by one, is the whole list', () => {
  test.each([
    ['article(slug: "owner-denies-locked-doors")', 'assertions'],
    ['article(slug: "council-shuts-harrow-mill")', 'assertions(voices: ARTICLE)'],
    ['article(slug: "two-die-at-harrow-mill")', 'statements'],
    ['event(slug: "harrow-mill-fire")', 'reports'],
    ['event(slug: "harrow-mill-fire")', 'statements'],
    ['event(slug: "harrow-mill-fire")', 'subEvents'],
    ['statement(slug: "oakes-we-did-what-we-could")', 'quotes'],
    ['person(slug: "josef-lindqvarn")', 'lifeDates'],
    ['person(slug: "josef-lindqvarn")', 'relatives'],
    ['person(slug: "edmund-rook")', 'positions(tenures: [CURRENT, FORMER])'],
    ['person(slug: "elnare-qaracayli")', 'mentions'],
    ['person(slug: "nell-farrow")', 'authoredArticles'],
    ['place(slug: "larkbridge")', 'events'],
  ])('%s { %s }', async (parent, list) => {
    const [name = '', args = ''] = list.split(/[()]/);
    const query = `query ($first: Int, $after: String) {
      parent: ${parent} { list: ${name}(${args} first: $first, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } edges { cursor }
      } }
    }`;
    const page = async (variables: object) => (await ask(query, variables, 'gazette')).parent.list;
    const cursorsOf = ({ edges }: { edges: { cursor: string }[] }) => edges.map(({ cursor }) => cursor);

    const whole = await page({ first: 100 });
    const cursors: string[] = [];
    for (let after: string | null = null; ; ) {
      const one: { readonly pageInfo: { hasNextPage: boolean; endCursor: string }; edges: { cursor: string }[] } =
        await page({ first: 1, after });
      cursors.push(...cursorsOf(one));
      if (!one.pageInfo.hasNextPage) break;
      after = one.pageInfo.endCursor;
    }
    expect(whole.totalCount).toBeGreaterThan(1);
    expect(cursors).toEqual(cursorsOf(whole));
    expect(new Set(cursors).size).toBe(whole.totalCount);
  });
});

describe.each(CORPORA)('in %s', (corpus) => {
  test('no two assertions of an article stand at one place of their list', async () => {
    const { articles } = await ask('{ articles { nodes { slug } } }', {}, corpus);
    for (const { slug } of articles.nodes) {
      const query = 'query ($slug: Slug!) { article(slug: $slug) { assertions(first: 100) { edges { cursor } } } }';
      const { article } = await ask(query, { slug }, corpus);
      const cursors = article.assertions.edges.map(({ cursor }: { cursor: string }) => cursor);
      expect(new Set(cursors).size).toBe(cursors.length);
    }
  });
});

interface Ordered {
  readonly date: object | null;
  readonly reports: { readonly nodes: readonly { readonly date: object | null }[] };
  readonly disagreements: readonly object[];
}

test('an unknown date stands last in both directions', async () => {
  for (const direction of ['ASC', 'DESC']) {
    const { events } = await ask(
      `{ events(first: 100, orderBy: { field: DATE, direction: ${direction} }) { nodes {
        date { edtf } reports { nodes { date { edtf } } } disagreements(property: DATE) { property }
      } } }`,
      {},
      'gazette',
    );
    // What only somebody quoted dates stands by that date, unless others contradict it.
    const known = events.nodes.map(
      ({ date, reports, disagreements }: Ordered) =>
        date !== null || (disagreements.length === 0 && reports.nodes.some((report) => report.date !== null)),
    );
    expect(known).toContain(false);
    expect(known.lastIndexOf(true)).toBeLessThan(known.indexOf(false));
  }
});

test('an empty page is a page', async () => {
  const { events } = await ask('{ events(first: 0) { totalCount nodes { slug } pageInfo { hasNextPage endCursor } } }');
  expect(events).toMatchObject({ nodes: [], pageInfo: { hasNextPage: true, endCursor: null } });
});

describe('refuses', () => {
  const cursorOf = async (list: string) => {
    const data = await ask(`{ list: ${list}(first: 1) { pageInfo { endCursor } } }`);
    return data.list.pageInfo.endCursor;
  };

  test.each([
    ['first: -1', 'INVALID_PAGE_SIZE', '"first" is -1. Give a number from 0 to 100.'],
    ['first: 100000', 'INVALID_PAGE_SIZE', '"first" is 100000; the most is 100. Ask for 100 and follow pageInfo.'],
    ['last: 101', 'INVALID_PAGE_SIZE', '"last" is 101; the most is 100. Ask for 100 and follow pageInfo.'],
    ['first: 1, last: 1', 'INVALID_PAGE_SIZE', 'Both "first" and "last" are given. Give one of them.'],
    ['after: "broken"', 'INVALID_CURSOR', expect.stringContaining('"after" is not a cursor of this list')],
    ['before: ""', 'INVALID_CURSOR', expect.stringContaining('"before" is not a cursor of this list')],
    ['after: "W10="', 'INVALID_CURSOR', expect.stringContaining('"after" is not a cursor of this list')],
    ['after: "eyJhIjoxfQ=="', 'INVALID_CURSOR', expect.stringContaining('"after" is not a cursor of this list')],
  ])('%s', async (args, code, message) => {
    const { errors } = await request(`{ statements(${args}) { nodes { slug } } }`);
    expect(errors).toMatchObject([{ message, path: ['statements'], extensions: { code } }]);
  });

  test('a cursor made for another list', async () => {
    const { errors } = await request(`{ statements(after: "${await cursorOf('events')}") { nodes { slug } } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_CURSOR' } }]);
  });

  test('a cursor made for another search', async () => {
    const { search } = await ask('{ search(query: "russia", first: 1) { pageInfo { endCursor } } }');
    const { errors } = await request(
      `{ search(query: "baku", after: "${search.pageInfo.endCursor}") { nodes { score } } }`,
    );
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_CURSOR' } }]);
  });

  test('a cursor made for another order', async () => {
    const { errors } = await request(
      `{ events(after: "${await cursorOf('events')}", orderBy: { field: NAME }) { nodes { slug } } }`,
    );
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_CURSOR' } }]);
  });
});

test.each([
  ['a search', 'search(query: "mill", after: $after) { totalCount nodes { score } }', /^Search/, ['x', 'slug']],
  ['a timeline', 'timeline(after: $after) { nodes { period } }', /^Timeline/, ['x']],
  ['a list', 'events(after: $after) { nodes { slug } }', /^Event/, [null, null]],
])('a forged cursor of %s is refused', async (_, field, list, key) => {
  // The names of lists are no secret: each stands in the cursors that it gives.
  const plain = field.replace('after: $after', 'first: 1').replace(/\{ .*/, '{ pageInfo { endCursor } }');
  const [{ pageInfo }] = Object.values(await ask(`{ ${plain} }`, {}, 'gazette')) as [
    { pageInfo: { endCursor: string } },
  ];
  const [name] = JSON.parse(Buffer.from(pageInfo.endCursor, 'base64').toString());
  expect(name).toMatch(list);

  const after = Buffer.from(JSON.stringify([name, ...key])).toString('base64');
  const { errors } = await request(`query ($after: String) { ${field} }`, { after }, 'gazette');
  expect(errors).toMatchObject([{ extensions: { code: 'INVALID_CURSOR' } }]);
});
