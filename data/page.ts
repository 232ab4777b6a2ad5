/** Pages: cutting one out of a list that is in order, by key and not by number, so that a page never shifts. */

export type Direction = 'ASC' | 'DESC';

/**
 * Where a thing stands in an order: the values it is sorted by, and last its slug, so that no two are equal.
 * An unknown value (null) stands behind every known one, in both directions.
 */
export type SortKey = readonly (string | number | null)[];

/** A window on an ordered list: the first `limit` behind `after`, or, from the end, the last `limit` before `before`. */
export interface Window {
  readonly limit: number;
  readonly fromEnd: boolean;
  readonly after?: SortKey;
  readonly before?: SortKey;
}

/** A page in list order, and whether the list goes on before and behind it. */
export interface Page<Item> {
  readonly items: readonly { readonly item: Item; readonly key: SortKey }[];
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
}

interface Keyed<Item> {
  readonly item: Item;
  readonly key: SortKey;
}

/** The window's page of `list`, which stands in the order of its keys in `direction`. */
export function pageOf<Item>(list: readonly Keyed<Item>[], direction: Direction, window: Window): Page<Item> {
  const { after, before } = window;
  const firstAfter = (key: SortKey) => partitionPoint(list, (item) => compareKeys(item.key, key, direction) <= 0);
  const firstAt = (key: SortKey) => partitionPoint(list, (item) => compareKeys(item.key, key, direction) < 0);
  const from = after === undefined ? 0 : firstAfter(after);
  const to = before === undefined ? list.length : firstAt(before);
  const { start, end } = cut(from, to, window);
  return { items: list.slice(start, end), hasBefore: start > 0, hasAfter: end < list.length };
}

/** What the window takes of the places `from` up to and without `to`, which its cursors leave. */
export function cut(
  from: number,
  to: number,
  { limit, fromEnd }: Window,
): { readonly start: number; readonly end: number } {
  const last = Math.max(from, to);
  const start = fromEnd ? Math.max(from, last - limit) : from;
  return { start, end: Math.min(last, start + limit) };
}

/** How many items come first for which `isBefore` holds: those for which it does not all stand after them. */
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
 * Compares two keys of one order. Unknown values stand last in both directions: a reader who asks for the newest first
 * does not want the undated before them.
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
