/** Heap: what an isolate keeps of requests that are all new. */
import { Agent } from 'node:http';
import { DEFAULTS } from '../../src/settings.ts';
import { type Attempt, bodyOf } from '../attempt.ts';
import { ask, NO_ANSWER, outcomeOf } from '../probe.ts';
import { median } from '../statistics.ts';
import { type InspectedWorker, openInspectedWorker } from '../worker.ts';
import type { Score } from './archive.ts';

export interface HeapGauge {
  /** Bytes that are kept of each request. */
  readonly perRequest: (renewed: () => Attempt, times: number) => Promise<Score>;
  /** The most bytes in the heap of a new Worker while it is sent many. */
  readonly most: (renewed: () => Attempt) => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Requests between two looks at the heap. */
const REQUESTS = 20;
/** Caches that are full forget as much as they take: a Worker is a new one after so many looks. */
const LOOKS = 12;
const MOST_REQUESTS = 2000;
const MOST_MILLISECONDS = 15_000;

/** A Worker over these bytes whose heap can be looked at. */
export async function openHeapGauge(bundle: Uint8Array): Promise<HeapGauge> {
  const open = () => openInspectedWorker('bundle', bundle, { ANSWER_MEMORY_BYTES: DEFAULTS.ANSWER_MEMORY_BYTES });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let worker: InspectedWorker = await open();
  let looks = 0;
  const renew = async () => {
    await worker.close();
    worker = await open();
    looks = 0;
  };
  const send = (attempt: Attempt) => ask(worker, agent, bodyOf(attempt));

  async function perRequest(renewed: () => Attempt): Promise<Score> {
    if (looks++ >= LOOKS) await renew();
    // What is made once for all, by whichever request comes first.
    let answer = await send(renewed());
    const before = await worker.heapBytes();
    for (let left = REQUESTS; left > 0 && answer !== null; left--) answer = await send(renewed());
    if (answer === null) {
      await renew();
      return { values: { heap: 0 }, outcome: NO_ANSWER };
    }
    const kept = ((await worker.heapBytes()) - before) / REQUESTS;
    return { values: { heap: kept }, outcome: outcomeOf(answer) };
  }

  return {
    async perRequest(renewed, times) {
      const scores: Score[] = [];
      for (let left = times; left > 0; left--) scores.push(await perRequest(renewed));
      const heap = median(scores.map(({ values }) => values.heap ?? 0));
      return { values: { heap }, outcome: scores.at(-1)?.outcome ?? NO_ANSWER };
    },
    async most(renewed) {
      await renew();
      const end = performance.now() + MOST_MILLISECONDS;
      let most = 0;
      for (let sent = 1; sent <= MOST_REQUESTS && performance.now() < end; sent++) {
        if ((await send(renewed())) === null) break;
        if (sent % 100 === 0) most = Math.max(most, await worker.heapBytes());
      }
      return Math.max(most, await worker.heapBytes());
    },
    close() {
      agent.destroy();
      return worker.close();
    },
  };
}
