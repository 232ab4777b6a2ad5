/** Start: what a Worker uses until its first answer, and how much of that is the corpus. */
import { readFileSync } from 'node:fs';
import type { PreparedCorpus } from './corpus.ts';
import { median } from './statistics.ts';
import { openWorker } from './worker.ts';

/** Milliseconds of CPU, medians. */
export interface Start {
  /** The Worker less one that has nothing but the same bytes: its code, and opening the corpus. */
  readonly overEmpty: number;
  /** The Worker less one that has the same code and bytes, and does not open them. */
  readonly opening: number;
  /** All of it, most of which is how the local runtime takes the bytes over. */
  readonly whole: number;
}

/** How often each is started: what is looked for is a small part of what is measured. */
export const STARTS = 9;

const FIRST_QUESTION = JSON.stringify({ query: '{ corpus { version } }' });

/**
 * Starts the three Workers in turn. Locally reading a Worker of that size costs many times what opening it does, so only
 * the difference to a control of the same size means anything.
 */
export async function measureStart(corpus: PreparedCorpus, signal: AbortSignal): Promise<Start> {
  const bytes = readFileSync(corpus.bundlePath);
  const whole: number[] = [];
  const overEmpty: number[] = [];
  const opening: number[] = [];
  for (let run = 0; run < STARTS; run++) {
    signal.throwIfAborted();
    const empty = await startOnce('empty', bytes);
    const unopened = await startOnce('unopened', bytes);
    const opened = await startOnce('bundle', bytes);
    whole.push(opened);
    overEmpty.push(opened - empty);
    opening.push(opened - unopened);
  }
  return { whole: median(whole), overEmpty: median(overEmpty), opening: median(opening) };
}

async function startOnce(name: 'bundle' | 'unopened' | 'empty', bytes: Uint8Array): Promise<number> {
  const worker = await openWorker(name, bytes);
  try {
    await worker.post(FIRST_QUESTION);
    return worker.cpu() / 1e6;
  } finally {
    await worker.close();
  }
}
