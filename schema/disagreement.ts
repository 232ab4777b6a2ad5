/** Disagreement: a question on which reports of one event contradict each other, and what each side says. */
import type {
  DisagreementProperty,
  Disagreement as DisagreementRecord,
  DisagreementVersion as DisagreementVersionRecord,
  Event,
} from '../data/model.ts';
import { builder, closedSet } from './builder.ts';
import { EventReport } from './event-report.ts';
import { Figure } from './figure.ts';
import { FuzzyDate, TimeOfDay } from './fuzzy-date.ts';
import { load } from './node.ts';
import { Participation } from './participation.ts';
import { Place } from './place.ts';
import { PolarityEnum } from './voice.ts';

export const DisagreementPropertyEnum = closedSet<DisagreementProperty>(
  'DisagreementProperty',
  'A question on which the reports of one event contradict each other.',
  {
    OCCURRENCE: 'Whether it happened.',
    DATE: 'On which day it happened.',
    TIME: 'At what time of day it happened.',
    PLACES: 'Where it happened.',
    PARTICIPANTS: 'Whether somebody took part.',
    FIGURES: 'How many: died, for example.',
  },
);

/** A version refers to reports of its event by index, so it includes the event. */
type VersionOf<P extends DisagreementProperty> = DisagreementVersionRecord<P> & {
  readonly property: P;
  readonly event: Event;
};
type Version = { readonly [P in DisagreementProperty]: VersionOf<P> }[DisagreementProperty];

const TYPES: { readonly [P in DisagreementProperty]: string } = {
  OCCURRENCE: 'OccurrenceVersion',
  DATE: 'DateVersion',
  TIME: 'TimeVersion',
  PLACES: 'PlacesVersion',
  PARTICIPANTS: 'ParticipantsVersion',
  FIGURES: 'FiguresVersion',
};

const DisagreementVersion = builder.interfaceRef<Version>('DisagreementVersion');

DisagreementVersion.implement({
  description: 'What one side says in a disagreement, and the reports that say it.',
  resolveType: ({ property }) => TYPES[property],
  fields: (t) => ({
    reports: t.field({
      type: [EventReport],
      description: 'The reports that say so, each with its article, voice and words. Never empty.',
      resolve: ({ event, reports }) => event.reports.filter((_, number) => reports.includes(number)),
    }),
  }),
});

builder.objectRef<VersionOf<'OCCURRENCE'>>(TYPES.OCCURRENCE).implement({
  description: 'One side of a disagreement about whether the event happened.',
  interfaces: () => [DisagreementVersion],
  fields: (t) => ({
    polarity: t.expose('polarity', {
      type: PolarityEnum,
      description: '`AFFIRMED` if these reports say that it happened, `DENIED` if they say that it did not.',
    }),
  }),
});

builder.objectRef<VersionOf<'DATE'>>(TYPES.DATE).implement({
  description: 'One side of a disagreement about the day.',
  interfaces: () => [DisagreementVersion],
  fields: (t) => ({ date: t.expose('date', { type: FuzzyDate, description: 'The day that they give.' }) }),
});

builder.objectRef<VersionOf<'TIME'>>(TYPES.TIME).implement({
  description: 'One side of a disagreement about the time of day.',
  interfaces: () => [DisagreementVersion],
  fields: (t) => ({ time: t.expose('time', { type: TimeOfDay, description: 'The time of day that they give.' }) }),
});

builder.objectRef<VersionOf<'PLACES'>>(TYPES.PLACES).implement({
  description: 'One side of a disagreement about the places.',
  interfaces: () => [DisagreementVersion],
  fields: (t) => ({
    places: t.field({
      type: [Place],
      description: 'The places that they give. Never empty.',
      resolve: ({ places }, _, context) => places.map((slug) => load(context, 'Place', slug)),
    }),
  }),
});

builder.objectRef<VersionOf<'PARTICIPANTS'>>(TYPES.PARTICIPANTS).implement({
  description: 'One side of a disagreement about whether somebody took part.',
  interfaces: () => [DisagreementVersion],
  fields: (t) => ({
    participants: t.expose('participants', {
      type: [Participation],
      description: 'The participations, either all affirmed or all denied (see `polarity`). Never empty.',
    }),
  }),
});

builder.objectRef<VersionOf<'FIGURES'>>(TYPES.FIGURES).implement({
  description: 'One side of a disagreement about a number.',
  interfaces: () => [DisagreementVersion],
  fields: (t) => ({
    figures: t.expose('figures', { type: [Figure], description: 'The numbers that they give. Never empty.' }),
  }),
});

export const Disagreement = builder.objectRef<DisagreementRecord & { readonly event: Event }>('Disagreement');

Disagreement.implement({
  description: 'A question on which reports of one event contradict each other. Dateline does not say who is right.',
  fields: (t) => ({
    property: t.expose('property', { type: DisagreementPropertyEnum, description: 'What it is about.' }),
    versions: t.field({
      type: [DisagreementVersion],
      description: 'What each side says, starting with the side of the first report. At least two.',
      resolve: ({ event, property, versions }) =>
        versions.map((version) => ({ ...version, property, event }) as unknown as Version),
    }),
  }),
});
