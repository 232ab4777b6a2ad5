/** The answers to the operations that feed the pages for readers: `src/operations/*-page.graphql` and `quotation-card.graphql`. */
import type {
  Certainty,
  PlaceKind,
  Polarity,
  Retirement,
  StatementKind,
  StatementRelationKind,
  Voice,
} from '../../../data/model.ts';
import type { Quote } from './quotation.tsx';

/** A date, as exact or vague as it is known. */
export interface Day {
  /** EDTF level 1. */
  readonly edtf: string;
  /** In the reader's language. */
  readonly display: string;
}

/** A thing with a page. */
export interface Linked {
  readonly name: string;
  readonly url: string;
}

/** A span of an article's text, in code points, with its words and the text around them. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** An article, as pages name it. */
export interface Publication {
  readonly headline: string;
  readonly url: string;
  readonly language: string;
  readonly published?: Day | null;
  readonly publisher: Linked | { readonly name: string } | null;
}

/** How an article asserts something. */
export interface Asserted {
  readonly voice: Voice;
  readonly certainty: Certainty | null;
  readonly polarity: Polarity;
}

/** A speaker, with the positions that the article gives. */
export interface Speaking {
  readonly agent: Linked;
  readonly positions: readonly { readonly title: string }[];
}

/** A slug that was published once and names nothing now. */
export interface Retired {
  /** The day, `YYYY-MM-DD`; null if nobody wrote it down. */
  readonly on: string | null;
  readonly how: Retirement;
  readonly reason: string;
  /** Null if nothing took its place. */
  readonly replacedBy: { readonly url: string } | null;
  readonly splitInto: readonly { readonly slug: string; readonly url: string }[];
}

/** Why the text of an article changed. */
export interface Change {
  readonly number: number;
  /** Of the first text, when the article was published. */
  readonly date: Day | null;
  readonly reason: string | null;
  /** The publisher's own words about it. */
  readonly correction: { readonly exact: string } | null;
}

/** The change that removed something. */
export interface Removal extends Change {
  readonly article: Publication;
}

/** A page of a list with its length. */
export interface Listed<T> {
  readonly totalCount: number;
  readonly nodes: readonly T[];
}

/** To `article-page`. */
export interface ArticleAnswer {
  readonly article: Article | null;
  readonly retired: Retired | null;
}

/** An article with its text and everything that it says. */
export interface Article extends Publication {
  readonly excerpt: string;
  readonly originalUrl: string | null;
  readonly wordCount: number;
  readonly bylines: readonly { readonly words: string; readonly person: Linked | null }[];
  readonly published: Day | null;
  /** Null if its text never changed. */
  readonly modified: Day | null;
  /** The newest first. */
  readonly revisions: readonly Change[];
  readonly publisher: Linked | null;
  readonly agency: { readonly organization: Linked } | null;
  readonly segments: readonly Segment[];
  readonly statements: Listed<SaidInArticle>;
  readonly events: Listed<ReportedInArticle>;
  readonly people: { readonly nodes: readonly Linked[] };
  readonly organizations: { readonly nodes: readonly Linked[] };
  readonly places: { readonly nodes: readonly Linked[] };
}

/** A piece of the text between two boundaries of marks. */
export interface Segment extends Place {
  readonly text: string;
  readonly paragraph: number;
  readonly marks: readonly {
    readonly layer: 'STATEMENT' | 'EVENT';
    readonly start: number;
    readonly end: number;
    readonly target: { readonly slug: string };
  }[];
}

/** Code points of the article's text. */
export type Place = Pick<Passage, 'start' | 'end'>;

/** A statement as one article has it. */
export interface SaidInArticle {
  readonly slug: string;
  readonly url: string;
  readonly text: string;
  readonly relations: readonly RelationLine[];
  readonly quotes: {
    readonly nodes: readonly (Asserted & {
      readonly kind: StatementKind;
      readonly attributedTo: { readonly url: string } | null;
      readonly speakers: readonly Speaking[];
      readonly addressees: readonly { readonly agent: Linked }[];
      readonly content: readonly Place[];
    })[];
  };
}

/** An event as one article reports it. */
export interface ReportedInArticle extends Linked {
  readonly slug: string;
  readonly reports: {
    readonly nodes: readonly (Asserted & {
      readonly date: Day | null;
      readonly attributedTo: { readonly url: string } | null;
      readonly evidence: readonly Place[];
    })[];
  };
}

