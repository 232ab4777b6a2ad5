// What the corpus said on an earlier day, beside what it says now.
import { describe, expect, test } from 'vitest';
import { ask, request } from '../harness.ts';

const FIRE = 'boiler-bursts-on-fennel-street';
const REMOVED = 'baker-nobody-looked-at-that-boiler';

test('the figure before and after its correction, side by side', async () => {
  const query = `query ($slug: Slug!) {
    first: event(slug: $slug, asOf: "2026-06-02") { ...Toll }
    second: event(slug: $slug, asOf: "2026-06-03") { ...Toll }
    before: event(slug: $slug, asOf: "2026-06-01") { ...Toll }
    now: event(slug: $slug) { ...Toll }
  }
  fragment Toll on Event { figures { minValue evidence { exact } } reports { nodes { words } } }`;
  const toll = (minValue: number, exact: string) => ({
    figures: [{ minValue, evidence: { exact } }],
    reports: {
      nodes: [{ words: `${exact} were hurt on Monday when a boiler burst at the bakery on Fennel Street.` }],
    },
  });
  expect(await ask(query, { slug: FIRE }, 'gazette')).toEqual({
    first: toll(3, 'Three people'),
    second: toll(5, 'Five people'),
    before: null,
    now: toll(5, 'Five people'),
  });
});

test('a quotation that was removed is in the lists of the days on which it stood, and everything below it too', async () => {
  const query = `query ($asOf: Date) {
    statements(filter: { speakers: ["baker-of-fennel-street"] }, asOf: $asOf) {
      totalCount
      nodes { slug text speakers { agent { slug statements { totalCount } } } articles { nodes { slug digest } } }
    }
  }`;
  const found = async (asOf: string | null) => (await ask(query, { asOf }, 'gazette')) as { statements: object };
  expect(await found('2026-06-08')).toMatchObject({
    statements: {
      totalCount: 1,
      nodes: [
        {
          slug: REMOVED,
          text: 'Nobody ever looked at that boiler',
          speakers: [{ agent: { slug: 'baker-of-fennel-street', statements: { totalCount: 1 } } }],
          articles: { nodes: [{ slug: 'boiler-bursts-at-the-bakery', digest: expect.stringMatching(/^sha256:e913/) }] },
        },
      ],
    },
  });
  expect(await found('2026-06-09')).toEqual({ statements: { totalCount: 0, nodes: [] } });
  expect(await found(null)).toEqual({ statements: { totalCount: 0, nodes: [] } });
});

test('what was removed is looked up as it stood last, from the day on which it was removed', async () => {
  const query = `query ($slug: Slug!) {
    before: statement(slug: $slug, asOf: "2026-06-01") { text }
    standing: statement(slug: $slug, asOf: "2026-06-08") { text removedBy { number } }
    removed: statement(slug: $slug, asOf: "2026-06-09") { text removedBy { number reason } }
    now: statement(slug: $slug) { text removedBy { number reason } }
  }`;
  const text = 'Nobody ever looked at that boiler';
  const removed = { text, removedBy: { number: 3, reason: expect.stringContaining('withdrew') } };
  expect(await ask(query, { slug: REMOVED }, 'gazette')).toEqual({
    before: null,
    standing: { text, removedBy: null },
    removed,
    now: removed,
  });
});

test('an article has the text of the day', async () => {
  const query = `{
    then: article(slug: "boiler-bursts-at-the-bakery", asOf: "2026-06-02") { text wordCount segments { text } }
    now: article(slug: "boiler-bursts-at-the-bakery") { text }
    byAddress: article(url: "https://gazette.example/2026/boiler-bursts-at-the-bakery", asOf: "2026-06-02") { text }
  }`;
  const { then, now, byAddress } = (await ask(query, {}, 'gazette')) as {
    then: { text: string; segments: { text: string }[] };
    now: { text: string };
    byAddress: { text: string };
  };
  expect(then.text).toContain('Three people were hurt');
  expect(then.text).toContain('Nobody ever looked at that boiler');
  expect(then.segments.map(({ text }) => text).join('')).toBe(then.text);
  expect(byAddress.text).toBe(then.text);
  expect(now.text).toContain('Five people were hurt');
  expect(now.text).not.toContain('Nobody ever looked');
});

