// Persons, organizations and groups together: found by slug, in one list, and by how often they are quoted.
import { describe, expect, it } from 'vitest';
import { ask, CORPORA, request } from '../harness.ts';

describe.each(CORPORA)('the agents of %s', (corpus) => {
  it('are persons, organizations and groups in one order, page by page', async () => {
    const LISTS = `query ($order: NamedOrder, $filter: AgentFilter, $after: String) {
      agents(orderBy: $order, filter: $filter, first: 3, after: $after) {
        totalCount nodes { slug name } pageInfo { hasNextPage endCursor }
      }
      people(filter: $filter, first: 0) { totalCount }
      organizations(filter: $filter, first: 0) { totalCount }
      groups(filter: $filter, first: 0) { totalCount }
    }`;
    for (const field of ['NAME', 'MENTIONS']) {
      for (const direction of ['ASC', 'DESC']) {
        const order = { field, direction };
        const slugs: string[] = [];
        let after: string | null = null;
        let total = 0;
        for (;;) {
          const { agents, people, organizations, groups } = await ask(LISTS, { order, after }, corpus);
          total = agents.totalCount;
          expect(total).toBe(people.totalCount + organizations.totalCount + groups.totalCount);
          slugs.push(...agents.nodes.map(({ slug }: { slug: string }) => slug));
          if (!agents.pageInfo.hasNextPage) break;
          after = agents.pageInfo.endCursor;
        }
        expect(new Set(slugs).size).toBe(total);
        const whole = await ask(
          `query ($order: NamedOrder) { agents(orderBy: $order, first: 100) { nodes { slug } } }`,
          { order },
          corpus,
        );
        expect(slugs.slice(0, 100)).toEqual(whole.agents.nodes.map(({ slug }: { slug: string }) => slug));
      }
    }
  });

  it('who are quoted most make that many statements', async () => {
    const quotes = '{ voices: ARTICLE, not: { kinds: NO_COMMENT } }';
    const { mostQuoted, statements } = await ask(
      `{ mostQuoted { statementCount agent { slug statements(first: 0, filter: ${quotes}) { totalCount } } }
         statements(filter: ${quotes}) { facets(by: [SPEAKER]) { values { value count } } } }`,
      {},
      corpus,
    );
    expect(mostQuoted.length).toBeGreaterThan(0);
    for (const { statementCount, agent } of mostQuoted) expect(statementCount).toBe(agent.statements.totalCount);
    expect(
      mostQuoted.map(({ statementCount, agent }: { statementCount: number; agent: { slug: string } }) => ({
        value: agent.slug,
        count: statementCount,
      })),
    ).toEqual(statements.facets[0].values);
  });
});

describe('an agent', () => {
  const AGENT = 'query ($slug: Slug!) { agent(slug: $slug) { __typename slug } }';

  it.each([
    ['isolde-brand', 'Person'],
    ['cask-and-harrow', 'Organization'],
  ])('is found by its slug: %s', async (slug, type) => {
    expect(await ask(AGENT, { slug }, 'gazette')).toEqual({ agent: { __typename: type, slug } });
  });

  it.each(['larkbridge', 'nobody'])('is none of another type, and nobody unknown: %s', async (slug) => {
    expect(await ask(AGENT, { slug }, 'gazette')).toEqual({ agent: null });
  });
});

describe('the most quoted', () => {
  it('are counted among the statements asked for, and no more than asked', async () => {
    const { mostQuoted } = await ask(
      '{ mostQuoted(first: 1, filter: { kinds: [DENIAL] }) { statementCount agent { slug statements(filter: { kinds: [DENIAL], voices: ARTICLE }) { totalCount } } } }',
      {},
      'gazette',
    );
    expect(mostQuoted).toHaveLength(1);
    expect(mostQuoted[0].statementCount).toBe(mostQuoted[0].agent.statements.totalCount);
    const { errors } = await request('{ mostQuoted(first: 101) { statementCount } }');
    expect(errors?.[0]?.extensions.code).toBe('INVALID_PAGE_SIZE');
  });
});

describe('what an organization published', () => {
  it('is told apart from what names it', async () => {
    const { organization } = await ask(
      '{ organization(slug: "larkbridge-gazette") { publishedArticles { totalCount nodes { publisher { slug } } } mentionedIn { totalCount nodes { slug } } } }',
      {},
      'gazette',
    );
    const { publishedArticles, mentionedIn } = organization;
    expect(publishedArticles.totalCount).toBeGreaterThan(0);
    expect(publishedArticles.totalCount).not.toBe(mentionedIn.totalCount);
    for (const { publisher } of publishedArticles.nodes) expect(publisher.slug).toBe('larkbridge-gazette');
  });
});
