/** How many requests one client may send: counted by Cloudflare's rate limiting binding. */
import { publicError } from '../../schema/errors.ts';
import type { RateLimiter } from '../settings.ts';
import { type Exchange, setHeader } from './exchange.ts';

/** The binding only says yes or no; its window is 60 seconds at most, so that is long enough to wait. */
const WINDOW_SECONDS = 60;

/** A binding counts beside the Worker, within a millisecond. No request is to wait longer for one that fails. */
const PATIENCE_MILLISECONDS = 50;

/** That a limiter answers again is told after so long without a failure, as one that fails now and then may fail again. */
const QUIET_MILLISECONDS = 1000;

/** Refuses with 429 and `Retry-After` what a client sends beyond its share. */
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
 * Counts a request of a client and says whether it may go on. Where the limiter fails, all may: it guards the service
 * and must not be what stops it. That is logged once, however many requests it lets through.
 */
function openCount(limiter: RateLimiter): (client: string) => Promise<boolean> {
  /** When it last failed, once that was told; null while it answers. */
  let lastFailure: number | null = null;
  return async (key) => {
    try {
      const { success } = await inTime(limiter.limit({ key }));
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

async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    const error = new Error(`no answer in ${PATIENCE_MILLISECONDS} ms`);
    timer = setTimeout(() => reject(error), PATIENCE_MILLISECONDS);
  });
  try {
    return await Promise.race([answer, limit]);
  } finally {
    clearTimeout(timer);
  }
}

function logFailure(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  console.error(JSON.stringify({ level: 'error', event: 'rate limiter unavailable', message }));
}

/**
 * Who is counted as one. Cloudflare sets the address and lets nobody else; without one, as locally, all are one. An
 * IPv6 client has 2^64 addresses at least, so that its network (the first four groups) counts.
 */
export function clientOf(address: string | null): string {
  if (address === null) return 'unknown';
  if (!address.includes(':')) return address;
  // The IPv4 address of a socket that speaks both.
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = '', tail = ''] = address.toLowerCase().split('::');
  const before = head.split(':').filter((group) => group !== '');
  const after = tail.split(':').filter((group) => group !== '');
  const zeros = address.includes('::') ? Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0') : [];
  const groups = [...before, ...zeros, ...after].slice(0, 4);
  return `${groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
