/** Headers that every answer has, whoever gives it. The static assets get the same from `src/tools/assets.ts`. */
import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';

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
export const setSecurityHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    if (!context.res.headers.has(name)) context.res.headers.set(name, value);
  }
};

/**
 * Lets pages of any origin read the answers: everything here is public and nothing depends on who asks, so there are
 * no credentials to protect.
 */
export const allowAnyOrigin: MiddlewareHandler = cors({
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'POST', 'OPTIONS'],
  allowHeaders: ['Accept', 'Content-Type'],
  maxAge: 86_400,
});
