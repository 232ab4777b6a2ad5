/** Answer: the outcome of an execution, in a form that can be compared. */
import { type ExecutionResult, execute, type GraphQLError } from 'graphql';
import type { Case, Round } from './case.ts';
import { describe } from './describe.ts';
import { settled } from './later.ts';
import type { compile } from './subject.ts';
import { type Call, Trial } from './trial.ts';

export interface Answer {
  /** JSON text; null if nothing was executed. */
  readonly data: string | null;
  readonly errors: readonly Problem[];
  readonly calls: readonly Call[];
  readonly isPromise: boolean;
  /** The error that was thrown or rejected with instead of an answer. */
  readonly failure: string | null;
  /** Unhandled rejections. */
  readonly unhandled: readonly string[];
  readonly seen: ReadonlySet<string>;
}

export interface Problem {
  /** Where it was thrown, which may differ from its own path. */
  readonly path: readonly (string | number)[] | null;
  /** The whole error in words, with the resolver that threw it. */
  readonly text: string;
}

export type Compiled = NonNullable<ReturnType<typeof compile>>;
type Executed = Awaited<ReturnType<Compiled>>;

/** The answer of graphql-js. */
export function answerOfGraphql(drawn: Case, round: Round): Answer | Promise<Answer> {
  const { world, document, operationName } = drawn;
  return answer(drawn, round, (request) => {
    const result = execute({ schema: world.schema, document, operationName, ...request });
    return isPromise(result) ? result.then(write) : write(result);
  });
}

/** The answer of the executor. */
export function answerOfCompiled(drawn: Case, round: Round, compiled: Compiled): Answer | Promise<Answer> {
  return answer(drawn, round, compiled);
}

function write({ data, errors }: ExecutionResult): Executed {
  return { ...(data !== undefined && { data: JSON.stringify(data) }), ...(errors && { errors }) };
}

interface Request {
  readonly rootValue: unknown;
  readonly contextValue: Trial;
  readonly variableValues: Readonly<Record<string, unknown>> | null;
}

function answer(drawn: Case, round: Round, run: (request: Request) => Executed | Promise<Executed>) {
  const trial = new Trial(round.mood);
  trial.rootValue = rootOf(drawn, trial);
  const request = { rootValue: trial.rootValue, contextValue: trial, variableValues: round.variables ?? null };
  let result: Executed | Promise<Executed>;
  try {
    result = run(request);
  } catch (error) {
    return complete(trial, { failure: describe(error), isPromise: false });
  }
  return isPromise(result) ? awaited(trial, result) : complete(trial, { executed: result, isPromise: false });
}

async function awaited(trial: Trial, result: Promise<Executed>): Promise<Answer> {
  try {
    const executed = await result;
    // Later calls by resolvers of abandoned fields do not matter.
    return complete(trial, { executed, isPromise: true });
  } catch (error) {
    return complete(trial, { failure: describe(error), isPromise: true });
  }
}

function complete(
  trial: Trial,
  { executed, ...rest }: { executed?: Executed; failure?: string; isPromise: boolean },
): Answer {
  return {
    data: executed?.data ?? null,
    errors: (executed?.errors ?? []).map((error) => problemOf(trial, error)),
    calls: [...trial.calls],
    failure: executed?.errors?.length === 0 ? 'a list of errors without errors' : null,
    unhandled: [],
    seen: trial.seen,
    ...rest,
  };
}

function problemOf(trial: Trial, error: GraphQLError): Problem {
  const { originalError, positions, name, nodes } = error;
  const thrower = trial.throwerOf(error);
  const path = thrower === null ? (error.path ?? null) : readPath(thrower);
  const text = [
    JSON.stringify(error),
    `is ${thrower} and a ${name}`,
    `original ${originalError && (trial.throwerOf(originalError) ?? describe(originalError))}`,
    `thrown ${originalError && 'thrownValue' in originalError ? trial.throwerOf(originalError.thrownValue) : ''}`,
    `at ${positions?.join()} nodes ${nodes?.map(({ loc }) => loc?.start).join()}`,
  ].join('; ');
  return { path, text };
}

/** Parses a path such as `/a#0.b`: response names, list items, properties. */
function readPath(text: string): Problem['path'] {
  const keys = text.split(/[/#.]/).slice(1);
  return keys.map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}

function rootOf({ world, operation }: Case, trial: Trial): unknown {
  const name = operation?.operation === 'mutation' ? 'Mutation' : 'Query';
  switch (trial.mood.root) {
    case 'nothing':
      return undefined;
    case 'null':
      return null;
    case 'thing':
      return new (world.classes.get(name)!)(trial, name, '');
    case 'record':
      return { f0: 'text', c0: () => 7, c1: trial.mood.isAsync ? Promise.resolve(null) : null };
    case 'text':
      return 'root';
  }
}

export function isPromise<T>(value: T | Promise<T>): value is Promise<T> {
  return typeof (value as { readonly then?: unknown } | null)?.then === 'function';
}

/** Runs the function and returns its result with the unhandled rejections during the run. */
export async function watched(run: () => Answer | Promise<Answer>): Promise<Answer> {
  const unhandled: string[] = [];
  const listener = (reason: unknown) => unhandled.push(describe(reason));
  const others = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', listener);
  try {
    const result = await run();
    await settled();
    return { ...result, unhandled };
  } finally {
    process.off('unhandledRejection', listener);
    for (const other of others) process.on('unhandledRejection', other);
  }
}
