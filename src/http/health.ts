/** Whether the service is alive and what it serves. */
import type { Handler } from 'hono';
import type { Store } from '../../data/store.ts';
import manifest from '../../package.json' with { type: 'json' };

/** Answers with the versions of the code and of the corpus, and how many things of each type it holds. */
export function answerHealth(store: Store): Handler {
  return async (context) => {
    const { version, counts } = await store.summary();
    context.header('Cache-Control', 'no-store');
    return context.json({ status: 'ok', version: manifest.version, corpus: { version, counts } });
  };
}
