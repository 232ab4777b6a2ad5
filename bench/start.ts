/** Start: the CPU of a Worker until its first answer, and the share of the corpus in it. */
import { readFileSync } from 'node:fs';
import type { PreparedCorpus } from './corpus.ts';
import { median } from './statistics.ts';
import { openWorker } from './worker.ts';

/** Median milliseconds of CPU. */
export interface Start {
  /** The Worker minus one with only the same bytes: its code, and opening the corpus. */
  readonly overEmpty: number;
  /** The Worker minus one that has the same code and bytes but does not open them. */
  readonly opening: number;
  /** The whole start, most of which is the local runtime loading the bytes. */
  readonly whole: number;
}

/** How often each is started: the difference is a small part of the measurement. */
export const STARTS = 9;

const FIRST_QUESTION = JSON.stringify({ query: '{ corpus { version } }' });

/**
 * Starts the three Workers in turn. Locally, loading a Worker of that size costs many times more than opening its
 * corpus, so only the difference to a control of the same size is meaningful.
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
