/** How long each step of a document takes: `Server-Timing` tells it. */
import type { Facts, Step } from './context.ts';

/** Starts to time a step. What it gives is called at its end. */
export function startStep(facts: Facts, step: Step): () => void {
  const started = performance.now();
  return () => {
    facts.milliseconds[step] = performance.now() - started;
  };
}
