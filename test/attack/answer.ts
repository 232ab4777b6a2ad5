// Sends what no well-behaved client would, and checks what every answer owes, whatever was asked.
import { type IncomingMessage, request } from 'node:http';
import { expect } from 'vitest';
import { ERROR_CODES } from '../../schema/errors.ts';
import { SECURITY_HEADERS } from '../../src/http/headers.ts';
import { addressOf, type GraphqlAnswerError } from '../harness.ts';

/** Stands in each request in a place that no answer may repeat. */
export const SECRET = 'dont-repeat-me';

export const MODERN = 'application/graphql-response+json';

/** What a browser adds to a request that a page of another site makes it send. */
export const CROSS_SITE = {
  Origin: 'https://other.example',
  Referer: 'https://other.example/page',
  'Sec-Fetch-Site': 'cross-site',
  'Sec-Fetch-Mode': 'no-cors',
} as const;

/** An answer as it came, read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly milliseconds: number;
}

/** What is sent. `fetch` would correct the address, the headers and the body. */
export interface Attack {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
  /** Of another Worker than the common one. */
  readonly origin?: string;
}

const MOST_MILLISECONDS = 1_000;

/** Sends a request just as it is given. */
export function attack(path: string, { method = 'GET', headers = {}, body, origin }: Attack = {}): Promise<Answer> {
  const { hostname, port } = new URL(origin ?? addressOf('/'));
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
    const options = { hostname, port, path, method, headers: { ...length, ...headers } as Record<string, string> };
    const sent = request(options, (response) => resolve(readAnswer(response, started)));
    sent.on('error', reject).end(body);
  });
}

/** The whole answer, once it has begun. */
export async function readAnswer(response: IncomingMessage, started: number): Promise<Answer> {
  const headers = new Headers();
  for (let at = 0; at < response.rawHeaders.length; at += 2) {
    headers.append(response.rawHeaders[at]!, response.rawHeaders[at + 1]!);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const milliseconds = performance.now() - started;
  return { status: response.statusCode!, headers, text: Buffer.concat(chunks).toString(), milliseconds };
}

/** What `attack` takes to post a value, or a text that is no JSON at all. */
export function posted(body: object | string | Uint8Array, headers: Attack['headers'] = {}): Attack {
  const isText = typeof body === 'string' || body instanceof Uint8Array;
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: isText ? body : JSON.stringify(body),
  };
}

/** Whatever was asked: in time, closed to frames and sniffing, and without a word of the secret or of our insides. */
export function expectSafe({ headers, text, milliseconds }: Answer): void {
  expect(Object.fromEntries(Object.keys(SECURITY_HEADERS).map((name) => [name, headers.get(name)]))).toEqual({
    ...SECURITY_HEADERS,
    'Content-Security-Policy': expect.stringMatching(/^default-src 'none'; .*frame-ancestors 'none'/),
  });
  for (const shown of [text, JSON.stringify([...headers])]) {
    expect(shown).not.toContain(SECRET);
    expect(shown).not.toMatch(INSIDES);
  }
  expect(milliseconds).toBeLessThan(MOST_MILLISECONDS);
}

const INSIDES = /node_modules|\n\s+at |\.[cm]?[jt]s:\d|file:\/\/|TypeError|RangeError|\[object /;

/** The whole answer of a request that failed: this status, these errors and nothing beside them. */
export function expectErrors(answer: Answer, status: number, errors: readonly GraphqlAnswerError[]): void {
  expect({ status: answer.status, answer: JSON.parse(answer.text) }).toEqual({ status, answer: { errors } });
  expect(answer.headers.get('Content-Type')).toMatch(/^application\/(graphql-response\+)?json; charset=utf-8$/);
  expect(answer.headers.get('Cache-Control')).toBe('no-store');
  for (const { extensions } of errors) expect(Object.keys(ERROR_CODES)).toContain(extensions.code);
  expectSafe(answer);
}

/** Posts a request whose document or variables are at fault: 400, and 200 in the older media type, with these errors. */
export async function expectFault(body: object, errors: readonly GraphqlAnswerError[], origin?: string): Promise<void> {
  const at = origin === undefined ? {} : { origin };
  expectErrors(await attack('/graphql', { ...posted(body, { Accept: MODERN }), ...at }), 400, errors);
  expectErrors(await attack('/graphql', { ...posted(body), ...at }), 200, errors);
}

/** The whole answer of a request that succeeded. */
export function expectData(answer: Answer, data: unknown): void {
  expect({ status: answer.status, answer: JSON.parse(answer.text) }).toEqual({ status: 200, answer: { data } });
  expectSafe(answer);
}

/** An error of a public code, as it stands in an answer. */
export function errorOf(code: string, message: string, extensions: object = {}): GraphqlAnswerError {
  return { message, extensions: { ...extensions, code } };
}

/** The same, at a place of the document's first line. */
export function errorAt(column: number, code: string, message: string, extensions: object = {}): GraphqlAnswerError {
  return { ...errorOf(code, message, extensions), locations: [{ line: 1, column }] };
}
