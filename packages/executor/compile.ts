/**
 * An executor that compiles: an operation becomes closures over the schema, which each request runs. It makes no code
 * from text, so that it works where `eval` is forbidden. Whatever it answers is what graphql-js would answer, except that
 * objects in `data` have the usual prototype, and that variables are coerced once for all requests that give none.
 */
import {
  assertValidSchema,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  OperationTypeNode,
} from 'graphql';
import { ExecutionEnd, type Watch, type Weigh } from './end.ts';
import { FieldErrors } from './errors.ts';
import { findOperation, type Operation } from './operation.ts';
import { openPlan, type Plan } from './plan.ts';
import { type Executed, isPromise, type MaybePromise, type Run } from './run.ts';
import type { Results } from './selection.ts';

/** What an operation is executed with: as in graphql-js, and what follows `variableValues` besides. */
export interface ExecuteRequest {
  readonly rootValue?: unknown;
  readonly contextValue?: unknown;
  readonly variableValues?: Readonly<Record<string, unknown>> | null | undefined;
  /** Once it is aborted no resolver is called any more, and the execution ends with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Told of what is answered; it can end the execution. */
  readonly watch?: Watch | undefined;
  /** At most so many errors about variables; graphql-js' own limit if left out. */
  readonly maxVariableErrors?: number | undefined;
}

export interface CompiledOperation {
  /** Executes the operation. It answers at once unless a resolver gives a promise; then so does it. */
  readonly execute: (request: ExecuteRequest) => MaybePromise<Executed>;
  /** How many fields are planned so far: what the operation takes in memory grows with what it is asked for. */
  readonly size: () => number;
}

/** As graphql-js has it. */
const MAX_VARIABLE_ERRORS = 50;

/** How many settings of the variables that `@skip` and `@include` ask are kept planned. */
const KEPT_PLANS = 8;

/**
 * Compiles an operation of a document that has passed validation. Null for a subscription and for an operation that does
 * not exist. Throws if a fragment contains itself: executed, it might never end. A field that the schema lacks, which
 * only a failed validation lets through, ends the execution.
 */
export function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName?: string | null,
  weigh: Weigh = () => 1,
): CompiledOperation | null {
  assertValidSchema(schema);
  const operation = findOperation(schema, document, operationName);
  if (operation === null || operation.node.operation === OperationTypeNode.SUBSCRIPTION) return null;
  const rootType = schema.getRootType(operation.node.operation);
  if (!rootType) return null;
  const plans = openPlans(operation, () => openPlan(operation, rootType, weigh));
  const readVariables = planVariables(operation);

  const execute: CompiledOperation['execute'] = (request) => {
    const { rootValue, contextValue, variableValues: given, signal, watch, maxVariableErrors } = request;
    const { coerced: variableValues, errors } = readVariables(given ?? {}, maxVariableErrors);
    if (errors) return { errors };
    const run: Run = {
      operation,
      rootValue,
      contextValue,
      variableValues,
      errors: new FieldErrors(),
      argumentValues: [],
      signal,
      watch,
      end: null,
    };
    const start = () => executePlan(run, plans.planFor(run));
    return signal ? untilAborted(signal, start) : start();
  };
  return { execute, size: plans.size };
}

/** GraphQL (September 2025), 6.1.2, CoerceVariableValues(). Where none is given, they are the same each time. */
function planVariables({ schema, node: { variableDefinitions = [] } }: Operation) {
  const read = (given: Readonly<Record<string, unknown>>, maxErrors = MAX_VARIABLE_ERRORS) =>
    getVariableValues(schema, variableDefinitions, given, { maxErrors });
  let ofNone: ReturnType<typeof read> | undefined;
  return (given: Readonly<Record<string, unknown>>, maxErrors?: number): ReturnType<typeof read> => {
    if (Object.keys(given).length > 0) return read(given, maxErrors);
    ofNone ??= read(given, maxErrors);
    return ofNone.errors ? ofNone : { coerced: { ...ofNone.coerced } };
  };
}

/** The plans of an operation, one for each setting of the variables that decide what fields there are. */
function openPlans({ switches }: Operation, open: () => Plan) {
  const plans = new Map<string, Plan>();
  return {
    planFor({ variableValues }: Run): Plan {
      const key = switches.map((name) => letterOf(variableValues[name])).join('');
      const known = plans.get(key);
      if (known) return known;
      const [oldest] = plans.keys();
      if (oldest !== undefined && plans.size >= KEPT_PLANS) plans.delete(oldest);
      const plan = open();
      plans.set(key, plan);
      return plan;
    },
    size: () => [...plans.values()].reduce((sum, { size }) => sum + size(), 0),
  };
}

/** Of a Boolean variable, or of one that is null or not given: then the directive fails. */
function letterOf(value: unknown): string {
  return value === true ? 't' : value === false ? 'f' : value === null ? 'n' : '-';
}

/** GraphQL (September 2025), 6.2: what fails at the very top leaves nothing but null. */
function executePlan(run: Run, plan: Plan): MaybePromise<Executed> {
  const failed = (thrown: unknown): Executed => {
    if (thrown instanceof ExecutionEnd) return respondEnded(run, thrown);
    run.errors.add(thrown as GraphQLError, undefined);
    return respond(run, null);
  };
  try {
    const results = plan.root(run)(run.rootValue, run, undefined);
    return isPromise(results) ? results.then((data) => respond(run, data), failed) : respond(run, results);
  } catch (error) {
    return failed(error);
  }
}

function respond({ errors: { told } }: Run, data: Results | null): Executed {
  return told.length === 0 ? { data } : { errors: told, data };
}

/** What is still under way finds the execution ended. */
function respondEnded(run: Run, end: ExecutionEnd): Executed {
  run.end ??= end;
  return { errors: [...run.errors.told, end.error] };
}

async function untilAborted(signal: AbortSignal, start: () => MaybePromise<Executed>): Promise<Executed> {
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    const executed = await Promise.race([promise, start()]);
    signal.throwIfAborted();
    return executed;
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
