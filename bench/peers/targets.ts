/** Targets of Dateline, as ratios of CPU to its alternatives. */
import type { OperationKey } from './operations.ts';
import { APOLLO, FLOOR, POTHOS, type Server } from './servers.ts';

/** The most CPU that a request may use, divided by that of the same request to this server. */
const RATIOS: ReadonlyMap<Server, Readonly<Partial<Record<OperationKey, number>>>> = new Map([
  [APOLLO, { lookup: 0.7, page: 0.33, question: 0.4 }],
  [POTHOS, { lookup: 0.4, page: 0.33, question: 0.35 }],
  [FLOOR, { lookup: 1.6, page: 2, question: 2 }],
]);

/** The CPU of a start, divided by that of the smallest Yoga Worker. */
export const START_RATIO = 1.2;

/** The limit for the most expensive query: the CPU of a request on Cloudflare's free plan. */
export const DEAREST_MILLISECONDS = 10;

/** Null if there is no target. */
export function targetFor(peer: Server, operation: OperationKey): number | null {
  return RATIOS.get(peer)?.[operation] ?? null;
}

/** `✓ ≤ 0.70` or `✗ ≤ 0.70`; empty if there is no target. */
export function verdict(value: number, target: number | null): string {
  return target === null ? '' : ` ${value <= target ? '✓' : '✗'} ≤ ${target.toFixed(2)}`;
}
