/** Heap: the memory that an isolate keeps after requests that are all different. */
import { Agent } from 'node:http';
import { DEFAULTS } from '../../src/settings.ts';
import { type Attempt, bodyOf } from '../attempt.ts';
import { ask, NO_ANSWER, outcomeOf } from '../probe.ts';
import { median } from '../statistics.ts';
import { type InspectedWorker, openInspectedWorker } from '../worker.ts';
import type { Score } from './archive.ts';

export interface HeapGauge {
  /** The bytes kept per request. */
  readonly perRequest: (renewed: () => Attempt, times: number) => Promise<Score>;
  /** The most bytes in the heap of a new Worker during many requests. */
  readonly most: (renewed: () => Attempt) => Promise<number>;
  readonly close: () => Promise<void>;
}

/** The requests between two measurements of the heap. */
const REQUESTS = 20;
/** A full cache drops as much as it adds, so the Worker is replaced after this many measurements. */
const LOOKS = 12;
const MOST_REQUESTS = 2000;
const MOST_MILLISECONDS = 15_000;

/** A Worker over these bytes whose heap can be measured. */
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
    // Objects that are created once, by the first request.
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
