/** Event account: what one side says about an event, so that different accounts can be compared. */
import type { Account } from '../data/account.ts';
import type { Slug, Speaker as SpeakerRecord, Statement as StatementRecord } from '../data/model.ts';
import { andThen } from '../data/store.ts';
import { Article } from './article.ts';
import { builder } from './builder.ts';
import { EventReport } from './event-report.ts';
import { Evidence } from './evidence.ts';
import { Figure } from './figure.ts';
import { FuzzyDate, TimeOfDay } from './fuzzy-date.ts';
import { load, loadIfNamed } from './node.ts';
import { Participation } from './participation.ts';
import { Place } from './place.ts';
import { Speaker } from './speaker.ts';
import { Statement } from './statement.ts';
import { CertaintyEnum, PolarityEnum, VoiceEnum } from './voice.ts';

export const EventAccount = builder.objectRef<Account>('EventAccount');

EventAccount.implement({
  description:
    "One side's whole account of an event: everything that one article says about it in its own voice, or attributes to one statement. If its own reports give different values for a plain field, it is null, and `reports` has each. If somebody both affirms and denies the event, there are two accounts.",
  fields: (t) => ({
    voice: t.expose('voice', { type: VoiceEnum, description: 'Who says it.' }),
    article: t.field({
      type: Article,
      description: 'The article that says it, or that quotes the statement.',
      resolve: ({ article }, _, context) => load(context, 'Article', article),
    }),
    attributedTo: t.field({
      type: Statement,
      nullable: true,
      description: 'The statement that it is attributed to; null if and only if `voice` is `ARTICLE`.',
      resolve: ({ attributedTo }, _, context) => loadIfNamed(context, 'Statement', attributedTo),
    }),
    speakers: t.field({
      type: [Speaker],
      description:
        'Who makes that statement, as this article names them, each agent once. Empty if and only if `voice` is `ARTICLE`.',
      resolve: ({ article, attributedTo }, _, context) =>
        attributedTo === null
          ? []
          : andThen(load(context, 'Statement', attributedTo), (statement) => speakersIn(statement, article)),
    }),
    polarity: t.expose('polarity', {
      type: PolarityEnum,
      description:
        '`AFFIRMED` if it says that the event happened, or may have (see `certainty`); `DENIED` if it says that it did not.',
    }),
    certainty: t.expose('certainty', {
      type: CertaintyEnum,
      nullable: true,
      description: 'How sure the article or speaker sounds; null if surer in one report than in another.',
    }),
    date: t.expose('date', {
      type: FuzzyDate,
      nullable: true,
      description: 'On which day it happened; null if this account gives no date, or two that are written differently.',
    }),
    time: t.expose('time', {
      type: TimeOfDay,
      nullable: true,
      description: 'At what time of day it happened; null if this account gives none, or two that differ.',
    }),
    places: t.field({
      type: [Place],
      description:
        'Where it happened: each place that a report gives, in the order of `reports`. Empty if none gives one.',
      resolve: ({ places }, _, context) => places.map((slug) => load(context, 'Place', slug)),
    }),
    participants: t.expose('participants', {
      type: [Participation],
      description:
        'Who took part, and in what role, as each report affirms or denies it (see `polarity`). Empty if none names anybody.',
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
      type: [EventReport],
      description: 'The reports that make up this account. Never empty.',
    }),
  }),
});

/** The words that name an agent are those where the article first quotes the statement. */
function speakersIn({ quotes }: StatementRecord, article: Slug): readonly SpeakerRecord[] {
  const speakers = quotes.filter((quote) => quote.article === article).flatMap((quote) => quote.speakers);
  return [...Map.groupBy(speakers, ({ agent }) => agent).values()].flatMap((group) => group.slice(0, 1));
}
