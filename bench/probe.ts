/** Probe: one request to a Worker, and what it cost there. Also one that never answers, or that ends the Worker. */
import { Agent, request } from 'node:http';
import { DEFAULTS } from '../src/settings.ts';
import { type Attempt, bodyOf } from './attempt.ts';
import { median } from './statistics.ts';
import { openWorkerWith, type RunningWorker } from './worker.ts';

export interface Probed {
  /** CPU of workerd. */
  readonly milliseconds: number;
  /** Of the answer. */
  readonly bytes: number;
  /** `answered`, `stopped QUERY_TOO_EXPENSIVE`, `refused TOO_MANY_ALIASES`; `no answer` where there was none in time. */
  readonly outcome: string;
}

export const NO_ANSWER = 'no answer';
/** What the Worker should never say. */
export const FAULT = 'INTERNAL_SERVER_ERROR';

export interface Probe {
  /** Where the Worker listens now. */
  readonly url: () => URL;
  readonly send: (attempt: Attempt) => Promise<Probed>;
  readonly close: () => Promise<void>;
}

/** A Worker over these bytes, as it is deployed but for the rate limit; another one after each that did not answer. */
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
      // After a very long answer the garbage of it would be collected at the cost of the next ones.
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

/** The medians of several, and what came of the last: V8 compiles in some requests, and collects garbage in others. */
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
  /** All of it, unless it is longer than is read here. */
  readonly text: string;
}

/** Of CPU: no request may take a hundredth of it. */
const MOST_CPU_MILLISECONDS = 2000;
/** In all: on a busy machine others have the processor meanwhile. */
const MOST_MILLISECONDS = 15_000;
const LOOK_MILLISECONDS = 200;
/** An error comes alone or in an answer that is far from any bound. */
const MOST_READ = 8_000_000;

/** Asks a Worker; null where no answer came in time, or a broken one. */
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
      // Whatever has not come by now does not come.
      resolve(null);
    });
    sent.end(body);
  });
}

/** In words, what came of a request. */
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

/** What only turns out while it is answered. */
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
