/** Measure: sends each page and its operation in turn, round by round. */
import { gzipSync } from 'node:zlib';
import { median } from '../statistics.ts';
import type { RunningWorker } from '../worker.ts';
import type { CorpusOfPages, PageAddress } from './corpora.ts';
import { type Connection, connectTo, operationRequest, pageRequest, type Sent } from './send.ts';

/** The average cost of a request in one round. */
export interface RoundCost {
  readonly cpuMilliseconds: number;
  readonly wallMilliseconds: number;
}

export interface MeasuredPages extends PageAddress {
  readonly bytes: number;
  readonly gzipBytes: number;
  /** The length of the operation's answer. */
  readonly answerBytes: number;
  /** The page as HTML; the same number of rounds as of its operation. */
  readonly page: readonly RoundCost[];
  readonly operation: readonly RoundCost[];
}

interface Effort {
  readonly rounds: number;
  readonly requests: number;
  readonly only: string;
  readonly signal: AbortSignal;
}

/** Requests of each kind that do not count, in which V8 compiles hot code. */
const WARM_UP = 300;
/** Requests that do not count, in which the garbage of the request before is collected. */
const LEAD_IN = 5;
/** A page that is written once and kept: what it costs is all that a page costs that is not written. */
const KEPT = '/docs';

/** Throws for a wrong answer, and for a page that was not written anew. */
export async function measurePages(
  worker: RunningWorker,
  { pages }: CorpusOfPages,
  effort: Effort,
): Promise<readonly MeasuredPages[]> {
  const connection = connectTo(worker.url);
  try {
    const subjects: Subject[] = [];
    for (const page of pages) {
      if (page.name.includes(effort.only)) subjects.push(...(await look(connection, page)));
    }
    for (const { sent } of subjects) {
      for (const kind of KINDS) await ask(worker, connection, sent[kind], { ...effort, requests: WARM_UP });
    }
    const kept: RoundCost[] = [];
    for (let round = 0; round < effort.rounds; round++) {
      kept.push(await ask(worker, connection, pageRequest(KEPT), effort));
      for (const { sent, costs } of subjects) {
        // Each is first in every other round.
        const order = round % 2 === 0 ? KINDS : KINDS.toReversed();
        for (const kind of order) costs[kind].push(await ask(worker, connection, sent[kind], effort));
      }
    }
    const measured = subjects.map(({ facts, costs }) => ({ ...facts, ...costs }));
    checkWritten(measured, kept);
    return measured;
  } finally {
    connection.close();
  }
}

const KINDS = ['page', 'operation'] as const;
type Kind = (typeof KINDS)[number];

interface Subject {
  readonly facts: Omit<MeasuredPages, Kind>;
  readonly sent: Readonly<Record<Kind, Sent>>;
  readonly costs: Readonly<Record<Kind, RoundCost[]>>;
}

/** What is measured of a page; nothing if it is not there. */
async function look(connection: Connection, page: PageAddress): Promise<readonly Subject[]> {
  const sent = pageRequest(page.address);
  const { status, headers, body } = await connection.send(sent);
  if (status === 404) return [];
  if (status !== 200 || !headers['content-type']?.startsWith('text/html')) {
    throw new Error(`${page.address}: ${status} ${headers['content-type']}`);
  }
  if (headers['server-timing']?.includes('memory')) throw new Error(`${page.address}: answers are remembered.`);
  const operation = operationRequest(body.toString());
  const answer = await connection.send(operation);
  const { errors } = JSON.parse(answer.body.toString());
  if (answer.status !== 200 || errors !== undefined) throw new Error(`${page.address}: ${answer.body.toString()}`);
  const [bytes, gzipBytes] = [body.length, gzipSync(body).length];
  return [
    {
      facts: { ...page, bytes, gzipBytes, answerBytes: answer.body.length },
      sent: { page: sent, operation },
      costs: { page: [], operation: [] },
    },
  ];
}

async function ask(
  worker: RunningWorker,
  connection: Connection,
  sent: Sent,
  { requests, signal }: Effort,
): Promise<RoundCost> {
  signal.throwIfAborted();
  for (let number = 0; number < LEAD_IN; number++) await connection.send(sent);
  const [startCpu, start] = [worker.cpu(), performance.now()];
  for (let number = 0; number < requests; number++) {
    const { status } = await connection.send(sent);
    if (status !== 200) throw new Error(`${sent.path}: ${status}`);
  }
  const wall = performance.now() - start;
  return { cpuMilliseconds: (worker.cpu() - startCpu) / 1e6 / requests, wallMilliseconds: wall / requests };
}

/** A page that is written costs more than one that is kept. If it does not, something keeps it, and nothing was measured. */
function checkWritten(pages: readonly MeasuredPages[], kept: readonly RoundCost[]): void {
  const cpuOf = (costs: readonly RoundCost[]) => median(costs.map(({ cpuMilliseconds }) => cpuMilliseconds));
  const floor = cpuOf(kept);
  for (const { name, page } of pages) {
    if (cpuOf(page) > floor) continue;
    throw new Error(`${name}: takes no more CPU than ${KEPT}, which is kept. The page was not written anew.`);
  }
}
