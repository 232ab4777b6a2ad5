/** Times the steps of a document that is read. */
import type { Plugin } from 'graphql-yoga';
import type { ReadingContext } from './context.ts';
import { startStep } from './timing.ts';

/**
 * On Cloudflare the clock stands still while code computes, so that only steps that wait for D1 show there; locally
 * all do.
 */
export function useTiming(): Plugin<ReadingContext> {
  return {
    onParse: ({ context }) => startStep(context.asked.facts, 'parse'),
    onValidate: ({ context }) => startStep(context.asked.facts, 'validate'),
  };
}
