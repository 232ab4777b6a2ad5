/** The events and statements of the timeline as one list, each with its date as vague as it is. */
import type { DateBounds, Polarity, StatementKind } from '../../../data/model.ts';
import { withMarks } from '../wording.ts';
import type { Day, Linked, Publication, Speaking } from './answer.ts';

interface Days extends Day, DateBounds {
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

/** An event with every date that its accounts give it. */
export interface DatedEvent extends Linked {
  readonly date: Days | null;
  readonly accounts: readonly {
    readonly polarity: Polarity;
    readonly article: { readonly publisher: { readonly name: string } | null };
    readonly speakers: readonly { readonly agent: Linked }[];
    readonly date: Days | null;
  }[];
}

/** A statement with the days that put it on the timeline. */
export interface DatedStatement {
  readonly url: string;
  readonly text: string;
  readonly kind: StatementKind;
  readonly speakers: readonly Pick<Speaking, 'agent'>[];
  readonly date: Days | null;
  readonly published: Days | null;
  readonly quotes: { readonly nodes: readonly { readonly date: Days | null; readonly article: Publication }[] };
}

/** An event or a statement on the timeline. */
export interface Entry extends DateBounds {
  readonly type: 'EVENT' | 'STATEMENT';
  readonly name: string;
  readonly url: string;
  /** Of the name; null if it is the corpus's own. */
  readonly language: string | null;
  /** Its date in words; several, if reports contradict each other. */
  readonly words: string;
  /** As `TimelineItem.dateBasis`. */
  readonly basis: 'DATE' | 'REPORTED' | 'PUBLISHED';
  /** Whether its date is one day, neither approximate nor uncertain. */
  readonly isExact: boolean;
  /** Who gives a date that only somebody quoted gives. */
  readonly by: readonly Linked[];
  /** Who denies that it happened, by name. */
  readonly deniedBy: readonly string[];
  readonly speakers: readonly Linked[];
}

/** In order of time: by the first day that a date can mean, then by the last. What has no date is left out. */
export function entriesOf(events: readonly DatedEvent[], statements: readonly DatedStatement[]): readonly Entry[] {
  return [...events.flatMap(entryOfEvent), ...statements.flatMap(entryOfStatement)].toSorted(
    (a, b) =>
      compare(a.earliest ?? '', b.earliest ?? '') || compare(a.latest ?? '~', b.latest ?? '~') || compare(a.url, b.url),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function entryOfEvent({ name, url, date, accounts }: DatedEvent): readonly Entry[] {
  const denials = accounts.filter(({ polarity }) => polarity === 'DENIED');
  const affirmed = accounts.filter(({ polarity }) => polarity !== 'DENIED');
  // What is only denied is on the timeline by the date that the denial has.
  const telling = affirmed.some((account) => account.date !== null) ? affirmed : accounts;
  const dated = date === null ? telling.filter((account) => account.date !== null) : [];
  const days = date === null ? dated.flatMap((account) => account.date ?? []) : [date];
  const by = dated.flatMap(({ speakers }) => speakers.map(({ agent }) => agent));
  return dateOf(days, date === null ? 'REPORTED' : 'DATE').map((found) => ({
    type: 'EVENT',
    name,
    url,
    language: null,
    by: by.filter((agent, at) => by.findIndex((other) => other.url === agent.url) === at),
    deniedBy: [...new Set(denials.map(whoseName))],
    speakers: [],
    ...found,
  }));
}

/** Of the speakers, or else of the paper. */
function whoseName({ speakers, article }: DatedEvent['accounts'][number]): string {
  return speakers.map(({ agent }) => agent.name).join(', ') || (article.publisher?.name ?? 'an article');
}

function entryOfStatement({ url, text, kind, speakers, date, published, quotes }: DatedStatement): readonly Entry[] {
  const [quote] = quotes.nodes;
  const day = date ?? quote?.date ?? published;
  const basis = date !== null ? 'DATE' : quote?.date ? 'REPORTED' : 'PUBLISHED';
  return dateOf(day ? [day] : [], basis).map((found) => ({
    type: 'STATEMENT',
    name: withMarks(kind, text),
    url,
    language: quote?.article.language ?? null,
    by: [],
    deniedBy: [],
    speakers: speakers.map(({ agent }) => agent),
    ...found,
  }));
}

type Dated = Pick<Entry, 'earliest' | 'latest' | 'words' | 'basis' | 'isExact'>;

/** All days that any of the dates can mean; nothing if there is no date. */
function dateOf(days: readonly Days[], basis: Entry['basis']): readonly Dated[] {
  const [first] = days;
  if (!first) return [];
  const [earliest, latest] = [days.map((day) => day.earliest), days.map((day) => day.latest)];
  const [start, end] = [earliest.toSorted().at(0) ?? null, latest.toSorted().at(-1) ?? null];
  return [
    {
      earliest: earliest.includes(null) ? null : start,
      latest: latest.includes(null) ? null : end,
      words: [
        ...new Set(days.toSorted((a, b) => compare(a.earliest ?? '', b.earliest ?? '')).map(({ display }) => display)),
      ].join(' or '),
      basis,
      isExact: start !== null && start === end && !days.some(({ approximate, uncertain }) => approximate || uncertain),
    },
  ];
}
