/** The measured questions: each has one document, which is sent with many variables, and a goal for its cost. */

export type Variables = Readonly<Record<string, unknown>>;

export interface Question {
  readonly name: string;
  readonly document: string;
  readonly goal: Goal;
}

/** The goals for its cost; null if there is none. */
export interface Goal {
  /** Over the bundle: the CPU at 10,000 statements divided by that at 100. */
  readonly bundle10k: number | null;
  /** Over the bundle: the CPU at 100,000 divided by that at 100, and in microseconds. */
  readonly bundle100k: number | null;
  readonly bundleMicroseconds: number | null;
  /** Over D1: the CPU at 100,000 divided by that at 1,000. */
  readonly d1: number | null;
  /** The rows that D1 reads for one request. */
  readonly rows: number | null;
}

const HITS = 'nodes { score node { __typename slug } snippets { text matches { start } } }';
const STATEMENT = 'slug kind text speakers { agent { slug name } evidence { exact } } content { exact start end }';
const PERIODS = 'nodes { period eventCount statementCount certainCount }';
const COUNTS = 'dimension valueCount values { value count }';

const searching = (size: number) =>
  `query Search($query: String!) { search(query: $query, first: ${size}) { ${HITS} } }`;

const goal = (
  bundle10k: number | null,
  bundle100k: number | null,
  d1: number | null,
  rows: number | null,
  bundleMicroseconds: number | null = null,
): Goal => ({ bundle10k, bundle100k, bundleMicroseconds, d1, rows });

const QUICK_SEARCH = goal(1.2, 1.5, 1.5, null);
const LONG_SEARCH = goal(1.5, 3, 3, null, 5000);

/**
 * Pages are short enough for the smallest corpus to fill, so that answers are about equally long at all sizes: the work
 * grows, not the answer.
 */
export const QUESTIONS = {
  lookup: {
    name: 'lookup',
    document: `query Lookup($slug: Slug!) { statement(slug: $slug) { ${STATEMENT} } }`,
    goal: goal(1.1, 1.15, 1.15, 1),
  },
  page: {
    name: 'page of 20',
    document: `query Page($after: String) { statements(first: 20, after: $after) { nodes { ${STATEMENT} } } }`,
    goal: goal(1.15, 1.25, 1.2, 21),
  },
  filteredPage: {
    name: 'filtered page',
    document: `query FilteredPage($speakers: [Slug!]!) {
      statements(first: 8, filter: { speakers: $speakers }) { nodes { ${STATEMENT} } }
    }`,
    goal: goal(1.2, 1.3, 1.2, 41),
  },
  composed: {
    name: 'composed filter',
    document: `query Composed($filter: StatementFilter!) { statements(first: 8, filter: $filter) { nodes { ${STATEMENT} } } }`,
    goal: goal(1.5, 2, 2, 2000),
  },
  rareWord: { name: 'search: rare word', document: searching(20), goal: QUICK_SEARCH },
  prefix: { name: 'search: prefix of 4', document: searching(20), goal: QUICK_SEARCH },
  mistake: { name: 'search: one mistake', document: searching(20), goal: QUICK_SEARCH },
  frequentWord: { name: 'search: frequent word', document: searching(20), goal: LONG_SEARCH },
  twoWords: { name: 'search: two words', document: searching(20), goal: LONG_SEARCH },
  phrase: { name: 'search: phrase', document: searching(20), goal: LONG_SEARCH },
  timeline: {
    name: 'timeline, all',
    document: `query Timeline($mode: TimelineMode!) { timeline(first: 12, mode: $mode) { ${PERIODS} } }`,
    goal: goal(1.1, 1.1, 1.5, 300),
  },
  filteredTimeline: {
    name: 'timeline, filtered',
    document: `query FilteredTimeline($filter: TimelineFilter!) { timeline(first: 3, filter: $filter) { ${PERIODS} } }`,
    goal: goal(1.2, 1.5, 1.5, null),
  },
  facets: {
    name: 'facets, all',
    document: `query Facets($by: [FacetDimension!]!) { statements { facets(by: $by, first: 6) { ${COUNTS} } } }`,
    goal: goal(1.1, 1.1, 1.5, 50),
  },
  filteredFacets: {
    name: 'facets, filtered',
    document: `query FilteredFacets($filter: StatementFilter!, $by: [FacetDimension!]!) {
      statements(filter: $filter) { facets(by: $by, first: 6) { ${COUNTS} } }
    }`,
    goal: goal(1.2, 1.5, 3, 20_000),
  },
  path: {
    name: 'path of up to 4 hops',
    document: `query Path($from: Slug!, $to: Slug!) {
      paths(from: $from, to: $to, maxHops: 4, first: 5) {
        isComplete
        nodes { length hops { linkCount voice from { slug } to { slug } via { __typename } } }
      }
    }`,
    goal: goal(1.1, 1.2, 2, 5000),
  },
  count: {
    name: 'totalCount',
    document: 'query Count { statements { totalCount } }',
    goal: goal(null, null, null, 1),
  },
} as const satisfies Readonly<Record<string, Question>>;

export type QuestionName = keyof typeof QUESTIONS;
export const QUESTION_NAMES = Object.keys(QUESTIONS) as readonly QuestionName[];

/** The variables of each question at one size of corpus, never empty. */
export type Draws = Readonly<Record<QuestionName, readonly Variables[]>>;

/** Whether an answer has content: no root field is null, and no list in one is empty. */
export function isFilled(data: Readonly<Record<string, unknown>> | null | undefined): boolean {
  if (data === null || data === undefined) return false;
  return Object.values(data).every((field) => {
    if (typeof field !== 'object' || field === null) return false;
    const list = 'nodes' in field ? field.nodes : 'facets' in field ? field.facets : [field];
    return Array.isArray(list) && list.length > 0;
  });
}
