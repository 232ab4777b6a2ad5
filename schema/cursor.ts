/** Cursors: where a thing stands in its list, as a caller hands it back (Relay Cursor Connections, "Cursor"). */
import { hashesOf } from '../data/hash.ts';
import type { SortKey } from '../data/query.ts';
import { publicError } from './errors.ts';

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
      `"${argument}" is no cursor of this list in this order. Give a cursor that the same list answered.`,
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
