/** Facets: how many things of a list have each value, counted only when asked for. */

import { dimensionsOf, type FacetDimension } from '../data/facet.ts';
import type { FacetCounts } from '../data/query.ts';
import { SEARCH_DIMENSIONS } from '../data/search-filter.ts';
import { andThen } from '../data/store.ts';
import { articleList } from './article.ts';
import { builder, closedSet } from './builder.ts';
import type { Faceted } from './connection.ts';
import { publicError } from './errors.ts';
import { eventList } from './event.ts';
import { Node } from './node.ts';
import { MAX_PAGE_SIZE, withinPage } from './page.ts';
import { SearchConnection } from './search.ts';
import { statementList } from './statement.ts';

const DEFAULT_VALUE_COUNT = 10;

const FacetDimensionEnum = closedSet<FacetDimension>(
  'FacetDimension',
  'What you can count the items of a list by. Not every list has every dimension; `facets` of the list says which it has.',
  {
    SPEAKER: 'Who says it, or whose statement it is attributed to: slugs of agents.',
    PARTICIPANT: 'Who is said to take part in an event: slugs of agents.',
    INVOLVED: 'Who makes a statement, is told it, or is its subject: slugs of agents.',
    MENTIONED: 'Who is named in an article: slugs of agents.',
    PLACE:
      'Where it happened, or which place it is about or names: slugs of places. A place includes all places inside it.',
    KIND: 'Its kind: values of `EventKind` or `StatementKind`.',
    MONTH:
      'The month in which its date certainly lies: `2025-06`, even if only somebody quoted gives it. An item with no date, or one vaguer than a month, is in none.',
    YEAR: 'The year in which its date certainly lies: `2025`, even if only somebody quoted gives it. An item with no date, or one vaguer than a year, is in none.',
    PUBLISHED_MONTH: 'The month in which it was certainly published: `2025-06`.',
    PUBLISHED_YEAR: 'The year in which it was certainly published: `2025`.',
    ARTICLE: 'The article that tells it: slugs of articles.',
    VOICE: 'The voice that it is told in: values of `Voice`.',
    LANGUAGE: 'The language that an article is in: BCP 47 tags in lower case.',
    PUBLISHER: 'Who published an article: slugs of organizations.',
    TYPE: 'The type of a search hit: values of `SearchType`.',
  },
);

/** Whether the values of a dimension are slugs. */
const HAS_SLUGS: { readonly [D in FacetDimension]: boolean } = {
  SPEAKER: true,
  PARTICIPANT: true,
  INVOLVED: true,
  MENTIONED: true,
  PLACE: true,
  KIND: false,
  MONTH: false,
  YEAR: false,
  PUBLISHED_MONTH: false,
  PUBLISHED_YEAR: false,
  ARTICLE: true,
  VOICE: false,
  LANGUAGE: false,
  PUBLISHER: true,
  TYPE: false,
};

interface FacetValueRecord {
  readonly value: string;
  readonly count: number;
  readonly dimension: FacetDimension;
}

const FacetValue = builder.objectRef<FacetValueRecord>('FacetValue');

FacetValue.implement({
  description: 'One value of a dimension, and how many items of the list have it.',
  fields: (t) => ({
    value: t.exposeString('value', {
      description:
        'The value: a slug, a month, a language tag or an enum value. The filter of the list takes it as it is: `speakers`, `kinds`, `date: { within }` and so on.',
    }),
    count: t.exposeInt('count', {
      description:
        'How many items have it, in the whole list and not only on this page. An item may have several values.',
    }),
    node: t.field({
      type: Node,
      nullable: true,
      description: 'The agent, place or article with this slug; null if the values of the dimension are not slugs.',
      resolve: ({ value, dimension }, _, { store }) => (HAS_SLUGS[dimension] ? store.find(value) : null),
    }),
  }),
});

const Facet = builder.objectRef<FacetCounts & { readonly dimension: FacetDimension }>('Facet');

Facet.implement({
  description: 'The items of a list, counted by one dimension.',
  fields: (t) => ({
    dimension: t.field({
      type: FacetDimensionEnum,
      description: 'What they are counted by.',
      resolve: ({ dimension }) => dimension,
    }),
    values: t.field({
      type: [FacetValue],
      description: 'The values, the most frequent first; equally frequent ones are ordered by value.',
      resolve: ({ values, dimension }) => values.map((value) => ({ ...value, dimension })),
    }),
    valueCount: t.exposeInt('valueCount', {
      description: 'How many different values the list has, including those beyond `first`.',
    }),
  }),
});

interface Asked {
  readonly by: readonly FacetDimension[];
  readonly first?: number | null | undefined;
  readonly withoutOwnFilter?: boolean | null | undefined;
}

/** The counts in the order of `by`, each dimension once. Refuses a dimension that the list does not have. */
function countBy(facets: Faceted | null, things: string, { by, first, withoutOwnFilter }: Asked) {
  if (facets === null) throw new Error('This list has no facets.');
  const dimensions = [...new Set(by)];
  const missing = dimensions.find((dimension) => !facets.dimensions.includes(dimension));
  if (missing !== undefined) {
    throw publicError(
      'INVALID_ARGUMENT',
      `"by" has ${missing}, by which no ${things} are counted. Give some of ${facets.dimensions.join(', ')}.`,
      { dimensions: facets.dimensions },
    );
  }
  const limit = withinPage(first ?? DEFAULT_VALUE_COUNT, 'first');
  return andThen(facets.count(dimensions, limit, withoutOwnFilter ?? false), (counted) =>
    counted.map((counts, index) => ({ ...counts, dimension: dimensions[index] as FacetDimension })),
  );
}

for (const [connection, things, dimensions] of [
  [articleList.connection, 'articles', dimensionsOf('Article')],
  [eventList.connection, 'events', dimensionsOf('Event')],
  [statementList.connection, 'statements', dimensionsOf('Statement')],
  [SearchConnection, 'hits', SEARCH_DIMENSIONS],
] as const) {
  builder.objectField(connection as typeof articleList.connection, 'facets', (t) =>
    t.field({
      type: [Facet],
      description: `How many ${things} have each value of a dimension, in the whole list and not only on this page: one facet for each of \`by\`, in that order. Counted only if you ask for it.`,
      args: {
        by: t.arg({
          type: [FacetDimensionEnum],
          required: true,
          description: `The dimensions to count by: ${dimensions.join(', ')}. \`INVALID_ARGUMENT\` for any other.`,
        }),
        first: t.arg.int({
          defaultValue: DEFAULT_VALUE_COUNT,
          description: `The most values to list for each, 0 to ${MAX_PAGE_SIZE}.`,
        }),
        withoutOwnFilter: t.arg.boolean({
          defaultValue: false,
          description: `True to count each dimension as if its own condition were left out of the filter: SPEAKER without \`speakers\`, MONTH without \`date\`${connection === SearchConnection ? ', TYPE without `types`' : ''}. Values that the reader has not ticked then have counts too. Conditions inside \`and\`, \`or\` and \`not\` always apply.`,
        }),
      },
      resolve: ({ facets }, asked) => countBy(facets, things, asked),
    }),
  );
}
