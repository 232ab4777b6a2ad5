/** Memory: what Workers hold during a run, and whether it grows. */
import { readFileSync } from 'node:fs';
import type { FuzzedWorker } from './worker.ts';

/** In bytes: medians of samples at equal distances. */
export interface MemoryUse {
  /** `heap of gazette`, or the process of it. */
  readonly what: string;
  /** Of the second quarter of the run: the first one fills caches and lets the compiler do its work. */
  readonly early: number;
  /** Of the last quarter. */
  readonly late: number;
  readonly most: number;
  readonly hasGrown: boolean;
}

export interface Memory {
  readonly sample: () => Promise<void>;
  readonly uses: () => MemoryUse[];
}

/**
 * The heap goes up and down by some megabytes as caches are filled and forgotten. More than this between the two
 * medians is a leak: of about 3 kB a request in a run of 20,000 to two Workers, of 70 bytes in one of a million.
 */
const MOST_HEAP_GROWTH = 16 * 2 ** 20;
/** What a process has beside it: the allocator gives back what it likes. */
const MOST_PROCESS_GROWTH = 48 * 2 ** 20;

/** Watches Workers during a run. */
export function openMemory(workers: readonly FuzzedWorker[]): Memory {
  const gauges = workers.flatMap(({ name, process, heapBytes }): Gauge[] => [
    ...(heapBytes ? [{ what: `heap of ${name}`, read: heapBytes, mostGrowth: MOST_HEAP_GROWTH }] : []),
    ...(process === null
      ? []
      : [{ what: `process of ${name}`, read: () => residentBytes(process), mostGrowth: MOST_PROCESS_GROWTH }]),
  ]);
  const samples = gauges.map((): number[] => []);
  return {
    sample: async () => {
      for (const [at, { read }] of gauges.entries()) samples[at]?.push(await read());
    },
    uses: () => gauges.map((gauge, at) => toUse(gauge, samples[at] ?? [])),
  };
}

interface Gauge {
  readonly what: string;
  readonly read: () => number | Promise<number>;
  readonly mostGrowth: number;
}

function toUse({ what, mostGrowth }: Gauge, sizes: readonly number[]): MemoryUse {
  const quarter = Math.floor(sizes.length / 4);
  const early = median(sizes.slice(quarter, 2 * quarter));
  const late = median(sizes.slice(3 * quarter));
  return { what, early, late, most: Math.max(0, ...sizes), hasGrown: late - early > mostGrowth };
}

function median(sizes: readonly number[]): number {
  return sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;
}

/** Of Linux; 0 elsewhere. */
function residentBytes(process: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${process}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
