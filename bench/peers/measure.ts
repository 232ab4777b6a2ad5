/** Measure: sends the same requests to all servers in turn, round by round. */
import { checkAnswers, type Running } from './check.ts';
import type { Driver } from './driver.ts';
import type { Operation, OperationKey } from './operations.ts';
import { requestFor } from './request.ts';

/** The average cost of a request in one round. */
export interface Cost {
  /** The CPU of the server's process. */
  readonly cpuMilliseconds: number;
  readonly requestsPerSecond: number;
}

/** For each server, by its name, and each operation, one cost per round. */
export type Costs = ReadonlyMap<string, ReadonlyMap<OperationKey, readonly Cost[]>>;

export interface Measured {
  readonly operations: readonly Operation[];
  readonly answerBytes: ReadonlyMap<OperationKey, number>;
  readonly costs: Costs;
}

export interface Effort {
  readonly rounds: number;
  /** About how long one operation is sent to one server in a round. */
  readonly milliseconds: number;
  readonly onProgress: (done: number) => void;
}

/** Requests in flight. */
export const CONNECTIONS = 4;

/** The first requests of each kind, for estimating how many to send. */
const FIRST = 100;

/**
 * Rounds that do not count, and their duration: V8 keeps compiling for more than a thousand requests, and discards the
 * code for one operation at the next one.
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
      // Each round begins with a different server, so that none always follows the same one.
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

/** Sends requests once, and estimates how many would take the given time. */
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
