/** Targets: what Dateline has set itself, as ratios of CPU to what somebody would take in its place. */
import type { OperationKey } from './operations.ts';
import { APOLLO, FLOOR, POTHOS, type Server } from './servers.ts';

/** The most CPU that a request may use, over that of the same request to this server. */
const RATIOS: ReadonlyMap<Server, Readonly<Partial<Record<OperationKey, number>>>> = new Map([
  [APOLLO, { lookup: 0.7, page: 0.33, question: 0.4 }],
  [POTHOS, { lookup: 0.4, page: 0.33, question: 0.35 }],
  [FLOOR, { lookup: 1.6, page: 2, question: 2 }],
]);

/** The CPU of a start, over that of the smallest Yoga Worker. */
export const START_RATIO = 1.2;

/** Of the dearest query: what a request may use on Cloudflare's free plan. */
export const DEAREST_MILLISECONDS = 10;

/** Null where nothing is asked. */
export function targetFor(peer: Server, operation: OperationKey): number | null {
  return RATIOS.get(peer)?.[operation] ?? null;
}

/** `✓ ≤ 0.70` or `✗ ≤ 0.70`; nothing where there is no target. */
export function verdict(value: number, target: number | null): string {
  return target === null ? '' : ` ${value <= target ? '✓' : '✗'} ≤ ${target.toFixed(2)}`;
}
