/** Merges several lists with the same order into one page. */
import { compareKeys, type Direction, type Page, type Window } from '../page.ts';
import { type Question, together } from '../source.ts';

/** The window's page of all lists, given a function of each that answers a window. Their keys must be comparable. */
export function* mergePages<Item>(
  lists: readonly ((window: Window) => Question<Page<Item>>)[],
  direction: Direction,
  window: Window,
): Question<Page<Item>> {
  // One more from each than asked for, which shows whether the joined list goes on.
  const wide = { ...window, limit: window.limit + 1 };
  const pages = yield* together(lists.map((list) => list(wide)));
  const items = pages
    .flatMap((page) => page.items.map(({ item, key }) => ({ item, key })))
    .sort((a, b) => compareKeys(a.key, b.key, direction));
  const start = window.fromEnd ? Math.max(0, items.length - window.limit) : 0;
  const end = Math.min(items.length, start + window.limit);
  return {
    items: items.slice(start, end),
    hasBefore: start > 0 || pages.some((page) => page.hasBefore),
    hasAfter: end < items.length || pages.some((page) => page.hasAfter),
  };
}
