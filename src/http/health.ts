/** Whether the service is alive, and whether it can answer. */
import type { CorpusSummary } from '../../data/model.ts';
import type { OpenStore } from '../corpus.ts';
import { UNCACHED } from './caching.ts';
import { type Exchange, respond, setHeader } from './exchange.ts';

/** Answers that the Worker runs, whatever the state of its store: for systems that restart dead services. */
export function answerHealth(version: string) {
  return (exchange: Exchange): Response => {
    return respondJson(exchange, { status: 'ok', version });
  };
}

/** Answers with the version and counts of the corpus after the store has answered a question; 503 if it does not. */
export function answerReadiness(openStore: OpenStore) {
  return async (exchange: Exchange): Promise<Response> => {
    const { version, counts } = await readSummary(openStore);
    return respondJson(exchange, { status: 'ok', corpus: { version, counts } });
  };
}

/** What is in the corpus, once the store has answered a question, and over D1 the database what is published. */
export async function readSummary(openStore: OpenStore): Promise<CorpusSummary> {
  const store = await openStore(0);
  // No record has this slug.
  await store.find('readyz');
  return store.summary();
}

function respondJson(exchange: Exchange, value: object): Response {
  setHeader(exchange, 'Content-Type', 'application/json');
  setHeader(exchange, 'Cache-Control', UNCACHED);
  return respond(exchange, 200, JSON.stringify(value));
}
