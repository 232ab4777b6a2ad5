/** The executor as a plugin for GraphQL Yoga, or any other server built with Envelop. */
import { type ExecutionArgs, type ExecutionResult, execute as executeInterpreted } from 'graphql';
import type { Watch } from './end.ts';
import { CompiledOperations } from './operations.ts';
import type { MaybePromise } from './run.ts';

export interface CompiledExecutionOptions<Context> {
  /** Pass your own to read the size of what is compiled; by default the plugin creates one. */
  readonly operations?: CompiledOperations;
  /** Returns the watch for a request, given its context. */
  readonly watch?: (context: Context) => Watch | undefined;
  /** The most errors about variables to report, if an execution says nothing else; 50 by default. */
  readonly maxCoercionErrors?: number;
}

/** The arguments that the server passes: those of graphql-js, and a signal if the server supports cancellation. */
type Args = ExecutionArgs & { readonly signal?: AbortSignal };

/** An Envelop plugin with its one hook. */
interface Plugin {
  onExecute(payload: { setExecuteFn(execute: (args: never) => MaybePromise<ExecutionResult>): void }): void;
}

/**
 * Executes queries and mutations with the compiled executor. If a later plugin in the list sets another executor, that
 * one is used. graphql-js runs subscriptions.
 */
export function useCompiledExecution<Context>({
  operations = new CompiledOperations(),
  watch,
  maxCoercionErrors,
}: CompiledExecutionOptions<Context> = {}): Plugin {
  function execute(args: Args): MaybePromise<ExecutionResult> {
    const { schema, document, operationName, contextValue } = args;
    const compiled = operations.find(schema, document, operationName || null);
    if (compiled === null) return executeInterpreted(args);
    const options = { maxCoercionErrors, ...args.options };
    return compiled.execute({ ...args, options, watch: watch?.(contextValue as Context) });
  }
  return { onExecute: ({ setExecuteFn }) => setExecuteFn(execute) };
}
