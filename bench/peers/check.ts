/** Checks that all servers answer the same, before anything is timed. */
import { isFilled } from '../questions.ts';
import type { RunningWorker } from '../worker.ts';
import { differenceOf, sortedByName } from './difference.ts';
import type { Operation } from './operations.ts';
import { post, prepareServer, requestFor } from './request.ts';
import type { Server } from './servers.ts';

export interface Running {
  readonly server: Server;
  readonly worker: RunningWorker;
}

/** A wrong answer, which would make measurements meaningless. */
export class WrongAnswer extends Error {}

/**
 * Prepares the servers and compares the answers of each with those of the first. Throws with the difference.
 *
 * @returns how many bytes the answers have.
 */
export async function checkAnswers(servers: readonly Running[], operation: Operation): Promise<number> {
  let expected: string | null = null;
  for (const { server, worker } of servers) {
    if (server.lacks.includes(operation.key)) continue;
    if (expected !== null) await prepareServer(server, worker.url, operation, expected);
    const text = await post(requestFor(server, worker.url, operation));
    expected ??= filled(text, operation);
    const difference = differenceOf(parsed(expected, operation), parsed(text, operation));
    if (difference !== null) throw new WrongAnswer(`${server.name}: ${operation.name}: ${difference}`);
  }
  return Buffer.byteLength(expected ?? '');
}

function filled(text: string, { name, query }: Operation): string {
  const { data, errors } = JSON.parse(text);
  if (errors === undefined && isFilled(data)) return text;
  throw new WrongAnswer(`${name}: a wrong answer.\n${query}\n${text.slice(0, 1000)}`);
}

function parsed(text: string, { key }: Operation): unknown {
  return key === 'introspection' ? sortedByName(json(text)) : json(text);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
