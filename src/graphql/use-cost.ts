/** What a request costs, told to who asks for it. */
import type { Plugin } from 'graphql-yoga';
import type { Limits } from '../settings.ts';
import type { RequestContext } from './context.ts';

/** Adds `extensions.cost` to the answer of a request that has `"extensions": {"cost": true}`. */
export function useCost({ cost: limit }: Limits): Plugin<object, RequestContext> {
  return {
    onExecutionResult({ result, setResult, context: { params, facts } }) {
      if (params.extensions?.cost !== true || facts.cost === null || !result || Symbol.asyncIterator in result) return;
      setResult({ ...result, extensions: { ...result.extensions, cost: { points: facts.cost, limit } } });
    },
  };
}
