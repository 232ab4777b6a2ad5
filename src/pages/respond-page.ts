/** Who gets a page, and the headers that it is sent with. */
import { preferredMediaType } from '../http/accept.ts';
import { type Exchange, respond, setHeader } from '../http/exchange.ts';
import { SECURITY_HEADERS } from '../http/headers.ts';
import type { Settings } from '../settings.ts';
import { type Page, writePage } from './layout.tsx';

/** No script, no style beside the one file, and forms that lead to this site only. */
export const PAGE_HEADERS = {
  'Content-Security-Policy': `${SECURITY_HEADERS['Content-Security-Policy']}; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'`,
} as const;
export const PAGE_TYPE = 'text/html; charset=UTF-8';

/**
 * Whether the caller would rather have a page than what programs get here, as browsers would. Of equals the program's
 * form wins; with `?raw` in the address a browser gets it as well.
 */
export function prefersPage(exchange: Exchange, forPrograms: readonly string[]): boolean {
  if (exchange.req.query('raw') !== undefined) return false;
  return preferredMediaType(exchange.req.header('Accept'), [...forPrograms, 'text/html']) === 'text/html';
}

/**
 * Offers a page at an address that answers programs in another form: those are left to the next handler. Caches are
 * told of both that there are two.
 */
export function offerPage(
  forPrograms: readonly string[],
  answer: (exchange: Exchange) => Promise<Response> | Response,
) {
  return (exchange: Exchange, next: () => Promise<void>): Promise<Response | undefined> | Response => {
    setHeader(exchange, 'Vary', 'Accept');
    return prefersPage(exchange, forPrograms) ? Promise.resolve(answer(exchange)) : next().then(() => undefined);
  };
}

/**
 * Answers with a page that is always the same. It is written when it is first asked for: writing a large one takes longer
 * than any query may, and no limit of cost covers it.
 */
export function answerLasting({ maxAge }: Settings, make: () => Page) {
  let written: string | null = null;
  return (exchange: Exchange): Response => {
    written ??= writePage(exchange.get('site'), make());
    return respondTagged(exchange, maxAge.page, written);
  };
}

/** Answers with a page that is the same until the next deployment, under a tag: see `http/caching.ts`. */
export function respondLasting(exchange: Exchange, maxAgeSeconds: number, page: Page): Response {
  return respondTagged(exchange, maxAgeSeconds, writePage(exchange.get('site'), page));
}

function respondTagged(exchange: Exchange, maxAgeSeconds: number, written: string): Response {
  setHeader(exchange, 'Cache-Control', `public, max-age=${maxAgeSeconds}`);
  const { pathname, search } = new URL(exchange.req.url);
  exchange.set('dependsOn', [exchange.get('headers')['Dateline-Version'] ?? '', PAGE_TYPE, pathname + search]);
  return respondWritten(exchange, 200, written);
}

/** Answers with a page. How long it may be kept is said before. */
export function respondPage(exchange: Exchange, status: number, page: Page): Response {
  return respondWritten(exchange, status, writePage(exchange.get('site'), page));
}

function respondWritten(exchange: Exchange, status: number, written: string): Response {
  for (const [name, value] of Object.entries(PAGE_HEADERS)) setHeader(exchange, name, value);
  setHeader(exchange, 'Content-Type', PAGE_TYPE);
  setHeader(exchange, 'Vary', 'Accept');
  return respond(exchange, status, written);
}
