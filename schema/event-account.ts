/** Event account: what one asserter says of an event, so that those who tell it differently stand side by side. */
import type { Account } from '../data/account.ts';
import type { Slug, Speaker as SpeakerRecord, Statement as StatementRecord } from '../data/model.ts';
import { andThen } from '../data/store.ts';
import { Article } from './article.ts';
import { CertaintyEnum, VoiceEnum } from './assertion.ts';
import { builder } from './builder.ts';
import { Figure } from './disagreement.ts';
import { Evidence } from './evidence.ts';
import { FuzzyDate, TimeOfDay } from './fuzzy-date.ts';
import { load, loadIfNamed } from './node.ts';
import { Participation } from './participation.ts';
import { Place } from './place.ts';
import { Report } from './report.ts';
import { Speaker } from './speaker.ts';
import { Statement } from './statement.ts';

export const EventAccount = builder.objectRef<Account>('EventAccount');

EventAccount.implement({
  description:
    "Who says what of an event: all that one article says of it in its own voice, or attributes to one statement. Where the asserter's own reports differ from each other, a plain field is null and `reports` has each; where some affirm the event and some deny it, the facts are those of the affirming ones.",
  fields: (t) => ({
    voice: t.expose('voice', { type: VoiceEnum, description: 'Who says it.' }),
    article: t.field({
      type: Article,
      description: 'The article that says it or that carries the statement.',
      resolve: ({ article }, _, context) => load(context, 'Article', article),
    }),
    statement: t.field({
      type: Statement,
      nullable: true,
      description: 'The statement that it is attributed to; null exactly if `voice` is `ARTICLE`.',
      resolve: ({ statement }, _, context) => loadIfNamed(context, 'Statement', statement),
    }),
    speakers: t.field({
      type: [Speaker],
      description:
        'Who says that statement, as this article names them, each agent once. Empty exactly if `voice` is `ARTICLE`.',
      resolve: ({ article, statement }, _, context) =>
        statement === null ? [] : andThen(load(context, 'Statement', statement), (found) => speakersIn(found, article)),
    }),
    occurred: t.exposeBoolean('occurred', {
      nullable: true,
      description:
        'True if the asserter says that the event happened, or, by `certainty`, that it may have; false if it denies that; null if it says both.',
    }),
    certainty: t.expose('certainty', {
      type: CertaintyEnum,
      nullable: true,
      description: 'How sure the asserter sounds; null if surer in one report than in another.',
    }),
    date: t.expose('date', {
      type: FuzzyDate,
      nullable: true,
      description: 'On which day; null if the asserter gives no date, or two that are written differently.',
    }),
    time: t.expose('time', {
      type: TimeOfDay,
      nullable: true,
      description: 'At what time of day; null if the asserter gives none, or two that are not the same.',
    }),
    places: t.field({
      type: [Place],
      description: 'Where: each place that a report gives, in their order. Empty if none gives one.',
      resolve: ({ places }, _, context) => places.map((slug) => load(context, 'Place', slug)),
    }),
    participants: t.expose('participants', {
      type: [Participation],
      description:
        'Who had what to do with it, affirmed or, by `polarity`, denied, as each report has it. Empty if none names anybody.',
    }),
    figures: t.expose('figures', {
      type: [Figure],
      description: 'The numbers, as each report gives them. Empty if none gives one.',
    }),
    evidence: t.expose('evidence', {
      type: [Evidence],
      description: 'The words of all its reports, each span once, in the order of the text. Never empty.',
    }),
    reports: t.expose('reports', {
      type: [Report],
      description: 'The reports it is made of. Never empty.',
    }),
  }),
});

/** The words that name an agent stand where the article first renders the statement. */
function speakersIn({ reports }: StatementRecord, article: Slug): readonly SpeakerRecord[] {
  const speakers = reports.filter((report) => report.article === article).flatMap((report) => report.speakers);
  return [...Map.groupBy(speakers, ({ agent }) => agent).values()].flatMap((group) => group.slice(0, 1));
}
