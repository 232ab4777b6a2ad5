/** Send: requests as they are, also those that `fetch` would mend or refuse. */
import { Agent, request as openRequest } from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { Answer } from './check.ts';
import type { HttpRequest } from './transport.ts';

/** Sends a request; rejects where no answer comes. */
export type Send = (request: HttpRequest) => Promise<Answer>;

/** No answer takes as long. */
const TIMEOUT_MILLISECONDS = 30_000;

/** Connections to a Worker that are kept open; whoever opens them closes them. */
export function openConnections(origin: string, most: number): { readonly send: Send; readonly close: () => void } {
  const { hostname, port } = new URL(origin);
  const agent = new Agent({ keepAlive: true, maxSockets: most });
  const sendOnce = (request: HttpRequest) => exchange({ hostname, port, agent }, request);
  return {
    // A connection that the other end closes just then was not at fault: node:http says so, and nothing was read of it.
    send: (request) =>
      sendOnce(request).catch((error) => (isClosed(error) ? sendOnce(request) : Promise.reject(error))),
    close: () => agent.destroy(),
  };
}

interface Target {
  readonly hostname: string;
  readonly port: string;
  readonly agent: Agent;
}

function exchange(target: Target, { method, path, headers, body }: HttpRequest): Promise<Answer> {
  const start = performance.now();
  const length = body === null || 'transfer-encoding' in headers ? {} : { 'content-length': body.length };
  return new Promise((resolve, reject) => {
    const sent = openRequest({ ...target, method, path, headers: { ...headers, ...length } }, (response) => {
      const chunks: Buffer[] = [];
      response
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('error', reject)
        .on('end', () => {
          const milliseconds = performance.now() - start;
          try {
            const text = decompress(Buffer.concat(chunks), response.headers['content-encoding']).toString();
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text, milliseconds });
          } catch (error) {
            reject(error);
          }
        });
    });
    sent.setTimeout(TIMEOUT_MILLISECONDS, () => sent.destroy(new Error(`no answer in ${TIMEOUT_MILLISECONDS} ms`)));
    sent.on('error', (error) => reject(Object.assign(error, { wasReused: sent.reusedSocket })));
    sent.end(body ?? undefined);
  });
}

function isClosed(error: unknown): boolean {
  return error instanceof Error && 'wasReused' in error && error.wasReused === true && 'code' in error;
}

function decompress(bytes: Buffer, encoding: string | undefined): Buffer {
  if (bytes.length === 0) return bytes;
  if (encoding === 'gzip') return gunzipSync(bytes);
  if (encoding === 'br') return brotliDecompressSync(bytes);
  if (encoding === 'deflate') return inflateSync(bytes);
  return bytes;
}
