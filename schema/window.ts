/** Window: which part of a list the four arguments of a connection ask for (Relay Cursor Connections, "Arguments"). */
import type { SortKey, Window } from '../data/query.ts';
import { decodeCursor } from './cursor.ts';
import { publicError } from './errors.ts';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from './page-size.ts';

/** The four arguments of every connection. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly last?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
}

/**
 * What the four arguments ask for. Refuses sizes out of range and cursors of another list.
 *
 * @param isKey whether a cursor's key can be one of this list: most end with a slug.
 */
export function windowOf(
  { first, last, after, before }: PageArguments,
  list: string,
  isKey: (key: SortKey) => boolean = endsWithText,
): Window {
  if (first != null && last != null) {
    throw publicError('INVALID_PAGE_SIZE', 'Both "first" and "last" are given. Give one of them.');
  }
  return {
    limit: pageSize('last', last) ?? pageSize('first', first) ?? DEFAULT_PAGE_SIZE,
    fromEnd: last != null,
    ...(after != null && { after: decodeCursor('after', after, list, isKey) }),
    ...(before != null && { before: decodeCursor('before', before, list, isKey) }),
  };
}

function pageSize(argument: 'first' | 'last', size: number | null | undefined): number | null {
  if (size == null) return null;
  if (size < 0) {
    throw publicError('INVALID_PAGE_SIZE', `"${argument}" is ${size}. Give a number from 0 to ${MAX_PAGE_SIZE}.`, {
      actual: size,
      limit: MAX_PAGE_SIZE,
    });
  }
  if (size > MAX_PAGE_SIZE) {
    throw publicError(
      'INVALID_PAGE_SIZE',
      `"${argument}" is ${size}; the most is ${MAX_PAGE_SIZE}. Ask for ${MAX_PAGE_SIZE} and follow pageInfo.`,
      { actual: size, limit: MAX_PAGE_SIZE },
    );
  }
  return size;
}

function endsWithText(key: SortKey): boolean {
  return typeof key.at(-1) === 'string';
}
