/** How long each step of a document takes, for `Server-Timing` and the log. */
import type { Plugin } from 'graphql-yoga';
import type { RequestContext, Step } from './context.ts';

/**
 * On Cloudflare the clock stands still while code computes, so that only steps that wait for D1 show there; locally
 * all do.
 */
export function useTiming(): Plugin<RequestContext> {
  return {
    onParse: ({ context }) => start(context, 'parse'),
    onValidate: ({ context }) => start(context, 'validate'),
    onExecute: ({ args }) => ({ onExecuteDone: start(args.contextValue, 'execute') }),
  };
}

function start({ facts }: RequestContext, step: Step): () => void {
  const started = performance.now();
  return () => {
    facts.milliseconds[step] = performance.now() - started;
  };
}
