/** Differences: what a revision of a text adds and removes, word by word. */
import { diffLines, diffWordsWithSpace } from 'diff';
import type { TextDifference } from '../model.ts';

/** The difference of every two revisions, given the number and text of each, the newest first. */
export function differencesOf(texts: readonly { readonly number: number; readonly text: string }[]): TextDifference[] {
  return texts.flatMap((later, index) =>
    texts.slice(index + 1).map((earlier) => ({
      from: earlier.number,
      to: later.number,
      changes: changesBetween(earlier.text, later.text),
    })),
  );
}

function changesBetween(earlier: string, later: string): TextDifference['changes'] {
  return compareTexts(earlier, later).map(({ added, removed, value }) => ({
    kind: added ? 'ADDED' : removed ? 'REMOVED' : 'KEPT',
    length: value.length,
  }));
}

/** Above this, in UTF-16 units of both texts, whole lines are compared: the words of a book would take minutes. */
const MOST_COMPARED = 200_000;

/**
 * The most words, or lines, that may be removed and added. The time grows with the square of their number: to compare
 * the words of a text of three pages with its translation would take a minute.
 */
const MOST_EDITS = 1000;

/** What two texts have in common, word by word; if too many words differ, line by line, and then not at all. */
export function compareTexts(earlier: string, later: string): ReturnType<typeof diffLines> {
  const isLong = earlier.length + later.length > MOST_COMPARED;
  const options = { maxEditLength: MOST_EDITS };
  const byWord = isLong ? undefined : diffWordsWithSpace(earlier, later, options);
  return byWord ?? diffLines(earlier, later, options) ?? [partOf(earlier, 'removed'), partOf(later, 'added')];
}

function partOf(value: string, kind: 'removed' | 'added') {
  return { value, count: 1, removed: kind === 'removed', added: kind === 'added' };
}
