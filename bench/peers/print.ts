/** Print: the output on stdout, and the progress on a terminal. */
import { median } from '../statistics.ts';
import { figure } from '../table.ts';
import { DEAREST_MILLISECONDS } from './goals.ts';
import { CONNECTIONS, type Measured } from './measure.ts';
import type { Plan } from './plan.ts';
import { costTable, cpuOf, goalTable, leverTable, ratioTable } from './report.ts';
import { DATELINE, PEER_SERVERS, VARIANTS } from './servers.ts';

/** All tables of a corpus. */
export function printMeasured(name: string, { rounds, milliseconds }: Plan, measured: Measured): void {
  const amounts = `medians of ${rounds} rounds of about ${milliseconds} ms each, over ${CONNECTIONS} connections`;
  print(`## Over ${name}: ${amounts}\n\n${costTable(measured, [DATELINE, ...PEER_SERVERS])}`);
  print(ratioTable(measured, DATELINE, PEER_SERVERS));
  const dearest = measured.costs.get(DATELINE.name)?.get('dearest') ?? [];
  if (dearest.length > 0) {
    const milliseconds = median(cpuOf(dearest));
    const met = milliseconds < DEAREST_MILLISECONDS ? '✓' : '✗';
    print(`The most expensive query: ${figure(milliseconds)} ms ${met} < ${DEAREST_MILLISECONDS}`);
  }
  print(goalTable(measured));
  print(leverTable(measured, DATELINE, VARIANTS));
}

/** The legend of the tables. */
export const LEGEND = `±: half of the rounds lie within this. ✓ and ✗: a goal, met or missed. "–": not in the server's schema.
Dateline computes every answer anew; "answers remembered" has the settings of wrangler.toml and gets the same request
repeatedly. Apollo Server, Yoga and graphql-http serve Dateline's schema and resolvers; Yoga + Pothos serves a part of it,
written for Pothos; the floor serves the bytes of the answer. The trusted document is sent by its hash to Dateline
(\`documentId\`), as a persisted query to Apollo Server and to the peers with duties, and by its text to the others. "With
duties": the log, headers, limits, persisted queries and rate limit of a public endpoint, as Dateline has them.`;

/** The legend of the table of starts. */
export const START_LEGEND = `Apollo Server, Yoga and graphql-http carry Dateline's schema
twice, as text and as code: their figures are not those of a Worker written for them.`;

/** One line that overwrites itself; null clears it. Only on a terminal. */
export function showProgress(done: number | null): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(done === null ? '\r\x1b[K' : `\rMeasuring: ${(done * 100).toFixed(0)} %`);
}

/** A paragraph or a table. */
export function print(text: string): void {
  process.stdout.write(`${text}\n\n`);
}
