/** What a request costs, told to who asks for it. */
import type { ExecutionResult } from 'graphql';
import type { Limits } from '../settings.ts';
import type { Asked } from './context.ts';

/** Adds `extensions.cost` to the answer of a request that has `"extensions": {"cost": true}`. */
export function tellCost(
  result: ExecutionResult,
  { extensions, facts }: Asked,
  { cost: limit }: Limits,
): ExecutionResult {
  if (extensions.cost !== true || facts.cost === null) return result;
  return { ...result, extensions: { ...result.extensions, cost: { points: facts.cost, limit } } };
}
