/** Pages: cuts one out of an ordered list, by key instead of number, so that a page never shifts. */

export type Direction = 'ASC' | 'DESC';

/**
 * The place of a thing in an order: the values that it is sorted by, and last its slug, so that no two are equal.
 * An unknown value (null) comes after every known one, in both directions.
 */
export type SortKey = readonly (string | number | null)[];

/** A window on an ordered list: the first `limit` after `after`, or, from the end, the last `limit` before `before`. */
export interface Window {
  readonly limit: number;
  readonly fromEnd: boolean;
  readonly after?: SortKey;
  readonly before?: SortKey;
}

/**
 * Whether a list goes on before and after a page, by Relay Cursor Connections: in the direction of the window only up to
 * its cursor, so that a walk from page to page ends there; behind it, as far as the list goes.
 */
export interface Surroundings {
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
}

/** A page in list order. */
export interface Page<Item> extends Surroundings {
  readonly items: readonly { readonly item: Item; readonly key: SortKey }[];
}

interface Keyed<Item> {
  readonly item: Item;
  readonly key: SortKey;
}

/** The window's page of `list`, which is ordered by its keys in `direction`. */
export function pageOf<Item>(list: readonly Keyed<Item>[], direction: Direction, window: Window): Page<Item> {
  const { after, before } = window;
  const firstAfter = (key: SortKey) => partitionPoint(list, (item) => compareKeys(item.key, key, direction) <= 0);
  const firstAt = (key: SortKey) => partitionPoint(list, (item) => compareKeys(item.key, key, direction) < 0);
  const from = after === undefined ? 0 : firstAfter(after);
  const to = before === undefined ? list.length : firstAt(before);
  const { start, end, ...surroundings } = cut(from, to, list.length, window);
  return { items: list.slice(start, end), ...surroundings };
}

/** The places of a list that a window takes: from `start` up to, but not including, `end`. */
export interface Part extends Surroundings {
  readonly start: number;
  readonly end: number;
}

/** What the window takes of a list of this length; its cursors leave the places from `from` up to, but not including, `to`. */
export function cut(from: number, to: number, length: number, { limit, fromEnd }: Window): Part {
  const last = Math.max(from, to);
  const start = fromEnd ? Math.max(from, last - limit) : from;
  const end = Math.min(last, start + limit);
  return { start, end, hasBefore: start > (fromEnd ? from : 0), hasAfter: end < (fromEnd ? length : last) };
}

/** The number of items at the start for which `isBefore` holds; it must hold for none of the others. */
export function partitionPoint<Item>(list: readonly Item[], isBefore: (item: Item) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(list[middle] as Item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Compares two keys of one order. Unknown values come last in both directions: a reader who asks for the newest first
 * does not want undated things before them.
 */
export function compareKeys(a: SortKey, b: SortKey, direction: Direction): number {
  for (let index = 0; index < a.length; index++) {
    const one = a[index] ?? null;
    const other = b[index] ?? null;
    if (one === other) continue;
    if (one === null) return 1;
    if (other === null) return -1;
    const order = one < other ? -1 : 1;
    return direction === 'ASC' ? order : -order;
  }
  return 0;
}
