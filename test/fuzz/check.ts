/** Check: what every answer has to hold, whatever was asked. */

import { ERROR_CODES } from '../../schema/errors.ts';
import { SECURITY_HEADERS } from '../../src/http/headers.ts';
import type { FuzzRequest } from './request.ts';
import { MARKER } from './value.ts';

export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Decompressed; of what is not text, as good as it can be. */
  readonly text: string;
  readonly milliseconds: number;
}

/** What a check finds: what is wrong, and what the answers are counted by. */
export interface Checked {
  readonly violations: readonly string[];
  readonly codes: readonly string[];
  /** Whether it is the answer to a GraphQL request, has data and no error. */
  readonly hasData: boolean;
}

/** An answer takes less than this, alone. */
export const SLOW_MILLISECONDS = 1000;

/** Holds an answer to everything but its time, which other requests have a part in. */
export function checkAnswer(request: FuzzRequest, answer: Answer): Checked {
  const violations: string[] = [];
  const { status, headers, text } = answer;
  if (status >= 500) violations.push(`status ${status}, ${JSON.stringify(text.slice(0, 100))}`);
  for (const [name, value] of isOfRuntime(answer) ? [] : Object.entries(SECURITY_HEADERS)) {
    const given = headers[name.toLowerCase()];
    // Pages have a policy of their own.
    const isHeld =
      name === 'Content-Security-Policy' ? String(given).startsWith("default-src 'none'") : given === value;
    if (!isHeld) violations.push(`${name} is ${given}`);
  }
  // The search box alone says again what was searched for.
  if (text.replace(/<input id="query" name="query"[^>]*>/, '').includes(MARKER))
    violations.push('the body repeats a value');
  if (JSON.stringify(headers).includes(MARKER)) violations.push('a header repeats a value');
  if (headers['x-injected'] !== undefined) violations.push('a header was injected');

  const body = readJson(request, answer);
  if (body === 'broken') violations.push('the JSON is broken');
  if (!isObject(body)) return { violations, codes: [], hasData: false };
  const codes = 'errors' in body ? checkErrors(body.errors, headers, violations) : [];
  return { violations, codes, hasData: !('errors' in body) && isObject(body.data) };
}

/**
 * Some requests never reach the Worker: the local runtime refuses an address that is none, and wrangler's proxy an
 * `Accept-Encoding` that leaves nothing.
 */
function isOfRuntime({ status, headers, text }: Answer): boolean {
  if (!String(headers['content-type']).startsWith('text/plain')) return false;
  return (status === 400 && ['', 'invalid URI'].includes(text)) || (status === 415 && UNENCODED.includes(text));
}

const UNENCODED = ['', 'Unsupported Media Type'];

/** The JSON of an answer that says that it is some; null for any other. */
function readJson(request: FuzzRequest, { status, headers, text }: Answer): unknown {
  if (!/json/.test(String(headers['content-type']))) return null;
  if (request.method === 'HEAD' || status === 304) return null;
  try {
    return JSON.parse(text);
  } catch {
    return 'broken';
  }
}

function checkErrors(errors: unknown, headers: Answer['headers'], violations: string[]): readonly string[] {
  if (!Array.isArray(errors) || errors.length === 0) {
    violations.push('"errors" is no list of errors');
    return [];
  }
  if (headers['cache-control'] !== 'no-store')
    violations.push(`errors with Cache-Control: ${headers['cache-control']}`);
  const codes = errors.map((error) => (isObject(error) && isObject(error.extensions) ? error.extensions.code : null));
  for (const [at, code] of codes.entries()) {
    const message = isObject(errors[at]) ? errors[at].message : null;
    if (typeof code !== 'string' || !Object.hasOwn(ERROR_CODES, code)) violations.push(`an error has the code ${code}`);
    if (code === 'INTERNAL_SERVER_ERROR') violations.push('a masked error');
    if (typeof message !== 'string' || message === '') violations.push('an error has no message');
    if (typeof message === 'string' && message.length > MOST_MESSAGE) violations.push('a message is too long');
    if (typeof message === 'string' && STACK.test(message)) violations.push('a message shows a stack');
  }
  // Of a list of equal errors each would be told.
  return [...new Set(codes.map(String))];
}

/** In characters. The server cuts at 400; our own messages may list the fields of an input. */
const MOST_MESSAGE = 2000;
const STACK = /\n\s+at \S+|\.(?:ts|js):\d+/;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
