// Plain search: each word of the query begins a word of what is found.
import { describe, expect, test } from 'vitest';
import { ask, type CorpusName, request } from '../harness.ts';

async function search(query: string, corpus: CorpusName = 'seed', types?: string[]) {
  const data = await ask(
    `query ($query: String!, $types: [SearchType!]) {
      search(query: $query, types: $types) {
        totalCount
        nodes {
          score
          node { __typename slug }
          snippets { text matches { utf16Start utf16End } evidence { exact article { slug text } } }
        }
      }
    }`,
    { query, types },
    corpus,
  );
  return data.search;
}

/** The passages of a hit, each word found in brackets. */
function marked(hit: { snippets: { text: string; matches: { utf16Start: number; utf16End: number }[] }[] }): string[] {
  return hit.snippets.map(({ text, matches }) =>
    matches.reduceRight(
      (all, { utf16Start: from, utf16End: to }) => `${all.slice(0, from)}[${all.slice(from, to)}]${all.slice(to)}`,
      text,
    ),
  );
}

async function found(query: string, corpus?: CorpusName, types?: string[]): Promise<string[]> {
  const { nodes } = await search(query, corpus, types);
  return nodes.map(({ node }: { node: { slug: string } }) => node.slug);
}

test.each(['Huseyn', 'HÜSEYN', 'hüseyn', 'hu\u0308seyn', 'huse'])('%s finds Huseyn Safarov first', async (query) => {
  expect((await found(query))[0]).toBe('huseyn-safarov');
});

test('a name is found in each spelling and script, with or without its marks', async () => {
  for (const query of ['Qaraçaylı Elnarə', 'qaracayli elnare', 'garachayli elnara', 'ЭЛЬНАРА гарачайлы']) {
    expect(await found(query, 'gazette', ['PERSON'])).toEqual(['elnare-qaracayli']);
  }
});

test('a person with several spellings is found before what is only named after her', async () => {
  for (const query of ['Elnare', 'qaraçaylı elnarə'])
    expect((await found(query, 'gazette'))[0]).toBe('elnare-qaracayli');
});

test('all words must be there', async () => {
  expect(await found('telephone aliyev', 'seed', ['EVENT'])).toEqual(['putin-aliyev-telephone-conversation']);
  expect(await found('telephone nobody')).toEqual([]);
});

test.each([
  ['the Harbour Board', 'harbour-board'],
  ['Inspector Lena Marsh', 'lena-marsh'],
  ['Cask and Harrow', 'cask-and-harrow'],
  ['Director Hugo Cask', 'hugo-cask'],
  ['the St Orla’s Hospital', 'st-orlas-hospital'],
])('an article or a title before a name does not hide it: %s', async (query, slug) => {
  expect(await found(query, 'gazette')).toContain(slug);
  expect(await found(query, 'gazette', ['PERSON', 'ORGANIZATION'])).toEqual([slug]);
});

test('a statement is found by its words, and shown in a passage of the article with these marked', async () => {
  const { totalCount, nodes } = await search('centuries intertwined', 'seed', ['STATEMENT']);
  expect(totalCount).toBe(1);
  expect(nodes[0].node).toEqual({ __typename: 'Statement', slug: 'shvydkoy-centuries-long-history' });
  expect(marked(nodes[0])).toEqual([
    'He emphasised that Russia and Azerbaijan share a [centuries]-long history, with their peoples closely [intertwined] through family ties and united by spiritual and …',
  ]);
});

test('a word with a hyphen is found and marked when it is typed without', async () => {
  const { nodes } = await search('fiftyeight', 'gazette', ['ARTICLE']);
  expect(nodes.map(({ node }: { node: { slug: string } }) => node.slug)).toEqual(['cask-leaves-the-mill']);
  expect(marked(nodes[0]).join()).toContain('[fifty-eight]');
});

test('a passage stands in the article as its evidence says', async () => {
  const { nodes } = await search('mill fire', 'gazette');
  expect(nodes.length).toBeGreaterThan(3);
  for (const { snippets } of nodes) {
    for (const { text, evidence } of snippets) {
      expect(evidence.article.text).toContain(evidence.exact);
      expect(text.replace(/^… | …$/g, '')).toBe(evidence.exact);
      expect(evidence.exact).not.toContain('\n');
    }
  }
});

