/** The answer to `src/operations/revisions-page.graphql`. */
import type { Change, Publication, Retired } from './answer.ts';

/** The article; null if there is none with that slug. */
export interface RevisionsAnswer {
  readonly article: RevisedArticle | null;
  readonly retired: Retired | null;
}

/** An article with each of its texts, the newest first. */
export interface RevisedArticle extends Publication {
  readonly revisions: readonly (Change & { readonly wordCount: number; readonly changes: readonly TextChange[] })[];
}

/** Words that a text and the one before it have, or only one of them. */
export interface TextChange {
  readonly kind: 'KEPT' | 'REMOVED' | 'ADDED';
  readonly text: string;
}
