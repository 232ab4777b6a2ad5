/** How long an address may be. */
import { publicError } from '../../schema/errors.ts';
import type { Limits } from '../settings.ts';
import type { Exchange } from './exchange.ts';

/** Refuses a longer path with its query string. Cloudflare itself cuts off at 16 KB. */
export function limitUrlLength({ urlLength: limit }: Limits) {
  return (exchange: Exchange, next: () => Promise<void>): Promise<void> => {
    const { url } = exchange.req;
    // Behind "https://" and the host.
    const actual = url.length - url.indexOf('/', 'https://'.length);
    if (actual <= limit) return next();
    throw publicError('URI_TOO_LONG', `The address has ${actual} characters; the most is ${limit}. Send a POST.`, {
      actual,
      limit,
    });
  };
}
