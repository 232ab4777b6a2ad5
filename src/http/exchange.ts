/** What is known of a request while it is answered, from its first step to its line in the log, and its response. */
import type { Context as HonoContext } from 'hono';
import { type Facts, newFacts } from '../graphql/context.ts';
import type { Site } from '../pages/site.ts';

/** What goes along with each request in Hono's context. */
export interface ExchangeEnvironment {
  Bindings: object;
  Variables: {
    facts: Facts;
    /** What a page may link to. */
    site: Site;
    /** Of the answer, by their names: see `respond.ts`. */
    headers: Record<string, string>;
    /** What the answer depends on: its entity tag. Undefined where it has none. */
    dependsOn?: readonly string[];
  };
}

export type Exchange = HonoContext<ExchangeEnvironment>;

/** A UUID (RFC 9562), as tracing tools send: anything else would be repeated in headers and logs unread. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Takes the caller's request id or makes one, and opens the record of the request and the headers of its answer.
 *
 * @param standing what every answer says.
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

/** Says a header of the answer that is to come, in place of one of the same name. Names are written as the RFCs do. */
export function setHeader(exchange: Exchange, name: string, value: string): void {
  exchange.get('headers')[name] = value;
}

/** The answer, with what was said by `setHeader`. */
export function respond(exchange: Exchange, status: number, body: string | Uint8Array<ArrayBuffer> | null): Response {
  return new Response(body, { status, headers: exchange.get('headers') });
}

/** A response that a plugin made, with what every answer says. One that was made by `respond` has it. */
export function withStanding(exchange: Exchange, response: Response): Response {
  if (response.headers.has('X-Request-Id')) return response;
  const whole = new Response(response.body, response);
  const headers = { ...exchange.get('headers'), 'Cache-Control': 'no-store' };
  for (const [name, value] of Object.entries(headers)) if (!whole.headers.has(name)) whole.headers.set(name, value);
  return whole;
}

/** The bytes of a text. A Response that is given one with letters beyond ASCII takes twice as long to find them. */
export function encode(text: string): Uint8Array<ArrayBuffer> {
  return ENCODER.encode(text);
}

const ENCODER = new TextEncoder();