test('passages behind characters beyond the basic plane are marked as they should', async () => {
  const { nodes } = await search('brass', 'gazette', ['ARTICLE']);
  expect(marked(nodes[0])).toEqual([
    '👩‍🚒🎺 With a [brass] band and a fire engine, Lantern House was opened in Larkbridge on 12 May 2025.',
  ]);
});

test('a person and an event are shown by the words that name or report them', async () => {
  const { nodes } = await search('huseyn', 'seed', ['PERSON', 'EVENT']);
  expect(marked(nodes[0])).toEqual([
    'One of the detainees, Azerbaijani citizen [Huseyn] Safarov (born 1956), died from his injuries on the same day, June 27, around 3:00 p.m., inside the …',
    'On June 30, the bodies of both brothers were transported to Baku, where, by order of the Investigative Department, a forensic medical examination was conducted …',
  ]);
  expect(marked(nodes[1])).toEqual([
    'One of the detainees, Azerbaijani citizen [Huseyn] Safarov (born 1956), died from his injuries on the same day, June 27, around 3:00 p.m., inside the …',
  ]);
});

test('a person who is found by another spelling than the article has is shown without a mark', async () => {
  const { nodes } = await search('гарачайлы', 'gazette', ['PERSON']);
  expect(nodes[0].snippets.length).toBeGreaterThan(0);
  expect(nodes[0].snippets.flatMap(({ matches }: { matches: unknown[] }) => matches)).toEqual([]);
});

test('pages follow each other without a gap', async () => {
  const all = await found('mill fire', 'gazette');
  const paged: string[] = [];
  for (let after: string | null = null; ; ) {
    const data: {
      search: { pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: { node: { slug: string } }[] };
    } = await ask(
      'query ($after: String) { search(query: "mill fire", first: 3, after: $after) { pageInfo { hasNextPage endCursor } nodes { node { slug } } } }',
      { after },
      'gazette',
    );
    paged.push(...data.search.nodes.map(({ node }) => node.slug));
    if (!data.search.pageInfo.hasNextPage) break;
    after = data.search.pageInfo.endCursor;
  }
  expect(all.length).toBeGreaterThan(3);
  expect(paged).toEqual(all);
});

describe('a query without a word finds nothing', () => {
  test.each(['', ' ', '“…”', '%', '*', '\u0301', '\ud800', '" OR "" NEAR('.replace(/[A-Z]/g, '')])(
    '%j',
    async (query) => {
      expect(await search(query)).toEqual({ totalCount: 0, nodes: [] });
    },
  );
});

test('a query that is too long is refused', async () => {
  const { errors } = await request('query ($query: String!) { search(query: $query) { totalCount } }', {
    query: 'a'.repeat(1001),
  });
  expect(errors).toMatchObject([
    {
      message: '"query" has 1001 characters; the most is 1000. Search for fewer words.',
      extensions: { code: 'INVALID_ARGUMENT', actual: 1001, limit: 1000 },
    },
  ]);
});

test('a genitive in a phrase is one in the text, and no gap that other words or names fill', async () => {
  expect(await found('"Safarov’s Azerbaijan"')).toEqual([]);
  expect(await found('"Azerbaijan’s Ministry"')).not.toEqual([]);
});

test("an English genitive finds whose it is, and no other's", async () => {
  for (const query of ["Brand's", 'Isolde Brand’s', "Teal's"]) {
    const { search } = await ask(
      'query ($query: String!) { search(query: $query, types: [PERSON]) { nodes { node { slug } } } }',
      { query },
      'gazette',
    );
    expect(search.nodes.length).toBeGreaterThan(0);
  }
});

test.each([
  ['MONTH', 'date'],
  ['YEAR', 'date'],
  ['PUBLISHED_MONTH', 'published'],
  ['PUBLISHED_YEAR', 'published'],
])('what is counted by %s is found by the filter `%s`', async (dimension, filter) => {
  const counted = await ask(
    `{ search(query: "fire", first: 0) { facets(by: [${dimension}], first: 100) { values { value count } } } }`,
    {},
    'gazette',
  );
  const [{ values }] = counted.search.facets;
  expect(values.length).toBeGreaterThan(0);
  for (const { value, count } of values) {
    const found = await ask(
      `{ search(query: "fire", filter: { ${filter}: { within: "${value}" } }) { totalCount } }`,
      {},
      'gazette',
    );
    expect([value, found.search.totalCount]).toEqual([value, count]);
  }
});
