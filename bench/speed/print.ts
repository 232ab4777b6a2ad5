/** Print: what is said on stdout, and to somebody who watches. */
import { median } from '../statistics.ts';
import { figure } from '../table.ts';
import { CONNECTIONS, type Measured } from './measure.ts';
import type { Plan } from './plan.ts';
import { costTable, cpuOf, leverTable, ratioTable } from './report.ts';
import { DATELINE, PEER_SERVERS, VARIANTS } from './servers.ts';
import { DEAREST_MILLISECONDS } from './targets.ts';

/** All tables of a corpus. */
export function printMeasured(name: string, { rounds, milliseconds }: Plan, measured: Measured): void {
  const amounts = `medians of ${rounds} rounds of about ${milliseconds} ms each, over ${CONNECTIONS} connections`;
  print(`## Over ${name}: ${amounts}\n\n${costTable(measured, [DATELINE, ...PEER_SERVERS])}`);
  print(ratioTable(measured, DATELINE, PEER_SERVERS));
  const dearest = measured.costs.get(DATELINE.name)?.get('dearest') ?? [];
  if (dearest.length > 0) {
    const milliseconds = median(cpuOf(dearest));
    const met = milliseconds < DEAREST_MILLISECONDS ? '✓' : '✗';
    print(`The dearest query: ${figure(milliseconds)} ms ${met} < ${DEAREST_MILLISECONDS}`);
  }
  print(leverTable(measured, DATELINE, VARIANTS));
}

/** What the tables mean. */
export const LEGEND = `±: half of the rounds lie within. ✓ and ✗: a target, met or missed. "–": its schema does not have it.
Dateline answers everything anew; "answers remembered" is as wrangler.toml has it, asked for the same again and again. Apollo
Server, Yoga and graphql-http serve Dateline's schema and resolvers, Yoga + Pothos a part of it that was written for it,
the floor the bytes of the answer. The trusted document is asked for by its hash of Dateline (\`documentId\`) and of Apollo
Server (a persisted query), and by its text of the others.`;

/** What the table of starts means. */
export const START_LEGEND = `Apollo Server, Yoga and graphql-http carry Dateline's schema
twice, as text and as code: their figures are not those of a Worker written for them.`;

/** One line that overwrites itself; null wipes it. Only for somebody who watches. */
export function showProgress(done: number | null): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(done === null ? '\r\x1b[K' : `\rMeasuring: ${(done * 100).toFixed(0)} %`);
}

/** A paragraph or a table. */
export function print(text: string): void {
  process.stdout.write(`${text}\n\n`);
}
