/**
 * A compiling executor: an operation becomes closures over the schema, which each request runs. It evaluates no
 * generated code, so it works where `eval` is forbidden. Its results match those of graphql-js, except that objects in
 * `data` have the usual prototype, and that variables are coerced once for all requests that pass none.
 */
import {
  assertValidSchema,
  type DocumentNode,
  defaultFieldResolver,
  defaultTypeResolver,
  type GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  type GraphQLTypeResolver,
  getVariableValues,
  OperationTypeNode,
} from 'graphql';
import { ExecutionEnd, type Watch, type Weigh } from './end.ts';
import { FieldErrors } from './errors.ts';
import { findOperation, type Operation } from './operation.ts';
import { openPlan, type Plan } from './plan.ts';
import { type Executed, isPromise, type MaybePromise, type Run } from './run.ts';
import type { Results } from './selection.ts';

/** The input of an execution: as in graphql-js, plus what follows `options`. */
export interface ExecuteRequest {
  readonly rootValue?: unknown;
  readonly contextValue?: unknown;
  readonly variableValues?: Readonly<Record<string, unknown>> | null | undefined;
  readonly fieldResolver?: GraphQLFieldResolver<unknown, unknown> | null | undefined;
  readonly typeResolver?: GraphQLTypeResolver<unknown, unknown> | null | undefined;
  /** The most errors about variables to report; 50 by default. */
  readonly options?: { readonly maxCoercionErrors?: number | undefined } | undefined;
  /** After it is aborted no further resolver is called, and the execution rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Notified of everything that is executed; it can end the execution. */
  readonly watch?: Watch | undefined;
}

export interface CompiledOperation {
  /** Executes the operation. Returns a promise only if a resolver does. */
  readonly execute: (request: ExecuteRequest) => MaybePromise<Executed>;
  /** How many fields are planned so far: the operation takes more memory as more of its types and switches are used. */
  readonly size: () => number;
}

/** The default of graphql-js. */
const MAX_COERCION_ERRORS = 50;

const NO_OBJECT =
  'Variables must be provided as an Object where each property is a variable value. Perhaps look to see if an unparsed JSON string was provided.';

/** How many plans are kept: one for each combination of the variables in `@skip` and `@include`. */
const KEPT_PLANS = 8;

/**
 * Compiles an operation of a document that has passed validation. Null for a subscription, and for an operation that
 * does not exist. Throws if there is no document, or a fragment contains itself, because its execution might never end. A field that is not in
 * the schema, which validation would reject, ends the execution.
 */
export function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName?: string | null,
  weigh: Weigh = () => 1,
): CompiledOperation | null {
  assertExecutable(schema, document);
  const operation = findOperation(schema, document, operationName);
  if (operation === null || operation.node.operation === OperationTypeNode.SUBSCRIPTION) return null;
  const rootType = schema.getRootType(operation.node.operation);
  if (!rootType) return null;
  const plans = openPlans(operation, () => openPlan(operation, rootType, weigh));
  const readVariables = planVariables(operation);

  const execute: CompiledOperation['execute'] = (request) => {
    const { rootValue, contextValue, variableValues: given, signal, watch } = request;
    if (given != null && typeof given !== 'object') throw new Error(NO_OBJECT);
    const { coerced: variableValues, errors } = readVariables(given ?? {}, request.options?.maxCoercionErrors);
    if (errors) return { errors };
    const run: Run = {
      operation,
      rootValue,
      contextValue,
      variableValues,
      errors: new FieldErrors(),
      argumentValues: [],
      fieldResolver: request.fieldResolver ?? defaultFieldResolver,
      typeResolver: request.typeResolver ?? defaultTypeResolver,
      signal,
      watch,
      end: null,
    };
    const start = () => executePlan(run, plans.planFor(run));
    return signal ? untilAborted(signal, start) : start();
  };
  return { execute, size: plans.size };
}

/** Throws, with the messages of graphql-js, if a caller without types passes no document or no valid schema. */
export function assertExecutable(schema: GraphQLSchema, document: DocumentNode): void {
  if (!document) throw new Error('Must provide document.');
  assertValidSchema(schema);
}

/**
 * GraphQL (September 2025), 6.1.2, CoerceVariableValues(). Without input the result is always the same, so it is
 * cached.
 */
function planVariables({ schema, node: { variableDefinitions = [] } }: Operation) {
  const read = (given: Readonly<Record<string, unknown>>, maxErrors = MAX_COERCION_ERRORS) =>
    getVariableValues(schema, variableDefinitions, given, { maxErrors });
  let withoutInput: ReturnType<typeof read> | undefined;
  return (given: Readonly<Record<string, unknown>>, maxErrors?: number): ReturnType<typeof read> => {
    if (Object.keys(given).length > 0) return read(given, maxErrors);
    const variables = withoutInput ?? read(given, maxErrors);
    // How many errors there are depends on the request.
    if (variables.errors) return variables;
    withoutInput = variables;
    return { coerced: { ...variables.coerced } };
  };
}

/** The plans of an operation, one for each combination of the variables that decide which fields are included. */
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

/** One letter for the value of a Boolean variable. If it is null or missing, the directive fails. */
function letterOf(value: unknown): string {
  return value === true ? 't' : value === false ? 'f' : value === null ? 'n' : '-';
}

/** GraphQL (September 2025), 6.2: if an error reaches the root, the whole data is null. */
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

function respond({ errors: { reported } }: Run, data: Results | null): Executed {
  return reported.length === 0 ? { data } : { errors: reported, data };
}

/** Marks the run as ended, so that resolvers still in progress lead to no further calls. */
function respondEnded(run: Run, end: ExecutionEnd): Executed {
  run.end ??= end;
  return { errors: [...run.errors.reported, end.error] };
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
