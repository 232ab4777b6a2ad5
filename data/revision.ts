/** Revisions: the texts that an article has had, by their numbers and names. */
import type { Article, Revision, Slug, TextName } from './model.ts';

/** All revisions, the newest first; never empty. */
export function revisionsOf(article: Article): readonly Revision[] {
  if (article.revisions.length > 0) return article.revisions;
  const { published, digest, wordCount } = article;
  return [{ number: 1, date: published, digest, wordCount, reason: null, correction: null }];
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
