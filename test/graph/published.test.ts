// When a statement was published: what most have, where nobody says on which day it was said.
import { expect, test } from 'vitest';
import { ask, askEvery } from '../harness.ts';

const gazette = (query: string, variables: object = {}) => ask(query, variables, 'gazette');

test('most statements have no day of their own, and each of a dated article is published', async () => {
  const statements = await askEvery(
    'statements',
    'slug date { edtf } published { edtf } quotes { nodes { article { published { edtf } } } }',
    'gazette',
  );
  for (const { slug, published, quotes } of statements) {
    const days = quotes.nodes.flatMap(({ article }: { article: { published: { edtf: string } | null } }) =>
      article.published === null ? [] : [article.published.edtf],
    );
    expect([slug, published?.edtf]).toEqual([slug, days.sort()[0]]);
  }
  const dated = statements.filter(({ date }: { date: object | null }) => date !== null);
  expect(dated.length).toBeLessThan(statements.length / 2);
});

test('the day it was said is told apart from the day it was published', async () => {
  const { statement } = await gazette(
    '{ statement(slug: "cask-and-harrow-denies-locked-doors") { date { edtf } published { edtf } } }',
  );
  expect(statement).toEqual({ date: { edtf: '2025-03-05' }, published: { edtf: '2025-03-06' } });
});

test('filter, facet and order by publication agree', async () => {
  const { statements } = await gazette(`{ statements(first: 100, orderBy: { field: PUBLISHED, direction: DESC }) {
    nodes { published { earliest } }
    facets(by: [PUBLISHED_MONTH, PUBLISHED_YEAR], first: 100) { dimension values { value count } }
  } }`);
  const days = statements.nodes.map(({ published }: { published: { earliest: string } }) => published.earliest);
  expect(days).toEqual([...days].sort().reverse());
  const [months, years] = statements.facets;
  for (const { value, count } of [...months.values, ...years.values]) {
    const found = await gazette(
      'query ($range: DateRange!) { statements(filter: { published: { within: $range } }) { totalCount } }',
      { range: value },
    );
    expect([value, found.statements.totalCount]).toEqual([value, count]);
  }
});

test('a statement stands on the timeline by its own day, else by publication, and says which', async () => {
  const { timeline } = await gazette(`{ timeline(granularity: DAY, filter: { types: STATEMENT }, first: 100) {
    nodes { period statementCount items(first: 100) { nodes {
      certain dateBasis node { ... on Statement { date { earliest latest } published { earliest latest } } }
    } } }
  } }`);
  const bases = new Set<string>();
  for (const { period, statementCount, items } of timeline.nodes) {
    expect(items.nodes).toHaveLength(statementCount);
    for (const { certain, dateBasis, node } of items.nodes) {
      const date = dateBasis === 'DATE' ? node.date : node.published;
      expect({ certain, ...date }).toEqual({ certain: true, earliest: period, latest: period });
      if (dateBasis === 'PUBLISHED') expect(node.date).toBeNull();
      bases.add(dateBasis);
    }
  }
  expect(bases).toEqual(new Set(['DATE', 'PUBLISHED']));
});

test('a timeline narrowed by date counts what stands there', async () => {
  const query = `query ($date: DateFilter) { timeline(granularity: YEAR, filter: { date: $date, types: STATEMENT }, first: 100) {
    nodes { period statementCount }
  } }`;
  const all = await gazette(query);
  const some = await gazette(query, { date: { within: '2025' } });
  expect(some.timeline.nodes).toEqual(all.timeline.nodes.filter(({ period }: { period: string }) => period === '2025'));
  expect(some.timeline.nodes).toHaveLength(1);
});

test('what was denied later than it was said is found', async () => {
  const { later, denied } = await gazette(`{
    later: statements(first: 100, filter: { deniedLater: true }) { nodes { slug deniedBy { slug } } }
    denied: statements(first: 100, filter: { isDenied: true }) { nodes { slug } }
  }`);
  expect(later.nodes).toContainEqual({
    slug: 'teal-fire-doors-locked',
    deniedBy: [{ slug: 'cask-and-harrow-denies-locked-doors' }, { slug: 'hugo-cask-no-door-was-locked' }],
  });
  expect(denied.nodes.map(({ slug }: { slug: string }) => slug)).toEqual(
    expect.arrayContaining(later.nodes.map(({ slug }: { slug: string }) => slug)),
  );
});
