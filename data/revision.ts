/** Revisions: the texts that an article has had, by their numbers and names. */
import type { Article, Asserted, FuzzyDate, Revision, Slug, TextChange, TextDifference, TextName } from './model.ts';

/** All revisions, the newest first; never empty. */
export function revisionsOf(article: Article): readonly Revision[] {
  if (article.revisions.length > 0) return article.revisions;
  const { published, digest, wordCount } = article;
  return [{ number: 1, date: published, digest, wordCount, reason: null, correction: null }];
}

/**
 * The day on which the corpus got the text of a revision, `YYYY-MM-DD`: for the first, when the article was entered. Of a
 * vague date it is the last day, when the text had certainly come. Null if nobody knows.
 */
export function dayOfRevision({ entered, published }: Article, { number, date }: Revision): string | null {
  const first = entered ?? lastDay(published);
  if (number === 1) return first;
  const own = lastDay(date);
  // A text that changed before the corpus got the article came with it.
  return own !== null && first !== null && own < first ? first : own;
}

function lastDay(date: FuzzyDate | null): string | null {
  return date?.latest ?? null;
}

/** The name of the text of a revision; null is the present one. */
export function textName(article: Slug, revision: number | null): TextName {
  return revision === null ? article : `${article}@${revision}`;
}

/** The article of a text. */
export function articleOf(name: TextName): Slug {
  const at = name.indexOf('@');
  return at === -1 ? name : name.slice(0, at);
}

/** The number of the revision of a text; null if it is the present one. */
export function earlierRevision(name: TextName): number | null {
  const at = name.indexOf('@');
  return at === -1 ? null : Number(name.slice(at + 1));
}

/**
 * Whether an assertion of an earlier text is the last of its kind. It is read in each text that has it, and the last of
 * these is what the article said before it said so no more.
 */
export function isFormer({ standing, evidence: [first] }: Asserted): boolean {
  return first !== undefined && standing !== null && standing.until === earlierRevision(first.source);
}

/** The changes with their words, which stand in the two texts. */
export function withWords({ changes }: TextDifference, earlier: string, later: string): TextChange[] {
  let [inEarlier, inLater] = [0, 0];
  return changes.map(({ kind, length }) => {
    const text =
      kind === 'REMOVED' ? earlier.slice(inEarlier, inEarlier + length) : later.slice(inLater, inLater + length);
    if (kind !== 'ADDED') inEarlier += length;
    if (kind !== 'REMOVED') inLater += length;
    return { kind, text };
  });
}

/** The difference of two texts as seen from the later one. What is removed still comes before what is added. */
export function reversed(changes: readonly TextChange[]): TextChange[] {
  const turned: TextChange[] = [];
  for (const { kind, text } of changes) {
    const change: TextChange = { kind: REVERSED[kind], text };
    const isAfterAdded = change.kind === 'REMOVED' && turned.at(-1)?.kind === 'ADDED';
    turned.splice(isAfterAdded ? turned.length - 1 : turned.length, 0, change);
  }
  return turned;
}

const REVERSED = { KEPT: 'KEPT', REMOVED: 'ADDED', ADDED: 'REMOVED' } as const;
