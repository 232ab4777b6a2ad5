/** The anchors of an item, wherever in it they stand. */
import { type Anchor, type Anchors, listAnchors } from '../../data/compile/index.ts';
import type { Way } from '../review/splice.ts';

/** The fields that quote the text. */
const QUOTING = new Set(['content', 'cue', 'evidence', 'words', 'correction']);

interface PlacedAnchor {
  /** Its way in the item. */
  readonly way: Way;
  readonly anchor: Anchor;
}

export function anchorsIn(value: unknown, way: Way = []): PlacedAnchor[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]): PlacedAnchor[] => {
    const to: Way = [...way, Array.isArray(value) ? Number(name) : name];
    if (!QUOTING.has(name)) return anchorsIn(inner, to);
    return listAnchors(inner as Anchors).map(({ anchor, path }) => ({ way: [...to, ...path], anchor }));
  });
}

export function quoteOf(anchor: Anchor): string {
  return typeof anchor === 'string' ? anchor : anchor.quote;
}
