/** Statement: something that somebody is reported to have said, to whom and about what. */
import type { Filters } from '../data/filter.ts';
import { shareOf } from '../data/hash.ts';
import {
  AGENT_TYPES,
  NAMED_TYPES,
  propositionOf,
  type Quote as QuoteRecord,
  type Statement as StatementRecord,
} from '../data/model.ts';
import { andThen } from '../data/store.ts';
import { articleList } from './article.ts';
import { asOfArgument } from './as-of.ts';
import { articlesNow, assertionKey, assertionsIn } from './assertion.ts';
import { builder } from './builder.ts';
import { connectItems } from './connection.ts';
import { publicError } from './errors.ts';
import { Event, eventList } from './event.ts';
import { Evidence } from './evidence.ts';
import { asked, DateFilter, filterInput, PositionFilter } from './filter.ts';
import { FuzzyDate } from './fuzzy-date.ts';
import { Group } from './group.ts';
import { entityList, lookupField, orderInput } from './list.ts';
import { loadSubject, Node } from './node.ts';
import { Organization } from './organization.ts';
import { Person } from './person.ts';
import { Place } from './place.ts';
import { costs } from './price.ts';
import {
  CONTENT_MEANING,
  PROPOSITION_MEANING,
  Quote,
  QuoteConnection,
  QuoteEdge,
  StatementKindEnum,
  TEXT_MEANING,
} from './quote.ts';
import { formerly, standingFields } from './revision.ts';
import { slugOf } from './slug.ts';
import { Addressee, Speaker } from './speaker.ts';
import { AffirmedByFilter, CertaintyEnum, PolarityEnum, VoiceEnum } from './voice.ts';

export const StatementFilterInput = filterInput(
  'StatementFilter',
  'statements',
  'Chooses statements: those that meet every condition given, though perhaps each in a different article.',
  (t) => ({
    date: t.field({
      type: DateFilter,
      description:
        'Only statements whose date passes this filter: `Statement.date` or, if it is null, the date on which all quotes agree, attributed ones included. If quotes contradict each other, all their dates must pass `within`, and at least one must pass `overlaps`.',
    }),
    published: t.field({
      type: DateFilter,
      description: 'Only statements whose `published` passes this filter; most statements have one.',
    }),
    speakers: t.field({
      type: ['Slug'],
      extensions: slugOf(...AGENT_TYPES),
      description: 'Only statements that one of these agents (slugs) makes.',
    }),
    addressees: t.field({
      type: ['Slug'],
      extensions: slugOf(...AGENT_TYPES),
      description: 'Only statements addressed to one of these agents (slugs).',
    }),
    involves: t.field({
      type: ['Slug'],
      extensions: slugOf(...AGENT_TYPES),
      description:
        'Only statements that one of these agents (slugs) makes, is the addressee of, or is linked to as a subject.',
    }),
    position: t.field({
      type: PositionFilter,
      description: 'Only statements by somebody who holds or held this position, as any article says.',
    }),
    about: t.field({
      type: ['Slug'],
      extensions: slugOf('Event', ...NAMED_TYPES),
      description:
        'Only statements about one of these events, agents or places (slugs), or that a report of such an event is attributed to.',
    }),
    places: t.field({
      type: ['Slug'],
      extensions: slugOf('Place'),
      description:
        'Only statements about one of these places (slugs), about a place inside one, or about an event there.',
    }),
    kinds: t.field({
      type: [StatementKindEnum],
      description: 'Only statements that any article quotes in one of these ways.',
    }),
    articles: t.field({
      type: ['Slug'],
      extensions: slugOf('Article'),
      description: 'Only statements that one of these articles (slugs) quotes.',
    }),
    languages: t.stringList({ description: 'Only statements quoted in one of these languages (BCP 47 tags).' }),
    voices: t.field({
      type: [VoiceEnum],
      description:
        'Only statements in one of these voices: `ARTICLE` if an article itself says that it was said, `SPEAKER` if it is inside another statement.',
    }),
    affirmedBy: t.field({
      type: AffirmedByFilter,
      description:
        'Only statements that one of these says were made: an article, or the speaker of the statement that they are inside.',
    }),
    attributedTo: t.field({
      type: ['Slug'],
      extensions: slugOf('Statement'),
      description: 'Only statements made inside one of these statements (slugs), as in "X said that Y said".',
    }),
    certainties: t.field({
      type: [CertaintyEnum],
      description: 'Only statements with a quote of one of these certainties.',
    }),
    isDenied: t.boolean({
      description:
        'True: only statements that another statement denies (see `deniedBy`). False: only statements that none denies.',
    }),
    deniedLater: t.boolean({
      description:
        'True: only statements that a certainly later statement denies. False: only the others. Later goes by the days they were said or, if nobody gives one, published.',
    }),
    isCorrected: t.boolean({
      description:
        'True: only statements that another statement corrects (see `correctedBy`). False: only statements that none corrects.',
    }),
    isRetracted: t.boolean({
      description:
        'True: only statements that another statement takes back (see `retractedBy`). False: only statements that none takes back.',
    }),
  }),
);

