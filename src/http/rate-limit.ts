/** Limits the requests of each client, counted by Cloudflare's rate limiting binding. */
import { publicError } from '../../schema/errors.ts';
import type { RateLimiter } from '../environment.ts';
import { type Exchange, setHeader } from './exchange.ts';
import { inTime } from './in-time.ts';

/** The binding only answers yes or no. Its window is at most 60 seconds, so waiting that long is enough. */
const WINDOW_SECONDS = 60;

/** The binding usually answers within a millisecond. No request should wait longer than this for a failing one. */
const PATIENCE_MILLISECONDS = 50;

/**
 * How long a limiter must work without a failure before it is logged as back: one that fails now and then may fail
 * again.
 */
const QUIET_MILLISECONDS = 1000;

/** Answers 429 with `Retry-After` to requests of a client beyond its share. */
export function limitRate(limiter: RateLimiter) {
  const isWithinShare = openCount(limiter);
  return async (exchange: Exchange, next: () => Promise<void>): Promise<void> => {
    if (await isWithinShare(clientOf(exchange.req.header('CF-Connecting-IP') ?? null))) return next();
    setHeader(exchange, 'Retry-After', String(WINDOW_SECONDS));
    throw publicError(
      'RATE_LIMITED',
      `Too many requests from your network. Wait ${WINDOW_SECONDS} seconds, and send fewer at once.`,
      { retryAfterSeconds: WINDOW_SECONDS },
    );
  };
}

/**
 * Counts a request of a client and decides whether it may proceed. If the limiter fails, every request may: it protects
 * the service and must not be what stops it. Such a failure is logged once, not for each request.
 */
function openCount(limiter: RateLimiter): (client: string) => Promise<boolean> {
  /** When it last failed, after the failure was logged; null while it works. */
  let lastFailure: number | null = null;
  return async (key) => {
    try {
      const { success } = await inTime(limiter.limit({ key }), PATIENCE_MILLISECONDS, late);
      if (lastFailure !== null && Date.now() - lastFailure >= QUIET_MILLISECONDS) {
        lastFailure = null;
        console.log(JSON.stringify({ level: 'info', event: 'rate limiter back' }));
      }
      return success;
    } catch (error) {
      if (lastFailure === null) logFailure(error);
      lastFailure = Date.now();
      return true;
    }
  };
}

function late(): Error {
  return new Error(`no answer in ${PATIENCE_MILLISECONDS} ms`);
}

function logFailure(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  console.error(JSON.stringify({ level: 'error', event: 'rate limiter unavailable', message }));
}

/**
 * The key that a client is counted by. Only Cloudflare can set the address; without one, as in local runs, all clients
 * count as one. An IPv6 client has at least 2^64 addresses, so its network (the first four groups) is the key.
 */
export function clientOf(address: string | null): string {
  if (address === null) return 'unknown';
  if (!address.includes(':')) return address;
  // An IPv4 address on a dual-stack socket.
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = '', tail = ''] = address.toLowerCase().split('::');
  const before = head.split(':').filter((group) => group !== '');
  const after = tail.split(':').filter((group) => group !== '');
  const zeros = address.includes('::') ? Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0') : [];
  const groups = [...before, ...zeros, ...after].slice(0, 4);
  return `${groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
