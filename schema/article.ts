/** Article: the text, what is known of it, and everything it reports. */
import type { Article as ArticleRecord, Byline as BylineRecord } from '../data/model.ts';
import type { ArticleFilter, OrderFields } from '../data/query.ts';
import { andThen } from '../data/store.ts';
import { segments } from '../data/text.ts';
import { Assertion, AssertionConnection, AssertionEdge, assertionKey, VoiceEnum } from './assertion.ts';
import { builder } from './builder.ts';
import { closedSet } from './closed-set.ts';
import { connectEntities, connectItems, connectionType, orderInput } from './connection.ts';
import { Event, EventConnection, EventEdge, eventArguments } from './event.ts';
import { Evidence } from './evidence.ts';
import { DateFilter, filterInput } from './filter.ts';
import { FuzzyDate } from './fuzzy-date.ts';
import { Group, GroupConnection, GroupEdge } from './group.ts';
import { agentArguments } from './named.ts';
import { loadIfNamed, Node } from './node.ts';
import { Organization, OrganizationConnection, OrganizationEdge } from './organization.ts';
import { Paragraph, paragraphsOf } from './paragraph.ts';
import { Person, PersonConnection, PersonEdge } from './person.ts';
import { Place, PlaceConnection, PlaceEdge, placeArguments } from './place.ts';
import { costs } from './price.ts';
import { ALL_LAYERS, LayerEnum, Segment } from './segment.ts';
import { Statement, StatementConnection, StatementEdge, statementArguments } from './statement.ts';

const Byline = builder.objectRef<BylineRecord>('Byline');

Byline.implement({
  description: 'A line that names who wrote an article.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'As printed: "By Khagan Isayev".' }),
    person: t.field({
      type: Person,
      nullable: true,
      description: 'The person it names; null if it names none.',
      resolve: ({ person }, _, context) => loadIfNamed(context, 'Person', person),
    }),
    evidence: t.expose('evidence', { type: Evidence, description: 'Where it stands.' }),
  }),
});

const ArticleFilterInput = filterInput<ArticleFilter>(
  'ArticleFilter',
  'articles',
  'Asks for articles. All that is given must hold.',
  (t) => ({
    published: t.field({ type: DateFilter, description: 'By when it was published.' }),
    language: t.string({ description: 'In the language with this BCP 47 tag.' }),
    publisher: t.string({ description: 'Published by the organization with this slug.' }),
    author: t.string({ description: 'With the person with this slug in a byline.' }),
    mentions: t.string({
      description: 'Naming the agent or place with this slug, or reporting the event or statement with it.',
    }),
    speaker: t.string({ description: 'Carrying a statement of the agent with this slug.' }),
    place: t.string({ description: 'Naming the place with this slug or one in it.' }),
  }),
);

const ArticleOrderField = closedSet<OrderFields['Article']>('ArticleOrderField', 'What articles can be ordered by.', {
  PUBLISHED: 'By when it was published.',
  HEADLINE: 'By headline, case and diacritics aside.',
});

const ArticleOrder = orderInput('ArticleOrder', 'articles', ArticleOrderField);

/** The arguments of every list of articles. */
export const articleArguments = builder.args((t) => ({
  filter: t.field({ type: ArticleFilterInput, description: 'Which ones; all if left out.' }),
  orderBy: t.field({ type: ArticleOrder, description: 'In which order; by publication if left out.' }),
}));

export const Article = builder.objectRef<ArticleRecord>('Article');

