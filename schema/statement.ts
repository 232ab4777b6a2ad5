/** Statement: what somebody is reported to have said, to whom and about what. */
import type { Filters } from '../data/filter.ts';
import { shareOf } from '../data/hash.ts';
import {
  MOST_ECHOES,
  propositionOf,
  type Quote as QuoteRecord,
  type Statement as StatementRecord,
} from '../data/model.ts';
import { articleList } from './article.ts';
import { assertionKey, tellingsIn } from './assertion.ts';
import { builder } from './builder.ts';
import { connectItems } from './connection.ts';
import { publicError } from './errors.ts';
import { Event, eventList } from './event.ts';
import { Evidence } from './evidence.ts';
import { asked, DateFilter, filterInput, PositionFilter } from './filter.ts';
import { FuzzyDate } from './fuzzy-date.ts';
import { Group } from './group.ts';
import { entityList, lookupField, orderInput } from './list.ts';
import { load, loadIfNamed, loadSubject, Node } from './node.ts';
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
import { Addressee, Speaker } from './speaker.ts';
import { AffirmedByFilter, CertaintyEnum, VoiceEnum } from './voice.ts';

export const StatementFilterInput = filterInput(
  'StatementFilter',
  'statements',
  'Asks for statements. All that is given must hold, though each perhaps by another article.',
  (t) => ({
    date: t.field({
      type: DateFilter,
      description:
        'By when it was said: `Statement.date`, else the one on which all its quotes agree, attributed ones too; where they contradict each other, all their dates must be `within` and one must `overlap`.',
    }),
    published: t.field({
      type: DateFilter,
      description: 'By when the article that first carries it was published: what most statements have.',
    }),
    speakers: t.field({ type: ['Slug'], description: 'Said by one of the agents with these slugs.' }),
    addressees: t.field({ type: ['Slug'], description: 'Said to one of the agents with these slugs.' }),
    involves: t.field({
      type: ['Slug'],
      description: 'One of the agents with these slugs says it, is told it, or is linked as what it is about.',
    }),
    position: t.field({ type: PositionFilter, description: 'Said by somebody whom any article gives this position.' }),
    about: t.field({
      type: ['Slug'],
      description: 'About an event, agent or place with one of these slugs, or the source of a report of that event.',
    }),
    places: t.field({
      type: ['Slug'],
      description: 'About one of the places with these slugs, about a place in one, or about an event there.',
    }),
    kinds: t.field({ type: [StatementKindEnum], description: 'Rendered in one of these ways, by any article.' }),
    articles: t.field({ type: ['Slug'], description: 'Carried by one of the articles with these slugs.' }),
    languages: t.stringList({ description: 'Carried in a language with one of these BCP 47 tags.' }),
    voices: t.field({
      type: [VoiceEnum],
      description:
        'In one of these voices: `ARTICLE` if an article itself says that it was said, `SPEAKER` if it stands inside another statement.',
    }),
    affirmedBy: t.field({
      type: AffirmedByFilter,
      description: 'Who says that it was said: an article, or the speaker of the statement that it stands inside.',
    }),
    attributedTo: t.field({
      type: ['Slug'],
      description: 'Made inside one of the statements with these slugs, as in "X said that Y said".',
    }),
    certainties: t.field({ type: [CertaintyEnum], description: 'At least one quote sounds as sure as one of these.' }),
    isDenied: t.boolean({
      description: 'True: only what another statement denies (see `deniedBy`). False: only what none does.',
    }),
    deniedLater: t.boolean({
      description:
        'True: only what another statement denies that was certainly made later, by the days they were said or, where nobody gives one, published. False: only the others.',
    }),
  }),
);

