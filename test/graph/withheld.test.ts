// Articles that readers do not see: one was withdrawn, one is hidden. Nothing else tells of what they told.
import { describe, expect, test } from 'vitest';
import { ask, request, send } from '../harness.ts';

const WITHDRAWN = [
  ['ARTICLE', 'articles', 'witness-saw-a-man-with-a-lamp'],
  ['STATEMENT', 'statements', 'dunlop-knows-the-yard'],
  ['EVENT', 'events', 'man-at-the-mill-wall'],
  ['PERSON', 'people', 'percival-dunlop'],
] as const;

const HIDDEN = [
  ['article', 'articles', 'cask-to-appeal'],
  ['statement', 'statements', 'merrow-quillwort-ledger'],
  ['event', 'events', 'appeal-of-hugo-cask'],
  ['person', 'people', 'theodora-merrow'],
  ['place', 'places', 'pellworth-steps'],
] as const;

const RETIRED = 'query ($slug: Slug!) { retired(slug: $slug) { type on how reason replacedBy { id } } }';

describe('what was withdrawn', () => {
  test.each(WITHDRAWN)('%s says when and why', async (type, folder, slug) => {
    const reason = 'The Courier found that nobody of this name lives in Larkbridge.';
    expect(await ask(RETIRED, { slug }, 'gazette')).toEqual({
      retired: { type, on: '2025-04-20', how: 'WITHDRAWN', reason, replacedBy: null },
    });
    const response = await send(`/${folder}/${slug}`, { headers: { Accept: 'text/html' } }, 'gazette');
    expect(response.status).toBe(410);
    expect(await response.text()).toContain(`Withdrawn on 20 April 2025: ${reason}`);
  });
});

describe('what is hidden', () => {
  test.each(HIDDEN)('%s is as if it had never been', async (field, folder, slug) => {
    expect(await ask(`query ($slug: Slug!) { ${field}(slug: $slug) { slug } }`, { slug }, 'gazette')).toEqual({
      [field]: null,
    });
    expect(await request(RETIRED, { slug }, 'gazette')).toEqual({ data: { retired: null } });
    const response = await send(`/${folder}/${slug}`, {}, 'gazette');
    expect(response.status).toBe(404);
  });
});

test.each(['quillwort', 'Percival Dunlop', '"knows the yard"', 'Pellworth'])('no search finds %s', async (words) => {
  const query = 'query ($words: String!) { search(query: $words) { totalCount } suggestions(for: $words) { name } }';
  expect(await ask(query, { words }, 'gazette')).toEqual({ search: { totalCount: 0 }, suggestions: [] });
});

test('no list, total, facet or timeline has them', async () => {
  const { corpus, articles, people, statements, timeline } = (await ask(
    `{
      corpus { counts { articles people } }
      articles(first: 100) { totalCount nodes { slug } facets(by: [PUBLISHED_MONTH]) { values { count } } }
      people(first: 100) { totalCount nodes { slug } }
      statements(filter: { about: ["harrow-mill"] }, first: 100) { nodes { slug } }
      timeline(granularity: DAY, filter: { date: { within: "2025-04-11" } }) { totalCount }
    }`,
    {},
    'gazette',
  )) as Lists;
  const slugs = [...articles.nodes, ...people.nodes, ...statements.nodes].map(({ slug }) => slug);
  for (const [, , slug] of [...WITHDRAWN, ...HIDDEN]) expect(slugs).not.toContain(slug);
  expect([corpus.counts.articles, articles.totalCount]).toEqual([articles.nodes.length, articles.nodes.length]);
  expect([corpus.counts.people, people.totalCount]).toEqual([people.nodes.length, people.nodes.length]);
  const months = articles.facets[0]?.values ?? [];
  expect(months.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(articles.nodes.length);
  expect(timeline.totalCount).toBe(0);
});

interface Listed {
  readonly totalCount: number;
  readonly nodes: readonly { readonly slug: string }[];
}

interface Lists {
  readonly corpus: { readonly counts: { readonly articles: number; readonly people: number } };
  readonly articles: Listed & {
    readonly facets: readonly { readonly values: readonly { readonly count: number }[] }[];
  };
  readonly people: Listed;
  readonly statements: Listed;
  readonly timeline: { readonly totalCount: number };
}

test.each(['/sitemap.xml', '/sitemaps/articles-1.xml', '/sitemaps/people-1.xml', '/feed.atom', '/feed.json', '/'])(
  '%s has none of them',
  async (path) => {
    const text = await (await send(path, {}, 'gazette')).text();
    expect(text).not.toMatch(/dunlop|man-with-a-lamp|cask-to-appeal|merrow|pellworth/i);
  },
);
