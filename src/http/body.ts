/** Reading a body: what it has to be, how large it may be, and how long it may take. */
import type { GraphQLError } from 'graphql';
import { publicError } from '../../schema/errors.ts';

/** Longer than any client needs that is still there. */
const MAX_SECONDS = 10;

/**
 * The text of a JSON body. Refuses another type, coding or size before it reads; what only turns out to be too large
 * is let go there. No message repeats what was sent.
 */
export async function readJsonBody(request: Request, mostBytes: number): Promise<string> {
  checkContentType(request.headers);
  const announced = request.headers.get('Content-Length');
  if (Number(announced) > mostBytes) throw tooLarge(`The body has ${announced} bytes`, Number(announced), mostBytes);
  return decodeUtf8(await (announced === null ? readStream(request, mostBytes) : readWhole(request, mostBytes)));
}

/** Only `application/json` in UTF-8, which no HTML form can send: a page of another origin has to ask first (CORS). */
function checkContentType(headers: Headers): void {
  // As clients write it.
  if (headers.get('Content-Type') === 'application/json' && headers.get('Content-Encoding') === null) return;
  const [type, ...parameters] = (headers.get('Content-Type') ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  if (type !== 'application/json' || !/^charset="?utf-?8"?$/.test(charset ?? 'charset=utf-8')) {
    throw publicError('UNSUPPORTED_MEDIA_TYPE', 'Content-Type has to be application/json, in UTF-8.');
  }
  if ((headers.get('Content-Encoding') ?? 'identity').toLowerCase() !== 'identity') {
    throw publicError('UNSUPPORTED_MEDIA_TYPE', 'Compressed bodies are not taken. Send it without Content-Encoding.');
  }
}

/** At once, where its length was announced: half the time of a stream. */
async function readWhole(request: Request, mostBytes: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(await inTime(request.arrayBuffer().catch(breakOff)));
  if (bytes.byteLength > mostBytes) throw tooMany(bytes.byteLength, mostBytes);
  return bytes;
}

/** Of a length that is not known: what turns out to be too large, or comes too late, is let go there. */
async function readStream({ body }: Request, mostBytes: number): Promise<Uint8Array> {
  if (body === null) return new Uint8Array();
  const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader();
  try {
    return await inTime(readAll(reader, mostBytes));
  } catch (error) {
    // Not waited for: who sends slowly would be waited for again.
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

/** What comes too late is not waited for. */
function inTime<T>(read: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late()), MAX_SECONDS * 1000);
    read.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function breakOff(): never {
  throw publicError('BAD_REQUEST', 'The body broke off.');
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

/** For which calling the decoder costs more than reading them here. */
const SHORT_BYTES = 4_000;

function isShortAscii(bytes: Uint8Array): boolean {
  return bytes.length <= SHORT_BYTES && bytes.every((byte) => byte < 0x80);
}

const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** RFC 8259, 8.1: JSON is UTF-8. A byte order mark is dropped, as parsers may. */
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
  return publicError('PAYLOAD_TOO_LARGE', `${what}; the most is ${limit}. Ask in parts.`, { actual, limit });
}