/** Another statement, as pages list it. */
export interface Said {
  readonly url: string;
  readonly text: string;
  readonly quotes: { readonly nodes: readonly { readonly article: { readonly language: string } }[] };
  readonly speakers: readonly { readonly agent: Linked }[];
  readonly published: Day | null;
}

/** How a statement stands to another one, by their addresses. */
export interface RelationLine {
  readonly kind: StatementRelationKind;
  readonly from: { readonly url: string };
  readonly to: { readonly url: string };
}

/** Who accounts for an event, in lists of events. */
export interface AccountLine {
  readonly voice: Voice;
  readonly polarity: Polarity;
  readonly certainty: Certainty | null;
  readonly speakers: readonly { readonly agent: Linked }[];
  readonly article: { readonly publisher: { readonly name: string } | null };
  readonly attributedTo: { readonly url: string } | null;
}

/** An event in a list. */
export interface EventLine extends Linked {
  readonly date: Day | null;
  readonly accounts: readonly AccountLine[];
}

/** A statement in a list. */
export interface StatementLine {
  readonly url: string;
  readonly text: string;
  /** Left out where all are of one speaker. */
  readonly speakers?: readonly { readonly agent: Linked }[];
  readonly date: Day | null;
  readonly published: Day | null;
  readonly quotes: { readonly nodes: readonly { readonly article: Publication }[] };
}

/** To `agent-page`. */
export interface AgentAnswer {
  readonly agent: Agent | null;
  readonly retired: Retired | null;
}

/** A fact that an article asserts. */
export interface Fact extends Asserted {
  readonly article: Publication;
  readonly attributedTo: {
    readonly url: string;
    readonly speakers: readonly { readonly agent: Linked }[];
  } | null;
  readonly evidence: readonly Passage[];
}

/** An office that somebody holds, held or will hold. */
export interface Position extends Fact {
  readonly title: string;
  readonly tenure: 'CURRENT' | 'FORMER' | 'FUTURE';
  readonly organization: Linked | null;
  readonly since: Day | null;
  readonly until: Day | null;
}

/** A person, organization or group. */
export interface Agent extends Linked {
  readonly __typename: 'Person' | 'Organization' | 'Group';
  readonly slug: string;
  readonly otherNames: readonly string[];
  readonly sameAs: readonly string[];
  /** These are of a person alone. */
  readonly positions?: { readonly nodes: readonly Position[] };
  readonly relatives?: { readonly nodes: readonly (Fact & { readonly kind: string; readonly relative: Linked })[] };
  readonly lifeDates?: { readonly nodes: readonly (Fact & { readonly kind: 'BIRTH' | 'DEATH'; readonly date: Day })[] };
  readonly authoredArticles?: Listed<Publication>;
  /** Of an organization alone. */
  readonly publishedArticles?: Listed<Publication>;
  readonly statements: Listed<StatementLine>;
  readonly events: Listed<EventLine>;
  readonly mentionedIn: Listed<Publication>;
}

/** To `place-page`. */
export interface PlaceAnswer {
  readonly place: PlaceThing | null;
  readonly retired: Retired | null;
}

/** A place with what happened there. `Place` is one in a text. */
export interface PlaceThing extends Linked {
  readonly slug: string;
  readonly otherNames: readonly string[];
  readonly sameAs: readonly string[];
  readonly kind: PlaceKind;
  readonly containedIn: Linked | null;
  readonly contains: { readonly nodes: readonly (Linked & { readonly kind: PlaceKind })[] };
  readonly events: Listed<EventLine>;
  readonly statements: Listed<StatementLine>;
  readonly mentionedIn: Listed<Publication>;
}

/** To `quotation-card`. */
export interface CardAnswer {
  readonly statement: Card | null;
}

/** A statement with its first quotation. */
export interface Card {
  readonly url: string;
  readonly text: string;
  readonly speakers: readonly { readonly agent: Linked }[];
  /** Null if a present text has it. */
  readonly removedBy: Pick<Removal, 'date' | 'reason' | 'correction'> | null;
  readonly quotes: {
    readonly nodes: readonly (Quote &
      Asserted & {
        readonly article: { readonly published: Day | null; readonly publisher: { readonly name: string } | null };
      })[];
  };
}
