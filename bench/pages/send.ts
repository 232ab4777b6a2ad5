/** Sends requests for pages and for their operations over one connection, one after the other. */
import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export interface Sent {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** The caller must close it. */
export interface Connection {
  readonly send: (sent: Sent) => Promise<Received>;
  readonly close: () => void;
}

export function connectTo(origin: URL): Connection {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    send: ({ method, path, headers, body }) =>
      new Promise((resolve, reject) => {
        const length = method === 'POST' ? { 'Content-Length': Buffer.byteLength(body) } : {};
        const sent = request(new URL(path, origin), { method, agent, headers: { ...headers, ...length } }, (answer) => {
          const chunks: Buffer[] = [];
          answer
            .on('data', (chunk: Buffer) => chunks.push(chunk))
            .on('error', reject)
            .on('end', () =>
              resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
            );
        });
        sent.on('error', reject).end(body);
      }),
    close: () => agent.destroy(),
  };
}

/** A page, as a browser asks for it. */
export function pageRequest(path: string): Sent {
  const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
  return { method: 'GET', path, headers: { Accept: accept, 'Accept-Language': 'en' }, body: '' };
}

/** A page's operation, with the document and the variables of its link to GraphiQL. Throws if it has none. */
export function operationRequest(html: string): Sent {
  const [, link] = /href="(\/graphql\?query=[^"]*)"/.exec(html) ?? [];
  if (link === undefined) throw new Error('The page has no link to its query.');
  const { searchParams } = new URL(link.replaceAll('&amp;', '&'), 'http://localhost');
  const [query, variables] = [searchParams.get('query'), JSON.parse(searchParams.get('variables') ?? '{}')];
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
  return { method: 'POST', path: '/graphql', headers, body: JSON.stringify({ query, variables }) };
}
