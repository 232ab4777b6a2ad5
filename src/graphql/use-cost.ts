/** What a request costs, told to whoever asks for it. */
import type { Settings } from '../settings.ts';
import type { GraphqlPlugin } from './context.ts';

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
