// What a careless or hostile reader asks: an empty answer or a clear error with a code, never a fault of ours.
import { describe, expect, it, test } from 'vitest';
import { ask, request } from '../harness.ts';

const nested = (depth: number, inside: string) => `${'not: { '.repeat(depth)}${inside}${' }'.repeat(depth)}`;

describe('a search for what is no word', () => {
  const SEARCH = 'query ($query: String!) { search(query: $query) { totalCount nodes { score } } }';
  it.each([
    ['nothing', ''],
    ['spaces', ' \t\n '],
    ['punctuation', '?!…—"„“«»()[]{}*^:-+~\\/\'`'],
    ['operators of FTS5', 'NEAR( AND OR NOT * ^ : -"'],
    ['an unbalanced quote', '"'],
    ['a null character', '\0'],
    ['lone surrogates', '\ud83d \udd25'],
    ['marks without a letter', '\u0301\u0308'],
    ['right-to-left marks', '\u202e\u200f'],
  ])('%s finds nothing, or what its words find', async (_, query) => {
    const { search } = await ask(SEARCH, { query }, 'gazette');
    expect(search.totalCount).toBe(search.nodes.length);
  });

  it('is refused at 10,000 characters', async () => {
    const { errors } = await request(SEARCH, { query: 'a '.repeat(5000) });
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_ARGUMENT', actual: 10_000, limit: 1000 } }]);
  });

  it('reads operators as words', async () => {
    const one = await ask(SEARCH, { query: 'fire AND mill' }, 'gazette');
    const other = await ask(SEARCH, { query: 'and fire mill' }, 'gazette');
    expect(one).toEqual(other);
  });
});

describe('a filter', () => {
  it.each([
    [
      'backwards',
      'events(filter: { date: { within: "2025-06/2025-01" } }) { totalCount }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['nested 50 deep', `events(filter: { ${nested(50, 'partOf: "x"')} }) { totalCount }`, 'FILTER_TOO_DEEP'],
    ['of 122 values', `events(filter: { or: [${'{ partOf: "x" }'.repeat(60)}] }) { totalCount }`, 'FILTER_TOO_LARGE'],
    [
      'that says both of one',
      'events(filter: { affirmedBy: { voices: ARTICLE, speakers: "x" } }) { totalCount }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['that says none of one', 'people(filter: { position: {} }) { totalCount }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'by a slug that can be none',
      'places(filter: { containedIn: "list/Place/kind=CITY" }) { totalCount }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['by an unknown facet', 'events { facets(by: [WEATHER]) { valueCount } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['by a facet of another list', 'articles { facets(by: [VOICE]) { valueCount } }', 'INVALID_ARGUMENT'],
    ['for too many values', 'events { facets(by: [KIND], first: 101) { valueCount } }', 'INVALID_PAGE_SIZE'],
    ['for fewer than no values', 'events { facets(by: [KIND], first: -1) { valueCount } }', 'INVALID_PAGE_SIZE'],
  ])('%s is refused', async (_, query, code) => {
    const { errors } = await request(`{ ${query} }`, {}, 'gazette');
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
  });

  it.each([
    [
      'contradicts itself',
      'events(filter: { hasDisagreements: true, not: { hasDisagreements: true } }) { totalCount }',
    ],
    ['names nothing there is', 'statements(filter: { speakers: "no-such-agent" }) { totalCount }'],
    ['asks for one of none', 'people(filter: { or: [] }) { totalCount }'],
    ['wants kinds but no kind', 'events(filter: { kinds: [] }) { totalCount }'],
  ])('that %s finds nothing', async (_, query) => {
    const data = await ask(`{ ${query} }`, {}, 'gazette');
    expect(Object.values(data)).toEqual([{ totalCount: 0 }]);
  });

  it.each([
    ['even', 20 - 2, true],
    ['odd', 20 - 3, false],
  ])('turned round an %s number of times is itself or its opposite', async (_, depth, isItself) => {
    const { plain, turned, all } = await ask(
      `{
        plain: events(filter: { hasDisagreements: true }) { totalCount }
        turned: events(filter: { ${nested(depth, 'hasDisagreements: true')} }) { totalCount }
        all: events { totalCount }
      }`,
      {},
      'gazette',
    );
    expect(turned.totalCount).toBe(isItself ? plain.totalCount : all.totalCount - plain.totalCount);
  });

  it('of nulls asks for nothing', async () => {
    const { some, all } = await ask(
      '{ some: events(filter: { date: null, and: null, not: null }) { totalCount } all: events { totalCount } }',
    );
    expect(some).toEqual(all);
  });
});

test('a search keeps to its filter', async () => {
  const { search } = await ask(
    `{ search(query: "the", filter: { languages: "en", statementKinds: [INDIRECT] }) {
      totalCount nodes { node { __typename ... on Statement { kind } } }
    } }`,
    {},
    'gazette',
  );
  expect(search.totalCount).toBeGreaterThan(0);
  for (const { node } of search.nodes) expect(node).toEqual({ __typename: 'Statement', kind: 'INDIRECT' });
});
