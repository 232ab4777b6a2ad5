/**
 * The rate limiter of every server that has one. The local one of Miniflare is a request to another Worker, and costs
 * more than most answers; Cloudflare's counts in memory. So while times are measured, an object in the isolate stands in
 * for the binding, and every server asks it once a request.
 */
import type { RateLimiter } from '../../../src/environment.ts';

const WITHIN_SHARE = { success: true };

export const STAND_IN: RateLimiter = { limit: () => Promise.resolve(WITHIN_SHARE) };

/** The environment with the binding, or with its stand-in. */
export function withLimiter<Environment extends object>(environment: Environment) {
  return { RATE_LIMITER_LOCAL: STAND_IN, ...environment };
}
