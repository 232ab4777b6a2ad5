/** The order of changes: by day, and on one day by names that stay, so that a cursor is valid for years. */
import type { Change } from './model.ts';
import { compareKeys, type SortKey } from './page.ts';

export function changeKey({ on, kind, type, slug, article, revision }: Change): SortKey {
  return [on, kind, type ?? '', slug, article ?? '', revision ?? 0];
}

export function compareChanges(one: Change, other: Change): number {
  return compareKeys(changeKey(one), changeKey(other), 'ASC');
}

/** Whether a key of a cursor can be that of a change. */
export function isChangeKey(key: SortKey): boolean {
  return key.length === 6 && key.slice(0, 5).every((part) => typeof part === 'string') && typeof key[5] === 'number';
}
