/** Article: the text, what is known of it, and everything it reports. */
import type { Article as ArticleRecord, Byline as BylineRecord } from '../data/model.ts';
import { andThen } from '../data/store.ts';
import { segments } from '../data/text.ts';
import { Assertion, AssertionConnection, AssertionEdge, assertionKey, tellingsIn, VoiceEnum } from './assertion.ts';
import { builder } from './builder.ts';
import { connectItems } from './connection.ts';
import { eventList } from './event.ts';
import { Evidence } from './evidence.ts';
import { DateFilter, filterInput } from './filter.ts';
import { FuzzyDate } from './fuzzy-date.ts';
import { groupList } from './group.ts';
import { connectEntities, entityList, lookupField, orderInput } from './list.ts';
import { loadIfNamed, Node } from './node.ts';
import { Organization, organizationList } from './organization.ts';
import { Paragraph, paragraphsOf } from './paragraph.ts';
import { Person, personList } from './person.ts';
import { placeList } from './place.ts';
import { costs } from './price.ts';
import { ALL_LAYERS, LayerEnum, Segment } from './segment.ts';
import { Statement, statementList } from './statement.ts';

const Byline = builder.objectRef<BylineRecord>('Byline');

Byline.implement({
  description: 'A line that names who wrote an article.',
  fields: (t) => ({
    words: t.exposeString('words', { description: 'As printed: "By Khagan Isayev".' }),
    person: t.field({
      type: Person,
      nullable: true,
      description: 'The person it names; null if it names none.',
      resolve: ({ person }, _, context) => loadIfNamed(context, 'Person', person),
    }),
    evidence: t.expose('evidence', { type: Evidence, description: 'Where it stands.' }),
  }),
});

const ArticleFilterInput = filterInput(
  'ArticleFilter',
  'articles',
  'Asks for articles. All that is given must hold.',
  (t) => ({
    published: t.field({ type: DateFilter, description: 'By when it was published.' }),
    languages: t.stringList({ description: 'In a language with one of these BCP 47 tags.' }),
    publishers: t.field({ type: ['Slug'], description: 'Published by one of the organizations with these slugs.' }),
    authors: t.field({ type: ['Slug'], description: 'With one of the persons with these slugs in a byline.' }),
    mentions: t.field({
      type: ['Slug'],
      description: 'Naming an agent or place, or telling of an event or statement, with one of these slugs.',
    }),
    speakers: t.field({ type: ['Slug'], description: 'Quoting one of the agents with these slugs.' }),
    places: t.field({ type: ['Slug'], description: 'Naming one of the places with these slugs, or a place in one.' }),
  }),
);

const ArticleOrder = orderInput('ArticleOrder', 'articles', {
  PUBLISHED: 'By when it was published.',
  HEADLINE: 'By headline, case and diacritics aside.',
});

export const Article = builder.objectRef<ArticleRecord>('Article');

export const articleList = entityList(
  'Article',
  Article,
  'articles',
  ArticleFilterInput,
  ArticleOrder,
  'by publication if left out',
);

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
    originalUrl: t.exposeString('originalUrl', {
      nullable: true,
      description: 'Where its publisher has the original; null if that is not known.',
    }),
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
        args: {
          voices: t.arg({
            type: [VoiceEnum],
            description: 'Only what it says in one of these voices; all if left out.',
          }),
        },
        resolve: ({ slug }, { voices, ...args }, { store }) =>
          andThen(store.assertions(slug), (assertions) =>
            connectItems(tellingsIn(assertions, voices), `${slug}.assertions`, args, assertionKey),
          ),
      },
      AssertionConnection,
      AssertionEdge,
    ),
    events: eventList.field(t, 'The events that it reports.', ({ slug }) => ({ articles: [slug] })),
    statements: t.connection(
      {
        type: Statement,
        description: 'The statements that it carries; in the order of its text if nothing else is asked.',
        args: statementList.args,
        resolve: ({ slug }, { orderBy, ...args }, context) =>
          connectEntities(
            context,
            'Statement',
            { ...args, orderBy: orderBy ?? { field: 'POSITION' } },
            { articles: [slug] },
          ),
      },
      statementList.connection,
      statementList.edge,
    ),
    people: personList.field(t, 'The persons whom it names.', ({ slug }) => ({ articles: [slug] })),
    organizations: organizationList.field(t, 'The organizations that it names.', ({ slug }) => ({ articles: [slug] })),
    groups: groupList.field(t, 'The groups of people whom it leaves unnamed.', ({ slug }) => ({ articles: [slug] })),
    places: placeList.field(t, 'The places that it names.', ({ slug }) => ({ articles: [slug] })),
  }),
});

builder.queryFields((t) => ({
  article: lookupField(t, 'Article', Article),
  articles: articleList.field(t, 'The articles of the corpus.'),
}));
