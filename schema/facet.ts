/** Facets: how many things of a list have each value, counted only when asked for. */

import { dimensionsOf, type FacetDimension, SEARCH_DIMENSIONS } from '../data/filter.ts';
import type { FacetCounts } from '../data/query.ts';
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
  'What the things of a list can be counted by. Not every list has every dimension: `facets` of the list says which it has.',
  {
    SPEAKER: 'Who says it, or is the source of it: slugs of agents.',
    PARTICIPANT: 'Who is said to take part: slugs of agents. Of events.',
    INVOLVED: 'Who says it, is told it or is what it is about: slugs of agents. Of statements.',
    MENTIONED: 'Whom it names: slugs of agents. Of articles.',
    PLACE: 'Where, or about where: slugs of places, each with all that it contains.',
    KIND: 'Of which kind: values of `EventKind` or `StatementKind`.',
    MONTH:
      'In which month for certain it happened or was said, `2025-06`. What is vaguer than a month, or has no date, is in none.',
    YEAR: 'In which year for certain it happened or was said, `2025`. What is vaguer than a year, or has no date, is in none.',
    PUBLISHED_MONTH: 'In which month for certain it was published, `2025-06`.',
    PUBLISHED_YEAR: 'In which year for certain it was published, `2025`.',
    ARTICLE: 'By which article: slugs of articles.',
    VOICE: 'In which voice, as `Voice` has it.',
    LANGUAGE: 'In which language of an article: BCP 47 tags in lower case.',
    PUBLISHER: 'By which publisher: slugs of organizations. Of articles.',
    TYPE: 'Of which type: values of `SearchType`. Of a search.',
  },
);

/** Dimensions whose values are slugs. */
const OF_THINGS: readonly FacetDimension[] = [
  'SPEAKER',
  'PARTICIPANT',
  'INVOLVED',
  'MENTIONED',
  'PLACE',
  'ARTICLE',
  'PUBLISHER',
];

interface FacetValueRecord {
  readonly value: string;
  readonly count: number;
  readonly dimension: FacetDimension;
}

const FacetValue = builder.objectRef<FacetValueRecord>('FacetValue');

FacetValue.implement({
  description: 'One value of a dimension, and how many things of the list have it.',
  fields: (t) => ({
    value: t.exposeString('value', {
      description:
        'The value: a slug, a month, a language tag or the value of an enum, as the filter of the list takes it: `speakers`, `kinds`, `date: { within }` and so on.',
    }),
    count: t.exposeInt('count', {
      description: 'How many things of the whole list have it, whatever the page. A thing may have several values.',
    }),
    node: t.field({
      type: Node,
      nullable: true,
      description: 'The agent, place or article with this slug; null for a dimension whose values are no things.',
      resolve: ({ value, dimension }, _, { store }) => (OF_THINGS.includes(dimension) ? store.find(value) : null),
    }),
  }),
});

const Facet = builder.objectRef<FacetCounts & { readonly dimension: FacetDimension }>('Facet');

Facet.implement({
  description: 'The things of a list counted by one dimension.',
  fields: (t) => ({
    dimension: t.field({
      type: FacetDimensionEnum,
      description: 'What they are counted by.',
      resolve: ({ dimension }) => dimension,
    }),
    values: t.field({
      type: [FacetValue],
      description: 'The values, those that most things have first; of equal ones by value.',
      resolve: ({ values, dimension }) => values.map((value) => ({ ...value, dimension })),
    }),
    valueCount: t.exposeInt('valueCount', {
      description: 'How many different values the list has, those beyond `first` included.',
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
      description: `How many ${things} of the whole list, whatever the page, have each value of a dimension: one facet for each of \`by\`, in its order. Counted only when asked for.`,
      args: {
        by: t.arg({
          type: [FacetDimensionEnum],
          required: true,
          description: `The dimensions to count by: ${dimensions.join(', ')}. \`INVALID_ARGUMENT\` for another.`,
        }),
        first: t.arg.int({
          defaultValue: DEFAULT_VALUE_COUNT,
          description: `How many values of each at most, 0 to ${MAX_PAGE_SIZE}.`,
        }),
        withoutOwnFilter: t.arg.boolean({
          defaultValue: false,
          description: `Whether to count each dimension without what the filter of the list asks for by it: SPEAKER without \`speakers\`, MONTH without \`date\`${connection === SearchConnection ? ', TYPE without `types`' : ''}. So the other values, which the reader has not ticked, have their counts too. What stands inside \`and\`, \`or\` and \`not\` always holds.`,
        }),
      },
      resolve: ({ facets }, asked) => countBy(facets, things, asked),
    }),
  );
}
