/** Cutting a page out of a list that is already in order, by key and not by number, so that a page never shifts. */
import type { Direction, Page, SortKey, Window } from './query.ts';
import { compareKeys } from './sort-key.ts';

interface Keyed<Item> {
  readonly item: Item;
  readonly key: SortKey;
}

/** The window's page of `list`, which stands in the order of its keys in `direction`. */
export function pageOf<Item>(list: readonly Keyed<Item>[], direction: Direction, window: Window): Page<Item> {
  const from = window.after === undefined ? 0 : indexBehind(list, window.after, direction);
  const to = window.before === undefined ? list.length : indexAt(list, window.before, direction);
  const end = Math.max(from, to);
  const start = window.fromEnd ? Math.max(from, end - window.limit) : from;
  const items = list.slice(start, Math.min(end, start + window.limit));
  return { items, hasBefore: start > 0, hasAfter: start + items.length < list.length };
}

/** Index of the first item whose key is behind `key`. */
function indexBehind<Item>(list: readonly Keyed<Item>[], key: SortKey, direction: Direction): number {
  return partitionPoint(list, (item) => compareKeys(item.key, key, direction) <= 0);
}

/** Index of the first item whose key is `key` or behind it. */
function indexAt<Item>(list: readonly Keyed<Item>[], key: SortKey, direction: Direction): number {
  return partitionPoint(list, (item) => compareKeys(item.key, key, direction) < 0);
}

function partitionPoint<Item>(list: readonly Keyed<Item>[], isBefore: (item: Keyed<Item>) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = list[middle];
    if (item !== undefined && isBefore(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
