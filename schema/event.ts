/** Event: what is reported to have happened. */

import { accountsOf } from '../data/account.ts';
import { EVENT_KIND_MEANINGS } from '../data/meaning.ts';
import type { Event as EventRecord } from '../data/model.ts';
import { articleList } from './article.ts';
import { assertionKey, tellingsIn } from './assertion.ts';
import { builder, closedSet } from './builder.ts';
import { connectItems } from './connection.ts';
import { Disagreement, DisagreementPropertyEnum } from './disagreement.ts';
import { EventAccount } from './event-account.ts';
import { EventReport, EventReportConnection, EventReportEdge } from './event-report.ts';
import { Figure } from './figure.ts';
import { DateFilter, filterInput, PositionFilter } from './filter.ts';
import { FuzzyDate, TimeOfDay } from './fuzzy-date.ts';
import { entityList, lookupField, orderInput } from './list.ts';
import { load, loadIfNamed, Node } from './node.ts';
import { ParticipantRoleEnum, Participation } from './participation.ts';
import { Place } from './place.ts';
import { costs } from './price.ts';
import { statementList } from './statement.ts';
import { AffirmedByFilter, CertaintyEnum, PolarityEnum, VoiceEnum } from './voice.ts';

export const EventKindEnum = closedSet('EventKind', 'What kind of event it is.', EVENT_KIND_MEANINGS);

export const EventFilterInput = filterInput(
  'EventFilter',
  'events',
  'Asks for events. All that is given must hold, though each perhaps in another report.',
  (t) => ({
    date: t.field({
      type: DateFilter,
      description:
        'By its date: `Event.date`, else the one on which all its reports agree, attributed ones too; where they contradict each other, all their dates must be `within` and one must `overlap`.',
    }),
    participant: t.field({ type: ParticipantFilter, description: 'Somebody is said to take part.' }),
    position: t.field({
      type: PositionFilter,
      description: 'Somebody takes part whom any article gives this position.',
    }),
    places: t.field({
      type: ['Slug'],
      description: 'At one of the places with these slugs, or at a place in one, by any report.',
    }),
    kinds: t.field({ type: [EventKindEnum], description: 'Of one of these kinds.' }),
    articles: t.field({ type: ['Slug'], description: 'Reported by one of the articles with these slugs.' }),
    languages: t.stringList({ description: 'Reported in a language with one of these BCP 47 tags.' }),
    speakers: t.field({
      type: ['Slug'],
      description: 'Attributed to, or carried over from, a statement of one of the agents with these slugs.',
    }),
    attributedTo: t.field({
      type: ['Slug'],
      description: 'Attributed to, or carried over from, one of the statements with these slugs.',
    }),
    voices: t.field({ type: [VoiceEnum], description: 'At least one report is in one of these voices.' }),
    affirmedBy: t.field({ type: AffirmedByFilter, description: 'Somebody says that it happened.' }),
    certainties: t.field({ type: [CertaintyEnum], description: 'At least one report sounds as sure as one of these.' }),
    hasDisagreements: t.boolean({
      description:
        'True: only where reports contradict each other about something (see `disagreements`). False: only where they do not.',
    }),
    partOf: t.field({ type: ['Slug'], description: 'Directly part of one of the events with these slugs.' }),
  }),
);

const ParticipantFilter = builder.inputType('ParticipantFilter', {
  description: 'Asks for somebody who is said to take part. Both given, both must hold of one participation.',
  fields: (t) => ({
    agents: t.field({ type: ['Slug'], description: 'One of the persons, organizations or groups with these slugs.' }),
    roles: t.field({ type: [ParticipantRoleEnum], description: 'In one of these roles.' }),
  }),
});

const EventOrder = orderInput('EventOrder', 'events', {
  DATE: 'By its date: `Event.date`, else the one on which all its reports agree, attributed ones too. Earliest day, then latest day; those of one date, and the undated last of all, by the slug of the article and in the order of its text, which `DESC` turns round as well.',
  NAME: 'By name, case and diacritics aside.',
  REPORTS: 'By the number of reports.',
});

