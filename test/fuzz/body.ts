/** Bodies that are no GraphQL request, or one that only looks like it: bytes, encodings, types, sizes. */
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { Operation } from './document.ts';
import type { FuzzRandom } from './random.ts';
import { bodyOf, type HttpRequest, searchOf } from './transport.ts';
import { MARKER } from './value.ts';

const JSON_TYPE = 'application/json';

/** A good operation in a body that is broken, of another type, too large or not a request at all. */
export function breakBody(random: FuzzRandom, operation: Operation): HttpRequest {
  const { type = JSON_TYPE, encoding, body } = random.pick(BREAKS)(random, bodyOf(operation), operation);
  return {
    method: random.weighted([
      [20, 'POST'],
      [1, 'PUT'],
      [1, 'PATCH'],
      [1, 'DELETE'],
    ]),
    path: random.chance(0.05) ? `/graphql?${searchOf(operation)}`.slice(0, 6000) : '/graphql',
    headers: {
      ...(type !== '' && { 'content-type': type }),
      ...(encoding !== undefined && { 'content-encoding': encoding }),
      ...(random.chance(0.1) && { 'transfer-encoding': 'chunked' }),
    },
    body: typeof body === 'string' ? Buffer.from(body) : body,
  };
}

interface Broken {
  readonly body: string | Buffer;
  readonly type?: string;
  readonly encoding?: string;
}

const BREAKS: readonly ((random: FuzzRandom, json: string, operation: Operation) => Broken)[] = [
  // Bytes.
  (random, json) => ({ body: Buffer.from(json).subarray(0, random.between(0, json.length)) }),
  (random, json) => ({ body: json.slice(random.between(0, json.length)) }),
  (random, json) => ({ body: withBytes(random, json, [random.between(0x80, 0xff), random.between(0, 0xff)]) }),
  (random, json) => ({
    body: withBytes(random, json, random.pick([[0xed, 0xa0, 0x80], [0xc0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0]])),
  }),
  (_, json) => ({ body: `\ufeff${json}` }),
  (_, json) => ({ body: Buffer.from(json, 'utf16le') }),
  (_, json) => ({ body: Buffer.from(`${json} "${MARKER} é"`, 'latin1') }),
  (random) => ({ body: Buffer.from(Array.from({ length: random.between(0, 300) }, () => random.between(0, 255))) }),

  // JSON that is none, or no request.
  (random, json) => ({ body: json + random.pick([MARKER, '}', json, '\0', '//', ',']) }),
  (_, json) => ({ body: json.replaceAll('"', "'") }),
  (random) => ({
    body: random.pick([
      '',
      ' ',
      'null',
      'true',
      '0',
      '1e999',
      `"${MARKER}"`,
      '[]',
      '{}',
      '[[]]',
      `{"query": "${MARKER}`,
    ]),
  }),
  (random, json) => ({ body: `[${Array.from({ length: random.pick([1, 2, 50]) }, () => json).join(',')}]` }),
  (random, json) => ({ body: `{"${random.pick(['__proto__', 'constructor', 'data', 'Query'])}": ${json}}` }),
  (_, json) => ({ body: json.replace('"query"', '"query":"{__typename}","query"') }),
  (random, json) => ({ body: json.replace('{', `{"${random.pick(PARAMETERS)}":${random.pick(ODD_JSON)},`) }),
  (random, json) => ({ body: json.replace(/\}$/, `,"${random.pick(PARAMETERS)}":${random.pick(ODD_JSON)}}`) }),
  (random) => ({ body: nestedJson(random) }),

  // Other types.
  (random, json) => ({ body: json, type: random.pick(TYPES) }),
  (_, __, operation) => ({ body: operation.document, type: 'application/graphql' }),
  (_, __, operation) => ({ body: searchOf(operation), type: 'application/x-www-form-urlencoded' }),
  (_, json) => ({ body: multipart(json), type: 'multipart/form-data; boundary=here' }),
  (random, json) => ({ body: multipart(json).slice(random.between(0, 50)), type: 'multipart/form-data' }),

  // Other encodings, and such as say they are.
  (_, json) => ({ body: gzipSync(json), encoding: 'gzip' }),
  (_, json) => ({ body: gzipSync(json) }),
  (random, json) => ({
    body: random.pick([deflateSync, brotliCompressSync])(json),
    encoding: random.pick(['deflate', 'br']),
  }),
  (random, json) => ({
    body: json,
    encoding: random.pick(['gzip', 'identity', 'x-gzip, gzip', MARKER, '', 'IDENTITY']),
  }),
  (random) => ({ body: gzipSync(' '.repeat(random.pick([100, 1_000_000]))), encoding: 'gzip' }),

  // Sizes: about the limit, and rarely far above it.
  (random, json) => ({ body: padded(random, json, random.between(90_000, 110_000)) }),
  (random, json) => ({ body: padded(random, json, random.between(1_000, 200_000)) }),
  (random, json) => ({ body: padded(random, json, random.chance(0.15) ? 2_000_000 : 150_000) }),
];