test('somebody is what was known of them on the day', async () => {
  const query = `query ($asOf: Date) {
    person(slug: "maren-oakes", asOf: $asOf) { mentions { totalCount } positions { nodes { title } } statements { totalCount } }
  }`;
  const then = (await ask(query, { asOf: '2025-03-04' }, 'gazette')) as {
    person: { mentions: { totalCount: number } };
  };
  const now = (await ask(query, {}, 'gazette')) as typeof then;
  expect(then.person.mentions.totalCount).toBeGreaterThan(0);
  expect(then.person.mentions.totalCount).toBeLessThan(now.person.mentions.totalCount);
});

test('pages go on with the same cursors, whatever the day', async () => {
  const query = `query ($asOf: Date, $after: String) {
    statements(first: 7, after: $after, asOf: $asOf) { nodes { slug } pageInfo { endCursor hasNextPage } }
  }`;
  type Answer = { statements: { nodes: { slug: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } };
  const slugs: string[] = [];
  let after: string | null = null;
  do {
    const { statements } = (await ask(query, { asOf: '2025-03-31', after }, 'gazette')) as Answer;
    slugs.push(...statements.nodes.map(({ slug }) => slug));
    after = statements.pageInfo.hasNextPage ? statements.pageInfo.endCursor : null;
  } while (after !== null);
  expect(new Set(slugs).size).toBe(slugs.length);
  const all = (await ask(
    '{ statements(first: 100, asOf: "2025-03-31") { totalCount nodes { slug } } }',
    {},
    'gazette',
  )) as {
    statements: { totalCount: number; nodes: { slug: string }[] };
  };
  expect(slugs).toEqual(all.statements.nodes.map(({ slug }) => slug));
  expect(all.statements.totalCount).toBe(slugs.length);
  // A cursor of the present is a place in the same order.
  const present = (await ask(query, { asOf: null, after: null }, 'gazette')) as Answer;
  const { statements } = (await ask(
    query,
    { asOf: '2026-12-31', after: present.statements.pageInfo.endCursor },
    'gazette',
  )) as Answer;
  const next = (await ask(query, { asOf: null, after: present.statements.pageInfo.endCursor }, 'gazette')) as Answer;
  expect(statements.nodes).toEqual(next.statements.nodes);
});

test('whom the articles quoted most, and a quote drawn at random, are those of the day', async () => {
  const query = `query ($asOf: Date) {
    mostQuoted(first: 3, asOf: $asOf) { statementCount agent { ... on Person { slug } } }
    randomStatement(seed: "a day", asOf: $asOf) { slug published { latest } }
  }`;
  const then = (await ask(query, { asOf: '2025-03-31' }, 'gazette')) as {
    mostQuoted: { statementCount: number }[];
    randomStatement: { published: { latest: string } };
  };
  const now = (await ask(query, {}, 'gazette')) as typeof then;
  expect(then.mostQuoted[0]?.statementCount).toBeLessThan(now.mostQuoted[0]?.statementCount ?? 0);
  expect(then.randomStatement.published.latest <= '2025-03-31').toBe(true);
});

describe('days at the ends', () => {
  const query = `query ($asOf: Date) {
    articles(asOf: $asOf) { totalCount } events(asOf: $asOf) { totalCount } people(asOf: $asOf) { totalCount }
    agents(asOf: $asOf) { totalCount nodes { slug } } statements(asOf: $asOf) { totalCount facets(by: [SPEAKER]) { values { value } } }
  }`;

  test('before everything there is nothing', async () => {
    expect(await ask(query, { asOf: '1900-01-01' }, 'gazette')).toMatchObject({
      articles: { totalCount: 0 },
      events: { totalCount: 0 },
      people: { totalCount: 0 },
      agents: { totalCount: 0, nodes: [] },
      statements: { totalCount: 0 },
    });
  });

  test('after the last change it is the present', async () => {
    const then = await ask(
      '{ statements(asOf: "2999-01-01", first: 100) { totalCount nodes { slug text } } }',
      {},
      'gazette',
    );
    expect(then).toEqual(await ask('{ statements(first: 100) { totalCount nodes { slug text } } }', {}, 'gazette'));
  });

  test.each(['2026-02-30', '2026-06', 'yesterday', ''])('"%s" is no day', async (asOf) => {
    const { errors } = (await request(query, { asOf }, 'gazette')) as {
      errors: { message: string; extensions: { code: string } }[];
    };
    expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(errors[0]?.message).toContain('A Date is a day such as "2025-06-27".');
  });
});
