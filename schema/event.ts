/** Event: something that is reported to have happened. */

import { accountsOf } from '../data/account.ts';
import { EVENT_KIND_MEANINGS } from '../data/meaning.ts';
import { AGENT_TYPES, type Event as EventRecord } from '../data/model.ts';
import { andThen } from '../data/store.ts';
import { articleList } from './article.ts';
import { articlesNow, assertionKey, assertionsIn } from './assertion.ts';
import { builder, closedSet } from './builder.ts';
import { connectItems } from './connection.ts';
import { Disagreement, DisagreementPropertyEnum } from './disagreement.ts';
import { EventAccount } from './event-account.ts';
import { EventReport, EventReportConnection, EventReportEdge } from './event-report.ts';
import { EventSource } from './event-source.ts';
import { Figure } from './figure.ts';
import { DateFilter, filterInput, PositionFilter } from './filter.ts';
import { FuzzyDate, TimeOfDay } from './fuzzy-date.ts';
import { entityList, lookupField, orderInput } from './list.ts';
import { load, loadIfNamed, Node } from './node.ts';
import { ParticipantRoleEnum, Participation } from './participation.ts';
import { Place } from './place.ts';
import { costs } from './price.ts';
import { formerly } from './revision.ts';
import { slugOf } from './slug.ts';
import { statementList } from './statement.ts';
import { AffirmedByFilter, CertaintyEnum, PolarityEnum, VoiceEnum } from './voice.ts';

export const EventKindEnum = closedSet('EventKind', 'What kind of event it is.', EVENT_KIND_MEANINGS);

export const EventFilterInput = filterInput(
  'EventFilter',
  'events',
  'Chooses events: those that meet every condition given, though perhaps each in a different report.',
  (t) => ({
    date: t.field({
      type: DateFilter,
      description:
        'Only events whose date passes this filter: `Event.date` or, if it is null, the date on which all reports agree, attributed ones included. If reports contradict each other, all their dates must pass `within`, and at least one must pass `overlaps`.',
    }),
    participant: t.field({
      type: ParticipantFilter,
      description: 'Only events in which such a participant is said to take part.',
    }),
    position: t.field({
      type: PositionFilter,
      description: 'Only events with a participant who holds or held this position, as any article says.',
    }),
    places: t.field({
      type: ['Slug'],
      extensions: slugOf('Place'),
      description: 'Only events that any report puts at one of these places (slugs), or at a place inside one.',
    }),
    kinds: t.field({ type: [EventKindEnum], description: 'Only events of one of these kinds.' }),
    articles: t.field({
      type: ['Slug'],
      extensions: slugOf('Article'),
      description: 'Only events that one of these articles (slugs) reports.',
    }),
    languages: t.stringList({ description: 'Only events reported in one of these languages (BCP 47 tags).' }),
    speakers: t.field({
      type: ['Slug'],
      extensions: slugOf(...AGENT_TYPES),
      description:
        'Only events with a report attributed to, or carried over from, a statement of one of these agents (slugs).',
    }),
    attributedTo: t.field({
      type: ['Slug'],
      extensions: slugOf('Statement'),
      description: 'Only events with a report attributed to, or carried over from, one of these statements (slugs).',
    }),
    voices: t.field({ type: [VoiceEnum], description: 'Only events with a report in one of these voices.' }),
    affirmedBy: t.field({
      type: AffirmedByFilter,
      description: 'Only events that one of these says happened, without a hedge.',
    }),
    certainties: t.field({
      type: [CertaintyEnum],
      description: 'Only events with a report of one of these certainties.',
    }),
    hasDisagreements: t.boolean({
      description:
        'True: only events on which reports contradict each other (see `disagreements`). False: only events on which they do not.',
    }),
    partOf: t.field({
      type: ['Slug'],
      extensions: slugOf('Event'),
      description: 'Only events that are directly part of one of these events (slugs).',
    }),
  }),
);

const ParticipantFilter = builder.inputType('ParticipantFilter', {
  description:
    'Chooses who is said to take part in an event. If you give both conditions, one participation must meet both.',
  fields: (t) => ({
    agents: t.field({
      type: ['Slug'],
      extensions: slugOf(...AGENT_TYPES),
      description: 'One of these people, organizations or groups (slugs).',
    }),
    roles: t.field({ type: [ParticipantRoleEnum], description: 'Somebody in one of these roles.' }),
  }),
});

const EventOrder = orderInput('EventOrder', 'events', {
  DATE: 'By date: `Event.date` or, if it is null, the date on which all reports agree, attributed ones included; by earliest day, then latest day. Events without a date come last. Those of one date, or of none, are ordered by slug of the article, then by place in its text; `DESC` reverses that too.',
  NAME: 'By name, ignoring case and diacritics.',
  REPORTS: 'By the number of reports.',
});

export const Event = builder.objectRef<EventRecord>('Event');

export const eventList = entityList('Event', Event, 'events', EventFilterInput, EventOrder, 'by date if left out');