const StatementOrder = orderInput('StatementOrder', 'statements', {
  DATE: 'By when it was said or, where no article gives that, published: earliest day, then latest day; those of one date, and the undated last of all, by the slug of the article and in the order of its text, which `DESC` turns round as well.',
  PUBLISHED: 'By when the article that first carries it was published; those of one date in the order of its text.',
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
  'if left out, by date, and in the list of one article by position',
);

Statement.implement({
  description:
    'What somebody is reported to have said. Its plain fields are as the article that introduces it has them; how others have it stands in `quotes`.',
  interfaces: () => [Node],
  fields: (t) => ({
    kind: t.field({
      type: StatementKindEnum,
      description: 'How it is rendered.',
      resolve: (statement) => introduction(statement).kind,
    }),
    text: t.string({
      // It lies at hand, as in a quote.
      extensions: costs(0.25),
      description: TEXT_MEANING,
      resolve: (statement) => introduction(statement).text,
    }),
    proposition: t.string({
      description: PROPOSITION_MEANING,
      resolve: (statement) => propositionOf(introduction(statement)),
    }),
    content: t.field({
      type: [Evidence],
      description: CONTENT_MEANING,
      resolve: (statement) => introduction(statement).content,
    }),
    cue: t.field({
      type: Evidence,
      nullable: true,
      description: 'The words that say that it was said ("told RIA Novosti"); null if there are none.',
      resolve: (statement) => introduction(statement).cue,
    }),
    speakers: t.field({
      type: [Speaker],
      description: 'Who says it. Never empty.',
      resolve: (statement) => introduction(statement).speakers,
    }),
    addressees: t.field({
      type: [Addressee],
      description: 'To whom. Empty if the article names nobody.',
      resolve: (statement) => introduction(statement).addressees,
    }),
    date: t.expose('date', {
      type: FuzzyDate,
      nullable: true,
      description:
        'When it was said, as articles say in their own voice: the most precise day on which they agree. Null if none says, or if any account contradicts another; `quotes` have what each says.',
    }),
    published: t.expose('published', {
      type: FuzzyDate,
      nullable: true,
      description:
        'When the article that first carries it was published; null if no article that carries it has a date. Not when it was said: see `date`.',
    }),
    about: t.field({
      type: [Subject],
      description: 'The events, agents and places that it is about, as an editor linked them.',
      resolve: ({ about }, _, context) => about.map(({ slug }) => loadSubject(context, slug)),
    }),
    attributedTo: t.field({
      type: Statement,
      nullable: true,
      description:
        'The statement that it stands inside, as in "X said that Y said"; null if the article itself says that it was said.',
      resolve: (statement, _, context) => loadIfNamed(context, 'Statement', introduction(statement).attributedTo),
    }),
    statements: statementList.field(
      t,
      'The statements made inside it: what Y said in "X said that Y said".',
      ({ slug }) => ({ attributedTo: [slug] }),
    ),
    events: eventList.field(
      t,
      'The events that it tells of: those with a report attributed to it, or carried over from it.',
      ({ slug }) => ({ attributedTo: [slug] }),
    ),
    articles: articleList.field(t, 'The articles that quote it.', ({ slug }) => ({ mentions: [slug] })),
    quotes: t.connection(
      {
        type: Quote,
        description:
          'How each article quotes it, word for word or in its own words: those of the article that introduces it first, then by article.',
        args: {
          voices: t.arg({ type: [VoiceEnum], description: 'Only quotes in one of these voices; all if left out.' }),
          articles: t.arg({
            type: ['Slug'],
            description: 'Only those of the articles with these slugs; all if left out.',
          }),
        },
        resolve: ({ slug, quotes }, { voices, articles, ...args }) =>
          connectItems(tellingsIn(quotes, voices, articles), `${slug}.quotes`, args, (quote) => [
            quote.article === quotes[0]?.article ? 0 : 1,
            ...assertionKey(quote),
          ]),
      },
      QuoteConnection,
      QuoteEdge,
    ),
    denies: t.field({
      type: [Statement],
      description: 'The statements that it says are not so, as an editor linked them.',
      resolve: ({ denies }, _, context) => denies.map((slug) => load(context, 'Statement', slug)),
    }),
    deniedBy: t.field({
      type: [Statement],
      description: 'The statements that say that it is not so, as an editor linked them.',
      resolve: ({ deniedBy }, _, context) => deniedBy.map((slug) => load(context, 'Statement', slug)),
    }),
    echoes: t.field({
      type: [Statement],
      description: `The same words, or nearly, in statements of other articles, so that one quote in ten papers is seen as one: compared word by word, case and diacritics aside. By slug, at most ${MOST_ECHOES}.`,
      resolve: ({ echoes }, _, context) => echoes.map((slug) => load(context, 'Statement', slug)),
    }),
  }),
});

const Subject = builder.unionType('Subject', {
  description: 'What a statement can be about: an event, an agent or a place.',
  types: () => [Event, Person, Organization, Group, Place],
  resolveType: (subject) => subject.type,
});

builder.queryFields((t) => ({
  statement: lookupField(t, 'Statement', Statement),
  statements: statementList.field(t, 'The statements that the articles carry.'),
  randomStatement: t.field({
    type: Statement,
    nullable: true,
    description:
      'A statement drawn by a seed: the same for the same seed, filter and corpus, and each as likely as any other. Null if none passes the filter. Give the day for a quote of the day.',
    args: {
      seed: t.arg.string({
        required: true,
        description: `Any text of at most ${MAX_SEED_LENGTH} characters: another draws another statement, mostly.`,
      }),
      filter: t.arg({ type: StatementFilterInput, description: 'Which ones it is drawn from; all if left out.' }),
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

/** How the article that introduces it has it. */
function introduction({ slug, quotes: [quote] }: StatementRecord): QuoteRecord {
  if (quote === undefined) throw new Error(`Nothing quotes the statement "${slug}".`);
  return quote;
}