const StatementOrder = orderInput('StatementOrder', 'statements', {
  DATE: 'By when it was said or, if no article says, published: by earliest day, then latest day. Statements without a date come last. Those of one date, or of none, are ordered by slug of the article, then by place in its text; `DESC` reverses that too.',
  PUBLISHED:
    'By when the article that first quotes it was published. Statements without a date come last. Statements of the same date are ordered by slug of the article, then by their place in its text.',
  POSITION: 'By the slug of the article, then in the order of its text.',
  QUOTES: 'By how often the articles quote it.',
});

export const Statement = builder.objectRef<StatementRecord>('Statement');

export const statementList = entityList(
  'Statement',
  Statement,
  'statements',
  StatementFilterInput,
  StatementOrder,
  'if left out, by date, or by position in the list of one article',
);

Statement.implement({
  description:
    'Something that somebody is reported to have said. Its plain fields are as in the article that introduces it; `quotes` shows how each article has it. If its publisher removed it, so that no present text has it, it is in no list, and `removedBy` says when and why.',
  interfaces: () => [Node],
  fields: (t) => ({
    kind: t.field({
      type: StatementKindEnum,
      description: 'How the article quotes it.',
      resolve: (statement) => introduction(statement).kind,
    }),
    text: t.string({
      // It is stored, as in a quote.
      extensions: costs(0.25),
      description: TEXT_MEANING,
      resolve: (statement) => introduction(statement).text,
    }),
    proposition: t.string({
      description: PROPOSITION_MEANING,
      resolve: (statement) => propositionOf(introduction(statement)),
    }),
    polarity: t.field({
      type: PolarityEnum,
      description: 'Whether the speaker says that the proposition is so, that it is not so, or neither.',
      resolve: (statement) => introduction(statement).polarity,
    }),
    certainty: t.field({
      type: CertaintyEnum,
      description: 'How sure the speaker sounds.',
      resolve: (statement) => introduction(statement).certainty,
    }),
    content: t.field({
      type: [Evidence],
      description: CONTENT_MEANING,
      resolve: (statement) => introduction(statement).content,
    }),
    cue: t.field({
      type: Evidence,
      nullable: true,
      description: 'The words that say it was said ("told RIA Novosti"); null if there are none.',
      resolve: (statement) => introduction(statement).cue,
    }),
    speakers: t.field({
      type: [Speaker],
      description: 'Who says it. Never empty.',
      resolve: (statement) => introduction(statement).speakers,
    }),
    addressees: t.field({
      type: [Addressee],
      description: 'Whom it is addressed to. Empty if the article names nobody.',
      resolve: (statement) => introduction(statement).addressees,
    }),
    date: t.expose('date', {
      type: FuzzyDate,
      nullable: true,
      description:
        'When it was said: the most precise day that articles give in their own voice, if they agree. Null if none gives one, or if any quote contradicts another; `quotes` has what each says.',
    }),
    published: t.expose('published', {
      type: FuzzyDate,
      nullable: true,
      description:
        'When the article that first quotes it was published; null if no article that quotes it has a date. For when it was said, see `date`.',
    }),
    about: t.field({
      type: [Subject],
      description: 'The events, agents and places that it is about, as an editor linked them.',
      resolve: ({ about }, _, context) => about.map(({ slug }) => loadSubject(context, slug)),
    }),
    events: eventList.field(
      t,
      'The events that it reports: those with a report that is attributed to it, or carried over from it.',
      ({ slug }) => ({ attributedTo: [slug] }),
    ),
    articles: articleList.field(t, 'The articles that quote it.', ({ slug }) => ({ mentions: [slug] })),
    quotes: t.connection(
      {
        type: Quote,
        description:
          'How each article quotes it, word for word or in its own words. The article that introduces it comes first, then the others by slug.',
        args: {
          voices: t.arg({ type: [VoiceEnum], description: 'Only quotes in one of these voices; all if left out.' }),
          articles: t.arg({
            type: ['Slug'],
            extensions: slugOf('Article'),
            description: 'Only quotes in one of these articles (slugs); all if left out.',
          }),
        },
        resolve: ({ slug, quotes }, { voices, articles, ...args }, { store }) =>
          andThen(articlesNow(articles, quotes, store), (now) =>
            connectItems(assertionsIn(quotes, voices, now), `${slug}.quotes`, args, (quote) => [
              quote.article === quotes[0]?.article ? 0 : 1,
              ...assertionKey(quote),
            ]),
          ),
      },
      QuoteConnection,
      QuoteEdge,
    ),
    formerQuotes: t.field({
      extensions: costs(20),
      type: [Quote],
      description:
        'How earlier texts of the articles quoted it and no later text of the same article does, the newest text of each article first. A statement that is in no present text has its last quote here and in `quotes`.',
      resolve: ({ slug }, _, context) => formerly(context, slug, 'Quote'),
    }),
    ...standingFields(t, introduction),
  }),
});

