/** Timeline: events and statements by day, month or year, certain or possible. */

import { datesOf, timelineDatesOf } from '../data/date-of.ts';
import type { DateFilter as DateFilterRecord, Filters } from '../data/filter.ts';
import { boundsOfDate, daysOf, within } from '../data/fuzzy-date.ts';
import {
  AGENT_TYPES,
  type DateBounds,
  type Event as EventRecord,
  type Slug,
  type Statement as StatementRecord,
} from '../data/model.ts';
import { periodOf } from '../data/period.ts';
import type { TimelineBucket as BucketRecord, Granularity, TimelineMode, TimelineQuery } from '../data/query.ts';
import { andThen } from '../data/store.ts';
import { builder, closedSet } from './builder.ts';
import { connectionType, toConnection } from './connection.ts';
import { EventFilterInput } from './event.ts';
import { asked, DateFilter, type FieldsFor } from './filter.ts';
import { Node } from './node.ts';
import { encodeCursor, windowOf } from './page.ts';
import { slugOf } from './slug.ts';
import { StatementFilterInput } from './statement.ts';
import { VoiceEnum } from './voice.ts';

const GranularityEnum = closedSet<Granularity>('Granularity', 'How long each period of a timeline is.', {
  DAY: 'One day.',
  MONTH: 'One month.',
  YEAR: 'One year.',
});

const TimelineModeEnum = closedSet<TimelineMode>('TimelineMode', 'Which periods a vague date belongs to.', {
  CERTAIN: 'Only a period that contains every day the date can mean: "June 2025" belongs to that month, and to no day.',
  POSSIBLE:
    'Each period that contains at least one day the date can mean: "June 2025" belongs to each day of that month. An open end reaches to the first or last day of anything on this timeline.',
});

const TimelineType = closedSet<'EVENT' | 'STATEMENT'>('TimelineType', 'What a timeline can contain.', {
  EVENT: 'Events.',
  STATEMENT: 'Statements.',
});

/** The filter fields that both types share. */
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
  description: 'Chooses what a timeline contains: everything that meets all conditions given.',
  fields: (t) =>
    ({
      types: t.field({ type: [TimelineType], description: 'Only things of these types; both if left out.' }),
      date: t.field({
        type: DateFilter,
        description:
          'Only what has a date that passes this filter. A statement has the day it was said or, if no article gives one, published. The filter chooses things, not periods: what `overlaps` the range may lie in other periods as well.',
      }),
      involves: t.field({
        type: ['Slug'],
        extensions: slugOf(...AGENT_TYPES),
        description:
          'Only events in which one of these agents (slugs) takes part, and statements that it makes, is the addressee of, or is the subject of.',
      }),
      places: t.field({
        type: ['Slug'],
        extensions: slugOf('Place'),
        description: 'Only what is at or about one of these places (slugs), or a place inside one.',
      }),
      articles: t.field({
        type: ['Slug'],
        extensions: slugOf('Article'),
        description: 'Only what one of these articles (slugs) reports.',
      }),
      languages: t.stringList({ description: 'Only what is reported in one of these languages (BCP 47 tags).' }),
      speakers: t.field({
        type: ['Slug'],
        extensions: slugOf(...AGENT_TYPES),
        description: 'Only what one of these agents (slugs) says, or what is attributed to a statement of theirs.',
      }),
      voices: t.field({ type: [VoiceEnum], description: 'Only what an article reports in one of these voices.' }),
      events: t.field({ type: EventFilterInput, description: 'Only events that pass this filter as well.' }),
      statements: t.field({
        type: StatementFilterInput,
        description: 'Only statements that pass this filter as well.',
      }),
    }) satisfies FieldsFor<Filter>,
});

const DateBasis = closedSet<'DATE' | 'REPORTED' | 'PUBLISHED'>(
  'DateBasis',
  'Which date puts something on a timeline.',
  {
    DATE: 'Its `date`: when it happened or was said.',
    REPORTED:
      'A date in its `reports` or `quotes`. Its `date` is null: the date is attributed, hedged or contradicted. Show who says it.',
    PUBLISHED:
      'The date when the article that first quotes it was published: no article gives the day on which it was said.',
  },
);

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
      description: 'Which of its dates puts it here.',
      resolve: ({ node }) => (node.date !== null ? 'DATE' : datesOf(node).length > 0 ? 'REPORTED' : 'PUBLISHED'),
    }),
    certain: t.boolean({
      description: 'True if every day that its date can mean lies in the period; false if only some do.',
      resolve: ({ node, period }) => timelineDatesOf(node).every((date) => within(date, period)),
    }),
  }),
});

const [TimelineItemConnection, TimelineItemEdge] = connectionType(
  TimelineItem,
  'TimelineItem',
  'events and statements of a period',
);

/** A bucket keeps its query, so that it can list its items. */
const TimelineBucket = builder.objectRef<BucketRecord & { readonly query: TimelineQuery }>('TimelineBucket');

TimelineBucket.implement({
  description: 'A day, month or year of a timeline, and what lies in it.',
  fields: (t) => ({
    period: t.exposeString('period', { description: 'The day, month or year, as EDTF: `2025-06`.' }),
    earliest: t.field({
      type: 'Date',
      description: 'Its first day.',
      resolve: ({ period }) => boundsOf(period).earliest,
    }),
    latest: t.field({ type: 'Date', description: 'Its last day.', resolve: ({ period }) => boundsOf(period).latest }),
    eventCount: t.exposeInt('eventCount', { description: 'How many events lie in it, or may lie in it.' }),
    statementCount: t.exposeInt('statementCount', { description: 'How many statements lie in it, or may lie in it.' }),
    certainCount: t.exposeInt('certainCount', {
      description: 'How many of both certainly lie in it; in the mode `CERTAIN`, all of them.',
    }),
    items: t.connection(
      {
        type: TimelineItem,
        description:
          'The events and statements in it, in one list by date. Those whose reports contradict each other on the date come last.',
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
        'Events and statements by day, month or year: the periods in which something lies, in order of time. A vague date is never put in a finer period by accident: see `mode`.',
      args: {
        filter: t.arg({ type: TimelineFilter, description: 'What it contains; everything with a date if left out.' }),
        granularity: t.arg({ type: GranularityEnum, defaultValue: 'MONTH', description: 'How long each period is.' }),
        mode: t.arg({
          type: TimelineModeEnum,
          defaultValue: 'CERTAIN',
          description: 'Which periods a vague date belongs to.',
        }),
        includeEmpty: t.arg.boolean({
          defaultValue: false,
          description: 'True to list empty periods as well, between the first and the last in which something lies.',
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

/**
 * The cursor of a period in a timeline that counts what is certain, whether or not anything lies in it: the period with
 * this day, or that many periods after it. A filter by date would count everything that it finds.
 */
export function cursorOfPeriod(day: string, granularity: Granularity, steps: number): string {
  const { from } = daysOf({ earliest: day, latest: day });
  return encodeCursor(`Timeline.${granularity}.CERTAIN`, [periodOf(from, granularity) + steps]);
}

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
