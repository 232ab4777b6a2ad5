/** The events and statements of the timeline as one list, each with its date as vague as it is. */
import type { DateBounds } from '../../../data/model.ts';
import type { Day, Linked, Publication, Speaking } from './answer.ts';

interface Days extends Day, DateBounds {
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

/** An event with every date that its accounts give it. */
export interface DatedEvent extends Linked {
  readonly date: Days | null;
  readonly accounts: readonly {
    readonly speakers: readonly { readonly agent: Linked }[];
    readonly date: Days | null;
  }[];
}

/** A statement with the days that put it on the timeline. */
export interface DatedStatement {
  readonly url: string;
  readonly text: string;
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
  const dated = date === null ? accounts.filter((account) => account.date !== null) : [];
  const days = date === null ? dated.flatMap((account) => account.date ?? []) : [date];
  const by = dated.flatMap(({ speakers }) => speakers.map(({ agent }) => agent));
  return dateOf(days, date === null ? 'REPORTED' : 'DATE').map((found) => ({
    type: 'EVENT',
    name,
    url,
    language: null,
    by: by.filter((agent, at) => by.findIndex((other) => other.url === agent.url) === at),
    speakers: [],
    ...found,
  }));
}

function entryOfStatement({ url, text, speakers, date, published, quotes }: DatedStatement): readonly Entry[] {
  const [quote] = quotes.nodes;
  const day = date ?? quote?.date ?? published;
  const basis = date !== null ? 'DATE' : quote?.date ? 'REPORTED' : 'PUBLISHED';
  return dateOf(day ? [day] : [], basis).map((found) => ({
    type: 'STATEMENT',
    name: text,
    url,
    language: quote?.article.language ?? null,
    by: [],
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
      words: [...new Set(days.map(({ display }) => display))].join(' or '),
      basis,
      isExact: start !== null && start === end && !days.some(({ approximate, uncertain }) => approximate || uncertain),
    },
  ];
}
