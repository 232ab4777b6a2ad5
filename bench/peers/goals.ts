/** Goals of Dateline, as ratios of CPU to its alternatives in the same run. */
import type { OperationKey } from './operations.ts';
import { APOLLO_DUTIES, DATELINE, FLOOR, POTHOS_DUTIES, REMEMBERING, type Server, SMALLEST } from './servers.ts';

/** The most CPU that a request to `server` may use, divided by that of the same request to `peer`. */
export interface Goal {
  readonly server: Server;
  readonly peer: Server;
  readonly most: Readonly<Partial<Record<OperationKey, number>>>;
}

/** Computed anew, against the peers with the same duties; remembered, against the bytes alone. */
const AGAINST_PEERS = { lookup: 0.8, question: 0.8, page: 0.33 } as const;

export const GOALS: readonly Goal[] = [
  { server: DATELINE, peer: APOLLO_DUTIES, most: AGAINST_PEERS },
  { server: DATELINE, peer: POTHOS_DUTIES, most: AGAINST_PEERS },
  { server: REMEMBERING, peer: FLOOR, most: { lookup: 1.5, question: 1.5, page: 1.5 } },
];

/** The CPU of a start of Dateline, divided by that of these servers. */
export const START_GOALS: ReadonlyMap<Server, number> = new Map([
  [APOLLO_DUTIES, 0.8],
  [POTHOS_DUTIES, 0.8],
  [SMALLEST, 1.2],
]);

/** The limit for the most expensive query: the CPU of a request on Cloudflare's free plan. */
export const DEAREST_MILLISECONDS = 10;

/** Null if there is no goal. */
export function goalFor(server: Server, peer: Server, operation: OperationKey): number | null {
  return GOALS.find((goal) => goal.server === server && goal.peer === peer)?.most[operation] ?? null;
}

/** `✓ ≤ 0.70` or `✗ ≤ 0.70`; empty if there is no goal. */
export function verdict(value: number, most: number | null): string {
  return most === null ? '' : ` ${value <= most ? '✓' : '✗'} ≤ ${most.toFixed(2)}`;
}
