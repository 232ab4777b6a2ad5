/** What an address has to be. */
import { publicError } from '../../schema/errors.ts';
import type { Limits } from '../settings.ts';
import type { Exchange } from './exchange.ts';

/**
 * Refuses a path that is too long with its query string (Cloudflare itself cuts off at 16 KB), and a Host that is none:
 * RFC 9112, 3.2. Behind this, every address can be read.
 */
export function checkAddress({ urlLength: limit }: Limits) {
  return (exchange: Exchange, next: () => Promise<void>): Promise<void> => {
    const { url } = exchange.req;
    // Behind "https://" and the host.
    const actual = url.length - url.indexOf('/', 'https://'.length);
    if (actual > limit) {
      throw publicError('URI_TOO_LONG', `The address has ${actual} characters; the most is ${limit}. Send a POST.`, {
        actual,
        limit,
      });
    }
    if (!URL.canParse(url)) throw publicError('BAD_REQUEST', 'The Host header is no host.');
    return next();
  };
}
