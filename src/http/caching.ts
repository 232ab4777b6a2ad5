/** Which answers may be cached, by whom and how long: RFC 9110, 13 (conditions), RFC 9111 and 5861 (caches). */

import { sha256 } from '../../data/hash.ts';
import type { MaxAge } from '../settings.ts';
import type { Exchange } from './exchange.ts';

/** For an answer that is the same until the next deployment. Caches of others do not hear of one, so it is short. */
export function publicCaching({ answer }: MaxAge): string {
  return `public, max-age=${answer}`;
}

/**
 * The same for Cloudflare's cache alone, in `Cloudflare-CDN-Cache-Control`, which it prefers and does not pass on.
 * `s-maxage` would bind the caches of others, and forbid stale answers (RFC 9111, 4.2.4). Without `stale-if-error`
 * Cloudflare serves them during errors for as long as it has them.
 */
export function cloudflareCaching({ sharedAnswer, staleAnswer }: MaxAge): string {
  if (sharedAnswer === 0) return UNCACHED;
  return `public, max-age=${sharedAnswer}, stale-while-revalidate=${staleAnswer}, stale-if-error=${staleAnswer}`;
}

/** For answers that no cache may keep: errors, which may be gone the next moment, and answers to POST. */
export const UNCACHED = 'no-store';
export const PRIVATE = 'private, no-store';

/** A strong entity tag computed from everything that the answer depends on, in this order. */
export async function entityTag(parts: readonly string[]): Promise<string> {
  return `"${(await sha256(JSON.stringify(parts))).slice(0, 32)}"`;
}

/**
 * Adds the entity tag to an answer to a GET, or answers 304 if the caller already has it: RFC 9110, 8.8.3 and 15.4.5.
 */
export async function tagAnswers(exchange: Exchange, next: () => Promise<void>): Promise<void> {
  await next();
  const dependsOn = exchange.get('dependsOn');
  if (dependsOn === undefined) return;
  const tag = await entityTag(dependsOn);
  exchange.res.headers.set('ETag', tag);
  if (!hasAnswer(exchange.req.header('If-None-Match') ?? null, tag)) return;
  const { headers } = exchange.res;
  headers.delete('Content-Type');
  exchange.res = new Response(null, { status: 304, headers });
}

/** Several hundred tags; the rest of a longer header is ignored. */
const READ_LENGTH = 24_000;

/**
 * Whether the caller already has this answer: RFC 9110, 13.1.2. `If-None-Match` is a list or `*`. The comparison is
 * weak, so a tag that a proxy made weak when it compressed the answer still matches.
 */
export function hasAnswer(ifNoneMatch: string | null, tag: string): boolean {
  if (ifNoneMatch === null) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const read = ifNoneMatch.slice(0, READ_LENGTH);
  if (!read.includes(tag)) return false;
  return [...read.matchAll(/(?:W\/)?("[^"]*")/g)].some(([, other]) => other === tag);
}
