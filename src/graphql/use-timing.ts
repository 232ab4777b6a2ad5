/** Times the steps of a document: `Server-Timing` tells them. */
import type { Facts, GraphqlPlugin, Step } from './context.ts';

/**
 * On Cloudflare the clock stands still while code computes, so that only steps that wait for D1 show there; locally
 * all do.
 */
export function useTiming(): GraphqlPlugin {
  return {
    onParse: ({ context }) => start(context.facts, 'parse'),
    onValidate: ({ context }) => start(context.facts, 'validate'),
    onExecute: ({ args }) => ({ onExecuteDone: start(args.contextValue.facts, 'execute') }),
  };
}

function start({ milliseconds }: Facts, step: Step): () => void {
  const started = performance.now();
  return () => {
    milliseconds[step] = performance.now() - started;
  };
}
