/** Mentions of a draft: the names of each agent and place in the text. */
import { type Anchor, type Anchors, isWhole } from '../../data/compile/index.ts';
import { placesIn } from '../quote-span.ts';
import type { FoundName } from './name/find.ts';
import { firstFrom } from './referent.ts';
import type { Range } from './sentence.ts';
import { proposing, type Sheet } from './sheet.ts';

/** The anchors of every named thing, by slug; a name that always means the same thing is quoted once for all places. */
export function draftMentions(sheet: Sheet): Record<string, { names: Anchors; draft: string }> {
  const isWithinOther = openWithin(sheet.names.flatMap(({ mentions }) => mentions));
  return Object.fromEntries(
    sheet.names.flatMap((name) => {
      const anchors = anchorsOf(name, isWithinOther, sheet);
      const [only] = anchors;
      if (only === undefined) return [];
      return [[sheet.slugOf(name), { names: anchors.length === 1 ? only : anchors, draft: name.rule }] as const];
    }),
  );
}

type IsWithin = (range: Range) => boolean;

function anchorsOf({ mentions }: FoundName, isWithinOther: IsWithin, sheet: Sheet): Anchor[] {
  const byWords = Map.groupBy(mentions, ({ start, end }) => sheet.text.slice(start, end));
  return [...byWords].flatMap(([words, own]) =>
    meansOnly(words, own, isWithinOther, sheet.text)
      ? [words]
      : own.flatMap((range) => proposing(() => sheet.anchor(range))),
  );
}

/** Whether every place of the words, as whole words, is one of these or is within a longer name. */
function meansOnly(words: string, own: readonly Range[], isWithinOther: IsWithin, text: string): boolean {
  const starts = new Set(own.map(({ start }) => start));
  return placesIn(text, words).every((start) => {
    const end = start + words.length;
    return starts.has(start) || !isWhole(text, start, end) || isWithinOther({ start, end });
  });
}

/** Whether a range is within a longer one of these. */
function openWithin(ranges: readonly Range[]): IsWithin {
  const ordered = [...ranges].sort((one, other) => one.start - other.start);
  let furthest = 0;
  const ends = ordered.map(({ end }) => {
    furthest = Math.max(furthest, end);
    return furthest;
  });
  /** Where the ranges end at the latest that begin before the place. */
  const endBefore = (place: number) => ends[firstFrom(ordered, place) - 1] ?? 0;
  return ({ start, end }) => endBefore(start) >= end || endBefore(start + 1) > end;
}
