/** Measure: all servers asked for the same in turn, round by round. */
import { checkAnswers, type Running } from './check.ts';
import type { Driver } from './driver.ts';
import type { Operation, OperationKey } from './operations.ts';
import { requestFor } from './request.ts';

/** What a request cost on average, in one round. */
export interface Cost {
  /** Of the server's process. */
  readonly cpuMilliseconds: number;
  readonly requestsPerSecond: number;
}

/** Of each server, by its name, of each operation, one cost a round. */
export type Costs = ReadonlyMap<string, ReadonlyMap<OperationKey, readonly Cost[]>>;

export interface Measured {
  readonly operations: readonly Operation[];
  readonly answerBytes: ReadonlyMap<OperationKey, number>;
  readonly costs: Costs;
}

export interface Effort {
  readonly rounds: number;
  /** About how long a server is asked for an operation in a round. */
  readonly milliseconds: number;
  readonly onProgress: (done: number) => void;
}

/** Requests in flight. */
export const CONNECTIONS = 4;

/** Requests of each kind before all others, from which is reckoned how many are sent. */
const FIRST = 100;

/**
 * Rounds that do not count, and how long they are: V8 goes on compiling for more than a thousand requests, and what
 * it compiled for one operation it throws away at the next one.
 */
const WARM_UPS = 3;
const WARM_UP_MILLISECONDS = 500;

/** The least and most requests of a round. */
const LEAST = 20;
const MOST = 5000;

export async function measure(
  servers: readonly Running[],
  operations: readonly Operation[],
  driver: Driver,
  effort: Effort,
): Promise<Measured> {
  const answerBytes = new Map<OperationKey, number>();
  for (const operation of operations) answerBytes.set(operation.key, await checkAnswers(servers, operation));
  const cells = operations.map((operation) => cellsOf(servers, operation));
  for (let round = 0; round < WARM_UPS; round++) await warmUp(cells.flat(), driver, WARM_UP_MILLISECONDS);
  await warmUp(cells.flat(), driver, effort.milliseconds);
  for (let round = 0; round < effort.rounds; round++) {
    for (const row of cells) {
      // Each round begins with another server, so that none is always asked after the same one.
      const first = round % row.length;
      for (const cell of [...row.slice(first), ...row.slice(0, first)]) cell.costs.push(await ask(cell, driver));
    }
    effort.onProgress((round + 1) / effort.rounds);
  }
  const costs = servers.map(({ server }) => {
    const own = cells.flat().filter((cell) => cell.running.server === server);
    return [server.name, new Map(own.map((cell) => [cell.operation.key, cell.costs]))] as const;
  });
  return { operations, answerBytes, costs: new Map(costs) };
}

/** One server and one operation. */
interface Cell {
  readonly running: Running;
  readonly operation: Operation;
  readonly costs: Cost[];
  amount: number;
}

function cellsOf(servers: readonly Running[], operation: Operation): readonly Cell[] {
  const able = servers.filter(({ server }) => !server.lacks.includes(operation.key));
  return able.map((running) => ({ running, operation, costs: [], amount: FIRST }));
}

/** Asks once, and reckons how many requests would have taken so long. */
async function warmUp(cells: readonly Cell[], driver: Driver, milliseconds: number): Promise<void> {
  for (const cell of cells) {
    const { requestsPerSecond } = await ask(cell, driver);
    cell.amount = Math.min(MOST, Math.max(LEAST, Math.round((milliseconds / 1000) * requestsPerSecond)));
  }
}

async function ask({ running: { server, worker }, operation, amount }: Cell, driver: Driver): Promise<Cost> {
  const { url, body } = requestFor(server, worker.url, operation);
  const start = worker.cpu();
  const { milliseconds } = await driver.run({ url, bodies: [body], amount, connections: CONNECTIONS });
  const cpuMilliseconds = (worker.cpu() - start) / 1e6 / amount;
  return { cpuMilliseconds, requestsPerSecond: (1000 * amount) / milliseconds };
}