const Subject = builder.unionType('Subject', {
  description: 'What a statement can be about: an event, an agent or a place.',
  types: () => [Event, Person, Organization, Group, Place],
  resolveType: (subject) => subject.type,
});

builder.queryFields((t) => ({
  statement: lookupField(t, 'Statement', Statement),
  statements: statementList.field(t, 'The statements that the articles quote.'),
  randomStatement: t.field({
    type: Statement,
    nullable: true,
    description:
      'A statement drawn at random from a seed; for a quote of the day, give the day. The same seed, filter and corpus draw the same statement, and each is equally likely. Null if none passes the filter.',
    args: {
      seed: t.arg.string({
        required: true,
        description: `Any text of at most ${MAX_SEED_LENGTH} characters. A different seed usually draws a different statement.`,
      }),
      filter: t.arg({ type: StatementFilterInput, description: 'Which statements to draw from; all if left out.' }),
      ...asOfArgument,
    },
    resolve(_, { seed, filter }, { store }) {
      if (seed.length > MAX_SEED_LENGTH) {
        throw publicError('INVALID_ARGUMENT', `"seed" has ${seed.length} characters; the most is ${MAX_SEED_LENGTH}.`, {
          actual: seed.length,
          limit: MAX_SEED_LENGTH,
        });
      }
      return store.pick('Statement', [asked<Filters['Statement']>(filter)], shareOf(seed));
    },
  }),
}));

const MAX_SEED_LENGTH = 1000;

/** The quote in the article that introduces the statement. */
function introduction({ slug, quotes: [quote] }: StatementRecord): QuoteRecord {
  if (quote === undefined) throw new Error(`Nothing quotes the statement "${slug}".`);
  return quote;
}
