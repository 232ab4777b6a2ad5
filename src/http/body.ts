/** Reads a request body, within limits on its type, size and time. */
import type { GraphQLError } from 'graphql';
import { publicError } from '../../schema/errors.ts';
import { inTime } from './in-time.ts';

/** Longer than any live connection needs. */
const MAX_SECONDS = 10;
const MAX_MILLISECONDS = MAX_SECONDS * 1000;

/**
 * The text of a JSON body. Refuses a wrong type, coding or size before reading; if the body only turns out to be too
 * large, reading stops there. No message quotes what was sent.
 */
export async function readJsonBody(request: Request, mostBytes: number): Promise<string> {
  checkContentType(request.headers);
  const announced = request.headers.get('Content-Length');
  if (Number(announced) > mostBytes) throw tooLarge(`The body has ${announced} bytes`, Number(announced), mostBytes);
  return decodeUtf8(await (announced === null ? readStream(request, mostBytes) : readWhole(request, mostBytes)));
}

/** Only `application/json` in UTF-8, which no HTML form can send: a page of another origin needs a preflight (CORS). */
function checkContentType(headers: Headers): void {
  // The fast path: most clients write it exactly so.
  if (headers.get('Content-Type') === 'application/json' && headers.get('Content-Encoding') === null) return;
  const [type, ...parameters] = (headers.get('Content-Type') ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  if (type !== 'application/json' || !/^charset="?utf-?8"?$/.test(charset ?? 'charset=utf-8')) {
    throw publicError('UNSUPPORTED_MEDIA_TYPE', 'Content-Type must be application/json in UTF-8.');
  }
  if ((headers.get('Content-Encoding') ?? 'identity').toLowerCase() !== 'identity') {
    throw publicError(
      'UNSUPPORTED_MEDIA_TYPE',
      'Compressed bodies are not accepted. Send it without Content-Encoding.',
    );
  }
}

/** Reads a body of announced length at once: it takes half the time of a stream. */
async function readWhole(request: Request, mostBytes: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(await inTime(request.arrayBuffer().catch(breakOff), MAX_MILLISECONDS, late));
  if (bytes.byteLength > mostBytes) throw tooMany(bytes.byteLength, mostBytes);
  return bytes;
}

/** Reads a body of unknown length. If it turns out too large or too slow, reading stops there. */
async function readStream({ body }: Request, mostBytes: number): Promise<Uint8Array> {
  if (body === null) return new Uint8Array();
  const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader();
  try {
    return await inTime(readAll(reader, mostBytes), MAX_MILLISECONDS, late);
  } catch (error) {
    // Not awaited: that would wait for a slow sender again.
    reader.cancel().catch(() => {});
    throw error;
  }
}

async function readAll(reader: ReadableStreamDefaultReader<Uint8Array>, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(breakOff);
    if (done) return joined(chunks, length);
    chunks.push(value);
    length += value.byteLength;
    if (length > mostBytes) throw tooMany(length, mostBytes);
  }
}

function breakOff(): never {
  throw publicError('BAD_REQUEST', 'The body ended early.');
}

function late(): GraphQLError {
  return publicError('REQUEST_TIMEOUT', `The body did not arrive within ${MAX_SECONDS} seconds. Send it again.`);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = chunks;
  if (first && chunks.length === 1) return first;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/** Up to this length, decoding ASCII here is cheaper than calling the decoder. */
const SHORT_BYTES = 4_000;

function isShortAscii(bytes: Uint8Array): boolean {
  return bytes.length <= SHORT_BYTES && bytes.every((byte) => byte < 0x80);
}

const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** RFC 8259, 8.1: JSON is UTF-8. A byte order mark is dropped, as the RFC allows. */
function decodeUtf8(bytes: Uint8Array): string {
  try {
    return isShortAscii(bytes) ? String.fromCharCode.apply(null, bytes as unknown as number[]) : DECODER.decode(bytes);
  } catch {
    throw publicError('BAD_REQUEST', 'The body is not UTF-8.');
  }
}

function tooMany(actual: number, limit: number): GraphQLError {
  return tooLarge(`The body has more than ${limit} bytes`, actual, limit);
}

function tooLarge(what: string, actual: number, limit: number): GraphQLError {
  return publicError('PAYLOAD_TOO_LARGE', `${what}; the most is ${limit}. Split it into smaller requests.`, {
    actual,
    limit,
  });
}
