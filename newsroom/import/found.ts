/** The contents of a file from outside, in any format, before they become an article of the corpus. */
import type { Author } from '../author.ts';

/** UTF-16 positions in the article's text. */
export interface FoundSpan {
  readonly start: number;
  readonly end: number;
}

export interface FoundThing {
  readonly type: 'Person' | 'Organization' | 'Place';
  readonly name: string;
  readonly otherNames: readonly string[];
  /** The places where the text names it. */
  readonly spans: readonly FoundSpan[];
}

export interface FoundQuotation {
  readonly spans: readonly FoundSpan[];
  readonly cue: FoundSpan | null;
  readonly speaker: { readonly thing: FoundThing; readonly span: FoundSpan };
}

export interface FoundEvent {
  readonly name: string;
  readonly spans: readonly FoundSpan[];
  readonly participants: readonly { readonly thing: FoundThing; readonly span: FoundSpan }[];
  readonly places: readonly FoundThing[];
}

export interface FoundArticle {
  /** The draft mark on everything from this file until an editor has confirmed it. */
  readonly rule: `import-${string}`;
  readonly text: string;
  readonly language: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly authors: readonly Author[];
  readonly things: readonly FoundThing[];
  readonly quotations: readonly FoundQuotation[];
  readonly events: readonly FoundEvent[];
  /** A line about each thing in the file that an article of the corpus cannot hold. */
  readonly left: readonly string[];
}
