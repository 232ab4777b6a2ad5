/** What was found in a file from outside, in whatever format, before it is an article of the corpus. */

/** UTF-16 positions in the article's text. */
export interface FoundSpan {
  readonly start: number;
  readonly end: number;
}

export interface FoundThing {
  readonly type: 'Person' | 'Organization' | 'Place';
  readonly name: string;
  readonly otherNames: readonly string[];
  /** Where the text names it. */
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
  /** Marks what comes from there until somebody has confirmed it. */
  readonly rule: `import-${string}`;
  readonly text: string;
  readonly language: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly authors: readonly string[];
  readonly things: readonly FoundThing[];
  readonly quotations: readonly FoundQuotation[];
  readonly events: readonly FoundEvent[];
  /** What the file has and an article of the corpus cannot have: a sentence each. */
  readonly left: readonly string[];
}
