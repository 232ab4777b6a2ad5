/** Pages: the part of a list that the arguments of a connection select, and its cursors (Relay Cursor Connections). */
import { hashesOf } from '../data/hash.ts';
import type { SortKey, Window } from '../data/page.ts';
import { publicError } from './errors.ts';

/** The page size of a request that gives none. */
export const DEFAULT_PAGE_SIZE = 50;

/** The largest page, and the most ids that a request can give at once. */
export const MAX_PAGE_SIZE = 100;

/** The four arguments of every connection. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly last?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
}

/**
 * The part of a list that the four arguments select. Throws for sizes out of range and cursors of another list.
 *
 * @param isKey whether a sort key can be from this list: most end with a slug.
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
  return size == null ? null : withinPage(size, argument, ` Ask for ${MAX_PAGE_SIZE} and follow pageInfo.`);
}

/** The given size. Throws if it is out of range; `instead` tells the caller what to do if it is too large. */
export function withinPage(size: number, argument: 'first' | 'last', instead = ''): number {
  if (size >= 0 && size <= MAX_PAGE_SIZE) return size;
  throw publicError(
    'INVALID_PAGE_SIZE',
    size < 0
      ? `"${argument}" is ${size}. Give a number from 0 to ${MAX_PAGE_SIZE}.`
      : `"${argument}" is ${size}; the most is ${MAX_PAGE_SIZE}.${instead}`,
    { actual: size, limit: MAX_PAGE_SIZE },
  );
}

function endsWithText(key: SortKey): boolean {
  return typeof key.at(-1) === 'string';
}

/**
 * A cursor contains the name of the list and the sort key of the item, not its index, which would shift as the list
 * grows.
 */
export function encodeCursor(list: string, key: SortKey): string {
  const bytes = new TextEncoder().encode(JSON.stringify([list, ...key]));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** A short form of a long text that identifies a list, which would otherwise be in every cursor. */
export function fingerprint(text: string): string {
  return hashesOf(text)
    .map((half) => half.toString(36))
    .join('');
}

/**
 * The sort key of a cursor. Throws if the cursor is broken, is from another list, or has a key that cannot be of this
 * list.
 */
export function decodeCursor(
  argument: 'after' | 'before',
  cursor: string,
  list: string,
  isKey: (key: SortKey) => boolean,
): SortKey {
  // No cursor of this list is longer. A longer one would be decoded again for each thing with such a list.
  const [name, ...key] = cursor.length > MAX_KEY_LENGTH + 8 * list.length ? [] : parseCursor(cursor);
  if (name !== list || !key.every(isSortValue) || !isKey(key)) {
    throw publicError(
      'INVALID_CURSOR',
      `"${argument}" is not a cursor of this list in this order. Use a cursor that the same list returned.`,
    );
  }
  return key;
}

/** The longest sort key in a cursor: a key contains one or two names. */
const MAX_KEY_LENGTH = 4000;

function parseCursor(cursor: string): readonly unknown[] {
  try {
    const bytes = Uint8Array.from(atob(cursor), (character) => character.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function isSortValue(value: unknown): value is string | number | null {
  return value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
}
