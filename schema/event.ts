/** Event: what is reported to have happened. */

import { accountsOf } from '../data/account.ts';
import { EVENT_KIND_MEANINGS } from '../data/meaning.ts';
import type { Event as EventRecord } from '../data/model.ts';
import { AsserterFilter, CertaintyEnum, VoiceEnum } from './assertion.ts';
import { builder, closedSet } from './builder.ts';
import { Asserter, Disagreement, DisagreementPropertyEnum, Figure } from './disagreement.ts';
import { EventAccount } from './event-account.ts';
import { DateFilter, filterInput, PositionFilter } from './filter.ts';
import { FuzzyDate, TimeOfDay } from './fuzzy-date.ts';
import { entityList, lookupField, orderInput } from './list.ts';
import { load, loadIfNamed, Node } from './node.ts';
import { ParticipantRoleEnum, Participation } from './participation.ts';
import { Place } from './place.ts';
import { costs } from './price.ts';
import { Reported } from './reported.ts';
import { statementList } from './statement.ts';

export const EventKindEnum = closedSet('EventKind', 'What kind of event it is.', EVENT_KIND_MEANINGS);

export const EventFilterInput = filterInput(
  'EventFilter',
  'events',
  'Asks for events. All that is given must hold, though each perhaps in another report.',
  (t) => ({
    date: t.field({
      type: DateFilter,
      description:
        'By `Event.date`; where reports contradict each other, all their dates must be `within` and one must `overlap`.',
    }),
    agent: t.field({ type: EventAgentFilter, description: 'Somebody takes part, in any report.' }),
    position: t.field({
      type: PositionFilter,
      description: 'Somebody takes part whom any article gives this position.',
    }),
    place: t.string({ description: 'At the place with this slug or at one in it, in any report.' }),
    kinds: t.field({ type: [EventKindEnum], description: 'Of one of these kinds.' }),
    article: t.string({ description: 'Reported by the article with this slug.' }),
    language: t.string({ description: 'Reported by an article in the language with this BCP 47 tag.' }),
    speaker: t.string({
      description: 'Attributed to, or carried over from, a statement of the agent with this slug, in any report.',
    }),
    voice: t.field({ type: VoiceEnum, description: 'At least one report is in this voice.' }),
    assertedBy: t.field({ type: AsserterFilter, description: 'At least one report affirms it, and is asserted so.' }),
    certainties: t.field({ type: [CertaintyEnum], description: 'At least one report sounds as sure as one of these.' }),
    disputed: t.boolean({
      description:
        'True: only where reports contradict each other about something (see `disagreements`). False: only where they do not.',
    }),
    partOf: t.string({ description: 'Directly part of the event with this slug.' }),
  }),
);

const EventAgentFilter = builder.inputType('EventAgentFilter', {
  description: 'Asks for an agent that is said to take part, optionally in one role.',
  fields: (t) => ({
    slug: t.string({ required: true, description: 'The slug of a person, organization or group.' }),
    role: t.field({ type: ParticipantRoleEnum, description: 'Only in this role.' }),
  }),
});

const EventOrder = orderInput('EventOrder', 'events', {
  DATE: 'By `Event.date`: earliest day, then latest day; those of one date, and the undated last of all, by the slug of the article and in the order of its text, which `DESC` turns round as well.',
  NAME: 'By name, case and diacritics aside.',
  REPORTS: 'By the number of reports.',
});

export const Event = builder.objectRef<EventRecord>('Event');

export const eventList = entityList('Event', Event, 'events', EventFilterInput, EventOrder, 'by date if left out');

Event.implement({
  description:
    'What is reported to have happened. That there is an event here does not say that it did: `asserters` tells who says so. Its plain fields hold the most precise value with which every report that affirms it agrees; where reports contradict each other, they leave it out and `disagreements` has the versions.',
  interfaces: () => [Reported, Node],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'A neutral name given by an editor; no article need use it.' }),
    kind: t.expose('kind', { type: EventKindEnum, description: 'What kind of event it is, as an editor filed it.' }),
    date: t.expose('date', {
      type: FuzzyDate,
      nullable: true,
      description:
        'The most precise date with which every report that gives one agrees; null if none gives one, if they contradict each other, or if none of them lies within all the others.',
    }),
    time: t.expose('time', {
      type: TimeOfDay,
      nullable: true,
      description:
        'The most exact time of day with which every report that gives one agrees; null if none says, if they contradict each other, or if their words cannot be compared.',
    }),
    places: t.field({
      type: [Place],
      description: 'Where, as far as the reports agree, the most precise places only.',
      resolve: ({ places }, _, context) => places.map((slug) => load(context, 'Place', slug)),
    }),
    participants: t.expose('participants', {
      type: [Participation],
      description: 'Who had what to do with it, each role once, as the first report that says so has it.',
    }),
    figures: t.expose('figures', {
      type: [Figure],
      description:
        'The numbers given for it, of each kind the narrowest with which every report that gives one agrees. Where they contradict each other, or none lies within all the others, it is left out.',
    }),
    asserters: t.expose('asserters', {
      type: [Asserter],
      description:
        "Who says that it happened, or may have: the articles' own voice first, then each statement that it is attributed to. Who denies it stands in `reports` and `disagreements`.",
    }),
    disagreements: t.field({
      extensions: costs(5),
      type: [Disagreement],
      description: 'Where its reports contradict each other, a version each. Empty if they do not.',
      args: {
        property: t.arg({ type: DisagreementPropertyEnum, description: 'Only those about this; all if left out.' }),
      },
      resolve: (event, { property }) =>
        event.disagreements
          .filter((disagreement) => property == null || disagreement.property === property)
          .map((disagreement) => ({ ...disagreement, event })),
    }),
    accounts: t.field({
      extensions: costs(10),
      type: [EventAccount],
      description:
        "Who stands against whom: its reports gathered by who asserts them, denials among them. The articles' own voice first, then what is attributed to statements. What is only carried over from a statement is an account of its own.",
      resolve: accountsOf,
    }),
    partOf: t.field({
      type: Event,
      nullable: true,
      description: 'The larger event that an editor filed it under; null if it stands alone.',
      resolve: ({ partOf }, _, context) => loadIfNamed(context, 'Event', partOf),
    }),
    subEvents: eventList.field(t, 'The events that an editor filed directly under it.', ({ slug }) => ({
      partOf: slug,
    })),
    statements: statementList.field(
      t,
      'The statements about it, and those that a report of it is attributed to.',
      ({ slug }) => ({ about: slug }),
    ),
  }),
});

builder.queryFields((t) => ({
  event: lookupField(t, 'Event', Event),
  events: eventList.field(t, 'The events that the articles report.'),
}));
