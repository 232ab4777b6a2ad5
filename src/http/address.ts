/** Checks the address of a request. */
import { publicError } from '../../schema/errors.ts';
import type { Limits } from '../settings.ts';
import type { Exchange } from './exchange.ts';

/**
 * Refuses a path and query string that are too long (the limit of Cloudflare itself is 16 KB), and an invalid Host: RFC
 * 9112, 3.2. After this check, every address can be parsed.
 */
export function checkAddress({ urlLength: limit }: Limits) {
  return (exchange: Exchange, next: () => Promise<void>): Promise<void> => {
    const { url } = exchange.req;
    // The length after "https://" and the host.
    const actual = url.length - url.indexOf('/', 'https://'.length);
    if (actual > limit) {
      throw publicError('URI_TOO_LONG', `The address has ${actual} characters; the most is ${limit}. Send a POST.`, {
        actual,
        limit,
      });
    }
    if (!URL.canParse(url)) throw publicError('BAD_REQUEST', 'The Host header is not a valid host.');
    return next();
  };
}
