// What a careless or hostile reader asks: an empty answer or a clear error with a code, never a fault of ours.
import { describe, expect, it, test } from 'vitest';
import { ask, request } from './../harness.ts';

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
    ['nested 50 deep', `events(filter: { ${nested(50, 'partOf: "x"')} }) { totalCount }`, 'INVALID_ARGUMENT'],
    [
      'of 200 conditions',
      `events(filter: { or: [${'{ partOf: "x" }'.repeat(200)}] }) { totalCount }`,
      'INVALID_ARGUMENT',
    ],
    [
      'that says both of one',
      'events(filter: { assertedBy: { voice: ARTICLE, speaker: "x" } }) { totalCount }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['that says none of one', 'people(filter: { position: {} }) { totalCount }', 'GRAPHQL_VALIDATION_FAILED'],
    ['by an unknown facet', 'events { facets(by: [WEATHER]) { valueCount } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['by a facet of another list', 'articles { facets(by: [VOICE]) { valueCount } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['for too many values', 'events { facets(by: [KIND], first: 101) { valueCount } }', 'INVALID_PAGE_SIZE'],
    ['for fewer than no values', 'events { facets(by: [KIND], first: -1) { valueCount } }', 'INVALID_PAGE_SIZE'],
  ])('%s is refused', async (_, query, code) => {
    const { errors } = await request(`{ ${query} }`, {}, 'gazette');
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
  });

  it.each([
    ['contradicts itself', 'events(filter: { disputed: true, not: { disputed: true } }) { totalCount }'],
    ['names nothing there is', 'statements(filter: { speaker: "no-such-agent" }) { totalCount }'],
    ['asks for one of none', 'people(filter: { or: [] }) { totalCount }'],
    ['has a slug that is none', 'places(filter: { containedIn: "list/Place/kind=CITY" }) { totalCount }'],
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
        plain: events(filter: { disputed: true }) { totalCount }
        turned: events(filter: { ${nested(depth, 'disputed: true')} }) { totalCount }
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

describe('a path', () => {
  const PATHS = `query ($from: String!, $to: String!, $maxHops: Int, $first: Int) {
    paths(from: $from, to: $to, maxHops: $maxHops, first: $first) { isComplete nodes { length } }
  }`;
  it.each([
    ['to oneself', 'isolde-brand', 'isolde-brand'],
    ['to nobody', 'isolde-brand', 'no-such-agent'],
    ['from nobody', '', 'isolde-brand'],
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
      `{ paths(from: "isolde-brand", to: "rasmus-teal", voices: [ARTICLE]) {
        nodes { length hops { from { slug } to { slug } voice attributedTo { slug } linkCount evidence { exact } } }
      } }`,
      {},
      'gazette',
    );
    expect(paths.nodes[0].length).toBe(2);
    for (const { length, hops } of paths.nodes) {
      expect(hops).toHaveLength(length);
      expect([hops[0].from.slug, hops.at(-1).to.slug]).toEqual(['isolde-brand', 'rasmus-teal']);
      for (const hop of hops) {
        expect(hop).toMatchObject({ voice: 'ARTICLE', attributedTo: null });
        expect(hop.linkCount).toBeGreaterThan(0);
        expect(hop.evidence).not.toEqual([]);
      }
    }
  });
});

describe('a timeline', () => {
  const TIMELINE = `query ($granularity: Granularity, $mode: TimelineMode, $filter: TimelineFilter, $first: Int, $after: String) {
    timeline(granularity: $granularity, mode: $mode, filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { period earliest latest eventCount statementCount certainCount items { totalCount nodes { certain reported { slug } } } }
    }
  }`;

  it('never puts a month into a day for certain', async () => {
    const days = await ask(TIMELINE, { granularity: 'DAY' });
    const months = await ask(TIMELINE, { granularity: 'MONTH' });
    const slugs = (data: typeof days) =>
      data.timeline.nodes.flatMap(({ items }: { items: { nodes: { reported: { slug: string } }[] } }) =>
        items.nodes.map(({ reported }) => reported.slug),
      );
    // "Earlier in June"
    expect(slugs(days)).not.toContain('cancellation-of-russian-cultural-events');
    expect(slugs(months)).toContain('cancellation-of-russian-cultural-events');
  });

  it('marks what only may lie in a period', async () => {
    const { timeline } = await ask(TIMELINE, { granularity: 'DAY', mode: 'POSSIBLE' });
    const day = timeline.nodes.find(({ period }: { period: string }) => period === '2025-06-27');
    const certain = Object.fromEntries(
      day.items.nodes.map((item: { certain: boolean; reported: { slug: string } }) => [
        item.reported.slug,
        item.certain,
      ]),
    );
    expect(certain).toMatchObject({
      'joint-operation-in-yekaterinburg': true,
      'cancellation-of-russian-cultural-events': false,
    });
    expect(day.certainCount).toBe(Object.values(certain).filter(Boolean).length);
    expect(day.items.totalCount).toBe(day.eventCount + day.statementCount);
  });

  it('goes on behind the cursor of a page, without gap or overlap', async () => {
    const whole = await ask(TIMELINE, { granularity: 'DAY', mode: 'POSSIBLE', first: 100 });
    const periods: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { timeline } = await ask(TIMELINE, { granularity: 'DAY', mode: 'POSSIBLE', first: 7, after });
      periods.push(...timeline.nodes.map(({ period }: { period: string }) => period));
      if (!timeline.pageInfo.hasNextPage) break;
      after = timeline.pageInfo.endCursor;
    }
    expect(periods.slice(0, 100)).toEqual(whole.timeline.nodes.map(({ period }: { period: string }) => period));
    expect(periods).toHaveLength(whole.timeline.totalCount);
  });

  it('of one type, or of an agent, has only theirs', async () => {
    const { timeline } = await ask(
      TIMELINE,
      { filter: { types: ['STATEMENT'], agent: 'cask-and-harrow' }, mode: 'POSSIBLE' },
      'gazette',
    );
    for (const { eventCount, statementCount } of timeline.nodes) {
      expect(eventCount).toBe(0);
      expect(statementCount).toBeGreaterThan(0);
    }
    expect(timeline.nodes).not.toEqual([]);
  });

  it('of no type is empty', async () => {
    const { timeline } = await ask(TIMELINE, { filter: { types: [] } });
    expect(timeline).toMatchObject({ totalCount: 0, nodes: [] });
  });
});

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

test('a search keeps to its filter', async () => {
  const { search } = await ask(
    `{ search(query: "the", filter: { language: "en", statementKinds: [INDIRECT] }) {
      totalCount nodes { node { __typename ... on Statement { kind } } }
    } }`,
    {},
    'gazette',
  );
  expect(search.totalCount).toBeGreaterThan(0);
  for (const { node } of search.nodes) expect(node).toEqual({ __typename: 'Statement', kind: 'INDIRECT' });
});

test('the buckets of a timeline count what they list, also where one type reaches further than the other', async () => {
  const { timeline } = await ask(
    `{ timeline(granularity: YEAR, mode: POSSIBLE, filter: { events: { place: "tern-footbridge" } }) {
      nodes { period eventCount statementCount items { totalCount nodes { reported { __typename } } } }
    } }`,
    {},
    'gazette',
  );
  expect(timeline.nodes.length).toBeGreaterThan(1);
  for (const { eventCount, statementCount, items } of timeline.nodes) {
    const types = items.nodes.map(({ reported }: { reported: { __typename: string } }) => reported.__typename);
    expect(types.filter((type: string) => type === 'Event')).toHaveLength(eventCount);
    expect(types.filter((type: string) => type === 'Statement')).toHaveLength(statementCount);
  }
});

test('a kinship that both dossiers have is one link', async () => {
  const { paths } = await ask(
    '{ paths(from: "anselm-brand", to: "isolde-brand", maxHops: 1) { nodes { hops { linkCount via { __typename } } } } }',
    {},
    'gazette',
  );
  expect(paths.nodes).toEqual([{ hops: [{ linkCount: 1, via: { __typename: 'Kinship' } }] }]);
});
