/** Timeline: what happened and what was said in each day, month or year, for certain or possibly. */

import { type DateFilter as DateFilterRecord, datesOf, type Filters, timelineDatesOf } from '../data/filter.ts';
import { boundsOfDate, within } from '../data/fuzzy-date.ts';
import type { DateBounds, Event as EventRecord, Slug, Statement as StatementRecord } from '../data/model.ts';
import type { TimelineBucket as BucketRecord, Granularity, TimelineMode, TimelineQuery } from '../data/query.ts';
import { andThen } from '../data/store.ts';
import { builder, closedSet } from './builder.ts';
import { connectionType, toConnection } from './connection.ts';
import { EventFilterInput } from './event.ts';
import { asked, DateFilter, type FieldsFor } from './filter.ts';
import { Node } from './node.ts';
import { windowOf } from './page.ts';
import { StatementFilterInput } from './statement.ts';
import { VoiceEnum } from './voice.ts';

const GranularityEnum = closedSet<Granularity>('Granularity', 'How long the periods of a timeline are.', {
  DAY: 'A day each.',
  MONTH: 'A month each.',
  YEAR: 'A year each.',
});

const TimelineModeEnum = closedSet<TimelineMode>('TimelineMode', 'In which periods a vague date stands.', {
  CERTAIN: 'Only in a period in which every day that it can stand for lies: "June 2025" in that month and in no day.',
  POSSIBLE:
    'In each period in which at least one of its days lies: "June 2025" in each day of that month. An open end reaches to the first or last day that anything on this timeline names.',
});

const TimelineType = closedSet<'EVENT' | 'STATEMENT'>('TimelineType', 'What can stand on a timeline.', {
  EVENT: 'Events.',
  STATEMENT: 'Statements.',
});

/** What both types are held to, as either has it. */
type SharedFilter = Pick<
  Filters['Event'] & Filters['Statement'],
  'places' | 'articles' | 'languages' | 'speakers' | 'voices'
>;

/** `TimelineFilter` without its nulls. */
interface Filter extends SharedFilter {
  readonly types?: readonly ('EVENT' | 'STATEMENT')[];
  readonly date?: DateFilterRecord;
  readonly involves?: readonly Slug[];
  readonly events?: Filters['Event'];
  readonly statements?: Filters['Statement'];
}

const TimelineFilter = builder.inputType('TimelineFilter', {
  description: 'Asks for what stands on a timeline. All that is given must hold.',
  fields: (t) =>
    ({
      types: t.field({ type: [TimelineType], description: 'Only things of these types; both if left out.' }),
      date: t.field({
        type: DateFilter,
        description:
          'By where they stand on the timeline: statements by the day they were said or, where no article gives one, published. It chooses things and not periods: what `overlaps` it may lie in others as well.',
      }),
      involves: t.field({
        type: ['Slug'],
        description:
          'Events that one of the agents with these slugs takes part in; statements that it says, is told, or that are about it.',
      }),
      places: t.field({
        type: ['Slug'],
        description: 'At or about one of the places with these slugs, or a place in one.',
      }),
      articles: t.field({ type: ['Slug'], description: 'Told by one of the articles with these slugs.' }),
      languages: t.stringList({ description: 'Told in a language with one of these BCP 47 tags.' }),
      speakers: t.field({
        type: ['Slug'],
        description: 'Said by, or attributed to a statement of, one of the agents with these slugs.',
      }),
      voices: t.field({ type: [VoiceEnum], description: 'At least one article tells it in one of these voices.' }),
      events: t.field({ type: EventFilterInput, description: 'What events have to pass besides.' }),
      statements: t.field({ type: StatementFilterInput, description: 'What statements have to pass besides.' }),
    }) satisfies FieldsFor<Filter>,
});

const DateBasis = closedSet<'DATE' | 'PUBLISHED'>('DateBasis', 'By which date something stands on a timeline.', {
  DATE: 'By when it happened or was said.',
  PUBLISHED: 'By when the article that first carries it was published: no article gives the day on which it was said.',
});

interface ItemRecord {
  readonly node: EventRecord | StatementRecord;
  readonly period: DateBounds;
}

const TimelineItem = builder.objectRef<ItemRecord>('TimelineItem');

TimelineItem.implement({
  description: 'An event or a statement in a period of a timeline.',
  fields: (t) => ({
    node: t.field({ type: Node, description: 'The event or statement.', resolve: ({ node }) => node }),
    dateBasis: t.field({
      type: DateBasis,
      description: 'By which of its dates it stands here.',
      resolve: ({ node }) => (datesOf(node).length > 0 ? 'DATE' : 'PUBLISHED'),
    }),
    certain: t.boolean({
      description: 'True if every day that its date can stand for lies in the period; false if only some do.',
      resolve: ({ node, period }) => timelineDatesOf(node).every((date) => within(date, period)),
    }),
  }),
});

