/** Draw: the variables of the questions, drawn from a corpus with a fixed seed. */
import { type Corpus, STATEMENT_KINDS } from '../data/model.ts';
import { openRandom, type Random } from '../test/generate/random.ts';
import type { Ask } from './ask.ts';
import { drawSearches } from './draw-search.ts';
import { type Drawn, MOST_DRAWS, pickFitting } from './fitting.ts';
import type { Draws, Variables } from './questions.ts';

/** The most statements on a filtered page. */
const FILTERED_PAGE = 8;

/** Up to fifty different sets of variables for each question. */
export function drawVariables({ entities, texts }: Corpus, ask: Ask): Draws {
  const random = openRandom('scale');
  const slugs = sample(entities.Statement, random).map(({ slug }) => slug);
  const { speakers, years } = readFacets(ask);
  const by = ['SPEAKER', 'KIND', 'MONTH'];
  const agents = [...entities.Person, ...entities.Organization, ...entities.Group].map(({ slug }) => slug);

  return {
    lookup: slugs.map((slug) => ({ slug })),
    page: pickFitting(() => drawPage(random.pick(entities.Article).slug, random, ask), 20, 20),
    filteredPage: speakers.map((speaker) => ({ speakers: [speaker] })),
    composed: drawComposed(speakers, years, random, ask),
    ...drawSearches(texts, random, ask),
    timeline: [{ mode: 'CERTAIN' }],
    filteredTimeline: speakers.map((speaker) => ({ filter: { speakers: [speaker] } })),
    facets: [{ by }],
    filteredFacets: [
      ...speakers.map((speaker) => ({ speakers: [speaker] })),
      ...years.map((year) => ({ date: { within: year } })),
    ]
      .filter((filter) => countStatements(ask, filter) >= FILTERED_PAGE)
      .map((filter) => ({ filter, by })),
    path: drawPaths(agents, random, ask),
    count: [{}],
  };
}

/** The median number of events and statements that the timeline filters leave. */
export function countFiltered({ filteredTimeline }: Draws, ask: Ask): number {
  const document = `query Counts($event: EventFilter, $statement: StatementFilter) {
    events(filter: $event) { totalCount } statements(filter: $statement) { totalCount }
  }`;
  const counts = filteredTimeline.map(({ filter }) => {
    const found = ask<{ events: Counted; statements: Counted }>(document, { event: filter, statement: filter });
    return found.events.totalCount + found.statements.totalCount;
  });
  return counts.reduce((sum, count) => sum + count, 0) / counts.length;
}

interface Counted {
  readonly totalCount: number;
}

function sample<T>(list: readonly T[], random: Random): readonly T[] {
  return [...new Set(Array.from({ length: MOST_DRAWS }, () => random.pick(list)))];
}

/** The ten most quoted speakers, if they fill a page, and the years with statements. */
function readFacets(ask: Ask): { readonly speakers: readonly string[]; readonly years: readonly string[] } {
  const { statements } = ask<{ statements: { facets: readonly { values: readonly Value[] }[] } }>(
    '{ statements { facets(by: [SPEAKER, MONTH], first: 100) { values { value count } } } }',
  );
  const [speakers, months] = statements.facets.map(({ values }) => values);
  return {
    speakers: (speakers ?? [])
      .filter(({ count }) => count >= FILTERED_PAGE)
      .map(({ value }) => value)
      .slice(0, 10),
    years: [...new Set((months ?? []).map(({ value }) => value.slice(0, 4)))].sort(),
  };
}

interface Value {
  readonly value: string;
  readonly count: number;
}

/** A page after a statement of this article, whose list has the same cursors and order as the list of all. */
function drawPage(slug: string, random: Random, ask: Ask): Drawn | null {
  const { article } = ask<{ article: { statements: { edges: readonly { cursor: string }[] } } }>(
    `query Cursors($slug: Slug!) {
      article(slug: $slug) { statements(first: 100, orderBy: { field: DATE }) { edges { cursor } } }
    }`,
    { slug },
  );
  const { edges } = article.statements;
  if (edges.length === 0) return null;
  const variables = { after: random.pick(edges).cursor };
  const { statements } = ask<{ statements: { nodes: readonly unknown[] } }>(
    'query Page($after: String!) { statements(first: 20, after: $after) { nodes { slug } } }',
    variables,
  );
  return { variables, size: statements.nodes.length };
}

function drawComposed(
  speakers: readonly string[],
  years: readonly string[],
  random: Random,
  ask: Ask,
): readonly Variables[] {
  const draw = () => {
    const [from, to] = [random.pick(years), random.pick(years)].sort();
    const kinds = [...new Set([random.pick(STATEMENT_KINDS), random.pick(STATEMENT_KINDS)])];
    const filter = {
      and: [
        { or: [{ kinds }, { speakers: [random.pick(speakers)] }] },
        { not: { languages: [random.pick(['en', 'az', 'ru', 'tr'])] } },
      ],
      date: { overlaps: `${from}/${to}` },
    };
    return { variables: { filter }, size: countStatements(ask, filter) };
  };
  return pickFitting(draw, FILTERED_PAGE, Infinity);
}

function countStatements(ask: Ask, filter: object): number {
  const document = 'query Count($filter: StatementFilter!) { statements(filter: $filter) { totalCount } }';
  return ask<{ statements: Counted }>(document, { filter }).statements.totalCount;
}

/** Two ends with five paths between them, so that all answers are about equally long. */
function drawPaths(agents: readonly string[], random: Random, ask: Ask): readonly Variables[] {
  const document =
    'query Path($from: Slug!, $to: Slug!) { paths(from: $from, to: $to, first: 5) { nodes { length } } }';
  const draw = () => {
    const variables = { from: random.pick(agents), to: random.pick(agents) };
    return { variables, size: ask<{ paths: { nodes: readonly unknown[] } }>(document, variables).paths.nodes.length };
  };
  return pickFitting(draw, 5, 5);
}
