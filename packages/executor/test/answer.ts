/** Answer: what an execution came to, in a form that two of them can be compared in. */
import { type ExecutionResult, execute, type GraphQLError } from 'graphql';
import type { Case, Round } from './case.ts';
import { describe } from './describe.ts';
import { settled } from './later.ts';
import type { compile } from './subject.ts';
import { type Call, Trial } from './trial.ts';

export interface Answer {
  /** JSON text; null where nothing was executed. */
  readonly data: string | null;
  readonly errors: readonly Problem[];
  readonly calls: readonly Call[];
  readonly isPromise: boolean;
  /** What was thrown, or rejected with, in place of an answer. */
  readonly failure: string | null;
  /** Rejections that nobody handled. */
  readonly unhandled: readonly string[];
  readonly seen: ReadonlySet<string>;
}

export interface Problem {
  /** Where it was thrown, which it may itself tell otherwise. */
  readonly path: readonly (string | number)[] | null;
  /** All of it, and whose throw it was. */
  readonly text: string;
}

export type Compiled = NonNullable<ReturnType<typeof compile>>;
type Executed = Awaited<ReturnType<Compiled>>;

/** What graphql-js answers. */
export function answerOfGraphql(drawn: Case, round: Round): Answer | Promise<Answer> {
  const { world, document, operationName } = drawn;
  return answer(drawn, round, (request) => {
    const result = execute({ schema: world.schema, document, operationName, ...request });
    return isPromise(result) ? result.then(write) : write(result);
  });
}

/** What the executor answers. */
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
    // What resolvers of abandoned fields do afterwards is nobody's business.
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

/** Of `/a#0.b`: names of the response, items of lists, properties. */
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

/** Runs it while all unhandled rejections are its own, and tells of them. */
export async function watched(run: () => Answer | Promise<Answer>): Promise<Answer> {
  const unhandled: string[] = [];
  const listener = (reason: unknown) => unhandled.push(describe(reason));
  const others = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', listener);
  try {
    const told = await run();
    await settled();
    return { ...told, unhandled };
  } finally {
    process.off('unhandledRejection', listener);
    for (const other of others) process.on('unhandledRejection', other);
  }
}
