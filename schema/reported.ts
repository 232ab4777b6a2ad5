/** Reported: what articles report, one node however many of them do. */
import type { Event, Report as ReportRecord, Statement } from '../data/model.ts';
import { assertionKey, VoiceEnum } from './assertion.ts';
import { builder } from './builder.ts';
import { connectItems } from './connection.ts';
import { Node } from './node.ts';
import { Report, ReportConnection, ReportEdge } from './report.ts';

export const Reported = builder.interfaceRef<Event | Statement>('Reported');

Reported.implement({
  description:
    'What articles report: an event or a statement. The same event, or the same quote, in several articles is one thing with several reports.',
  interfaces: () => [Node],
  resolveType: (reported) => reported.type,
  fields: (t) => ({
    reports: t.connection(
      {
        type: Report,
        description:
          'Each report of it, those of the article that introduces it first, then by article. Contradicting ones stand side by side.',
        args: {
          voice: t.arg({ type: VoiceEnum, description: 'Only the reports in this voice.' }),
          article: t.arg.string({ description: 'Only the reports of the article with this slug.' }),
        },
        resolve: (reported, args) =>
          connectItems(
            allReports(reported).filter((report) => isAsked(report, args)),
            `${reported.slug}.reports`,
            args,
            (report) => [report.article === reported.reports[0]?.article ? 0 : 1, ...assertionKey(report)],
          ),
      },
      ReportConnection,
      ReportEdge,
    ),
  }),
});

// Two arrays of two types have no common `filter` for the type checker; one array of either has.
function allReports(reported: Event | Statement): readonly ReportRecord[] {
  return reported.reports;
}

function isAsked(
  report: ReportRecord,
  { voice, article }: { voice?: string | null | undefined; article?: string | null | undefined },
): boolean {
  return (voice == null || report.voice === voice) && (article == null || report.article === article);
}
