/** Differences: what a revision of a text adds and removes, word by word. */
import { diffLines, diffWordsWithSpace } from 'diff';
import type { TextChange, TextDifference } from '../model.ts';

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

/** Comparing the words of a book would take minutes: above this, in UTF-16 units of both, whole lines are compared. */
const MOST_COMPARED = 200_000;

function changesBetween(earlier: string, later: string): TextChange[] {
  const isLong = earlier.length + later.length > MOST_COMPARED;
  const changes = isLong ? diffLines(earlier, later) : diffWordsWithSpace(earlier, later);
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'ADDED' : removed ? 'REMOVED' : 'KEPT',
    text: value,
  }));
}
