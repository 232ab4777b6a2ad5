/** How long each step of a document takes, for `Server-Timing` and the log. */
import type { Plugin } from 'graphql-yoga';
import type { RequestContext, Step } from './context.ts';

/**
 * On Cloudflare the clock stands still while code computes, so that only steps that wait for D1 show there; locally
 * all do.
 */
export function useTiming(): Plugin<RequestContext> {
  return {
    onParse({ context }) {
      const done = start(context, 'parse');
      return done;
    },
    onValidate({ context }) {
      const done = start(context, 'validate');
      return done;
    },
    onExecute({ args: { contextValue } }) {
      const done = start(contextValue, 'execute');
      return { onExecuteDone: done };
    },
  };
}

function start({ facts }: RequestContext, step: Step): () => void {
  const started = performance.now();
  return () => {
    facts.milliseconds[step] = performance.now() - started;
  };
}
