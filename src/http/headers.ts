/** The headers that every answer has. Static assets get the same ones from `src/build/assets.ts`. */
import manifest from '../../package.json' with { type: 'json' };
import { type Exchange, respond, setHeader } from './exchange.ts';

/** Forbids browsers everything that answers do not need. A page that needs more sets its own policy. */
export const SECURITY_HEADERS = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
} as const;

/** The version of the code, with the deployment as its build metadata (Semantic Versioning, 10). */
export function versionOf(deployment: string | null): string {
  return deployment === null ? manifest.version : `${manifest.version}+${deployment}`;
}

/**
 * The headers of every answer. Pages of any origin may read every answer: all data is public and nothing depends on the
 * caller, so there are no credentials to protect.
 */
export function standingHeaders(version: string): Readonly<Record<string, string>> {
  return {
    ...SECURITY_HEADERS,
    // The version of the code. Whatever reads the corpus sets the version of the corpus.
    'Dateline-Version': version,
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers':
      'Dateline-Corpus-Version,Dateline-Version,ETag,Link,Retry-After,Server-Timing,X-Request-Id',
  };
}

/** Answers the preflight request of a browser. */
export function answerPreflight(exchange: Exchange): Response {
  setHeader(exchange, 'Access-Control-Allow-Methods', 'GET,HEAD,POST,OPTIONS');
  // Clients add their own headers, and a preflight that forbids one blocks the whole request. The wildcard only works
  // for requests without credentials; there are no others here.
  setHeader(exchange, 'Access-Control-Allow-Headers', '*');
  setHeader(exchange, 'Access-Control-Max-Age', '86400');
  setHeader(exchange, 'Vary', 'Access-Control-Request-Headers');
  return respond(exchange, 204, null);
}
