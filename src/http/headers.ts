/** Headers that every answer has, whoever gives it. The static assets get the same from `src/build/assets.ts`. */
import manifest from '../../package.json' with { type: 'json' };
import { type Exchange, respond, setHeader } from './exchange.ts';

/** Forbids browsers everything that an answer does not need. A page that needs more sets its own policy. */
export const SECURITY_HEADERS = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
} as const;

/** The code that answers: its version and, as the build of it (Semantic Versioning, 10), the deployment. */
export function versionOf(deployment: string | null): string {
  return deployment === null ? manifest.version : `${manifest.version}+${deployment}`;
}

/**
 * What every answer says. Pages of any origin may read all of them: everything here is public and nothing depends on who
 * asks, so there are no credentials to protect.
 */
export function standingHeaders(version: string): Readonly<Record<string, string>> {
  return {
    ...SECURITY_HEADERS,
    // Which code answered. Which corpus it read is said by who reads it.
    'Dateline-Version': version,
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers':
      'Dateline-Corpus-Version,Dateline-Version,ETag,Link,Retry-After,Server-Timing,X-Request-Id',
  };
}

/** Answers a browser that asks before it sends a page's request. */
export function answerPreflight(exchange: Exchange): Response {
  setHeader(exchange, 'Access-Control-Allow-Methods', 'GET,HEAD,POST,OPTIONS');
  // Clients add headers of their own, and a preflight that forbids one would keep the whole request away. It is for
  // requests without credentials, of which there are none here.
  setHeader(exchange, 'Access-Control-Allow-Headers', '*');
  setHeader(exchange, 'Access-Control-Max-Age', '86400');
  setHeader(exchange, 'Vary', 'Access-Control-Request-Headers');
  return respond(exchange, 204, null);
}
