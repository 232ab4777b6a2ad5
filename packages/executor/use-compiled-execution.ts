/** The executor as a plugin of GraphQL Yoga, or of any other server that is built with Envelop. */
import { type ExecutionArgs, type ExecutionResult, execute as executeInterpreted } from 'graphql';
import type { Watch } from './end.ts';
import { CompiledOperations } from './operations.ts';
import type { MaybePromise } from './run.ts';

export interface CompiledExecutionOptions<Context> {
  /** Give it to ask for the size of what is compiled; otherwise it is the plugin's own. */
  readonly operations?: CompiledOperations;
  /** Who watches the execution of a request, by its context. */
  readonly watch?: (context: Context) => Watch | undefined;
  /** At most so many errors about variables; graphql-js' own limit if left out. */
  readonly maxVariableErrors?: number;
}

/** What the server hands over: graphql-js' arguments, and where the server can cancel, a signal. */
type Args = ExecutionArgs & { readonly signal?: AbortSignal };

/** The one hook of it, as Envelop calls it. */
interface Plugin {
  onExecute(payload: { setExecuteFn(execute: (args: never) => MaybePromise<ExecutionResult>): void }): void;
}

/**
 * Executes queries and mutations compiled. A plugin behind it in the list that sets another executor wins. What cannot
 * be compiled is left to graphql-js: subscriptions, and executions with a field resolver or type resolver of their own.
 */
export function useCompiledExecution<Context>({
  operations = new CompiledOperations(),
  watch,
  maxVariableErrors,
}: CompiledExecutionOptions<Context> = {}): Plugin {
  function execute(args: Args): MaybePromise<ExecutionResult> {
    const { schema, document, operationName, rootValue, contextValue, variableValues, signal } = args;
    const hasOwnResolvers = Boolean(args.fieldResolver || args.typeResolver);
    const compiled = hasOwnResolvers ? null : operations.find(schema, document, operationName || null);
    if (compiled === null) return executeInterpreted(args);
    const request = { rootValue, contextValue, variableValues, signal, maxVariableErrors };
    return compiled.execute({ ...request, watch: watch?.(contextValue as Context) });
  }
  return { onExecute: ({ setExecuteFn }) => setExecuteFn(execute) };
}
