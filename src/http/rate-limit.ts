/** How many requests one client may send: counted by Cloudflare's rate limiting binding. */
import { publicError } from '../../schema/errors.ts';
import type { RateLimiter } from '../settings.ts';
import type { Exchange } from './exchange.ts';
import { setHeader } from './respond.ts';

/** The binding only says yes or no; its window is 60 seconds at most, so that is long enough to wait. */
const WINDOW_SECONDS = 60;

/** Refuses with 429 and `Retry-After` what a client sends beyond its share. */
export function limitRate(limiter: RateLimiter) {
  return async (exchange: Exchange, next: () => Promise<void>): Promise<void> => {
    const { success } = await limiter.limit({ key: clientOf(exchange.req.header('CF-Connecting-IP') ?? null) });
    if (success) return next();
    setHeader(exchange, 'Retry-After', String(WINDOW_SECONDS));
    throw publicError(
      'RATE_LIMITED',
      `Too many requests from your network. Wait ${WINDOW_SECONDS} seconds, and send fewer at once.`,
      { retryAfterSeconds: WINDOW_SECONDS },
    );
  };
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
