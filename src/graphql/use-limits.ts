/** The limits on one request, each with its own error code and the actual number, and the cost of the request. */
import type { DocumentNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { type ErrorCodeName, publicError } from '../../schema/errors.ts';
import type { Limits, Settings } from '../settings.ts';
import type { GraphqlPlugin } from './context.ts';
import { dearestPath, describeDearest } from './dearest-path.ts';
import { measureDefinitions, type WrittenMeasures } from './definitions.ts';
import { estimateByField, type Held } from './estimate.ts';
import { type Measures, MOST, measure } from './measure.ts';
import { Spending } from './spending.ts';

/** Refuses requests that exceed a limit, and starts counting the cost of all others. */
export function useLimits(schema: GraphQLSchema, { limits }: Settings): GraphqlPlugin {
  return {
    onParse({ context: { facts, params } }) {
      return ({ result: document }) => {
        const { operation, store } = facts;
        if (document === null || document instanceof Error || operation === null) return;
        const isTrusted = facts.document?.isTrusted ?? false;
        const held: Held = store?.summary().counts ?? NOTHING_KNOWN;
        const request = { schema, document, operation, variables: params.variables ?? {}, held, isTrusted };
        const { errors, estimate, reading } = checkLimits(request, limits);
        const spending = new Spending({ document, operation, estimate, reading }, limits);
        facts.cost = spending;
        facts.spending = spending;
        if (errors.length > 0) throw new AggregateError(errors);
      };
    },
  };
}

const NOTHING_KNOWN: Held = {};

/** Adds `extensions.cost` to the answer of a request that has `"extensions": {"cost": true}`. */
export function useCost({ limits }: Settings): GraphqlPlugin {
  return {
    onExecutionResult({ result, setResult, context: { facts } }) {
      const { asked, spending } = facts;
      // A remembered answer already has it.
      if (asked?.extensions.cost !== true || spending === null || !result || Symbol.asyncIterator in result) return;
      const { estimate, spent } = spending;
      setResult({ ...result, extensions: { ...result.extensions, cost: { estimate, spent, limit: limits.cost } } });
    },
  };
}

interface Limit {
  readonly measure: keyof AllMeasures & keyof Limits;
  readonly code: ErrorCodeName;
  /** The message, given both numbers. */
  readonly say: (actual: number, limit: number) => string;
}

/** The measures of the operation, and of all definitions in the document. */
export type AllMeasures = Measures & Omit<WrittenMeasures, 'reading'>;

/** The limits on the document. They do not apply to a trusted one, which the Worker was built with. */
const OF_DOCUMENT: readonly Limit[] = [
  {
    measure: 'depth',
    code: 'QUERY_TOO_DEEP',
    say: (actual, limit) => `The query is ${actual} fields deep; the most is ${limit}. Split it into smaller requests.`,
  },
  {
    measure: 'rootFields',
    code: 'TOO_MANY_ROOT_FIELDS',
    say: (actual, limit) =>
      `The query has ${actual} top-level fields; the most is ${limit}. Split it into smaller requests.`,
  },
  {
    measure: 'aliases',
    code: 'TOO_MANY_ALIASES',
    say: (actual, limit) => `The query has ${actual} aliases; the most is ${limit}. Split it into smaller requests.`,
  },
  {
    measure: 'nameLength',
    code: 'NAME_TOO_LONG',
    say: (actual, limit) =>
      `A name in the answer has ${actual} characters; the most is ${limit}. It is repeated each time its field is answered: shorten the alias.`,
  },
  {
    measure: 'repeats',
    code: 'TOO_MANY_REPEATS',
    say: (actual, limit) =>
      `The query selects ${actual} fields more than once in the same selection; the most is ${limit}. Remove the repeated ones.`,
  },
  {
    measure: 'directives',
    code: 'TOO_MANY_DIRECTIVES',
    say: (actual, limit) =>
      `The query has ${actual} directives; the most is ${limit}. Leave out the fields that you do not want.`,
  },
];

/** The limits on arguments and variables. */
const OF_REQUEST: readonly Limit[] = [
  {
    measure: 'listLength',
    code: 'LIST_TOO_LONG',
    say: (actual, limit) =>
      `A list in the arguments has ${actual} items; the most is ${limit}. Split it into smaller requests.`,
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
      `An argument has ${actual} values, including nested lists and objects; the most is ${limit}. Ask for less at once.`,
  },
];

const OF_BOTH: readonly Limit[] = [...OF_DOCUMENT, ...OF_REQUEST];

/** How many times the limit an estimate may be: most lists are shorter than their pages. */
const ABSURD = 10;

/** A request, and the size of its corpus. */
export interface Request {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly held: Held;
  /** Whether the Worker was built with the document, so that limits on documents do not apply. */
  readonly isTrusted: boolean;
}

/**
 * Measures a request, reports the limits that it exceeds, and estimates its cost. Tokens are limited while parsing: see
 * `use-parsing.ts`.
 */
export function checkLimits(request: Request, limits: Limits): { readonly errors: readonly GraphQLError[] } & Costs {
  const { measures, reading } = measureRequest(request);
  const holding = request.isTrusted ? OF_REQUEST : OF_BOTH;
  const errors = holding
    .filter((limit) => isExceeded(limit, measures, limits))
    .map((limit) => refuse(limit, measures, limits));
  const { estimate } = measures;
  if (reading > limits.cost) errors.push(refuseReading(reading, limits.cost));
  else if (estimate > ABSURD * limits.cost) errors.push(refuseEstimate(request, estimate, ABSURD * limits.cost));
  return { errors, estimate, reading };
}

/** In points. */
interface Costs {
  readonly estimate: number;
  /** The cost of reading the document, before execution. */
  readonly reading: number;
}

/** Takes the larger of two measures: the operation with its fragments expanded, and each definition as written. */
export function measureRequest({ schema, document, operation, variables, held, isTrusted }: Request): {
  readonly measures: AllMeasures;
  readonly reading: number;
} {
  const asked = measure(schema, document, operation, variables, held);
  const written = measureDefinitions(document);
  // A trusted document may have any length.
  const reading = isTrusted ? 0 : written.reading;
  const measures = {
    ...asked,
    depth: Math.max(asked.depth, written.depth),
    aliases: Math.max(asked.aliases, written.aliases),
    directives: Math.max(asked.directives, written.directives),
    repeats: Math.max(asked.repeats, written.repeats),
    nameLength: written.nameLength,
    estimate: Math.min(MOST, asked.estimate + reading),
  };
  return { measures, reading };
}

function isExceeded({ measure }: Limit, measures: AllMeasures, limits: Limits): boolean {
  return measures[measure] > limits[measure];
}

function refuse({ measure, code, say }: Limit, measures: AllMeasures, limits: Limits): GraphQLError {
  const [actual, limit] = [measures[measure], limits[measure]];
  return publicError(code, say(actual, limit), { actual, limit });
}

function refuseEstimate({ schema, document, operation, variables, held }: Request, actual: number, limit: number) {
  const byField = estimateByField(schema, document, operation, variables, held);
  const found = dearestPath(document, operation, (node) => byField.get(node) ?? 0);
  // If fragments double each other, the estimate by field stops early and may miss the most expensive one.
  const dearest = found !== null && 2 * found.points >= actual ? found : null;
  const where = describeDearest(dearest);
  return publicError(
    'QUERY_TOO_EXPENSIVE',
    `The query would cost about ${actual} points${where}; the most that is accepted is ${limit}. Ask for smaller pages ("first") or fewer nested lists.`,
    { actual, limit, ...dearest },
  );
}

function refuseReading(actual: number, limit: number) {
  return publicError(
    'QUERY_TOO_EXPENSIVE',
    `Reading the document alone costs ${actual} points; the most is ${limit}. Split it into smaller requests, and do not select the same fields repeatedly.`,
    { actual, limit },
  );
}
