/** Where a thing is, if not at the address that was asked for: redirects, 410 and 404, for pages and documents alike. */
import type { ExecutionResult, GraphQLError } from 'graphql';
import { displayDate } from '../../data/date-display.ts';
import type { Slug } from '../../data/model.ts';
import { isSlug } from '../../data/slug.ts';
import { UNMETERED } from '../../data/store.ts';
import { publicError } from '../../schema/errors.ts';
import type { Warning } from '../graphql/use-warnings.ts';
import { answerGone, answerNothingHere } from '../http/error-response.ts';
import { type Exchange, respond, setHeader } from '../http/exchange.ts';
import type { Link } from './failure-page.tsx';
import type { Retired } from './reader/answer.ts';
import { inWords } from './wording.ts';

/** The slug in the address of a thing. Throws `NOT_FOUND` if it is malformed. */
export function slugIn(exchange: Exchange): { readonly slug: Slug } {
  const slug = exchange.req.param('slug') ?? '';
  if (!isSlug(slug)) throw publicError('NOT_FOUND', 'There is nothing at this address.');
  return { slug };
}

/**
 * The answer if a thing is not where it was asked for: a redirect if it has moved, 410 if it was withdrawn, 404 if it
 * never was. Null if it is here.
 *
 * @param address its path; null if the answer does not have it.
 * @param pathAt turns the thing's path into the path that was asked for; null if that kind of thing has no such page.
 */
export function answerElsewhere(
  exchange: Exchange,
  result: ExecutionResult,
  address: string | null,
  maxAgeSeconds: number,
  pathAt: (address: string) => string | null = (same) => same,
): Response | null {
  const { retired = null } = result.data as { readonly retired?: Retired | null };
  const now = address ?? retired?.replacedBy?.url ?? null;
  const path = now === null ? null : pathAt(now);
  const { pathname, search } = new URL(exchange.req.url);
  if (path !== null && path !== pathname) return redirect(exchange, 301, path + search, maxAgeSeconds);
  if (address !== null) return null;
  if (retired !== null) return answerGone(exchange, toError(retired), partsOf(retired));
  return answerNothingHere(exchange, nearest(exchange, result));
}

/** "Withdrawn on 9 March 2026: …" */
function toError({ on, how, reason }: Retired): GraphQLError {
  const day = on === null ? '' : ` on ${displayDate({ edtf: on }, 'en', UNMETERED)}`;
  return publicError('GONE', `${inWords(how)}${day}: ${reason}`, { how, on });
}

function partsOf({ splitInto }: Retired): readonly Link[] {
  return splitInto.map(({ slug, url }) => ({ address: url, name: slug }));
}

/** 301 for a thing that has moved for good. 302 for a name, because tomorrow a second person may have it. */
export function redirect(exchange: Exchange, status: 301 | 302, location: string, maxAgeSeconds: number): Response {
  setHeader(exchange, 'Location', location);
  setHeader(exchange, 'Cache-Control', `public, max-age=${maxAgeSeconds}`);
  return respond(exchange, status, null);
}

/** What may have been meant by a slug that names nothing: see `graphql/use-warnings.ts`. */
function nearest(exchange: Exchange, { extensions }: ExecutionResult): readonly Link[] {
  const warnings = (extensions?.warnings ?? []) as readonly Warning[];
  const [, folder = ''] = exchange.req.path.split('/');
  return (warnings[0]?.nearest ?? []).map((slug) => ({ address: `/${folder}/${slug}`, name: slug }));
}
