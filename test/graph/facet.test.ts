import { describe, expect, it } from 'vitest';
import { ask, request } from '../harness.ts';

describe('facets', () => {
  // A value and the filter that asks for it have to mean the same.
  it.each([
    ['SPEAKER', 'statements', 'StatementFilter', (value: string) => ({ speakers: [value] })],
    ['INVOLVED', 'statements', 'StatementFilter', (value: string) => ({ involves: [value] })],
    ['PLACE', 'statements', 'StatementFilter', (value: string) => ({ places: [value] })],
    ['KIND', 'statements', 'StatementFilter', (value: string) => ({ kinds: [value] })],
    ['MONTH', 'statements', 'StatementFilter', (value: string) => ({ date: { within: value } })],
    ['YEAR', 'statements', 'StatementFilter', (value: string) => ({ date: { within: value } })],
    ['ARTICLE', 'statements', 'StatementFilter', (value: string) => ({ articles: [value] })],
    ['VOICE', 'statements', 'StatementFilter', (value: string) => ({ voices: [value] })],
    ['LANGUAGE', 'statements', 'StatementFilter', (value: string) => ({ languages: [value] })],
    ['SPEAKER', 'events', 'EventFilter', (value: string) => ({ speakers: [value] })],
    ['PARTICIPANT', 'events', 'EventFilter', (value: string) => ({ participant: { agents: [value] } })],
    ['PLACE', 'events', 'EventFilter', (value: string) => ({ places: [value] })],
    ['KIND', 'events', 'EventFilter', (value: string) => ({ kinds: [value] })],
    ['MONTH', 'events', 'EventFilter', (value: string) => ({ date: { within: value } })],
    ['YEAR', 'events', 'EventFilter', (value: string) => ({ date: { within: value } })],
    ['ARTICLE', 'events', 'EventFilter', (value: string) => ({ articles: [value] })],
    ['VOICE', 'events', 'EventFilter', (value: string) => ({ voices: [value] })],
    ['LANGUAGE', 'events', 'EventFilter', (value: string) => ({ languages: [value] })],
    ['SPEAKER', 'articles', 'ArticleFilter', (value: string) => ({ speakers: [value] })],
    ['MENTIONED', 'articles', 'ArticleFilter', (value: string) => ({ mentions: [value] })],
    ['PLACE', 'articles', 'ArticleFilter', (value: string) => ({ places: [value] })],
    ['PUBLISHED_MONTH', 'articles', 'ArticleFilter', (value: string) => ({ published: { within: value } })],
    ['PUBLISHED_YEAR', 'articles', 'ArticleFilter', (value: string) => ({ published: { within: value } })],
    ['LANGUAGE', 'articles', 'ArticleFilter', (value: string) => ({ languages: [value] })],
    ['PUBLISHER', 'articles', 'ArticleFilter', (value: string) => ({ publishers: [value] })],
  ])('by %s of %s count what the filter finds', async (dimension, list, filterType, filterOf) => {
    const data = await ask(
      `{ ${list} { facets(by: [${dimension}], first: 100) { dimension valueCount values { value count } } } }`,
      {},
      'gazette',
    );
    const [facet] = data[list].facets;
    expect(facet.valueCount).toBe(facet.values.length);
    for (const { value, count } of facet.values.slice(0, 8)) {
      const found = await ask(
        `query ($filter: ${filterType}) { ${list}(filter: $filter) { totalCount } }`,
        { filter: filterOf(value) },
        'gazette',
      );
      expect([value, found[list].totalCount]).toEqual([value, count]);
    }
  });

  it('count the filtered list, whatever the page', async () => {
    const { statements } = await ask(
      '{ statements(filter: { kinds: [INDIRECT] }, first: 1) { totalCount facets(by: [KIND]) { values { value count } } } }',
      {},
      'gazette',
    );
    expect(statements.facets[0].values[0]).toEqual({ value: 'INDIRECT', count: statements.totalCount });
  });

  it('keep the values that are not ticked, where each is counted without its own filter', async () => {
    const counted = async (filter: string, withoutOwnFilter: boolean) => {
      const { statements } = await ask(
        `{ statements(filter: ${filter}) { totalCount facets(by: [KIND, VOICE], withoutOwnFilter: ${withoutOwnFilter}) { values { value count } } } }`,
        {},
        'gazette',
      );
      return {
        total: statements.totalCount,
        facets: statements.facets.map(({ values }: { values: object[] }) => values),
      };
    };
    const own = '{ kinds: [INDIRECT], voices: [ARTICLE] }';
    const { total, facets } = await counted(own, true);
    expect(facets[0]).toEqual((await counted('{ voices: [ARTICLE] }', false)).facets[0]);
    expect(facets[1]).toEqual((await counted('{ kinds: [INDIRECT] }', false)).facets[1]);
    expect(facets[0]).toContainEqual({ value: 'INDIRECT', count: total });
    expect(facets[0].length).toBeGreaterThan(1);
    // What stands deeper than the top always holds.
    const deep = '{ and: [{ kinds: [INDIRECT] }] }';
    expect((await counted(deep, true)).facets).toEqual((await counted(deep, false)).facets);
  });

  it('keep what the place of the list in the graph asks for', async () => {
    const { article } = await ask(
      `{ article(slug: "council-shuts-harrow-mill") {
        statements(filter: { articles: ["lantern-house-opens"] }) {
          totalCount
          facets(by: [ARTICLE], withoutOwnFilter: true) { values { value } }
        }
      } }`,
      {},
      'gazette',
    );
    expect(article.statements.totalCount).toBe(0);
    expect(article.statements.facets[0].values).toContainEqual({ value: 'council-shuts-harrow-mill' });
  });

  it('count everything that a search finds, of whatever type', async () => {
    const { search } = await ask(
      `{ search(query: "mill", types: [STATEMENT, EVENT], first: 1) {
        totalCount
        ticked: facets(by: [TYPE]) { values { value count } }
        facets(by: [TYPE, SPEAKER, LANGUAGE], withoutOwnFilter: true) { dimension values { value count node { slug } } }
      } }`,
      {},
      'gazette',
    );
    const sum = (values: { count: number }[]) => values.reduce((all, { count }) => all + count, 0);
    expect(sum(search.ticked[0].values)).toBe(search.totalCount);
    const [type, speaker] = search.facets;
    for (const { value, count } of search.ticked[0].values)
      expect(type.values).toContainEqual({ value, count, node: null });
    expect(type.values.length).toBeGreaterThan(search.ticked[0].values.length);
    const { value, count, node } = speaker.values[0];
    expect(node).toEqual({ slug: value });
    const found = await ask(
      'query ($filter: SearchFilter) { search(query: "mill", types: [STATEMENT, EVENT], filter: $filter) { totalCount } }',
      { filter: { speakers: [value] } },
      'gazette',
    );
    expect(found.search.totalCount).toBe(count);
    expect(search.facets.map(({ dimension }: { dimension: string }) => dimension)).toEqual([
      'TYPE',
      'SPEAKER',
      'LANGUAGE',
    ]);
  });

  it.each([
    ['articles', 'VOICE', 'articles'],
    ['events', 'PUBLISHER', 'events'],
    ['statements', 'TYPE', 'statements'],
    ['search(query: "mill")', 'INVOLVED', 'hits'],
  ])('of %s are refused by %s, which they do not have', async (list, dimension, things) => {
    const { errors } = await request(`{ ${list} { facets(by: [${dimension}]) { valueCount } } }`);
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(
          `^"by" has ${dimension}, but ${things} cannot be counted by it. Use some of SPEAKER|TYPE`,
        ),
        extensions: { code: 'INVALID_ARGUMENT', dimensions: expect.arrayContaining(['LANGUAGE']) },
      },
    ]);
  });
});
