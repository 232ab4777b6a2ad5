/** Requests: how an operation is sent to each server. */
import { HEADERS } from './job.ts';
import { hashOf, type Operation } from './operations.ts';
import { FLOOR, type Server } from './servers.ts';

export interface AskedFor {
  readonly url: string;
  readonly body: string;
}

/** The request for an operation, the same each time. */
export function requestFor(server: Server, url: URL, operation: Operation): AskedFor {
  const address = server.build === FLOOR.build ? `${url}/${operation.key}` : `${url}`;
  return { url: address, body: JSON.stringify(parametersFor(server, operation)) };
}

function parametersFor({ trusts }: Server, operation: Operation): object {
  const { key, query, variables } = operation;
  if (key !== 'trusted' || trusts === 'text') return { query, variables };
  return trusts === 'documentId' ? { documentId: `sha256:${hashOf(operation)}`, variables } : persisted(operation);
}

function persisted(operation: Operation): object {
  const persistedQuery = { version: 1, sha256Hash: hashOf(operation) };
  return { extensions: { persistedQuery }, variables: operation.variables };
}

/** Prepares a server: gives the floor its answer, and others the document that is later sent by hash. */
export async function prepareServer(server: Server, url: URL, operation: Operation, answer: string): Promise<void> {
  if (server.build === FLOOR.build) {
    await fetch(`${url}/${operation.key}`, { method: 'PUT', body: answer });
  } else if (server.trusts === 'persistedQuery' && operation.key === 'trusted') {
    await post({ url: `${url}`, body: JSON.stringify({ ...persisted(operation), query: operation.query }) });
  }
}

/** The text of the answer, whatever it is. */
export async function post({ url, body }: AskedFor): Promise<string> {
  return (await fetch(url, { method: 'POST', headers: HEADERS, body })).text();
}