const [TimelineItemConnection, TimelineItemEdge] = connectionType(
  TimelineItem,
  'TimelineItem',
  'events and statements of a period',
);

/** A bucket knows the question that it answers, to list what is in it. */
const TimelineBucket = builder.objectRef<BucketRecord & { readonly query: TimelineQuery }>('TimelineBucket');

TimelineBucket.implement({
  description: 'A day, month or year of a timeline, and how much lies in it.',
  fields: (t) => ({
    period: t.exposeString('period', { description: 'The day, month or year, as EDTF: `2025-06`.' }),
    earliest: t.field({
      type: 'Date',
      description: 'Its first day.',
      resolve: ({ period }) => boundsOf(period).earliest,
    }),
    latest: t.field({ type: 'Date', description: 'Its last day.', resolve: ({ period }) => boundsOf(period).latest }),
    eventCount: t.exposeInt('eventCount', { description: 'How many events lie in it, or may.' }),
    statementCount: t.exposeInt('statementCount', { description: 'How many statements lie in it, or may.' }),
    certainCount: t.exposeInt('certainCount', {
      description: 'How many of both lie in it for certain: in the mode `CERTAIN` all of them.',
    }),
    items: t.connection(
      {
        type: TimelineItem,
        description:
          'What lies in it, by date: events and statements in one order. What is disputed between dates stands last.',
        resolve({ period, query, eventCount, statementCount }, args, { store }) {
          const bounds = boundsOf(period);
          const date = query.mode === 'CERTAIN' ? { within: bounds } : { overlaps: bounds };
          const list = `Timeline.${query.mode}.${period}`;
          const window = windowOf(args, list);
          const dated = { ...query, dates: [...query.dates, date] };
          return toConnection(
            () =>
              andThen(store.dated(dated, window), ({ items, ...page }) => ({
                ...page,
                items: items.map(({ item, key }) => ({ item: { node: item, period: bounds }, key })),
              })),
            list,
            () => eventCount + statementCount,
          );
        },
      },
      TimelineItemConnection,
      TimelineItemEdge,
    ),
  }),
});

const [TimelineConnection, TimelineEdge] = connectionType(TimelineBucket, 'Timeline', 'periods');

builder.queryField('timeline', (t) =>
  t.connection(
    {
      type: TimelineBucket,
      description:
        'Events and dated statements by day, month or year: the periods in which something lies, by time. A vague date never stands in a finer period by accident: see `mode`.',
      args: {
        filter: t.arg({ type: TimelineFilter, description: 'What stands on it; everything with a date if left out.' }),
        granularity: t.arg({ type: GranularityEnum, defaultValue: 'MONTH', description: 'How long each period is.' }),
        mode: t.arg({ type: TimelineModeEnum, defaultValue: 'CERTAIN', description: 'Where vague dates stand.' }),
        includeEmpty: t.arg.boolean({
          defaultValue: false,
          description:
            'True to list the periods in which nothing lies as well, between the first and the last in which something does.',
        }),
      },
      resolve(_, { filter, granularity, mode, includeEmpty, ...args }, { store }) {
        const query = toQuery(asked<Filter>(filter), {
          granularity: granularity ?? 'MONTH',
          mode: mode ?? 'CERTAIN',
          includeEmpty: includeEmpty ?? false,
        });
        const list = `Timeline.${query.granularity}.${query.mode}`;
        const window = windowOf(args, list, ([period]) => Number.isInteger(period));
        return andThen(store.timeline(query, window), ({ items, bucketCount, ...page }) =>
          toConnection(
            () => ({ ...page, items: items.map(({ item, key }) => ({ item: { ...item, query }, key })) }),
            list,
            () => bucketCount,
          ),
        );
      },
    },
    TimelineConnection,
    TimelineEdge,
  ),
);

function toQuery(
  filter: Filter,
  { granularity, mode, includeEmpty }: Pick<TimelineQuery, 'granularity' | 'mode' | 'includeEmpty'>,
): TimelineQuery {
  const { types = ['EVENT', 'STATEMENT'], events = {}, statements = {}, date, involves, ...shared } = filter;
  const taking = involves === undefined ? {} : { participant: { agents: involves } };
  const involving = involves === undefined ? {} : { involves };
  return {
    granularity,
    mode,
    includeEmpty,
    dates: date === undefined ? [] : [date],
    events: types.includes('EVENT') ? [{ ...shared, ...taking }, events] : null,
    statements: types.includes('STATEMENT') ? [{ ...shared, ...involving }, statements] : null,
  };
}

function boundsOf(period: string): { readonly earliest: string; readonly latest: string } {
  const bounds = boundsOfDate(period);
  if (bounds === null) throw new Error(`"${period}" is no period.`);
  return bounds;
}
