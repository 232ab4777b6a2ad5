/** Mentions of a draft: the names of each agent and place in the text. */
import { type Anchor, type Anchors, isWhole } from '../../data/compile/index.ts';
import type { FoundName } from './name/find.ts';
import type { Range } from './sentence.ts';
import { proposing, type Sheet } from './sheet.ts';

/** The anchors of every named thing, by slug; a name that always means the same thing is quoted once for all places. */
export function draftMentions(sheet: Sheet): Record<string, { names: Anchors; draft: string }> {
  const all = sheet.names.flatMap(({ mentions }) => mentions);
  return Object.fromEntries(
    sheet.names.flatMap((name) => {
      const anchors = anchorsOf(name, all, sheet);
      const [only] = anchors;
      if (only === undefined) return [];
      return [[sheet.slugOf(name), { names: anchors.length === 1 ? only : anchors, draft: name.rule }] as const];
    }),
  );
}

function anchorsOf({ mentions }: FoundName, all: readonly Range[], sheet: Sheet): Anchor[] {
  const byWords = Map.groupBy(mentions, ({ start, end }) => sheet.text.slice(start, end));
  return [...byWords].flatMap(([words, own]) =>
    meansOnly(words, own, all, sheet.text) ? [words] : own.flatMap((range) => proposing(() => sheet.anchor(range))),
  );
}

/** Whether every place of the words, as whole words, is one of these or is within a longer name. */
function meansOnly(words: string, own: readonly Range[], all: readonly Range[], text: string): boolean {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    if (!isWhole(text, at, end)) continue;
    const isOwn = own.some(({ start }) => start === at);
    const isWithin = all.some(
      (other) => other.start <= at && other.end >= end && other.end - other.start > words.length,
    );
    if (!isOwn && !isWithin) return false;
  }
  return true;
}
