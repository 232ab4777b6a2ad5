/** Send: requests as they are, also those that `fetch` would correct or refuse. */
import { Agent, request as openRequest } from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { Answer } from './check.ts';
import type { HttpRequest } from './transport.ts';

/** Sends a request; rejects where no answer comes. */
export type Send = (request: HttpRequest) => Promise<Answer>;

/** No answer takes as long. */
const TIMEOUT_MILLISECONDS = 30_000;

/** How often a request is sent whose connection closes before its answer is read. */
const MOST_TRIES = 4;

/** Connections to a Worker that are kept open; whoever opens them closes them. */
export function openConnections(origin: string, most: number): { readonly send: Send; readonly close: () => void } {
  const { hostname, port } = new URL(origin);
  const agent = new Agent({ keepAlive: true, maxSockets: most });
  const target = { hostname, port, agent };
  return {
    send: (request) => exchangeAgain(target, request, MOST_TRIES),
    close: () => agent.destroy(),
  };
}

interface Target {
  readonly hostname: string;
  readonly port: string;
  readonly agent: Agent;
}

async function exchangeAgain(target: Target, request: HttpRequest, tries: number): Promise<Answer> {
  try {
    return await exchange(target, request);
  } catch (error) {
    if (tries > 1 && isClosed(error)) return exchangeAgain(target, request, tries - 1);
    throw error;
  }
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
    sent.on('error', (error) =>
      reject(Object.assign(error, { wasReused: sent.reusedSocket, isBodyLeft: !sent.writableFinished })),
    );
    sent.end(body ?? undefined);
  });
}

/**
 * Whether the other end closed the connection without a fault: an idle one just when it was used again, or one whose
 * body it refused before all of it was sent, so that the answer was lost on the way.
 */
function isClosed(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error && 'wasReused' in error && 'isBodyLeft' in error)) return false;
  if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') return false;
  return error.wasReused === true || error.isBodyLeft === true;
}

function decompress(bytes: Buffer, encoding: string | undefined): Buffer {
  if (bytes.length === 0) return bytes;
  if (encoding === 'gzip') return gunzipSync(bytes);
  if (encoding === 'br') return brotliDecompressSync(bytes);
  if (encoding === 'deflate') return inflateSync(bytes);
  return bytes;
}
