/** Whether the service is alive and what it serves. */
import type { Handler } from 'hono';
import manifest from '../../package.json' with { type: 'json' };
import type { OpenStore } from '../corpus.ts';

/** Answers with the versions of the code and of the corpus, and how many things of each type it holds. */
export function answerHealth(openStore: OpenStore): Handler {
  return async (context) => {
    const { version, counts } = (await openStore()).summary();
    context.header('Cache-Control', 'no-store');
    return context.json({ status: 'ok', version: manifest.version, corpus: { version, counts } });
  };
}
