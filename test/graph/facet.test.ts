import { describe, expect, it } from 'vitest';
import { ask } from '../harness.ts';

describe('facets', () => {
  // A value and the filter that asks for it have to mean the same.
  it.each([
    ['SPEAKER', 'statements', 'StatementFilter', (value: string) => ({ speakers: [value] })],
    ['INVOLVED', 'statements', 'StatementFilter', (value: string) => ({ involves: [value] })],
    ['PLACE', 'statements', 'StatementFilter', (value: string) => ({ places: [value] })],
    ['KIND', 'statements', 'StatementFilter', (value: string) => ({ kinds: [value] })],
    ['MONTH', 'statements', 'StatementFilter', (value: string) => ({ date: { within: value } })],
    ['ARTICLE', 'statements', 'StatementFilter', (value: string) => ({ articles: [value] })],
    ['VOICE', 'statements', 'StatementFilter', (value: string) => ({ voices: [value] })],
    ['LANGUAGE', 'statements', 'StatementFilter', (value: string) => ({ languages: [value] })],
    ['SPEAKER', 'events', 'EventFilter', (value: string) => ({ speakers: [value] })],
    ['PARTICIPANT', 'events', 'EventFilter', (value: string) => ({ participant: { agents: [value] } })],
    ['PLACE', 'events', 'EventFilter', (value: string) => ({ places: [value] })],
    ['KIND', 'events', 'EventFilter', (value: string) => ({ kinds: [value] })],
    ['MONTH', 'events', 'EventFilter', (value: string) => ({ date: { within: value } })],
    ['VOICE', 'events', 'EventFilter', (value: string) => ({ voices: [value] })],
    ['SPEAKER', 'articles', 'ArticleFilter', (value: string) => ({ speakers: [value] })],
    ['MENTIONED', 'articles', 'ArticleFilter', (value: string) => ({ mentions: [value] })],
    ['PLACE', 'articles', 'ArticleFilter', (value: string) => ({ places: [value] })],
    ['MONTH', 'articles', 'ArticleFilter', (value: string) => ({ published: { within: value } })],
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
});
