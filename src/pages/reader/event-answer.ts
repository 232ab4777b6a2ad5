/** The answer to `src/operations/event-page.graphql`. */
import type { EventKind, Polarity, SourceBasis, Voice } from '../../../data/model.ts';
import type { Asserted, Day, Linked, Listed, Passage, Publication, RelationLine, Retired, Said } from './answer.ts';

/** The event; null if there is none with that slug. */
export interface EventAnswer {
  readonly event: Event | null;
  readonly retired: Retired | null;
}

/** A number of people, such as the injured. An end that is null is open. */
export interface Figure {
  readonly kind: string;
  readonly minValue: number | null;
  readonly maxValue: number | null;
  readonly approximate: boolean;
}

/** Somebody who takes part in an event, and the role. */
export interface Participant {
  readonly role: string;
  readonly agent: Linked;
}

/** What an event or one account of it has. */
export interface Circumstances {
  readonly date: Day | null;
  readonly time: { readonly words: string } | null;
  readonly places: readonly Linked[];
  readonly participants: readonly Participant[];
  readonly figures: readonly Figure[];
}

/** An event with every account of it. Its own circumstances are those that articles say themselves and nobody contradicts. */
export interface Event extends Linked, Circumstances {
  readonly slug: string;
  readonly kind: EventKind;
  readonly participants: readonly (Participant & { readonly agent: Linked & { readonly __typename: string } })[];
  readonly partOf: Linked | null;
  readonly subEvents: { readonly nodes: readonly (Linked & { readonly date: Day | null })[] };
  readonly disagreements: readonly {
    readonly property: string;
    readonly versions: readonly DisagreementVersion[];
  }[];
  readonly independentSources: readonly EventSource[];
  readonly accounts: readonly Account[];
  readonly statements: Listed<Said & { readonly relations: readonly RelationLine[] }>;
}

/** The publisher or agency that reports can be traced to. */
export interface EventSource {
  readonly organization: Linked | null;
  readonly traces: readonly {
    readonly basis: SourceBasis;
    readonly echoOf: { readonly url: string; readonly publisher: { readonly name: string } | null } | null;
    readonly report: { readonly article: Publication };
  }[];
}

/** The field that its kind of version has, and who reports it. */
export interface DisagreementVersion extends Partial<Circumstances> {
  readonly __typename: string;
  readonly polarity?: Polarity;
  readonly reports: readonly {
    readonly voice: Voice;
    readonly article: {
      readonly headline: string;
      readonly url: string;
      readonly publisher: { readonly name: string } | null;
    };
    readonly attributedTo: {
      readonly url: string;
      readonly speakers: readonly { readonly agent: { readonly name: string } }[];
    } | null;
  }[];
}

/** One article's account of an event, in one voice. */
export interface Account extends Asserted, Circumstances {
  readonly article: Publication;
  readonly attributedTo: { readonly url: string } | null;
  readonly speakers: readonly { readonly agent: Linked }[];
  readonly evidence: readonly Passage[];
}
