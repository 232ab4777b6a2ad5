/**
 * Memory: a separate process that opens a bundle, answers many questions and prints its memory use as JSON. It measures
 * the V8 of Node, because workerd does not report its own.
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
  /** The heap with decoded and cached data, after garbage collection. */
  readonly heap: number;
  /** Byte arrays outside the heap, including the bundle. */
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
  // One more query, so that the bundle is not collected as garbage before it is measured.
  ask(QUESTIONS.count.document);
  return { code, heap, buffers };
}

function usage(): NodeJS.MemoryUsage {
  globalThis.gc?.();
  return process.memoryUsage();
}
