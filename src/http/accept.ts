/** Content negotiation: RFC 9110, 12.5.1, with the two media types of GraphQL over HTTP. */

import { BoundedCache } from '../../data/bounded-cache.ts';

/** The media types that a GraphQL answer can be sent as; the first if the caller has no preference. */
export const GRAPHQL_MEDIA_TYPES = ['application/json', 'application/graphql-response+json'] as const;
export type GraphqlMediaType = (typeof GRAPHQL_MEDIA_TYPES)[number];

/** The media type for a GraphQL answer; null if none is acceptable. */
export function graphqlMediaType(accept = '*/*'): GraphqlMediaType | null {
  if (accept.length > KEPT_LENGTH) return preferredMediaType(accept, GRAPHQL_MEDIA_TYPES);
  return LIKED.get(accept, () => preferredMediaType(accept, GRAPHQL_MEDIA_TYPES));
}

/** The results for short headers: clients send the same few again and again. */
const LIKED = new BoundedCache<string, GraphqlMediaType | null>(64);
const RANGES = new BoundedCache<string, readonly MediaRange[]>(64);
const KEPT_LENGTH = 200;
/** Bounds on the work for one header. No client sends as many ranges; the rest is ignored. */
const READ_LENGTH = 16_000;
const READ_RANGES = 1_000;

/**
 * The offered media type that the caller prefers; among equals, the one whose range comes first in the header, then the
 * one offered first. Null if none is acceptable; without an `Accept` header, all are.
 */
export function preferredMediaType<T extends string>(accept: string | undefined, offered: readonly T[]): T | null {
  const ranges = rangesOf(accept ?? '*/*');
  const liked = offered.flatMap((type) => {
    const range = mostSpecific(ranges, type);
    return range && range.quality > 0 ? [{ type, range }] : [];
  });
  liked.sort((a, b) => b.range.quality - a.range.quality || a.range.place - b.range.place);
  return liked[0]?.type ?? null;
}

/** One part of the header, `text/*;q=0.5`, and its position in it. */
interface MediaRange {
  readonly type: string;
  /** Whether it is for a variant of the type, `application/json;v=2`; no answer is sent as one. */
  readonly isVariant: boolean;
  readonly quality: number;
  readonly place: number;
}

/**
 * An exact type takes precedence over a range of one type, and that over the range of all, in whatever order they come.
 * A variant says nothing about the type itself; who names nothing else, and does not refuse it, gets the type instead.
 */
function mostSpecific(ranges: readonly MediaRange[], type: string): MediaRange | null {
  const [family] = type.split('/');
  for (const wanted of [type, `${family}/*`, '*/*']) {
    const found = ranges.find((range) => range.type === wanted && !range.isVariant);
    if (found) return found;
  }
  return ranges.find((range) => range.type === type) ?? null;
}

/** Browsers send longer headers than programs; reading one takes most of a negotiation. */
function rangesOf(accept: string): readonly MediaRange[] {
  return accept.length > KEPT_LENGTH ? parseAccept(accept) : RANGES.get(accept, parseAccept);
}

/** The ranges of the header, except those for a charset other than UTF-8, the only one that is sent. */
function parseAccept(accept: string): MediaRange[] {
  return accept
    .slice(0, READ_LENGTH)
    .toLowerCase()
    .split(',')
    .filter((part) => part.trim() !== '')
    .slice(0, READ_RANGES)
    .map((part) => part.split(';').map((piece) => piece.trim()))
    .filter(([, ...parameters]) => (parameter(parameters, 'charset') ?? 'utf-8') === 'utf-8')
    .map(([type = '', ...parameters], place) => ({
      type,
      isVariant: parameters.some((text) => text !== '' && !/^(?:q|charset)=/.test(text)),
      place,
      quality: readQuality(parameter(parameters, 'q')),
    }));
}

/** The value of a parameter, without quotation marks. Null if it is not given. */
export function parameter(parameters: readonly string[], name: string): string | null {
  const found = parameters.find((text) => text.startsWith(`${name}=`));
  return found ? found.slice(name.length + 1).replaceAll('"', '') : null;
}

/** A weight: RFC 9110, 12.4.2. 1 if it is not given, 0 if it is malformed. */
export function readQuality(text: string | null): number {
  const value = text === null ? 1 : Number(text);
  return value >= 0 && value <= 1 ? value : 0;
}
