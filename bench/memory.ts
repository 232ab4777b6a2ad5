/**
 * Memory: a process of its own that opens a bundle, answers many questions and prints what is then in memory, as JSON.
 * It is Node's V8 and not workerd's, which tells nobody.
 *
 * Usage: node --expose-gc bench/memory.ts BUNDLE FACTS
 */
import { readFileSync } from 'node:fs';
import { openAsk } from './ask.ts';
import type { PreparedFacts } from './corpus.ts';
import { QUESTION_NAMES, QUESTIONS } from './questions.ts';

/** In bytes. */
export interface Memory {
  /** The code alone, before the bundle is read. */
  readonly code: number;
  /** The heap with what was decoded and kept, after the garbage was collected. */
  readonly heap: number;
  /** Byte arrays beside the heap, the bundle among them. */
  readonly buffers: number;
}

const REQUESTS = 2000;

process.stdout.write(JSON.stringify(weigh(process.argv[2] ?? '', process.argv[3] ?? '')));

function weigh(bundlePath: string, factsPath: string): Memory {
  const code = usage().heapUsed;
  const ask = openAsk(readFileSync(bundlePath));
  const { draws }: PreparedFacts = JSON.parse(readFileSync(factsPath, 'utf8'));
  for (let number = 0; number < REQUESTS; number++) {
    const name = QUESTION_NAMES[number % QUESTION_NAMES.length] ?? 'lookup';
    const own = draws[name];
    ask(QUESTIONS[name].document, own[Math.floor(number / QUESTION_NAMES.length) % own.length]);
  }
  const { heapUsed: heap, arrayBuffers: buffers } = usage();
  // Asked once more, so that the collector has not taken the bundle for garbage before it was weighed.
  ask(QUESTIONS.count.document);
  return { code, heap, buffers };
}

function usage(): NodeJS.MemoryUsage {
  globalThis.gc?.();
  return process.memoryUsage();
}
