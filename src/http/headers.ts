/** Headers that every answer has, whoever gives it. The static assets get the same from `src/tools/assets.ts`. */
import { cors } from 'hono/cors';
import manifest from '../../package.json' with { type: 'json' };
import type { Exchange } from './exchange.ts';

/** Forbids browsers everything that an answer does not need. A page that needs more sets its own policy. */
export const SECURITY_HEADERS = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
} as const;

/** Sets the security headers, leaving alone those that the answer already has. */
export async function setSecurityHeaders(exchange: Exchange, next: () => Promise<void>): Promise<void> {
  await next();
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    if (!exchange.res.headers.has(name)) exchange.res.headers.set(name, value);
  }
}

/** The code that answers: its version and, as the build of it (Semantic Versioning, 10), the deployment. */
export function versionOf(deployment: string | null): string {
  return deployment === null ? manifest.version : `${manifest.version}+${deployment}`;
}

/** Says which code answered. Which corpus it read is said by who reads it. */
export function setVersion(version: string) {
  return async (exchange: Exchange, next: () => Promise<void>): Promise<void> => {
    await next();
    exchange.res.headers.set('Dateline-Version', version);
  };
}

/**
 * Lets pages of any origin read the answers: everything here is public and nothing depends on who asks, so there are
 * no credentials to protect.
 */
export const allowAnyOrigin = cors({
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'POST', 'OPTIONS'],
  // Clients add headers of their own, and a preflight that forbids one would keep the whole request away. It is for
  // requests without credentials, of which there are none here.
  allowHeaders: ['*'],
  exposeHeaders: [
    'Dateline-Corpus-Version',
    'Dateline-Version',
    'ETag',
    'Link',
    'Retry-After',
    'Server-Timing',
    'X-Request-Id',
  ],
  maxAge: 86_400,
});
