/** Event source: the publisher or agency that reports of an event can be traced to, and why. */
import { SOURCE_BASIS_MEANINGS } from '../data/meaning.ts';
import type { Event, EventReport as EventReportRecord, EventSource as EventSourceRecord } from '../data/model.ts';
import { Article } from './article.ts';
import { builder, closedSet } from './builder.ts';
import { EventReport } from './event-report.ts';
import { loadIfNamed } from './node.ts';
import { Organization } from './organization.ts';

const SourceBasisEnum = closedSet('SourceBasis', 'Why a report counts for its source.', SOURCE_BASIS_MEANINGS);

type Trace = EventSourceRecord['traces'][number] & { readonly event: Event };

const SourceTrace = builder.objectRef<Trace>('SourceTrace');

SourceTrace.implement({
  description: 'One report of an event, and why it counts for its source.',
  fields: (t) => ({
    report: t.field({
      type: EventReport,
      description: 'What it reports, and in which words.',
      resolve: ({ report, event }) => reportAt(event, report),
    }),
    basis: t.expose('basis', { type: SourceBasisEnum, description: 'Why it counts for the source.' }),
    echoOf: t.field({
      type: Article,
      nullable: true,
      description: 'The earlier article that has the same words, or nearly; null unless `basis` is `ECHO`.',
      resolve: ({ echoOf }, _, context) => loadIfNamed(context, 'Article', echoOf),
    }),
  }),
});

export const EventSource = builder.objectRef<EventSourceRecord & { readonly event: Event }>('EventSource');

EventSource.implement({
  description:
    'A publisher or agency, and the reports of an event that can be traced to it by what the articles say and by their words.',
  fields: (t) => ({
    organization: t.field({
      type: Organization,
      nullable: true,
      description:
        'The publisher or agency; null if the article does not name its publisher. Such an article is a source of its own.',
      resolve: ({ organization }, _, context) => loadIfNamed(context, 'Organization', organization),
    }),
    reports: t.field({
      type: [EventReport],
      description: 'The reports that are traced to it, in the order of `Event.reports`. Never empty.',
      resolve: ({ traces, event }) => traces.map(({ report }) => reportAt(event, report)),
    }),
    traces: t.field({
      type: [SourceTrace],
      description: 'The same reports, each with why it counts for this source.',
      resolve: ({ traces, event }) => traces.map((trace) => ({ ...trace, event })),
    }),
  }),
});

function reportAt({ slug, reports }: Event, number: number): EventReportRecord {
  const report = reports[number];
  if (report === undefined) throw new Error(`The event "${slug}" has no report ${number}.`);
  return report;
}