export const Event = builder.objectRef<EventRecord>('Event');

export const eventList = entityList('Event', Event, 'events', EventFilterInput, EventOrder, 'by date if left out');

Event.implement({
  description:
    'What is reported to have happened. That there is an event here does not say that it did: `accounts` tells who says so. Its plain fields (`date`, `time`, `places`, `participants`, `figures`) hold only what at least one article says in its own voice. What is only attributed to somebody stands in `accounts`; what any two reports contradict each other about, in `disagreements`.',
  interfaces: () => [Node],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'A neutral name given by an editor; no article need use it.' }),
    kind: t.expose('kind', { type: EventKindEnum, description: 'What kind of event it is, as an editor filed it.' }),
    date: t.expose('date', {
      type: FuzzyDate,
      nullable: true,
      description:
        'The most precise date that articles give in their own voice and that lies within all others they give so. Null if there is none, or if any report contradicts another.',
    }),
    time: t.expose('time', {
      type: TimeOfDay,
      nullable: true,
      description:
        'The most exact time of day that articles give in their own voice. Null if none does, if any report contradicts another, or if their words cannot be compared.',
    }),
    places: t.field({
      type: [Place],
      description:
        'Where, as articles say in their own voice, the most precise places only. Places that reports contradict each other about are left out.',
      resolve: ({ places }, _, context) => places.map((slug) => load(context, 'Place', slug)),
    }),
    participants: t.expose('participants', {
      type: [Participation],
      description:
        'Who had what to do with it, each role once, as the first article has it that says so in its own voice. Whom somebody denies to have is left out.',
    }),
    figures: t.expose('figures', {
      type: [Figure],
      description:
        'The numbers that articles give in their own voice, of each kind the narrowest that lies within all others they give so. Where any report contradicts another, it is left out.',
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
    reports: t.connection(
      {
        type: EventReport,
        description:
          'What each article says of it, place by place: those of the article that introduces it first, then by article. Contradicting ones stand side by side.',
        args: {
          voices: t.arg({ type: [VoiceEnum], description: 'Only reports in one of these voices; all if left out.' }),
          articles: t.arg({
            type: ['Slug'],
            description: 'Only those of the articles with these slugs; all if left out.',
          }),
        },
        resolve: ({ slug, reports }, { voices, articles, ...args }) =>
          connectItems(tellingsIn(reports, voices, articles), `${slug}.reports`, args, (report) => [
            report.article === reports[0]?.article ? 0 : 1,
            ...assertionKey(report),
          ]),
      },
      EventReportConnection,
      EventReportEdge,
    ),
    accounts: t.field({
      extensions: costs(10),
      type: [EventAccount],
      description:
        "Who tells it how: its reports gathered by who says so, denials among them. The articles' own voice first, then what is attributed to statements; what is only carried over from a statement is an account of its own.",
      args: {
        polarity: t.arg({
          type: PolarityEnum,
          description: 'Only who says that it happened (`AFFIRMED`), or that it did not (`DENIED`); both if left out.',
        }),
      },
      resolve: (event, { polarity }) =>
        accountsOf(event).filter((account) => polarity == null || account.polarity === polarity),
    }),
    partOf: t.field({
      type: Event,
      nullable: true,
      description: 'The larger event that an editor filed it under; null if it stands alone.',
      resolve: ({ partOf }, _, context) => loadIfNamed(context, 'Event', partOf),
    }),
    subEvents: eventList.field(t, 'The events that an editor filed directly under it.', ({ slug }) => ({
      partOf: [slug],
    })),
    statements: statementList.field(
      t,
      'The statements about it, and those that a report of it is attributed to.',
      ({ slug }) => ({ about: [slug] }),
    ),
    articles: articleList.field(t, 'The articles that report it.', ({ slug }) => ({ mentions: [slug] })),
  }),
});

builder.queryFields((t) => ({
  event: lookupField(t, 'Event', Event),
  events: eventList.field(t, 'The events that the articles report.'),
}));
