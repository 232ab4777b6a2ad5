/** Event report: what one article says about an event in one passage, with the facts as this article gives them. */
import type { EventReport as EventReportRecord } from '../data/model.ts';
import { Assertion } from './assertion.ts';
import { builder } from './builder.ts';
import { connectionType } from './connection.ts';
import { Event } from './event.ts';
import { Figure } from './figure.ts';
import { FuzzyDate, TimeOfDay } from './fuzzy-date.ts';
import { load } from './node.ts';
import { Participation } from './participation.ts';
import { Place } from './place.ts';
import { standingFields } from './revision.ts';

export const EventReport = builder.objectRef<EventReportRecord>('EventReport');

EventReport.implement({
  description:
    'What one article says about an event in one place: that it happened or did not, when, where, and who took part. Another report, in this article or another, may say something else.',
  interfaces: () => [Assertion],
  fields: (t) => ({
    event: t.field({
      type: Event,
      description: 'The event that it reports.',
      resolve: ({ event }, _, context) => load(context, 'Event', event),
    }),
    date: t.expose('date', {
      type: FuzzyDate,
      nullable: true,
      description: 'The day that it gives; null if it gives none.',
    }),
    time: t.expose('time', {
      type: TimeOfDay,
      nullable: true,
      description: 'The time of day that it gives; null if it gives none.',
    }),
    places: t.field({
      type: [Place],
      description: 'The places that it gives. Empty if it gives none.',
      resolve: ({ places }, _, context) => places.map((slug) => load(context, 'Place', slug)),
    }),
    participants: t.expose('participants', {
      type: [Participation],
      description: 'Who it says took part, and in what role. Empty if it names nobody.',
    }),
    figures: t.expose('figures', {
      type: [Figure],
      description: 'The numbers that it gives. Empty if it gives none.',
    }),
    ...standingFields(t, (report) => report),
  }),
});

export const [EventReportConnection, EventReportEdge] = connectionType(EventReport, 'EventReport', 'reports of events');
