/** Events, and the reports of articles about them. */
import { resolveArrayConnection } from '@pothos/plugin-relay';
import type { Filters } from '../../../../data/filter.ts';
import type { Event as EventRecord, EventReport, FuzzyDate as FuzzyDateRecord } from '../../../../data/model.ts';
import { builder } from './builder.ts';
import { connect, DEFAULT_SIZE } from './connection.ts';
import { Entity, load } from './entity.ts';
import { Evidence } from './evidence.ts';
import { Statement } from './statement.ts';

const Voice = builder.enumType('Voice', { values: ['ARTICLE', 'SPEAKER', 'CARRIED_OVER'] as const });

const FuzzyDate = builder.objectRef<FuzzyDateRecord>('FuzzyDate').implement({
  fields: (t) => ({ edtf: t.exposeString('edtf'), words: t.exposeString('words', { nullable: true }) }),
});

const Report = builder.objectRef<EventReport>('EventReport').implement({
  fields: (t) => ({
    voice: t.expose('voice', { type: Voice }),
    date: t.expose('date', { type: FuzzyDate, nullable: true }),
    evidence: t.expose('evidence', { type: [Evidence] }),
    attributedTo: t.field({
      type: Statement,
      nullable: true,
      resolve: ({ attributedTo }, _, context) =>
        attributedTo === null ? null : load(context, 'Statement', attributedTo),
    }),
  }),
});

const Event = builder.node(builder.objectRef<EventRecord>('Event'), {
  id: { resolve: ({ slug }) => slug },
  loadOne: (slug, { store }) => store.get('Event', slug),
  interfaces: [Entity],
  fields: (t) => ({
    name: t.exposeString('name'),
    date: t.expose('date', { type: FuzzyDate, nullable: true }),
    reports: t.connection({
      type: Report,
      resolve: ({ reports }, args) => ({
        ...resolveArrayConnection({ args, defaultSize: DEFAULT_SIZE }, reports),
        totalCount: () => reports.length,
      }),
    }),
  }),
});

const DateFilter = builder.inputType('DateFilter', {
  fields: (t) => ({ within: t.field({ type: 'DateRange' }), overlaps: t.field({ type: 'DateRange' }) }),
});

const EventFilter = builder.inputType('EventFilter', {
  fields: (t) => ({ places: t.field({ type: ['Slug'] }), date: t.field({ type: DateFilter }) }),
});

builder.queryField('events', (t) =>
  t.connection({
    type: Event,
    args: { filter: t.arg({ type: EventFilter }) },
    resolve: (_, { filter, ...args }, context) => connect(context, 'Event', 'DATE', args, filterOf(filter)),
  }),
);

function filterOf(filter: typeof EventFilter.$inferInput | null | undefined): Filters['Event'] {
  const { places, date } = filter ?? {};
  const { within, overlaps } = date ?? {};
  return {
    ...(places != null && { places }),
    ...(date != null && { date: { ...(within != null && { within }), ...(overlaps != null && { overlaps }) } }),
  };
}
