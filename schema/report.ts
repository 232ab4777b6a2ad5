/** Report: one article's account of an event or rendering of a statement, with the facts as this article has them. */
import type { EventReport, Report as ReportRecord, StatementReport } from '../data/model.ts';
import { andThen } from '../data/store.ts';
import { excerpt } from '../data/text.ts';
import { Assertion } from './assertion.ts';
import { builder } from './builder.ts';
import { connectionType } from './connection.ts';
import { Figure } from './disagreement.ts';
import { Evidence } from './evidence.ts';
import { FuzzyDate, TimeOfDay } from './fuzzy-date.ts';
import { load } from './node.ts';
import { Participation } from './participation.ts';
import { Place } from './place.ts';
import { Reported } from './reported.ts';
import { Addressee, Speaker } from './speaker.ts';
import { StatementKindEnum } from './statement.ts';

export const Report = builder.objectRef<ReportRecord>('Report');

Report.implement({
  description:
    "One article's account of an event, or its rendering of a statement. Everything here is as this article has it; another article's report may say otherwise.",
  interfaces: () => [Assertion],
  fields: (t) => ({
    reported: t.field({
      type: Reported,
      description: 'The event or statement that is reported.',
      resolve: (report, _, context) =>
        report.of === 'Event' ? load(context, 'Event', report.reported) : load(context, 'Statement', report.reported),
    }),
    words: t.string({
      description:
        'The words of the report: its evidence in the order of the text, with " … " for other words between.',
      resolve: (report, _, context) =>
        andThen(context.store.text(report.article), ({ text }) => excerpt(text, report.evidence)),
    }),
    date: t.field({
      type: FuzzyDate,
      nullable: true,
      description: 'When the event took place, or the statement was made; null if this report gives no date.',
      resolve: ({ date }) => date,
    }),
    time: t.field({
      type: TimeOfDay,
      nullable: true,
      description: 'At what time of day the event took place; null if this report gives none, and for a statement.',
      resolve: (report) => asEvent(report)?.time ?? null,
    }),
    places: t.field({
      type: [Place],
      description: 'Where the event took place. Empty if this report gives no place, and for a statement.',
      resolve: (report, _, context) => (asEvent(report)?.places ?? []).map((slug) => load(context, 'Place', slug)),
    }),
    participants: t.field({
      type: [Participation],
      description: 'Who had what to do with the event. Empty if this report names nobody, and for a statement.',
      resolve: (report) => asEvent(report)?.participants ?? [],
    }),
    figures: t.field({
      type: [Figure],
      description: 'The numbers that this report gives for the event. Empty for a statement.',
      resolve: (report) => asEvent(report)?.figures ?? [],
    }),
    statementKind: t.field({
      type: StatementKindEnum,
      nullable: true,
      description: 'How this article renders the statement; null for an event.',
      resolve: (report) => asStatement(report)?.kind ?? null,
    }),
    content: t.field({
      type: [Evidence],
      description:
        'The words said, as this article prints them: two spans where "he said" breaks a quote. Empty for an event.',
      resolve: (report) => asStatement(report)?.content ?? [],
    }),
    cue: t.field({
      type: Evidence,
      nullable: true,
      description: 'The words that say that it was said; null if there are none, and for an event.',
      resolve: (report) => asStatement(report)?.cue ?? null,
    }),
    speakers: t.field({
      type: [Speaker],
      description: 'Who says the statement. Empty for an event.',
      resolve: (report) => asStatement(report)?.speakers ?? [],
    }),
    addressees: t.field({
      type: [Addressee],
      description: 'To whom. Empty if this article names nobody, and for an event.',
      resolve: (report) => asStatement(report)?.addressees ?? [],
    }),
  }),
});

export const [ReportConnection, ReportEdge] = connectionType(Report, 'Report', 'reports');

function asEvent(report: ReportRecord): EventReport | null {
  return report.of === 'Event' ? report : null;
}

function asStatement(report: ReportRecord): StatementReport | null {
  return report.of === 'Statement' ? report : null;
}
