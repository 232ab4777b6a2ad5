import { describe, expect, it } from 'vitest';
import { ask } from '../harness.ts';

describe('facets', () => {
  // A value and the filter that asks for it have to mean the same.
  it.each([
    ['SPEAKER', 'statements', 'StatementFilter', (value: string) => ({ speaker: value })],
    ['AGENT', 'statements', 'StatementFilter', (value: string) => ({ agent: value })],
    ['PLACE', 'statements', 'StatementFilter', (value: string) => ({ place: value })],
    ['KIND', 'statements', 'StatementFilter', (value: string) => ({ kinds: [value] })],
    ['MONTH', 'statements', 'StatementFilter', (value: string) => ({ date: { within: value } })],
    ['ARTICLE', 'statements', 'StatementFilter', (value: string) => ({ article: value })],
    ['VOICE', 'statements', 'StatementFilter', (value: string) => ({ voice: value })],
    ['LANGUAGE', 'statements', 'StatementFilter', (value: string) => ({ language: value })],
    ['SPEAKER', 'events', 'EventFilter', (value: string) => ({ speaker: value })],
    ['AGENT', 'events', 'EventFilter', (value: string) => ({ agent: { slug: value } })],
    ['PLACE', 'events', 'EventFilter', (value: string) => ({ place: value })],
    ['KIND', 'events', 'EventFilter', (value: string) => ({ kinds: [value] })],
    ['MONTH', 'events', 'EventFilter', (value: string) => ({ date: { within: value } })],
    ['VOICE', 'events', 'EventFilter', (value: string) => ({ voice: value })],
    ['SPEAKER', 'articles', 'ArticleFilter', (value: string) => ({ speaker: value })],
    ['AGENT', 'articles', 'ArticleFilter', (value: string) => ({ mentions: value })],
    ['PLACE', 'articles', 'ArticleFilter', (value: string) => ({ place: value })],
    ['MONTH', 'articles', 'ArticleFilter', (value: string) => ({ published: { within: value } })],
    ['LANGUAGE', 'articles', 'ArticleFilter', (value: string) => ({ language: value })],
    ['PUBLISHER', 'articles', 'ArticleFilter', (value: string) => ({ publisher: value })],
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
});
