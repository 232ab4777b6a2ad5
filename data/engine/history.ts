/** Histories: what was once known of a thing. Few things have one, so each is a piece of its own. */

import { jsonBytes, readJson } from '../bytes.ts';
import type { ArticleText, History, Slug, TextDifference, TextName } from '../model.ts';
import { articleOf, earlierRevision } from '../revision.ts';
import { once, pieces, presentPiece, type Question, texts } from '../source.ts';

/** A history without its texts and differences, which are pieces too: an article may change a hundred times. */
export interface KeptHistory extends Pick<History, 'of' | 'assertions' | 'mentions'> {
  /** The names of the earlier texts. */
  readonly texts: readonly TextName[];
}

function historyName(of: Slug | TextName): string {
  return `history/${of}`;
}

function differencesName(article: Slug, to: number): string {
  return `history/${article}/${to}`;
}

export function* packHistory(history: History): Generator<readonly [string, Uint8Array]> {
  const { of, assertions, mentions } = history;
  const kept: KeptHistory = { of, texts: history.texts.map((text) => text.of), assertions, mentions };
  yield [historyName(of), jsonBytes(kept)];
  for (const text of history.texts) yield [historyName(text.of), jsonBytes(text)];
  for (const [to, differences] of Map.groupBy(history.differences, (difference) => difference.to)) {
    yield [differencesName(of, to), jsonBytes(differences)];
  }
}

const readHistory = once((bytes): KeptHistory => readJson(bytes));
const readText = once((bytes): ArticleText => readJson(bytes));
const readDifferences = once((bytes): readonly TextDifference[] => readJson(bytes));

/** Null if the thing has no past. */
export function* findHistory(slug: Slug): Question<KeptHistory | null> {
  const [piece = null] = yield* pieces([historyName(slug)]);
  return piece === null ? null : readHistory(piece);
}

/** The text of that name, which must exist. */
export function* findText(name: TextName): Question<ArticleText> {
  if (earlierRevision(name) !== null) return readText(yield* presentPiece(historyName(name)));
  const [found] = yield* texts([articleOf(name)]);
  if (found === undefined) throw new Error(`The source has no text "${name}".`);
  return found;
}

/** The difference of two revisions of an article, which must exist. */
export function* findDifference(article: Slug, from: number, to: number): Question<TextDifference> {
  const differences = readDifferences(yield* presentPiece(differencesName(article, to)));
  const found = differences.find((one) => one.from === from);
  if (found === undefined) throw new Error(`"${article}" has no difference of ${from} and ${to}.`);
  return found;
}
