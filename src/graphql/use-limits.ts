/** What one request may ask for, each limit with a code of its own, the limit and the actual figure; and its cost. */
import type { DocumentNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { type ErrorCodeName, publicError } from '../../schema/errors.ts';
import type { Limits, Settings } from '../settings.ts';
import type { GraphqlPlugin } from './context.ts';
import { dearestPath, tellDearest } from './dearest-path.ts';
import { measureDefinitions, type WrittenMeasures } from './definitions.ts';
import { estimateByField, type Held } from './estimate.ts';
import { type Measures, MOST, measure } from './measure.ts';
import { Spending } from './spending.ts';

/** Refuses what exceeds a limit, and opens the account of everything else. */
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
      // An answer that is remembered has it already.
      if (asked?.extensions.cost !== true || spending === null || !result || Symbol.asyncIterator in result) return;
      const { estimate, spent } = spending;
      setResult({ ...result, extensions: { ...result.extensions, cost: { estimate, spent, limit: limits.cost } } });
    },
  };
}

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

/** The limits on what it is given. */
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
];

const OF_BOTH: readonly Limit[] = [...OF_DOCUMENT, ...OF_REQUEST];

/** How far an estimate may be above what may be spent: most lists are shorter than their pages. */
const ABSURD = 10;

/** What is asked of a corpus that holds so much. */
export interface Request {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly held: Held;
  /** The Worker was built with the document: it may be written as it is. */
  readonly isTrusted: boolean;
}

/**
 * Measures a request, says which limits it exceeds, and estimates what it costs. Tokens are limited while parsing: see
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
  /** What it costs to read the document, before it runs. */
  readonly reading: number;
}

/** An operation counts a fragment as often as it is used, and each definition counts as it stands. */
export function measureRequest({ schema, document, operation, variables, held, isTrusted }: Request): {
  readonly measures: AllMeasures;
  readonly reading: number;
} {
  const asked = measure(schema, document, operation, variables, held);
  const written = measureDefinitions(document);
  // A document that the Worker was built with may be as long as it likes.
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
  // Where fragments double each other, not all of it is gone through.
  const dearest = found !== null && 2 * found.points >= actual ? found : null;
  const where = tellDearest(dearest);
  return publicError(
    'QUERY_TOO_EXPENSIVE',
    `The query would cost about ${actual} points${where}; the most that is tried is ${limit}. Ask for smaller pages ("first") or fewer lists inside each other.`,
    { actual, limit, ...dearest },
  );
}

function refuseReading(actual: number, limit: number) {
  return publicError(
    'QUERY_TOO_EXPENSIVE',
    `Reading the document alone costs ${actual} points; the most is ${limit}. Ask in parts, and select no field again and again.`,
    { actual, limit },
  );
}
