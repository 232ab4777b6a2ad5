/** The response of an exchange: made once, with all headers at once, which a Response takes quickest as a plain object. */
import type { Exchange } from './exchange.ts';

/** Says a header of the answer that is to come, in place of one of the same name. Names are written as the RFCs do. */
export function setHeader(exchange: Exchange, name: string, value: string): void {
  exchange.get('headers')[name] = value;
}

/** The answer, with what was said by `setHeader`. */
export function respond(exchange: Exchange, status: number, body: string | Uint8Array<ArrayBuffer> | null): Response {
  return new Response(body, { status, headers: exchange.get('headers') });
}

/** The bytes of a text. A Response that is given one with letters beyond ASCII takes twice as long to find them. */
export function encode(text: string): Uint8Array<ArrayBuffer> {
  return ENCODER.encode(text);
}

const ENCODER = new TextEncoder();
