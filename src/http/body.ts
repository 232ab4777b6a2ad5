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
  const announced = Number(request.headers.get('Content-Length') ?? 0);
  if (announced > mostBytes) throw tooLarge(`The body has ${announced} bytes`, announced, mostBytes);
  return decodeUtf8(await readBytes(request, mostBytes));
}

/** Only `application/json` in UTF-8, which no HTML form can send: a page of another origin has to ask first (CORS). */
function checkContentType(headers: Headers): void {
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

async function readBytes({ body }: Request, mostBytes: number): Promise<Uint8Array> {
  if (body === null) return new Uint8Array();
  const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader();
  const late = lateness();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await Promise.race([readChunk(reader), late.promise]);
      if (done) return joined(chunks, length);
      chunks.push(value);
      length += value.byteLength;
      if (length > mostBytes) throw tooLarge(`The body has more than ${mostBytes} bytes`, length, mostBytes);
    }
  } catch (error) {
    // Not waited for: who sends slowly would be waited for again.
    reader.cancel().catch(() => {});
    throw error;
  } finally {
    late.stop();
  }
}

async function readChunk(reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    return await reader.read();
  } catch {
    throw publicError('BAD_REQUEST', 'The body broke off.');
  }
}

function lateness() {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () =>
      reject(publicError('REQUEST_TIMEOUT', `The body did not arrive within ${MAX_SECONDS} seconds. Send it again.`)),
    MAX_SECONDS * 1000,
  );
  return { promise, stop: () => clearTimeout(timer) };
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

/** RFC 8259, 8.1: JSON is UTF-8. A byte order mark is dropped, as parsers may. */
function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw publicError('BAD_REQUEST', 'The body is not UTF-8.');
  }
}

function tooLarge(what: string, actual: number, limit: number): GraphQLError {
  return publicError('PAYLOAD_TOO_LARGE', `${what}; the most is ${limit}. Ask in parts.`, { actual, limit });
}
