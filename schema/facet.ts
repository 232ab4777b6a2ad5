/** Facets: how many things of a list have each value, counted only when asked for. */

import { dimensionsOf, type FacetDimension, type FacetedType } from '../data/filter.ts';
import type { FacetCounts } from '../data/query.ts';
import { type Awaitable, andThen } from '../data/store.ts';
import { articleList } from './article.ts';
import { builder, closedSet } from './builder.ts';
import { publicError } from './errors.ts';
import { eventList } from './event.ts';
import { Node } from './node.ts';
import { MAX_PAGE_SIZE } from './page.ts';
import { statementList } from './statement.ts';

const DEFAULT_VALUE_COUNT = 10;

const MEANINGS: { readonly [D in FacetDimension]: string } = {
  SPEAKER: 'Who says it, or is the source of it: slugs of agents.',
  PARTICIPANT: 'Who is said to take part: slugs of agents.',
  INVOLVED: 'Who says it, is told it or is what it is about: slugs of agents.',
  MENTIONED: 'Whom it names: slugs of agents.',
  PLACE: 'Where, or about where: slugs of places, each with all that it contains.',
  KIND: 'Of which kind, as the enum of the kinds has it.',
  MONTH: 'In which month for certain, `2025-06`. What is vaguer than a month, or has no date, is in none.',
  ARTICLE: 'By which article: slugs of articles.',
  VOICE: 'In which voice, as `Voice` has it.',
  LANGUAGE: 'In which language of an article: BCP 47 tags in lower case.',
  PUBLISHER: 'By which publisher: slugs of organizations.',
};

const FacetDimensionEnum = closedSet<FacetDimension>('FacetDimension', 'What things can be counted by.', MEANINGS);

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

interface Faceted {
  readonly facet: ((dimension: FacetDimension, limit: number) => Awaitable<FacetCounts>) | null;
}

function countBy({ facet }: Faceted, dimension: FacetDimension, first: number) {
  if (first < 0 || first > MAX_PAGE_SIZE) {
    throw publicError('INVALID_PAGE_SIZE', `"first" is ${first}. Give a number from 0 to ${MAX_PAGE_SIZE}.`, {
      actual: first,
      limit: MAX_PAGE_SIZE,
    });
  }
  if (facet === null) throw new Error('This list has no facets.');
  return andThen(facet(dimension, first), (counts) => ({ ...counts, dimension }));
}

for (const [list, type, things] of [
  [articleList, 'Article', 'articles'],
  [eventList, 'Event', 'events'],
  [statementList, 'Statement', 'statements'],
] as const) {
  builder.objectField(list.connection, 'facets', (t) =>
    t.field({
      type: [Facet],
      description: `How many ${things} of the whole list have each value, in the order of \`by\`. Counted only when asked for.`,
      args: {
        by: t.arg({ type: [dimensionsEnum(type, things)], required: true, description: 'The dimensions to count by.' }),
        first: t.arg.int({
          defaultValue: DEFAULT_VALUE_COUNT,
          description: `How many values of each at most, 0 to ${MAX_PAGE_SIZE}.`,
        }),
      },
      resolve: (counted, { by, first }) =>
        [...new Set(by)].map((dimension) => countBy(counted, dimension, first ?? DEFAULT_VALUE_COUNT)),
    }),
  );
}

/** The dimensions of one list, as an enum of their own, so that a list cannot be asked for what it does not have. */
function dimensionsEnum(type: FacetedType, things: string) {
  const meanings = Object.fromEntries(dimensionsOf(type).map((dimension) => [dimension, MEANINGS[dimension]]));
  return closedSet(
    `${type}Facet`,
    `What ${things} can be counted by.`,
    meanings as { readonly [D in FacetDimension]: string },
  );
}
