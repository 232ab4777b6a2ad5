/** Decides which callers get a page, and sends it with its headers. */
import type { Representation } from '../graphql/use-answer.ts';
import { preferredMediaType } from '../http/accept.ts';
import { type Exchange, respond, setHeader } from '../http/exchange.ts';
import { SECURITY_HEADERS } from '../http/headers.ts';
import { statusOfFailure } from '../http/status.ts';
import type { Settings } from '../settings.ts';
import { failurePage } from './failure-page.tsx';
import { type Page, writePage } from './layout.tsx';
import type { Site } from './site.ts';

/** No scripts, styles from this site only, and forms that lead to this site only. */
export const PAGE_HEADERS = {
  'Content-Security-Policy': `${SECURITY_HEADERS['Content-Security-Policy']}; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'`,
} as const;

/** The media types of a page and of JSON, as they are sent. */
export const PAGE_TYPE = 'text/html; charset=UTF-8';
export const JSON_TYPE = 'application/json; charset=utf-8';

/**
 * Whether the caller prefers a page to the media types that programs get here, as browsers do. If both are equally
 * welcome, the form for programs wins; with `?raw` in the address a browser gets that form too.
 */
export function prefersPage(exchange: Exchange, forPrograms: readonly string[]): boolean {
  if (exchange.req.query('raw') !== undefined) return false;
  return preferredMediaType(exchange.req.header('Accept'), [...forPrograms, 'text/html']) === 'text/html';
}

/**
 * Offers a page at an address that answers programs in another form; the next handler answers programs. `Vary` says to
 * caches that there are two forms.
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
 * Answers with a page that is always the same. It is written at the first request: writing a large one takes longer than
 * any query may, and no limit of cost covers it.
 */
export function answerLasting({ maxAge }: Settings, make: () => Page) {
  let written: string | null = null;
  return (exchange: Exchange): Response => {
    written ??= writePage(exchange.get('site'), make());
    return respondTagged(exchange, maxAge.page, written);
  };
}

/** Answers with a page that stays the same until the next deployment, with an `ETag`: see `http/caching.ts`. */
export function respondLasting(exchange: Exchange, maxAgeSeconds: number, page: Page): Response {
  return respondTagged(exchange, maxAgeSeconds, writePage(exchange.get('site'), page));
}

function respondTagged(exchange: Exchange, maxAgeSeconds: number, written: string): Response {
  setHeader(exchange, 'Cache-Control', `public, max-age=${maxAgeSeconds}`);
  const { pathname, search } = new URL(exchange.req.url);
  exchange.set('dependsOn', [exchange.get('headers')['Dateline-Version'] ?? '', PAGE_TYPE, pathname + search]);
  return respondWritten(exchange, 200, written);
}

/** Answers with a page. The caller sets `Cache-Control` first. */
export function respondPage(exchange: Exchange, status: number, page: Page): Response {
  return respondWritten(exchange, status, writePage(exchange.get('site'), page));
}

function respondWritten(exchange: Exchange, status: number, written: string): Response {
  for (const [name, value] of Object.entries(PAGE_HEADERS)) setHeader(exchange, name, value);
  setHeader(exchange, 'Content-Type', PAGE_TYPE);
  setHeader(exchange, 'Vary', 'Accept');
  return respond(exchange, status, written);
}

/** The form of an answer with errors, where an answer without is a document for programs. */
export const JSON_FAILURE: Representation = {
  contentType: JSON_TYPE,
  statusOf: statusOfFailure,
  isPlain: false,
  write: (result) => JSON.stringify(result),
};

/** The form of an answer with errors, where an answer without is a page. */
export function failureForm(site: Site): Representation {
  return {
    contentType: PAGE_TYPE,
    statusOf: statusOfFailure,
    write: (result) => writePage(site, failurePage(statusOfFailure(result), result.errors ?? [])),
    isPlain: false,
    headers: () => PAGE_HEADERS,
  };
}
