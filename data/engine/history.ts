/** Histories: what was once known of a thing. Few things have one, so each is a piece of its own. */

import { jsonBytes, readJson } from '../bytes.ts';
import type { ArticleText, History, Slug, TextName } from '../model.ts';
import { articleOf, earlierRevision } from '../revision.ts';
import { once, pieces, type Question, texts } from '../source.ts';

function historyName(slug: Slug): string {
  return `history/${slug}`;
}

export function packHistory(history: History): readonly [string, Uint8Array] {
  return [historyName(history.of), jsonBytes(history)];
}

const readHistory = once((bytes): History => readJson(bytes));

/** Null if the thing has no past. */
export function* findHistory(slug: Slug): Question<History | null> {
  const [piece = null] = yield* pieces([historyName(slug)]);
  return piece === null ? null : readHistory(piece);
}

/** The text of that name, which must exist. */
export function* findText(name: TextName): Question<ArticleText> {
  const article = articleOf(name);
  const found =
    earlierRevision(name) === null
      ? (yield* texts([article]))[0]
      : (yield* findHistory(article))?.texts.find(({ of }) => of === name);
  if (found === undefined) throw new Error(`The source has no text "${name}".`);
  return found;
}
