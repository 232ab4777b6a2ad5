/** What makes reports of one event comparable: who asserts it, its numbers, and where they disagree. */
import { FIGURE_KIND_MEANINGS } from '../data/meaning.ts';
import type {
  Asserter as AsserterRecord,
  DisagreementProperty,
  Disagreement as DisagreementRecord,
  Event,
  Figure as FigureRecord,
  DisagreementVersion as VersionRecord,
} from '../data/model.ts';
import { Article } from './article.ts';
import { CertaintyEnum, VoiceEnum } from './assertion.ts';
import { builder, closedSet } from './builder.ts';
import { Evidence } from './evidence.ts';
import { FuzzyDate, TimeOfDay } from './fuzzy-date.ts';
import { load, loadIfNamed } from './node.ts';
import { Participation } from './participation.ts';
import { Place } from './place.ts';
import { Report } from './report.ts';
import { Statement } from './statement.ts';

export const Asserter = builder.objectRef<AsserterRecord>('Asserter');

Asserter.implement({
  description: 'One voice that reports an event as something that happened, or, by its `certainty`, that may have.',
  fields: (t) => ({
    voice: t.expose('voice', { type: VoiceEnum, description: 'Who says it.' }),
    certainty: t.expose('certainty', {
      type: CertaintyEnum,
      description: 'How sure it sounds: a suspicion is `POSSIBLE`.',
    }),
    article: t.field({
      type: Article,
      description: 'The article that says it or that carries the statement.',
      resolve: ({ article }, _, context) => load(context, 'Article', article),
    }),
    statement: t.field({
      type: Statement,
      nullable: true,
      description: 'The statement that it is attributed to, with its speakers; null exactly if `voice` is `ARTICLE`.',
      resolve: ({ statement }, _, context) => loadIfNamed(context, 'Statement', statement),
    }),
  }),
});

const FigureKindEnum = closedSet('FigureKind', 'What a number counts.', FIGURE_KIND_MEANINGS);

export const Figure = builder.objectRef<FigureRecord>('Figure');

Figure.implement({
  description: 'A number that a report gives for an event (schema.org `QuantitativeValue`).',
  fields: (t) => ({
    kind: t.expose('kind', { type: FigureKindEnum, description: 'What it counts.' }),
    minValue: t.exposeInt('minValue', { nullable: true, description: 'The least it can be; null for "at most".' }),
    maxValue: t.exposeInt('maxValue', { nullable: true, description: 'The most it can be; null for "at least".' }),
    approximate: t.exposeBoolean('approximate', { description: 'True for "about".' }),
    evidence: t.expose('evidence', { type: Evidence, description: 'The words that give it.' }),
  }),
});

export const DisagreementPropertyEnum = closedSet<DisagreementProperty>(
  'DisagreementProperty',
  'What reports of one event contradict each other about.',
  {
    OCCURRENCE: 'Whether it happened.',
    DATE: 'On which day.',
    TIME: 'At what time of day.',
    PLACES: 'Where.',
    PARTICIPANTS: 'Whether somebody had to do with it.',
    FIGURES: 'How many.',
  },
);

/** Versions point at reports of their event by number, so each carries the event. */
interface VersionOfEvent extends VersionRecord {
  readonly event: Event;
}

const DisagreementVersion = builder.objectRef<VersionOfEvent>('DisagreementVersion');

DisagreementVersion.implement({
  description: 'One of several answers to the same question. Only the field of the disputed property is filled.',
  fields: (t) => ({
    occurred: t.exposeBoolean('occurred', {
      nullable: true,
      description: 'For `OCCURRENCE`: true if these reports say that it happened, false if that it did not. Else null.',
    }),
    date: t.expose('date', { type: FuzzyDate, nullable: true, description: 'For `DATE`: the date. Else null.' }),
    time: t.expose('time', { type: TimeOfDay, nullable: true, description: 'For `TIME`: the time of day. Else null.' }),
    places: t.field({
      type: [Place],
      description: 'For `PLACES`: the places. Else empty.',
      resolve: ({ places }, _, context) => places.map((slug) => load(context, 'Place', slug)),
    }),
    participants: t.expose('participants', {
      type: [Participation],
      description: 'For `PARTICIPANTS`: the participations, affirmed or denied. Else empty.',
    }),
    figures: t.expose('figures', { type: [Figure], description: 'For `FIGURES`: the numbers. Else empty.' }),
    reports: t.field({
      type: [Report],
      description: 'The reports that give this version, each with its article, voice and words. Never empty.',
      resolve: ({ event, reports }) =>
        reports.flatMap((number) => {
          const report = event.reports[number];
          return report === undefined ? [] : [report];
        }),
    }),
  }),
});

export const Disagreement = builder.objectRef<DisagreementRecord & { readonly event: Event }>('Disagreement');

Disagreement.implement({
  description: 'A property about which reports of one event contradict each other. Dateline gives no verdict.',
  fields: (t) => ({
    property: t.expose('property', { type: DisagreementPropertyEnum, description: 'What it is about.' }),
    versions: t.field({
      type: [DisagreementVersion],
      description: 'The versions, that of the first report first. At least two.',
      resolve: ({ event, versions }) => versions.map((version) => ({ ...version, event })),
    }),
  }),
});
