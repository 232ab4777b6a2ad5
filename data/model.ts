/**
 * The records of Dateline, which the compiler makes from the authored corpus and every store returns.
 *
 * Plain readonly data with a `type` discriminant that is also the name of the GraphQL type. A record names another
 * one by its slug; the store finds it. Unknown is `null`, never `undefined` or `''`. This file imports nothing.
 */

/** The name an editor gave a thing: lower-case ASCII words joined by hyphens, unique in the whole corpus. */
export type Slug = string;

/** Who says or does something. */
export const AGENT_TYPES = ['Person', 'Organization', 'Group'] as const;
export type AgentType = (typeof AGENT_TYPES)[number];

/** Things that the articles call by a name. */
export const NAMED_TYPES = [...AGENT_TYPES, 'Place'] as const;
export type NamedType = (typeof NAMED_TYPES)[number];

/** The types that have a slug of their own, each a Relay node. The order numbers them in the index and ranks hits. */
export const ENTITY_TYPES = ['Article', 'Event', 'Statement', ...NAMED_TYPES] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/**
 * The name of a text: the slug of its article, or for an earlier revision of that text `mill-burns@1`, with the number of
 * the revision (see `revision.ts`).
 */
export type TextName = string;

/** What articles report: without a report there is no such thing. */
export const REPORTED_TYPES = ['Event', 'Statement'] as const satisfies readonly EntityType[];
export type ReportedType = (typeof REPORTED_TYPES)[number];

/** A reference that includes the type of the thing. */
export interface Ref {
  readonly type: EntityType;
  readonly slug: Slug;
}

/** Who says it: the article itself, a speaker it quotes, or a sentence that follows a quoted one without a new cue. */
export const VOICES = ['ARTICLE', 'SPEAKER', 'CARRIED_OVER'] as const;
export type Voice = (typeof VOICES)[number];

/** The default voices: what the articles say themselves. */
export const OWN_VOICE: readonly Voice[] = ['ARTICLE'];

