/** What one request may ask for, each limit with a code of its own, the limit and the actual figure. */
import type { DocumentNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { type ErrorCodeName, publicError } from '../../schema/errors.ts';
import type { Limits } from '../settings.ts';
import type { Asked, Reading } from './context.ts';
import { measureDefinitions, type WrittenMeasures } from './definitions.ts';
import { type Measured, type Measures, MOST, measure } from './measure.ts';

interface Limit {
  readonly measure: keyof AllMeasures & keyof Limits;
  readonly code: ErrorCodeName;
  /** The sentence, given both figures. */
  readonly say: (actual: number, limit: number) => string;
}

/** Of the operation that is asked for, and of all that is written beside it. */
export type AllMeasures = Measures & Omit<WrittenMeasures, 'reading'>;

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
    measure: 'nameLength',
    code: 'NAME_TOO_LONG',
    say: (actual, limit) =>
      `A name in the answer has ${actual} characters; the most is ${limit}. It stands there as often as its field is answered: shorten the alias.`,
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
  const { measures, itemPrices } = measureRequest(schema, document, operation, variables, facts.isTrusted);
  facts.cost = measures.cost;
  facts.itemPrices = itemPrices;
  const holding = facts.isTrusted ? OF_REQUEST : OF_BOTH;
  return holding.filter((limit) => isExceeded(limit, measures, limits)).map((limit) => refuse(limit, measures, limits));
}

/** An operation counts a fragment as often as it is used, and each definition counts as it stands. */
export function measureRequest(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  isTrusted = false,
): Pick<Measured, 'itemPrices'> & { readonly measures: AllMeasures } {
  const { measures: asked, itemPrices } = measure(schema, document, operation, variables);
  const written = measureDefinitions(document);
  const measures = {
    ...asked,
    depth: Math.max(asked.depth, written.depth),
    aliases: Math.max(asked.aliases, written.aliases),
    directives: Math.max(asked.directives, written.directives),
    repeats: Math.max(asked.repeats, written.repeats),
    nameLength: written.nameLength,
    // A document that the Worker was built with may be as long as it likes.
    cost: isTrusted ? asked.cost : Math.min(MOST, asked.cost + written.reading),
  };
  return { measures, itemPrices };
}

function isExceeded({ measure }: Limit, measures: AllMeasures, limits: Limits): boolean {
  return measures[measure] > limits[measure];
}

function refuse({ measure, code, say }: Limit, measures: AllMeasures, limits: Limits): GraphQLError {
  const [actual, limit] = [measures[measure], limits[measure]];
  return publicError(code, say(actual, limit), { actual, limit });
}
