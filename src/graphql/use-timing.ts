/** Times the steps of a request for `Server-Timing`. */
import type { Facts, GraphqlPlugin, Step } from './context.ts';

/**
 * Times the execution. Parsing and validation time themselves, if the document is new. On Cloudflare the clock stops
 * while code computes, so only steps that wait for D1 take time there; locally all do.
 */
export function useTiming(): GraphqlPlugin {
  return {
    onExecute: ({ args }) => ({ onExecuteDone: startTiming(args.contextValue.facts, 'execute') }),
  };
}

/** Starts a step. The function that it returns ends it. */
export function startTiming({ milliseconds }: Facts, step: Step): () => void {
  const started = performance.now();
  return () => {
    milliseconds[step] = performance.now() - started;
  };
}

/** Times work that waits for nothing. */
export function timed<T>(facts: Facts, step: Step, work: () => T): T {
  const end = startTiming(facts, step);
  try {
    return work();
  } finally {
    end();
  }
}
