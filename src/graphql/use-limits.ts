/** What one request may ask for, each limit with a code of its own, the limit and the actual figure. */
import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { type ErrorCodeName, publicError } from '../../schema/errors.ts';
import type { Limits } from '../settings.ts';
import type { RequestContext } from './context.ts';
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

/**
 * Measures each request before its document is validated, which for some documents takes longer than executing others.
 * It is not done in a validation rule: the results of those are kept with the document, whatever its variables are.
 * Tokens are limited while parsing: see `use-parsing.ts`.
 */
export function useLimits(schema: GraphQLSchema, limits: Limits): Plugin<RequestContext> {
  return {
    onParse({ context }) {
      return ({ result }) => {
        const { params, facts } = context;
        if (!isDocument(result) || facts.operation === null) return;
        const { measures, itemPrices } = measure(schema, result, facts.operation, params.variables ?? {});
        facts.cost = measures.cost;
        facts.itemPrices = itemPrices;
        const holding = facts.isTrusted ? OF_REQUEST : [...OF_DOCUMENT, ...OF_REQUEST];
        const errors = holding.flatMap((limit) => exceeded(limit, measures, limits));
        if (errors.length > 0) throw new AggregateError(errors);
      };
    },
  };
}

function isDocument(result: DocumentNode | Error | null): result is DocumentNode {
  return result !== null && !(result instanceof Error);
}

function exceeded({ measure, code, say }: Limit, measures: Measures, limits: Limits): readonly GraphQLError[] {
  const [actual, limit] = [measures[measure], limits[measure]];
  return actual > limit ? [publicError(code, say(actual, limit), { actual, limit })] : [];
}
