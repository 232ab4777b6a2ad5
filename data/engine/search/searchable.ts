/** What the search index is built of. */
import type { EntityType, Span } from '../../model.ts';

export interface SearchableArticle {
  readonly text: string;
  /** The first is the headline. */
  readonly paragraphs: readonly Span[];
  /** Where the statements stand that it reports. One may be listed several times. */
  readonly statements: readonly {
    readonly number: number;
    readonly spans: readonly { readonly utf16Start: number; readonly utf16End: number }[];
  }[];
}

/** A name of a thing, or one of several. */
export interface SearchableName {
  readonly type: EntityType;
  readonly number: number;
  readonly name: string;
}

export interface SearchableCorpus {
  /** In the order of their numbers. */
  readonly articles: readonly SearchableArticle[];
  /** Of everything but articles and statements; in any order. */
  readonly names: readonly SearchableName[];
}
