/** Probe: sends one request to a Worker and measures its cost, even if it is never answered or ends the Worker. */
import { Agent, request } from 'node:http';
import { DEFAULTS } from '../src/settings.ts';
import { type Attempt, bodyOf } from './attempt.ts';
import { median } from './statistics.ts';
import { openWorkerWith, type RunningWorker } from './worker.ts';

export interface Probed {
  /** The CPU of workerd. */
  readonly milliseconds: number;
  /** The length of the answer. */
  readonly bytes: number;
  /** `answered`, `stopped QUERY_TOO_EXPENSIVE`, `refused TOO_MANY_ALIASES`; `no answer` if there was none in time. */
  readonly outcome: string;
}

export const NO_ANSWER = 'no answer';
/** The code of a fault, which the Worker should never send. */
export const FAULT = 'INTERNAL_SERVER_ERROR';

export interface Probe {
  /** The current address of the Worker. */
  readonly url: () => URL;
  readonly send: (attempt: Attempt) => Promise<Probed>;
  readonly close: () => Promise<void>;
}

/** A Worker over these bytes, as deployed except for the rate limit. It is replaced if it does not answer. */
export async function openProbe(bundle: Uint8Array): Promise<Probe> {
  const open = () => openWorkerWith('bundle', bundle, { ANSWER_MEMORY_BYTES: DEFAULTS.ANSWER_MEMORY_BYTES });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let worker: RunningWorker = await open();
  return {
    url: () => worker.url,
    async send(attempt) {
      const start = worker.cpu();
      const answer = await ask(worker, agent, bodyOf(attempt));
      const milliseconds = (worker.cpu() - start) / 1e6;
      // The garbage of a very long answer would be collected at the cost of the next requests.
      if (answer === null || answer.bytes > MOST_READ) {
        await worker.close();
        worker = await open();
      }
      if (answer === null) return { milliseconds, bytes: 0, outcome: NO_ANSWER };
      return { milliseconds, bytes: answer.bytes, outcome: outcomeOf(answer) };
    },
    close() {
      agent.destroy();
      return worker.close();
    },
  };
}

/**
 * The medians of several requests, and the last outcome: V8 compiles during some and collects garbage during others.
 */
export function medianOf(probes: readonly Probed[]): Probed {
  return {
    milliseconds: median(probes.map(({ milliseconds }) => milliseconds)),
    bytes: median(probes.map(({ bytes }) => bytes)),
    outcome: probes.at(-1)?.outcome ?? NO_ANSWER,
  };
}

interface Answer {
  readonly status: number;
  readonly bytes: number;
  /** The whole answer, unless it is longer than the limit for reading. */
  readonly text: string;
}

/** The limit on CPU. No request may take a hundredth of it. */
const MOST_CPU_MILLISECONDS = 2000;
/** The limit on wall time: on a busy machine, other processes use the CPU too. */
const MOST_MILLISECONDS = 15_000;
const LOOK_MILLISECONDS = 200;
/** Longer answers are not parsed: errors come alone, or in answers far below any bound. */
const MOST_READ = 8_000_000;

/** Sends a request to a Worker; null if no complete answer comes in time. */
export function ask(
  { url, cpu }: Pick<RunningWorker, 'url' | 'cpu'>,
  agent: Agent,
  body: string,
): Promise<Answer | null> {
  const [start, before] = [performance.now(), cpu()];
  const isLate = () => performance.now() - start > MOST_MILLISECONDS || (cpu() - before) / 1e6 > MOST_CPU_MILLISECONDS;
  return new Promise((resolve) => {
    const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response
        .on('data', (chunk: Buffer) => {
          bytes += chunk.length;
          if (bytes <= MOST_READ) chunks.push(chunk);
        })
        .on('error', () => resolve(null))
        .on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            bytes,
            text: bytes > MOST_READ ? '' : `${Buffer.concat(chunks)}`,
          }),
        );
    });
    const timer = setInterval(() => {
      if (isLate()) sent.destroy(new Error('too late'));
    }, LOOK_MILLISECONDS);
    sent.on('error', () => resolve(null));
    sent.on('close', () => {
      clearInterval(timer);
      // Nothing more will arrive now.
      resolve(null);
    });
    sent.end(body);
  });
}

/** The outcome of a request, in words. */
export function outcomeOf({ status, bytes, text }: Answer): string {
  if (bytes > MOST_READ) return 'answered';
  const { data, errors = [] } = readAnswer(text);
  const codes = [...new Set(errors.map(({ extensions }) => extensions?.code ?? 'no code'))].sort();
  if (data !== undefined) return ['answered', ...codes].join(', ');
  const ended = codes.find((code) => ENDING.includes(code));
  if (ended !== undefined) return `stopped ${ended}`;
  const isStopped = errors.some(({ message }) => message?.startsWith('The answer turned out'));
  return `${isStopped ? 'stopped' : 'refused'} ${codes.join(', ') || `status ${status}`}`;
}

/** The codes of limits that only apply during execution. */
const ENDING = ['ANSWER_TOO_LARGE', 'TOO_MANY_ERRORS'];

interface Read {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message?: string;
    readonly extensions?: { readonly code?: string };
  }[];
}

function readAnswer(text: string): Read {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
