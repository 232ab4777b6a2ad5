/** Bounds: what no request may exceed, and how figures are written. */
import { FAULT, NO_ANSWER } from '../probe.ts';
import { figure } from '../table.ts';
import type { Objective, Score } from './archive.ts';

/**
 * In milliseconds and bytes: the limit of Cloudflare's free plan, a long answer, and most of the memory of an isolate.
 */
export const BOUNDS: Readonly<Record<Objective, number>> = { CPU: 10, bytes: 4_000_000, heap: 100_000_000 };

/** Whether the attempt is a finding: it exceeds a bound, or the Worker failed. */
export function isFinding({ values, outcome }: Score, objective: Objective): boolean {
  return (values[objective] ?? 0) > BOUNDS[objective] || outcome === NO_ANSWER || outcome.includes(FAULT);
}

/** `12.4 ms`, `1,032 kB`, `88.0 MB` */
export function formatValue(objective: Objective, value: number): string {
  if (objective === 'CPU') return `${figure(value)} ms`;
  return objective === 'bytes' ? `${figure(value / 1000)} kB` : `${figure(value / 1e6)} MB`;
}
