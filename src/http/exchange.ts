/**
 * A request while it is answered, from its first step to its line in the log: its facts and the headers of its
 * response.
 */
import type { Context as HonoContext } from 'hono';
import { type Facts, newFacts } from '../graphql/context.ts';
import type { Site } from '../pages/site.ts';

/** What Hono's context has for each request. */
export interface ExchangeEnvironment {
  Bindings: object;
  Variables: {
    facts: Facts;
    /** The addresses that a page may link to. */
    site: Site;
    /** The headers of the answer, by name: see `respond`. */
    headers: Record<string, string>;
    /** What the answer depends on, for its entity tag. Undefined if it has no tag. */
    dependsOn?: readonly string[];
  };
}

export type Exchange = HonoContext<ExchangeEnvironment>;

/** A UUID (RFC 9562), as tracing tools send. Arbitrary text of a caller must not go into headers and logs. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Takes the caller's request id or makes one, and starts the record of the request and the headers of its answer.
 *
 * @param standing the headers that every answer has.
 */
export function openExchange(standing: Readonly<Record<string, string>>, site: Site) {
  return (exchange: Exchange, next: () => Promise<void>): Promise<void> => {
    const given = exchange.req.header('X-Request-Id');
    const requestId = given !== undefined && UUID.test(given) ? given : crypto.randomUUID();
    exchange.set('facts', newFacts(requestId));
    exchange.set('site', site);
    exchange.set('headers', { ...standing, 'X-Request-Id': requestId });
    return next();
  };
}

/** Sets a header of the coming answer, replacing one with the same name. Names are written as in the RFCs. */
export function setHeader(exchange: Exchange, name: string, value: string): void {
  exchange.get('headers')[name] = value;
}

/** Scheme, host and port for absolute addresses of this site. */
export function originOf(exchange: Exchange): string {
  return exchange.get('site').origin ?? new URL(exchange.req.url).origin;
}

/** Makes the answer, with the headers set by `setHeader`. */
export function respond(exchange: Exchange, status: number, body: string | Uint8Array<ArrayBuffer> | null): Response {
  return new Response(body, { status, headers: exchange.get('headers') });
}

/** Adds the headers that every answer has to a response that a plugin made. Those made by `respond` have them. */
export function withStanding(exchange: Exchange, response: Response): Response {
  if (response.headers.has('X-Request-Id')) return response;
  const whole = new Response(response.body, response);
  const headers = { ...exchange.get('headers'), 'Cache-Control': 'no-store' };
  for (const [name, value] of Object.entries(headers)) if (!whole.headers.has(name)) whole.headers.set(name, value);
  return whole;
}

/** The bytes of a text. A Response takes twice as long to encode a text with letters beyond ASCII itself. */
export function encode(text: string): Uint8Array<ArrayBuffer> {
  return ENCODER.encode(text);
}

const ENCODER = new TextEncoder();
