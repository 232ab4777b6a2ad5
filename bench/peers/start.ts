/** Start: the CPU of each server until its first answer, and the size of its code. */
import { type BuildName, codeBytes, compressedCodeBytes, openWorkerWith } from '../worker.ts';
import type { Server } from './servers.ts';

export interface Start {
  readonly server: Server;
  /** CPU of the process from its start to the first answer, each time. */
  readonly milliseconds: readonly number[];
  readonly codeBytes: number;
  readonly compressedBytes: number;
}

const FIRST_QUESTION = JSON.stringify({ query: '{ __typename }' });

/** Starts all servers in turn. Each has the bytes of the corpus, so the largest local cost is the same for all. */
export async function measureStarts(
  servers: readonly Server[],
  corpus: Uint8Array,
  starts: number,
  signal: AbortSignal,
): Promise<readonly Start[]> {
  const times = servers.map((): number[] => []);
  for (let run = 0; run < starts; run++) {
    for (const [at, server] of servers.entries()) {
      signal.throwIfAborted();
      times[at]?.push(await startOnce(server, corpus));
    }
  }
  return servers.map((server, at) => ({ server, milliseconds: times[at] ?? [], ...weightOf(server.build) }));
}

function weightOf(build: BuildName) {
  return { codeBytes: codeBytes(build), compressedBytes: compressedCodeBytes(build) };
}

async function startOnce({ build, vars }: Server, corpus: Uint8Array): Promise<number> {
  const worker = await openWorkerWith(build, corpus, vars);
  try {
    const { body } = await worker.post(FIRST_QUESTION);
    if (!body.startsWith('{"data":{"__typename":')) throw new Error(`The first answer of "${build}" is ${body}`);
    return worker.cpu() / 1e6;
  } finally {
    await worker.close();
  }
}
