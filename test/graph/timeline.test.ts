import { describe, expect, it, test } from 'vitest';
import { ask, THE_NINE } from '../harness.ts';

describe('a timeline', () => {
  const TIMELINE = `query ($granularity: Granularity, $mode: TimelineMode, $filter: TimelineFilter, $first: Int = 20, $after: String, $items: Int = 5) {
    timeline(granularity: $granularity, mode: $mode, filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { period earliest latest eventCount statementCount certainCount items(first: $items) { totalCount nodes { certain node { slug } } } }
    }
  }`;

  it('never puts a month into a day for certain', async () => {
    const days = await ask(TIMELINE, { granularity: 'DAY' });
    const months = await ask(TIMELINE, { granularity: 'MONTH' });
    const slugs = (data: typeof days) =>
      data.timeline.nodes.flatMap(({ items }: { items: { nodes: { node: { slug: string } }[] } }) =>
        items.nodes.map(({ node }) => node.slug),
      );
    // "Earlier in June"
    expect(slugs(days)).not.toContain('cancellation-of-russian-cultural-events');
    expect(slugs(months)).toContain('cancellation-of-russian-cultural-events');
  });

  it('marks what only may lie in a period', async () => {
    const { timeline } = await ask(TIMELINE, { granularity: 'DAY', mode: 'POSSIBLE', first: 30, items: 12 });
    const day = timeline.nodes.find(({ period }: { period: string }) => period === '2025-06-27');
    const certain = Object.fromEntries(
      day.items.nodes.map((item: { certain: boolean; node: { slug: string } }) => [item.node.slug, item.certain]),
    );
    expect(certain).toMatchObject({
      'joint-operation-in-yekaterinburg': true,
      'cancellation-of-russian-cultural-events': false,
    });
    expect(day.certainCount).toBe(Object.values(certain).filter(Boolean).length);
    expect(day.items.totalCount).toBe(day.eventCount + day.statementCount);
  });

  it('continues after the cursor of a page, without gap or overlap', async () => {
    const whole = await ask(TIMELINE, { granularity: 'DAY', mode: 'POSSIBLE', first: 40 });
    const periods: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { timeline } = await ask(TIMELINE, { granularity: 'DAY', mode: 'POSSIBLE', first: 7, after });
      periods.push(...timeline.nodes.map(({ period }: { period: string }) => period));
      if (!timeline.pageInfo.hasNextPage) break;
      after = timeline.pageInfo.endCursor;
    }
    expect(periods.slice(0, 40)).toEqual(whole.timeline.nodes.map(({ period }: { period: string }) => period));
    expect(periods).toHaveLength(whole.timeline.totalCount);
  });

  it('of one type, or of an agent, has only theirs', async () => {
    const { timeline } = await ask(
      TIMELINE,
      { filter: { types: ['STATEMENT'], involves: 'cask-and-harrow' }, mode: 'POSSIBLE' },
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

test('the buckets of a timeline count what they list, also where one type reaches further than the other', async () => {
  const { timeline } = await ask(
    `{ timeline(granularity: YEAR, mode: POSSIBLE, filter: { events: { places: "tern-footbridge" }, articles: ${JSON.stringify(THE_NINE)} }, first: 10) {
      nodes { period eventCount statementCount items(first: 100) { totalCount nodes { node { __typename } } } }
    } }`,
    {},
    'gazette',
  );
  expect(timeline.nodes.length).toBeGreaterThan(1);
  for (const { eventCount, statementCount, items } of timeline.nodes) {
    const types = items.nodes.map(({ node }: { node: { __typename: string } }) => node.__typename);
    expect(types.filter((type: string) => type === 'Event')).toHaveLength(eventCount);
    expect(types.filter((type: string) => type === 'Statement')).toHaveLength(statementCount);
  }
});

describe('a timeline with its empty periods', () => {
  const FILLED = `query ($granularity: Granularity, $empty: Boolean, $first: Int, $last: Int, $after: String, $before: String, $filter: TimelineFilter) {
    timeline(granularity: $granularity, includeEmpty: $empty, first: $first, last: $last, after: $after, before: $before, filter: $filter) {
      totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      nodes { period eventCount statementCount certainCount items { totalCount nodes { certain } } }
    }
  }`;

  it('has every period between the first and the last that something lies in', async () => {
    const { timeline: full } = await ask(
      FILLED,
      { granularity: 'MONTH', first: 100, filter: { articles: THE_NINE } },
      'gazette',
    );
    const { timeline } = await ask(
      FILLED,
      { granularity: 'MONTH', first: 100, empty: true, filter: { articles: THE_NINE } },
      'gazette',
    );
    const periods = timeline.nodes.map(({ period }: { period: string }) => {
      const [year, month] = period.split('-').map(Number);
      return 12 * year! + month!;
    });
    expect(periods).toEqual(Array.from({ length: periods.at(-1) - periods[0] + 1 }, (_, index) => periods[0] + index));
    expect(timeline.totalCount).toBe(periods.length);
    const isFull = (bucket: { eventCount: number; statementCount: number }) =>
      bucket.eventCount + bucket.statementCount > 0;
    expect(timeline.nodes.filter(isFull)).toEqual(full.nodes);
    expect(timeline.nodes.length).toBeGreaterThan(full.nodes.length);
    for (const bucket of timeline.nodes.filter((one: Parameters<typeof isFull>[0]) => !isFull(one))) {
      expect(bucket).toMatchObject({ certainCount: 0, items: { totalCount: 0, nodes: [] } });
    }
  });

  it('goes on over them, forwards and backwards', async () => {
    const { timeline: whole } = await ask(FILLED, { granularity: 'MONTH', first: 100, empty: true }, 'gazette');
    const { timeline: first } = await ask(FILLED, { granularity: 'MONTH', first: 30, empty: true }, 'gazette');
    const { timeline: next } = await ask(
      FILLED,
      { granularity: 'MONTH', first: 30, empty: true, after: first.pageInfo.endCursor },
      'gazette',
    );
    expect([...first.nodes, ...next.nodes]).toEqual(whole.nodes.slice(0, 60));
    const { timeline: back } = await ask(
      FILLED,
      { granularity: 'MONTH', last: 30, empty: true, before: next.pageInfo.startCursor },
      'gazette',
    );
    expect(back.nodes).toEqual(first.nodes);
    expect(back.pageInfo.hasPreviousPage).toBe(false);
  });

  it('of nothing has none', async () => {
    const { timeline } = await ask(FILLED, { empty: true, filter: { speakers: ['nobody'] } }, 'gazette');
    expect(timeline).toMatchObject({ totalCount: 0, nodes: [] });
  });
});
