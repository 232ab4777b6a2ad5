/** Pages: which part of a list the four arguments of a connection ask for, and its cursors (Relay Cursor Connections). */
import { hashesOf } from '../data/hash.ts';
import type { SortKey, Window } from '../data/page.ts';
import { publicError } from './errors.ts';

/** Where a request says nothing. */
export const DEFAULT_PAGE_SIZE = 50;

/** The most that a request can ask for, and the most ids that it can give at once. */
export const MAX_PAGE_SIZE = 100;

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
  return size == null ? null : withinPage(size, argument, ` Ask for ${MAX_PAGE_SIZE} and follow pageInfo.`);
}

/** The size that was asked for. Refuses one out of range; `instead` says what to do where it is too large. */
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
 * A cursor is the list's name and the thing's sort key: no number of a thing, which would shift when the list grows.
 */
export function encodeCursor(list: string, key: SortKey): string {
  const bytes = new TextEncoder().encode(JSON.stringify([list, ...key]));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** A short name for what tells a list from others, where that is long: its cursors would all carry it whole. */
export function fingerprint(text: string): string {
  return hashesOf(text)
    .map((half) => half.toString(36))
    .join('');
}

/**
 * The sort key of a cursor. Refuses one that is broken, that another list gave, or whose key cannot be one of this list.
 */
export function decodeCursor(
  argument: 'after' | 'before',
  cursor: string,
  list: string,
  isKey: (key: SortKey) => boolean,
): SortKey {
  // None of this list is as long; a longer one would be decoded for each thing that has such a list.
  const [name, ...key] = cursor.length > MAX_KEY_LENGTH + 8 * list.length ? [] : parseCursor(cursor);
  if (name !== list || !key.every(isSortValue) || !isKey(key)) {
    throw publicError(
      'INVALID_CURSOR',
      `"${argument}" is not a cursor of this list in this order. Use a cursor that the same list returned.`,
    );
  }
  return key;
}

/** Of the part of a cursor that is not the name of its list: a sort key has a name or two in it. */
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
