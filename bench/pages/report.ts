/** Report: the tables of pages. */
import { verdict } from '../peers/goals.ts';
import { median, spread } from '../statistics.ts';
import { figure, percent, printTable } from '../table.ts';
import type { MeasuredPages, RoundCost } from './measure.ts';
import type { Paint } from './paint.ts';

/** The most CPU that a page may take: so many times that of its operation, and so many milliseconds more. */
const MOST_TIMES = 1.5;
const MOST_MORE_MILLISECONDS = 0.3;

export const COST_LEGEND = `The operation is sent as POST /graphql. Goal: the CPU of a page is at most ${MOST_TIMES} times that of its operation and
${MOST_MORE_MILLISECONDS} ms more; the column has the median of what each round took of that. ±: half of the rounds lie within this. ✓ and ✗: met
or missed. Wall times are those of one connection, one request after the other. The Worker does not compress; gzip is
what Node makes of the page at its default level.`;

/** One row a page. */
export function costTable(pages: readonly MeasuredPages[]): string {
  const rows = pages.map(({ name, page, operation, bytes, gzipBytes, answerBytes }) => {
    const [own, base] = [page.map(cpuOf), operation.map(cpuOf)];
    const shares = own.map(
      (value, round) => value / (MOST_TIMES * (base[round] ?? Number.NaN) + MOST_MORE_MILLISECONDS),
    );
    return [
      name,
      `${figure(median(own))} ${percent(spread(own))}`,
      `${figure(median(base))} ${percent(spread(base))}`,
      `${median(shares).toFixed(2)}${verdict(median(shares), 1)}`,
      figure(median(page.map(wallOf))),
      figure(median(operation.map(wallOf))),
      figure(bytes / 1000),
      figure(gzipBytes / 1000),
      figure(answerBytes / 1000),
    ];
  });
  return printTable(
    ['page', 'CPU ms', 'its operation', 'of the goal', 'wall ms', 'its operation', 'kB', 'gzip kB', 'answer kB'],
    rows,
  );
}

function cpuOf({ cpuMilliseconds }: RoundCost): number {
  return cpuMilliseconds;
}

function wallOf({ wallMilliseconds }: RoundCost): number {
  return wallMilliseconds;
}

export const PAINT_LEGEND = `Chromium as a phone: 390 × 844, CPU four times slower, 1.6 Mbit/s with 150 ms for each request, nothing cached. Style sheet and
page are compressed with gzip, as Cloudflare would, by a server between Chromium and the Worker; without TLS.`;

/** One row a page. */
export function paintTable(paints: readonly Paint[]): string {
  const rows = paints.map(({ name, largest, first, element, transferredBytes }) => [
    name,
    `${figure(median(largest))} ${percent(spread(largest))}`,
    figure(median(first)),
    element,
    figure(transferredBytes / 1000),
  ]);
  return printTable(['page', 'largest contentful paint, ms', 'first paint, ms', 'element', 'kB sent'], rows);
}