/** How certain the source sounds; never how certain Dateline is. */
export const CERTAINTIES = ['CERTAIN', 'PROBABLE', 'POSSIBLE', 'UNSPECIFIED'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** The default certainties: what is not hedged. */
export const UNHEDGED: readonly Certainty[] = ['CERTAIN', 'UNSPECIFIED'];

/** UNSPECIFIED: neither, for example because somebody refuses to comment. */
export const POLARITIES = ['AFFIRMED', 'DENIED', 'UNSPECIFIED'] as const;
export type Polarity = (typeof POLARITIES)[number];

export const STATEMENT_KINDS = [
  'DIRECT_QUOTE',
  'MIXED_QUOTE',
  'INDIRECT',
  'ANNOUNCEMENT',
  'FINDING',
  'DENIAL',
  'NO_COMMENT',
] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** How one statement stands to another. */
export const STATEMENT_RELATION_KINDS = ['DENIES', 'REPEATS', 'CORRECTS', 'RETRACTS', 'ANSWERS'] as const;
export type StatementRelationKind = (typeof STATEMENT_RELATION_KINDS)[number];

export const EVENT_KINDS = [
  'ACCIDENT',
  'CANCELLATION',
  'CONVERSATION',
  'CRIME',
  'CULTURAL',
  'DEATH',
  'DECISION',
  'DETENTION',
  'DISASTER',
  'ELECTION',
  'EXAMINATION',
  'FIRE',
  'INTERVIEW',
  'MEETING',
  'OPERATION',
  'PROTEST',
  'TRANSPORT',
  'VIOLENCE',
  'OTHER',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** The part that an agent had in an event. */
export const PARTICIPANT_ROLES = [
  'ACTOR',
  'PARTICIPANT',
  'ORGANIZER',
  'VICTIM',
  'DETAINEE',
  'SUSPECT',
  'AFFECTED',
  'WITNESS',
] as const;
export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number];

/** What a number that an article gives for an event counts. */
export const FIGURE_KINDS = ['DEATHS', 'INJURIES', 'DETENTIONS', 'PARTICIPANTS', 'MISSING', 'OTHER'] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

/** Whether a position was over, held or still to come when the article that gives it was published. */
export const TENURES = ['FORMER', 'CURRENT', 'FUTURE'] as const;
export type Tenure = (typeof TENURES)[number];

export const KINSHIP_KINDS = ['PARENT', 'CHILD', 'SIBLING', 'SPOUSE', 'OTHER'] as const;
export type KinshipKind = (typeof KINSHIP_KINDS)[number];

export const LIFE_DATE_KINDS = ['BIRTH', 'DEATH'] as const;
export type LifeDateKind = (typeof LIFE_DATE_KINDS)[number];

export const PLACE_KINDS = ['COUNTRY', 'REGION', 'CITY', 'DISTRICT', 'BUILDING', 'SITE', 'VEHICLE', 'OTHER'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** How exact a date is as written. `INTERVAL` is a span between two dates of its own. */
export const DATE_PRECISIONS = ['CENTURY', 'DECADE', 'YEAR', 'SEASON', 'MONTH', 'DAY', 'SECOND', 'INTERVAL'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/** A part of a date that may have been inferred rather than written. */
export const DATE_PARTS = ['YEAR', 'MONTH', 'DAY'] as const;
export type DatePart = (typeof DATE_PARTS)[number];

/** The kinds of marks on a span of an article. */
export const LAYERS = ['EVENT', 'STATEMENT', 'CUE', 'SPEAKER', 'ADDRESSEE', 'DATE', 'AGENT', 'PLACE', 'FACT'] as const;
export type Layer = (typeof LAYERS)[number];

/** A part of a text, half open: UTF-16 positions of its start and end, as for JavaScript's `slice`. */
export interface Utf16Span {
  readonly utf16Start: number;
  readonly utf16End: number;
}

/** A part of a text, also counted in Unicode code points: the unit of W3C Web Annotation's TextPositionSelector. */
export interface Span extends Utf16Span {
  readonly start: number;
  readonly end: number;
}

/** A span of one article's text, within one paragraph unless its words run over several. */
export interface Evidence extends Span {
  readonly type: 'Evidence';
  readonly source: TextName;
  /** The number of the paragraph in which it starts, from 0. */
  readonly paragraph: number;
  /** The words themselves, and up to 32 code points of the text right before and right after them. */
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export interface Inference {
  readonly part: DatePart;
  /** What it was inferred from, in the editor's words. */
  readonly basis: string;
  /** The words of the article that it was inferred from; null if there are none. */
  readonly evidence: Evidence | null;
}

/** The first and last day that a date may mean, both inclusive, as `YYYY-MM-DD`; null is an open end. */
export interface DateBounds {
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** A date as vague as it was written. */
export interface FuzzyDate extends DateBounds {
  /** Extended Date/Time Format, level 1 (Library of Congress, ISO 8601-2). */
  readonly edtf: string;
  readonly precision: DatePrecision;
  /** EDTF `~`: about then. */
  readonly approximate: boolean;
  /** EDTF `?`: the source is not sure. */
  readonly uncertain: boolean;
  /** Parts that the words do not give; empty if everything was written. */
  readonly inferred: readonly Inference[];
  /** The words that give the date; null if it comes from the article's metadata. */
  readonly words: string | null;
  readonly evidence: Evidence | null;
}

/** A time of day as worded; EDTF has no approximate or partial times. */
export interface TimeOfDay {
  readonly words: string;
  /** Local time of the place, `HH:MM`; null if the words give none ("the morning"). */
  readonly clock: string | null;
  readonly approximate: boolean;
  readonly evidence: Evidence;
}

/** The revisions of its article in which an assertion stands: from `since` to `until`; null is the present one. */
export interface Standing {
  readonly since: number;
  readonly until: number | null;
}

export interface Asserted {
  readonly article: Slug;
  /** Null if it stands in every revision of the article. */
  readonly standing: Standing | null;
  /** Never empty. */
  readonly evidence: readonly Evidence[];
  readonly voice: Voice;
  /** The statement it is attributed to; null exactly where `voice` is `ARTICLE`. */
  readonly attributedTo: Slug | null;
  readonly certainty: Certainty;
  readonly polarity: Polarity;
}

/** Whether it sounds only probable or possible. */
export function isHedged({ certainty }: Pick<Asserted, 'certainty'>): boolean {
  return !UNHEDGED.includes(certainty);
}

/** Whether the article says it itself and without a hedge. If the article also affirms it, a plain field may have it. */
export function isOutright({ voice, certainty }: Pick<Asserted, 'voice' | 'certainty'>): boolean {
  return voice === 'ARTICLE' && !isHedged({ certainty });
}

export interface Participation extends Asserted {
  readonly type: 'Participation';
  readonly event: Slug;
  readonly agent: Slug;
  readonly role: ParticipantRole;
}

export interface Position extends Asserted {
  readonly type: 'Position';
  readonly person: Slug;
  /** In the words of the article. */
  readonly title: string;
  readonly organization: Slug | null;
  readonly since: FuzzyDate | null;
  readonly until: FuzzyDate | null;
  readonly tenure: Tenure;
}

/** `relative` is the `kind` of `person`: a PARENT kinship of Ann naming Bob says that Bob is a parent of Ann. */
export interface Kinship extends Asserted {
  readonly type: 'Kinship';
  readonly person: Slug;
  readonly kind: KinshipKind;
  readonly relative: Slug;
}

export interface LifeDate extends Asserted {
  readonly type: 'LifeDate';
  readonly person: Slug;
  readonly kind: LifeDateKind;
  readonly date: FuzzyDate;
}

/** A number that an article gives for an event. "At least two" has no `maxValue`. */
export interface Figure {
  readonly kind: FigureKind;
  readonly minValue: number | null;
  readonly maxValue: number | null;
  readonly approximate: boolean;
  readonly evidence: Evidence;
}

/** An event as one passage of an article reports it. */
export interface EventReport extends Asserted {
  readonly type: 'EventReport';
  readonly event: Slug;
  readonly date: FuzzyDate | null;
  readonly time: TimeOfDay | null;
  readonly places: readonly Slug[];
  readonly participants: readonly Participation[];
  readonly figures: readonly Figure[];
}

/** An agent named as the speaker or addressee of a statement. */
export interface Voiced {
  readonly agent: Slug;
  /** The words that name the agent here. */
  readonly evidence: Evidence;
}

/**
 * A speaker of a statement, with the positions that the speaker held when the same article was published, as it says
 * outright, in the order of its text.
 */
export interface Speaker extends Voiced {
  readonly positions: readonly Position[];
}

/** An article's rendering of a statement, word for word or in its own words. */
export interface Quote extends Asserted {
  readonly type: 'Quote';
  readonly statement: Slug;
  readonly kind: StatementKind;
  /** Words that may be printed as "speaker: text": the content, with its cue if the content alone would not be true. */
  readonly text: string;
  /**
   * The spans of the content, in the order of the text: two if "he said" interrupts the quote. No span contains a
   * quotation mark of the article: each is wholly quoted or not at all.
   */
  readonly content: readonly Evidence[];
  readonly cue: Evidence | null;
  readonly speakers: readonly Speaker[];
  readonly addressees: readonly Voiced[];
  readonly date: FuzzyDate | null;
}

/** The bare words of the content: the proposition that is said to be so, or not to be so. */
export function propositionOf({ content }: Pick<Quote, 'content'>): string {
  return content.map(({ exact }) => exact).join(' ');
}

export type Assertion = EventReport | Quote | Participation | Position | Kinship | LifeDate;

export interface Byline {
  /** As printed: "By Khagan Isayev". */
  readonly words: string;
  readonly person: Slug | null;
  readonly evidence: Evidence;
}

/** The agency that an article credits in its text: "Tern Wire", or "with material from Tern Wire". */
export interface AgencyCredit {
  readonly organization: Slug;
  readonly evidence: Evidence;
}

/** A span of the article and the thing it is about. */
export interface Mark extends Span {
  readonly layer: Layer;
  readonly target: Ref;
}

/** A text of an article, and why it replaced the one before. */
export interface Revision {
  /** From 1, the first text. */
  readonly number: number;
  /** When it replaced the one before; for the first, when the article was published. */
  readonly date: FuzzyDate | null;
  readonly digest: string;
  readonly wordCount: number;
  /** Why the text changed, in an editor's words; null for the first. */
  readonly reason: string | null;
  /** What the publisher says about the change, in this text; null if it says nothing. */
  readonly correction: Evidence | null;
}

export interface Article {
  readonly type: 'Article';
  readonly slug: Slug;
  readonly headline: string;
  readonly bylines: readonly Byline[];
  readonly publisher: Slug | null;
  /** Null if the text credits none. */
  readonly agency: AgencyCredit | null;
  readonly published: FuzzyDate | null;
  /** BCP 47 language tag. */
  readonly language: string;
  /** Its web address at the publisher. */
  readonly originalUrl: string | null;
  /** `sha256:` and the hexadecimal SHA-256 of the text in UTF-8. */
  readonly digest: string;
  /** For the whole text, including headline and bylines. */
  readonly wordCount: number;
  /** The day on which the corpus got it, `YYYY-MM-DD`, if that was later than its publication; otherwise null. */
  readonly entered: string | null;
  /** The newest first; empty if its text never changed. */
  readonly revisions: readonly Revision[];
}

/** A text of an article: separate from the article's record, because most questions need only the record. */
export interface ArticleText {
  readonly of: TextName;
  /** Verbatim, headline first, without the blank lines at the end. */
  readonly text: string;
  readonly paragraphs: readonly Span[];
  /** In the order of the text. */
  readonly marks: readonly Mark[];
}

/** The subjects on which reports of an event can contradict each other, and the values of a version of each. */
export interface DisagreementValues {
  readonly OCCURRENCE: { readonly polarity: Polarity };
  readonly DATE: { readonly date: FuzzyDate };
  readonly TIME: { readonly time: TimeOfDay };
  readonly PLACES: { readonly places: readonly Slug[] };
  readonly PARTICIPANTS: { readonly participants: readonly Participation[] };
  readonly FIGURES: { readonly figures: readonly Figure[] };
}
export type DisagreementProperty = keyof DisagreementValues;

/** One of several contradicting values, and the reports that give it, as positions in `Event.reports`. */
export type DisagreementVersion<P extends DisagreementProperty = DisagreementProperty> = DisagreementValues[P] & {
  readonly reports: readonly number[];
};

export type Disagreement = {
  readonly [P in DisagreementProperty]: {
    readonly property: P;
    readonly versions: readonly DisagreementVersion<P>[];
  };
}[DisagreementProperty];

/** Why a report counts for its source. */
export const SOURCE_BASES = ['OWN', 'CREDITED', 'ECHO'] as const;
export type SourceBasis = (typeof SOURCE_BASES)[number];

/** The publisher or agency that reports of an event can be traced to, so that they count once. */
export interface EventSource {
  /** Null if the article that they are traced to names no publisher. */
  readonly organization: Slug | null;
  /** One for each of its reports, by position in `Event.reports`, in their order; never empty. */
  readonly traces: readonly {
    readonly report: number;
    readonly basis: SourceBasis;
    /** The earlier article with the same words; null unless `basis` is `ECHO`. */
    readonly echoOf: Slug | null;
  }[];
}

/** Something reported to have happened. Having a record does not mean that it did happen: see `reports`. */
export interface Event {
  readonly type: 'Event';
  readonly slug: Slug;
  readonly name: string;
  readonly kind: EventKind;
  readonly partOf: Slug | null;
  readonly subEvents: readonly Slug[];
  /** That of the introducing article first; never empty. */
  readonly reports: readonly EventReport[];
  /**
   * The most precise value that articles give in their own voice without a hedge; null if they give none, or if any
   * report contradicts another, attributed ones included.
   */
  readonly date: FuzzyDate | null;
  readonly time: TimeOfDay | null;
  readonly places: readonly Slug[];
  readonly participants: readonly Participation[];
  readonly figures: readonly Figure[];
  readonly disagreements: readonly Disagreement[];
  /** The sources of its reports, in the order of their first ones; never empty. Each report is in one of them. */
  readonly sources: readonly EventSource[];
}

/** The most echoes of a statement: nobody wants a list of thousands with the same words. */
export const MOST_ECHOES = 50;

/** How a statement stands to another one: `from` denies, repeats, corrects, retracts or answers `to`. */
export interface StatementRelation {
  readonly kind: StatementRelationKind;
  readonly from: Slug;
  readonly to: Slug;
  /** The article that says so, as an editor read it; null if it is derived. */
  readonly article: Slug | null;
  /** The words that say so; empty if the editor quotes none. Derived: the content of `from`, which repeats `to`. */
  readonly evidence: readonly Evidence[];
  /** Whether the compiler found it by comparing words. */
  readonly isDerived: boolean;
}

export interface Statement {
  readonly type: 'Statement';
  readonly slug: Slug;
  /** That of the introducing article first; never empty. */
  readonly quotes: readonly Quote[];
  /** When it was said, by the same rule as the date of an event. */
  readonly date: FuzzyDate | null;
  /** When the first article that reports it was published; null if none that reports it has a date. */
  readonly published: FuzzyDate | null;
  readonly about: readonly Ref[];
  /** To other statements and from them, ordered by kind, `from`, `to` and article. */
  readonly relations: readonly StatementRelation[];
  /** Other statements with the same or nearly the same words, found when compiling, ordered by slug. */
  readonly echoes: readonly Slug[];
}

interface Named {
  readonly slug: Slug;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly sameAs: readonly string[];
  /** How often the words of the corpus name it: the number of mentions in its dossier. */
  readonly mentionCount: number;
  /** The first three mentions, or fewer: enough to show some without opening the dossier. */
  readonly firstMentions: readonly Evidence[];
}

/** What the articles say about a named thing: separate from its record, because it grows with the corpus. */
export interface Dossier {
  readonly of: Slug;
  /** The places where the words of the corpus name it, in the order of articles and text. */
  readonly mentions: readonly Evidence[];
  /** Empty for anything but a person, as are the next two. */
  readonly positions: readonly Position[];
  readonly relatives: readonly Kinship[];
  readonly lifeDates: readonly LifeDate[];
}

export interface Person extends Named {
  readonly type: 'Person';
  /** By the same rule as the date of an event. */
  readonly birthDate: FuzzyDate | null;
  readonly deathDate: FuzzyDate | null;
}

export interface Organization extends Named {
  readonly type: 'Organization';
}

/** People whom the articles leave unnamed: "forensic experts". */
export interface Group extends Named {
  readonly type: 'Group';
}

export interface Place extends Named {
  readonly type: 'Place';
  readonly kind: PlaceKind;
  readonly containedIn: Slug | null;
}

/** Each entity type and its record. */
export interface Entities {
  readonly Article: Article;
  readonly Event: Event;
  readonly Statement: Statement;
  readonly Person: Person;
  readonly Organization: Organization;
  readonly Group: Group;
  readonly Place: Place;
}
export type Entity = Entities[EntityType];
export type Agent = Entities[AgentType];

export function isNamed(entity: Entity): entity is Entities[NamedType] {
  return NAMED_TYPES.some((type) => type === entity.type);
}

export function isAgent(entity: Entity): entity is Agent {
  return AGENT_TYPES.some((type) => type === entity.type);
}

/** What became of the thing that had a slug. */
export const RETIREMENTS = ['RENAMED', 'MERGED', 'SPLIT', 'REMOVED', 'WITHDRAWN'] as const;
export type Retirement = (typeof RETIREMENTS)[number];

/** A slug that was published once and names nothing now. */
export interface Retired {
  readonly slug: Slug;
  /** What it named; null if nobody wrote it down. */
  readonly type: EntityType | null;
  /** The day on which it was retired, `YYYY-MM-DD`; null if nobody wrote it down. */
  readonly on: string | null;
  readonly how: Retirement;
  /** Why it is gone, in the editor's words. */
  readonly reason: string;
  /** What has another slug now, after all later replacements; null if the thing itself is gone. */
  readonly replacedBy: Ref | null;
  /** The things that it was split into, as far as they still exist. */
  readonly splitInto: readonly Ref[];
}

/** The alphabetical order of these is part of cursors, so none may be renamed. */
export const CHANGE_KINDS = [
  'ADDED',
  'CORRECTED',
  'MERGED',
  'REMOVED',
  'RENAMED',
  'RETIRED',
  'REVISED',
  'SPLIT',
  'WITHDRAWN',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** The change that a retirement is. */
export const CHANGE_OF_RETIREMENT = {
  RENAMED: 'RENAMED',
  MERGED: 'MERGED',
  SPLIT: 'SPLIT',
  REMOVED: 'RETIRED',
  WITHDRAWN: 'WITHDRAWN',
} as const satisfies { readonly [R in Retirement]: ChangeKind };

/** What became of a thing on a day. */
export interface Change {
  /** `YYYY-MM-DD` */
  readonly on: string;
  readonly kind: ChangeKind;
  /** Null if it is retired and nobody wrote down what it was. */
  readonly type: EntityType | null;
  readonly slug: Slug;
  /** The article that brought or changed it; null for what is retired. */
  readonly article: Slug | null;
  /** The number of the revision that changed it; null for what is added or retired. */
  readonly revision: number | null;
  /** Why, in an editor's words; null for what is added. */
  readonly reason: string | null;
}

/** A part of the difference of two texts: words that both have, or that only the earlier or the later one has. */
export interface TextChange {
  readonly kind: 'KEPT' | 'REMOVED' | 'ADDED';
  readonly text: string;
}

/**
 * The difference of two revisions of an article: the length of each change, in UTF-16 units. There is one for every two
 * revisions, so that with their words a text that changed a hundred times would be stored thousands of times.
 */
export interface TextDifference {
  readonly from: number;
  readonly to: number;
  readonly changes: readonly { readonly kind: TextChange['kind']; readonly length: number }[];
}

/** What was once known of a thing and is no longer its record: apart from it, because few questions need it. */
export interface History {
  readonly of: Slug;
  /** Of an article: its earlier texts, the newest first, and the difference of every two revisions. */
  readonly texts: readonly ArticleText[];
  readonly differences: readonly TextDifference[];
  /** What earlier texts say of it, the newest text of each article first; also what later ones still say. */
  readonly assertions: readonly Assertion[];
  /** Where earlier texts name it. */
  readonly mentions: readonly Evidence[];
}

/** The days on which something stands: from one up to, but not including, another: numbers such as 20250627. */
export interface StandingDays {
  readonly from: number;
  readonly until: number;
}

/** A thing as it stood for some days, and the terms by which it was found then (see `engine/terms.ts`). */
export interface Version<T extends EntityType = EntityType> extends StandingDays {
  readonly entity: Entities[T];
  readonly terms: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The corpus in numbers. */
export interface CorpusSummary {
  /** `sha256:` and the hexadecimal digest of all records: two corpora with the same version are equal. */
  readonly version: string;
  readonly counts: { readonly [T in EntityType]: number };
  /** The number of versions in the past of the corpus. */
  readonly versionCounts: { readonly [T in EntityType]: number };
  /** The number of spans of text that are evidence of events, statements and facts. */
  readonly evidenceCount: number;
  /** The share of the articles' text, in code points, that evidence of an event, statement or fact covers: 0 to 1. */
  readonly coverage: number;
}

/** The whole corpus, as the compiler returns it. Each list is ordered by slug. */
export interface Corpus {
  readonly summary: CorpusSummary;
  readonly entities: { readonly [T in EntityType]: readonly Entities[T][] };
  /** One for each article, in the same order. */
  readonly texts: readonly ArticleText[];
  /** One for each person, organization, group and place, ordered by slug. */
  readonly dossiers: readonly Dossier[];
  /**
   * Events and statements that no present text reports any more, as they stood last. Their slugs still find them, and no
   * list has them.
   */
  readonly removed: { readonly [T in ReportedType]: readonly Entities[T][] };
  /** Every thing as it stood on each day, ordered by slug, and of one thing by time. */
  readonly past: { readonly [T in EntityType]: readonly Version<T>[] };
  /** Of each thing that an earlier text speaks of, ordered by slug. */
  readonly histories: readonly History[];
  /** Ordered by slug; none of them names anything in `entities`. */
  readonly retired: readonly Retired[];
  /** The oldest first. */
  readonly changes: readonly Change[];
}