Article.implement({
  description:
    'A news article (schema.org `NewsArticle`): its text verbatim, and everything that an editor found in it.',
  interfaces: () => [Node],
  fields: (t) => ({
    headline: t.exposeString('headline', { description: 'Its headline, the first paragraph of its text.' }),
    bylines: t.expose('bylines', {
      type: [Byline],
      description: 'Who wrote it, as printed. Empty if it does not say.',
    }),
    publisher: t.field({
      type: Organization,
      nullable: true,
      description: 'Who published it; null if that is not known.',
      resolve: ({ publisher }, _, context) => loadIfNamed(context, 'Organization', publisher),
    }),
    published: t.expose('published', {
      type: FuzzyDate,
      nullable: true,
      description: 'When it was published; null if that is not known.',
    }),
    language: t.exposeString('language', {
      description: 'The language of its text, as a BCP 47 tag: `en`, `az`, `ru`.',
    }),
    url: t.exposeString('url', { nullable: true, description: 'Where it stands; null if that is not known.' }),
    text: t.string({
      extensions: costs(20),
      description: 'The whole text verbatim, headline first, without blank lines at its end.',
      resolve: ({ slug }, _, { store }) => andThen(store.text(slug), ({ text }) => text),
    }),
    digest: t.exposeString('digest', {
      description: 'What pins the text: `sha256:` and the hexadecimal SHA-256 of its UTF-8.',
    }),
    paragraphs: t.field({
      extensions: costs(20),
      type: [Paragraph],
      description: 'The lines of its text that are not blank, in order.',
      resolve: ({ slug }, _, { store }) => andThen(store.text(slug), paragraphsOf),
    }),
    segments: t.field({
      extensions: costs(100),
      type: [Segment],
      description:
        'The text cut at every boundary of the asked layers, overlaps resolved, for highlighting. Joined in order they are `text`.',
      args: { layers: t.arg({ type: [LayerEnum], description: 'Which layers; all if left out.' }) },
      resolve: ({ slug }, { layers }, { store }) =>
        andThen(store.text(slug), (text) => segments(text, layers ?? ALL_LAYERS)),
    }),
    assertions: t.connection(
      {
        extensions: costs(60),
        type: Assertion,
        description: 'Everything it says, of events, statements and people, in the order of its text.',
        args: { voice: t.arg({ type: VoiceEnum, description: 'Only what it says in this voice.' }) },
        resolve: ({ slug }, { voice, ...args }, { store }) =>
          andThen(store.assertions(slug), (assertions) =>
            connectItems(
              assertions.filter((assertion) => voice == null || assertion.voice === voice),
              `${slug}.assertions`,
              args,
              assertionKey,
            ),
          ),
      },
      AssertionConnection,
      AssertionEdge,
    ),
    events: t.connection(
      {
        type: Event,
        description: 'The events that it reports.',
        args: eventArguments,
        resolve: ({ slug }, args, context) => connectEntities(context, 'Event', args, { article: slug }),
      },
      EventConnection,
      EventEdge,
    ),
    statements: t.connection(
      {
        type: Statement,
        description: 'The statements that it carries; in the order of its text if nothing else is asked.',
        args: statementArguments,
        resolve: ({ slug }, { orderBy, ...args }, context) =>
          connectEntities(
            context,
            'Statement',
            { ...args, orderBy: orderBy ?? { field: 'POSITION' } },
            { article: slug },
          ),
      },
      StatementConnection,
      StatementEdge,
    ),
    people: t.connection(
      {
        type: Person,
        description: 'The persons whom it names.',
        args: agentArguments,
        resolve: ({ slug }, args, context) => connectEntities(context, 'Person', args, { article: slug }),
      },
      PersonConnection,
      PersonEdge,
    ),
    organizations: t.connection(
      {
        type: Organization,
        description: 'The organizations that it names.',
        args: agentArguments,
        resolve: ({ slug }, args, context) => connectEntities(context, 'Organization', args, { article: slug }),
      },
      OrganizationConnection,
      OrganizationEdge,
    ),
    groups: t.connection(
      {
        type: Group,
        description: 'The groups of people whom it leaves unnamed.',
        args: agentArguments,
        resolve: ({ slug }, args, context) => connectEntities(context, 'Group', args, { article: slug }),
      },
      GroupConnection,
      GroupEdge,
    ),
    places: t.connection(
      {
        type: Place,
        description: 'The places that it names.',
        args: placeArguments,
        resolve: ({ slug }, args, context) => connectEntities(context, 'Place', args, { article: slug }),
      },
      PlaceConnection,
      PlaceEdge,
    ),
  }),
});

export const [ArticleConnection, ArticleEdge] = connectionType(Article, 'Article', 'articles');

builder.queryFields((t) => ({
  article: t.field({
    type: Article,
    nullable: true,
    description: 'The article with this slug; null if there is none.',
    args: { slug: t.arg.string({ required: true, description: 'Its slug.' }) },
    resolve: (_, { slug }, { store }) => store.get('Article', slug),
  }),
  articles: t.connection(
    {
      type: Article,
      description: 'The articles of the corpus.',
      args: articleArguments,
      resolve: (_, args, context) => connectEntities(context, 'Article', args),
    },
    ArticleConnection,
    ArticleEdge,
  ),
}));
