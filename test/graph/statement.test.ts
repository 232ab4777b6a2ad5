// What a statement tells of, what stands inside it, who prints it; and a statement drawn by a seed.
import { describe, expect, it } from 'vitest';
import { ask, askEvery, CORPORA, request } from '../harness.ts';

interface Slugged {
  readonly slug: string;
}
interface Told {
  readonly article: Slugged;
  readonly attributedTo: Slugged | null;
}
const slugsOf = (things: readonly Slugged[]) => things.map(({ slug }) => slug).sort();

describe.each(CORPORA)('statements of %s', (corpus) => {
  it('lead to the events and statements that are attributed to them, and to their articles', async () => {
    const TELLING = 'article { slug } attributedTo { slug }';
    const statements = await askEvery(
      'statements',
      `slug quotes { nodes { ${TELLING} } } events { nodes { slug } } statements { nodes { slug } } articles { nodes { slug } }`,
      corpus,
    );
    const events = await askEvery(
      'events',
      `slug reports { nodes { ${TELLING} } } articles { nodes { slug } }`,
      corpus,
    );
    const tellings = [
      ...statements.map(({ slug, quotes }: Slugged & { quotes: { nodes: Told[] } }) => ({
        slug,
        told: quotes.nodes,
        isEvent: false,
      })),
      ...events.map(({ slug, reports }: Slugged & { reports: { nodes: Told[] } }) => ({
        slug,
        told: reports.nodes,
        isEvent: true,
      })),
    ];
    const attributedTo = (slug: string, isEvent: boolean) =>
      slugsOf(
        tellings.filter(
          (one) => one.isEvent === isEvent && one.told.some((told: Told) => told.attributedTo?.slug === slug),
        ),
      );
    for (const { slug, ...statement } of statements) {
      expect(slugsOf(statement.events.nodes)).toEqual(attributedTo(slug, true));
      expect(slugsOf(statement.statements.nodes)).toEqual(attributedTo(slug, false));
    }
    expect(statements.some((statement: { events: { nodes: unknown[] } }) => statement.events.nodes.length > 0)).toBe(
      true,
    );
    for (const { slug, articles } of [...statements, ...events]) {
      const { told } = tellings.find((one) => one.slug === slug)!;
      expect(slugsOf(articles.nodes)).toEqual([...new Set(told.map(({ article }: Told) => article.slug))].sort());
    }
  });
});

it('inside another statement is in its list', async () => {
  const statements = await askEvery(
    'statements',
    'slug attributedTo { slug statements { nodes { slug } } }',
    'gazette',
  );
  const inside = statements.filter((statement: { attributedTo: object | null }) => statement.attributedTo !== null);
  expect(inside.length).toBeGreaterThan(0);
  for (const { slug, attributedTo } of inside) expect(slugsOf(attributedTo.statements.nodes)).toContain(slug);
});

describe('a random statement', () => {
  const DRAW = `query ($seed: String!, $filter: StatementFilter) { randomStatement(seed: $seed, filter: $filter) { slug kind } }`;

  it('is the same for the same seed, and mostly another for another', async () => {
    const drawn = new Set<string>();
    for (let day = 1; day <= 9; day++) {
      const seed = `2025-06-0${day}`;
      const { randomStatement } = await ask(DRAW, { seed }, 'gazette');
      expect(await ask(DRAW, { seed, filter: {} }, 'gazette')).toEqual({ randomStatement });
      drawn.add(randomStatement.slug);
    }
    expect(drawn.size).toBeGreaterThan(4);
  });

  it('passes the filter, and is null if none does', async () => {
    const { randomStatement } = await ask(DRAW, { seed: 'x', filter: { kinds: ['DENIAL'] } }, 'gazette');
    expect(randomStatement.kind).toBe('DENIAL');
    expect(await ask(DRAW, { seed: 'x', filter: { speakers: ['nobody'] } }, 'gazette')).toEqual({
      randomStatement: null,
    });
  });

  it('refuses a seed that is a book', async () => {
    const { errors } = await request(DRAW, { seed: 'x'.repeat(1001) });
    expect(errors?.[0]?.extensions.code).toBe('INVALID_ARGUMENT');
  });
});