const PARAMETERS = ['query', 'variables', 'operationName', 'extensions', 'documentId', 'id', '__proto__', 'toString'];

const ODD_JSON = [
  'null',
  'true',
  '0',
  '-1e-400',
  '""',
  `"${MARKER}"`,
  `["${MARKER}"]`,
  '[]',
  '{}',
  `{"__proto__":"${MARKER}"}`,
  '{"constructor":{"prototype":{"query":"{__typename}"}}}',
  `{"persistedQuery":"${MARKER}"}`,
  '"\\ud800"',
  '"\\u0000"',
];

const TYPES = [
  '',
  'text/plain',
  'text/plain;charset=UTF-8',
  'application/jsonp',
  'application/json, application/json',
  'application/json;charset=utf-16',
  'application/json;charset=utf-8;charset=latin1',
  'application/json;;;',
  'application/json; charset="utf-8"',
  'APPLICATION/JSON',
  ' application/json',
  'application/graphql-response+json',
  'application/graphql+json',
  'application/x-www-form-urlencoded',
  'multipart/mixed',
  'text/event-stream',
  `application/${MARKER}`,
  `application/json; x="${MARKER}"`,
  ';',
  '/',
];

function withBytes(random: FuzzRandom, json: string, bytes: readonly number[]): Buffer {
  const whole = Buffer.from(json);
  const at = random.between(0, whole.length);
  return Buffer.concat([whole.subarray(0, at), Buffer.from(bytes), whole.subarray(at)]);
}

function nestedJson(random: FuzzRandom): string {
  const depth = random.pick([10, 1000, 40_000]);
  const [open, close] = random.pick([
    ['[', ']'],
    ['{"a":', '}'],
    ['{"variables":', '}'],
  ] as const);
  return open.repeat(depth) + random.pick(['1', `"${MARKER}"`]) + (random.chance(0.8) ? close.repeat(depth) : '');
}

/** As file uploads are sent: graphql-multipart-request-spec. */
function multipart(json: string): string {
  const part = (name: string, text: string) =>
    `--here\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;
  return `${part('operations', json)}${part('map', '{"0":["variables.file"]}')}${part('0', MARKER)}--here--\r\n`;
}

/** The same request with so much more in it, in a place that nobody reads. */
function padded(random: FuzzRandom, json: string, length: number): string {
  const more = Math.max(0, length - json.length);
  return random.pick([
    () => json + ' '.repeat(more),
    () => ' '.repeat(more) + json,
    () => json.replace(/\}$/, `,"extensions":{"more":"${'x'.repeat(more)}"}}`),
    () => json.replace(/\}$/, `,"${'y'.repeat(more)}":"${MARKER}"}`),
    () => json.replace(/\}$/, `,"extensions":{"more":[${'1,'.repeat(more / 2)}1]}}`),
    () => json.replace(/\}$/, `,"extensions":{"more":"${'é'.repeat(more / 2)}"}}`),
    () => json.replace('"query":"', `"query":"${'#\\n'.repeat(more / 3)}`),
    () => json.replace('"query":"', `"query":"${'\\u0020'.repeat(more / 6)}`),
  ])();
}
