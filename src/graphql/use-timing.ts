/** Times the steps of a request for `Server-Timing`. */
import type { Facts, GraphqlPlugin, Step } from './context.ts';

/**
 * On Cloudflare the clock stops while code computes, so only steps that wait for D1 take time there; locally all do.
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
