/** What one request may ask for, each limit with a code of its own, the limit and the actual figure. */
import type { GraphQLError, GraphQLSchema } from 'graphql';
import { type ErrorCodeName, publicError } from '../../schema/errors.ts';
import type { Limits } from '../settings.ts';
import type { Asked, Reading } from './context.ts';
import { type Measures, measure } from './measure.ts';

interface Limit {
  readonly measure: keyof Measures & keyof Limits;
  readonly code: ErrorCodeName;
  /** The sentence, given both figures. */
  readonly say: (actual: number, limit: number) => string;
}

/** The limits on how a document is written. One that the Worker was built with is trusted to be written as it is. */
const OF_DOCUMENT: readonly Limit[] = [
  {
    measure: 'depth',
    code: 'QUERY_TOO_DEEP',
    say: (actual, limit) => `The query is ${actual} fields deep; the most is ${limit}. Ask in parts.`,
  },
  {
    measure: 'rootFields',
    code: 'TOO_MANY_ROOT_FIELDS',
    say: (actual, limit) => `The query has ${actual} fields at its top; the most is ${limit}. Ask in parts.`,
  },
  {
    measure: 'aliases',
    code: 'TOO_MANY_ALIASES',
    say: (actual, limit) => `The query has ${actual} aliases; the most is ${limit}. Ask in parts.`,
  },
  {
    measure: 'repeats',
    code: 'TOO_MANY_REPEATS',
    say: (actual, limit) =>
      `The query selects ${actual} fields again beside themselves; the most is ${limit}. Leave out the repeated ones.`,
  },
  {
    measure: 'directives',
    code: 'TOO_MANY_DIRECTIVES',
    say: (actual, limit) =>
      `The query has ${actual} directives; the most is ${limit}. Leave out fields that are not wanted.`,
  },
];

/** The limits on what it is given, and on what the answer takes. */
const OF_REQUEST: readonly Limit[] = [
  {
    measure: 'listLength',
    code: 'LIST_TOO_LONG',
    say: (actual, limit) => `A list in the arguments has ${actual} items; the most is ${limit}. Ask in parts.`,
  },
  {
    measure: 'filterDepth',
    code: 'FILTER_TOO_DEEP',
    say: (actual, limit) => `An argument is nested ${actual} deep; the most is ${limit}. Ask for less at once.`,
  },
  {
    measure: 'filterSize',
    code: 'FILTER_TOO_LARGE',
    say: (actual, limit) =>
      `An argument has ${actual} values, each list and object counted; the most is ${limit}. Ask for less at once.`,
  },
  {
    measure: 'cost',
    code: 'QUERY_TOO_EXPENSIVE',
    say: (actual, limit) =>
      `The query costs ${actual} points; the most is ${limit}. Ask for smaller pages ("first") or fewer lists inside each other.`,
  },
];

const OF_BOTH: readonly Limit[] = [...OF_DOCUMENT, ...OF_REQUEST];

/**
 * Measures the request, notes what it costs, and says which limits it exceeds. Tokens are limited while parsing: see
 * `use-parsing.ts`.
 */
export function checkLimits(
  schema: GraphQLSchema,
  { document, operation }: Reading,
  { variables, facts }: Asked,
  limits: Limits,
): readonly GraphQLError[] {
  const { measures, itemPrices } = measure(schema, document, operation, variables);
  facts.cost = measures.cost;
  facts.itemPrices = itemPrices;
  const holding = facts.isTrusted ? OF_REQUEST : OF_BOTH;
  return holding.filter((limit) => isExceeded(limit, measures, limits)).map((limit) => refuse(limit, measures, limits));
}

function isExceeded({ measure }: Limit, measures: Measures, limits: Limits): boolean {
  return measures[measure] > limits[measure];
}

function refuse({ measure, code, say }: Limit, measures: Measures, limits: Limits): GraphQLError {
  const [actual, limit] = [measures[measure], limits[measure]];
  return publicError(code, say(actual, limit), { actual, limit });
}
