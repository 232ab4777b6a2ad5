/**
 * Stands in for the package `@graphql-tools/executor` in the Worker (`[alias]` in wrangler.toml). Yoga imports it as the
 * executor of servers that set no other. Here `useCompiledExecution` always sets one, so 38 kB would never run.
 *
 * These functions do the same work with graphql-js, which is bundled anyway: a request is still answered if a plugin
 * takes our executor away. What only the package has is missing: `@defer`, `@stream`, and stopping at a signal; and what
 * runs subscriptions, as the schema has none. A plugin that imports anything else from the package does not build; it
 * needs that line of wrangler.toml removed.
 */
import { type ExecutionArgs, type ExecutionResult, execute } from 'graphql';

// biome-ignore lint/performance/noBarrelFile: plugins import these from the package
export { defaultFieldResolver, defaultTypeResolver, execute, executeSync, getVariableValues, subscribe } from 'graphql';

/** Runs the operation; a subscription is refused, as the schema has none. */
export function normalizedExecutor(args: ExecutionArgs): ExecutionResult | Promise<ExecutionResult> {
  return execute(args) as ExecutionResult | Promise<ExecutionResult>;
}
