/** Report: the printed tables. */
import { median, medianRatio, ratiosOf, spread } from '../statistics.ts';
import { figure, percent, printTable } from '../table.ts';
import { GOALS, goalFor, START_GOALS, verdict } from './goals.ts';
import type { Cost, Costs, Measured } from './measure.ts';
import type { Memory } from './memory.ts';
import type { OperationKey } from './operations.ts';
import type { Server } from './servers.ts';
import type { Start } from './start.ts';

/** CPU per request with its spread, and requests per second. */
export function costTable({ operations, answerBytes, costs }: Measured, servers: readonly Server[]): string {
  const rows = operations.map(({ key, name }) => [
    `${name} (${figure((answerBytes.get(key) ?? Number.NaN) / 1000)} kB)`,
    ...servers.map((server) => costCell(costsOf(costs, server, key))),
  ]);
  return printTable(['CPU ms per request, requests/s', ...servers.map(({ name }) => name)], rows);
}

/**
 * CPU of a request to `server` divided by that of the same request to each peer, in the same round, with its goal.
 */
export function ratioTable(measured: Measured, server: Server, peers: readonly Server[]): string {
  const rows = measured.operations.map(({ key, name }) => [
    name,
    ...peers.map((peer) => ratioCell(measured.costs, server, peer, key)),
  ]);
  return printTable([`CPU of ${server.name} divided by that of`, ...peers.map(({ name }) => name)], rows);
}

/** CPU of a request to each variant divided by that of the same to `server`: the effect of one change. */
export function leverTable(measured: Measured, server: Server, variants: readonly Server[]): string {
  const rows = measured.operations.map(({ key, name }) => [
    name,
    ...variants.map((variant) => ratioCell(measured.costs, variant, server, key)),
  ]);
  return printTable([`CPU divided by that of ${server.name}`, ...variants.map(({ name }) => name)], rows);
}

/** Each goal with the figure that was reached. */
export function goalTable({ operations, costs }: Measured): string {
  const rows = GOALS.flatMap((goal) => {
    const { server, peer, most } = goal;
    const judged = operations.filter(({ key }) => most[key] !== undefined);
    return judged.map(({ key, name }) => [
      `${name}: ${server.name} / ${peer.name}`,
      ratioCell(costs, server, peer, key),
    ]);
  });
  return printTable(['goals: CPU of one divided by that of the other', 'reached'], rows);
}

/** The start of each server, and that of `judged` divided by it, with its goal. */
export function startTable(starts: readonly Start[], judged: Server): string {
  const own = starts.find(({ server }) => server === judged)?.milliseconds ?? [];
  const rows = starts.map(({ server, milliseconds, codeBytes, compressedBytes }) => {
    const ratio = medianRatio(own, milliseconds);
    const varies = spread(ratiosOf(own, milliseconds));
    return [
      server.name,
      `${figure(median(milliseconds))} ${percent(spread(milliseconds))}`,
      `${ratio.toFixed(2)} ${percent(varies)}${verdict(ratio, START_GOALS.get(server) ?? null)}`,
      figure(codeBytes / 1000),
      figure(compressedBytes / 1000),
    ];
  });
  return printTable(
    ['start to the first answer', 'CPU ms', `${judged.name} divided by it`, 'code kB', 'gzip kB'],
    rows,
  );
}

/** The memory of each server, all after the same numbers of requests. */
export function memoryTable(looks: ReadonlyMap<string, readonly Memory[]>): string {
  const [first = []] = looks.values();
  const rows = [...looks].map(([name, memories]) => [
    name,
    ...memories.map(({ heapBytes, residentBytes }) => `${mebibytes(heapBytes)} (${mebibytes(residentBytes)})`),
  ]);
  return printTable(
    [
      'MiB of V8 (and of the process) after',
      ...first.map(({ requests }) => `${requests.toLocaleString('en')} requests`),
    ],
    rows,
  );
}

function costCell(costs: readonly Cost[]): string {
  if (costs.length === 0) return '–';
  const times = cpuOf(costs);
  const rate = Math.round(median(costs.map(({ requestsPerSecond }) => requestsPerSecond)));
  return `${figure(median(times))} ${percent(spread(times))}, ${rate.toLocaleString('en')}/s`;
}

function ratioCell(costs: Costs, server: Server, base: Server, key: OperationKey): string {
  const [own, others] = [cpuOf(costsOf(costs, server, key)), cpuOf(costsOf(costs, base, key))];
  if (own.length === 0 || others.length === 0) return '–';
  const ratio = medianRatio(own, others);
  return `${ratio.toFixed(2)} ${percent(spread(ratiosOf(own, others)))}${verdict(ratio, goalFor(server, base, key))}`;
}

/** Empty if the server lacks the operation. */
function costsOf(costs: Costs, server: Server, key: OperationKey): readonly Cost[] {
  return costs.get(server.name)?.get(key) ?? [];
}

/** The CPU of a request, one figure per round. */
export function cpuOf(costs: readonly Cost[]): readonly number[] {
  return costs.map(({ cpuMilliseconds }) => cpuMilliseconds);
}

function mebibytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}