Event.implement({
  description:
    'Something that is reported to have happened. It need not have happened: `accounts` shows who says that it did. Its plain fields (`date`, `time`, `places`, `participants`, `figures`) hold only what at least one article says in its own voice and without a hedge. What is only attributed to somebody, or only probable or possible, is in `accounts`; what any two reports contradict each other about is in `disagreements`.',
  interfaces: () => [Node],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'A neutral name that an editor gave it; no article need use it.' }),
    kind: t.expose('kind', { type: EventKindEnum, description: 'What kind of event it is, as an editor filed it.' }),
    date: t.expose('date', {
      type: FuzzyDate,
      nullable: true,
      description:
        'When it happened: the most precise date that articles give in their own voice without a hedge, if it lies within all the others that they give so. Null if there is none, or if any report contradicts another.',
    }),
    time: t.expose('time', {
      type: TimeOfDay,
      nullable: true,
      description:
        'At what time of day it happened: the most exact time that articles give in their own voice without a hedge. Null if none gives one, if any report contradicts another, or if their words cannot be compared.',
    }),
    places: t.field({
      type: [Place],
      description:
        'Where it happened, as articles say in their own voice without a hedge: the most precise places only. Places on which reports contradict each other are left out.',
      resolve: ({ places }, _, context) => places.map((slug) => load(context, 'Place', slug)),
    }),
    participants: t.expose('participants', {
      type: [Participation],
      description:
        'Who took part, and in what role: each role once, as the first article that says so in its own voice without a hedge has it. Anybody who is denied to have taken part is left out.',
    }),
    figures: t.expose('figures', {
      type: [Figure],
      description:
        'The numbers that articles give in their own voice without a hedge: for each kind the narrowest, if it lies within all the others that they give so. A number on which any report contradicts another is left out.',
    }),
    disagreements: t.field({
      extensions: costs(5),
      type: [Disagreement],
      description:
        'The questions on which its reports contradict each other, with what each side says. Empty if they do not.',
      args: {
        property: t.arg({
          type: DisagreementPropertyEnum,
          description: 'Only disagreements about this; all if left out.',
        }),
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
          'What each article says about it, passage by passage. The article that introduces it comes first, then the others by slug. Contradicting reports stand side by side.',
        args: {
          voices: t.arg({ type: [VoiceEnum], description: 'Only reports in one of these voices; all if left out.' }),
          articles: t.arg({
            type: ['Slug'],
            extensions: slugOf('Article'),
            description: 'Only reports in one of these articles (slugs); all if left out.',
          }),
        },
        resolve: ({ slug, reports }, { voices, articles, ...args }, { store }) =>
          andThen(articlesNow(articles, reports, store), (now) =>
            connectItems(assertionsIn(reports, voices, now), `${slug}.reports`, args, (report) => [
              report.article === reports[0]?.article ? 0 : 1,
              ...assertionKey(report),
            ]),
          ),
      },
      EventReportConnection,
      EventReportEdge,
    ),
    formerReports: t.field({
      extensions: costs(20),
      type: [EventReport],
      description:
        'What earlier texts of the articles said about it and no later text of the same article says, the newest text of each article first: a toll that was corrected. An event that is in no present text has its last reports here and in `reports`.',
      resolve: ({ slug }, _, context) => formerly(context, slug, 'EventReport'),
    }),
    accounts: t.field({
      extensions: costs(10),
      type: [EventAccount],
      description:
        "Who says what about it: its reports, grouped by who says so, denials included. The articles' own voice comes first, then what they attribute to statements. What is only carried over from a statement is an account of its own.",
      args: {
        polarity: t.arg({
          type: PolarityEnum,
          description:
            'Only accounts that say it happened (`AFFIRMED`), or that it did not (`DENIED`); both if left out.',
        }),
      },
      resolve: (event, { polarity }) =>
        accountsOf(event).filter((account) => polarity == null || account.polarity === polarity),
    }),
    independentSources: t.field({
      extensions: costs(5),
      type: [EventSource],
      description:
        'Where its reports come from: one source for each publisher or agency that they can be traced to, so that agency copy in three papers counts once. In the order of `reports`. Never empty. Two sources may still know it from the same person: see `accounts`.',
      resolve: (event) => event.sources.map((source) => ({ ...source, event })),
    }),
    partOf: t.field({
      type: Event,
      nullable: true,
      description: 'The larger event that it is part of, as an editor filed it; null if it stands alone.',
      resolve: ({ partOf }, _, context) => loadIfNamed(context, 'Event', partOf),
    }),
    subEvents: eventList.field(t, 'The events that are directly part of it, as an editor filed them.', ({ slug }) => ({
      partOf: [slug],
    })),
    statements: statementList.field(
      t,
      'The statements about it, and the statements that a report of it is attributed to.',
      ({ slug }) => ({ about: [slug] }),
    ),
    articles: articleList.field(t, 'The articles that report it.', ({ slug }) => ({ mentions: [slug] })),
  }),
});

builder.queryFields((t) => ({
  event: lookupField(t, 'Event', Event),
  events: eventList.field(t, 'The events that the articles report.'),
}));
