/** Article: the text, its metadata, and everything that it reports. */

import { comparableUrl } from '../data/comparable-url.ts';
import { excerptOf } from '../data/excerpt.ts';
import { AGENT_TYPES, type Article as ArticleRecord, NAMED_TYPES } from '../data/model.ts';
import { andThen } from '../data/store.ts';
import { segments } from '../data/text.ts';
import { asOfArgument } from './as-of.ts';
import { Assertion, AssertionConnection, AssertionEdge, assertionKey, assertionsIn } from './assertion.ts';
import { builder } from './builder.ts';
import { connectItems } from './connection.ts';
import { AgencyCredit, Byline } from './credit.ts';
import { publicError } from './errors.ts';
import { eventList } from './event.ts';
import { DateFilter, filterInput } from './filter.ts';
import { FuzzyDate } from './fuzzy-date.ts';
import { groupList } from './group.ts';
import { connectEntities, entityList, orderInput } from './list.ts';
import { loadIfNamed, Node } from './node.ts';
import { Organization, organizationList } from './organization.ts';
import { MAX_PAGE_SIZE, withinPage } from './page.ts';
import { firstParagraphs, Paragraph } from './paragraph.ts';
import { personList } from './person.ts';
import { placeList } from './place.ts';
import { costs } from './price.ts';
import { differenceOf, Revision, revisionsIn, TextChange } from './revision.ts';
import { ALL_LAYERS, LayerEnum, Segment } from './segment.ts';
import { slugOf } from './slug.ts';
import { Statement, statementList } from './statement.ts';
import { VoiceEnum } from './voice.ts';

const ArticleFilterInput = filterInput(
  'ArticleFilter',
  'articles',
  'Chooses articles: those that meet every condition given.',
  (t) => ({
    published: t.field({ type: DateFilter, description: 'Only articles whose publication date passes this filter.' }),
    languages: t.stringList({ description: 'Only articles in one of these languages (BCP 47 tags).' }),
    publishers: t.field({
      type: ['Slug'],
      extensions: slugOf('Organization'),
      description: 'Only articles that one of these organizations (slugs) published.',
    }),
    agencies: t.field({
      type: ['Slug'],
      extensions: slugOf('Organization'),
      description: 'Only articles whose text credits one of these agencies (slugs of organizations).',
    }),
    authors: t.field({
      type: ['Slug'],
      extensions: slugOf('Person'),
      description: 'Only articles with one of these people (slugs) in a byline.',
    }),
    mentions: t.field({
      type: ['Slug'],
      extensions: slugOf('Event', 'Statement', ...NAMED_TYPES),
      description:
        'Only articles that name one of these agents or places, or report one of these events or statements (slugs).',
    }),
    speakers: t.field({
      type: ['Slug'],
      extensions: slugOf(...AGENT_TYPES),
      description: 'Only articles that quote one of these agents (slugs).',
    }),
    places: t.field({
      type: ['Slug'],
      extensions: slugOf('Place'),
      description: 'Only articles that name one of these places (slugs), or a place inside one.',
    }),
  }),
);

const ArticleOrder = orderInput('ArticleOrder', 'articles', {
  PUBLISHED: 'By publication date.',
  HEADLINE: 'By headline, ignoring case and diacritics.',
});

export const Article = builder.objectRef<ArticleRecord>('Article');

export const articleList = entityList(
  'Article',
  Article,
  'articles',
  ArticleFilterInput,
  ArticleOrder,
  'by publication date if left out',
);

Article.implement({
  description:
    'A news article: its text verbatim, and everything that an editor found in it (schema.org `NewsArticle`).',
  interfaces: () => [Node],
  fields: (t) => ({
    headline: t.exposeString('headline', { description: 'Its headline, which is the first paragraph of its text.' }),
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
    agency: t.expose('agency', {
      type: AgencyCredit,
      nullable: true,
      description:
        'The agency that its text credits; null if it credits none. The publisher may still have added to it.',
    }),
    published: t.expose('published', {
      type: FuzzyDate,
      nullable: true,
      description: 'When it was published; null if that is not known.',
    }),
    modified: t.field({
      type: FuzzyDate,
      nullable: true,
      description:
        'When its publisher last changed its text (schema.org `dateModified`); null if it never did, as far as is known.',
      resolve: ({ revisions }) => revisions[0]?.date ?? null,
    }),
    entered: t.expose('entered', {
      type: 'Date',
      nullable: true,
      description: 'The day on which this corpus got it, if that was later than its publication; otherwise null.',
    }),
    revisions: t.field({
      type: [Revision],
      description:
        'The texts that it has had, the newest first. Never empty; only one if its text never changed, as far as is known.',
      resolve: revisionsIn,
    }),
    diff: t.field({
      extensions: costs(60),
      type: [TextChange],
      description:
        'What changed from one of its texts to another, word by word; in a very long text, or one that was written anew, line by line. Without the `ADDED` parts these are the one text, without the `REMOVED` ones the other. `INVALID_ARGUMENT` if it has no such text.',
      args: {
        from: t.arg.int({ required: true, description: 'The number of the revision to compare from.' }),
        to: t.arg.int({
          description: 'The number of the revision to compare to; the newest if left out. It may be an earlier one.',
        }),
      },
      resolve: (article, { from, to }, context) => differenceOf(context, article, { from, to }),
    }),
    language: t.exposeString('language', {
      description: 'The language of its text, as a BCP 47 tag: `en`, `az`, `ru`.',
    }),
    originalUrl: t.exposeString('originalUrl', {
      nullable: true,
      description: 'The address of the original at its publisher; null if that is not known.',
    }),
    text: t.string({
      extensions: costs(20),
      description: 'The whole text verbatim, headline first, without blank lines at its end.',
      resolve: ({ slug }, _, { store }) => andThen(store.text(slug), ({ text }) => text),
    }),
    excerpt: t.string({
      extensions: costs(20),
      description:
        'The first sentences of its body, to show in a list of articles: without headline and bylines, on one line. It ends after the last sentence that fits and after which no quotation continues, or with "…" after the last word that fits. Empty if there is no body.',
      args: {
        length: t.arg.int({
          defaultValue: DEFAULT_EXCERPT_LENGTH,
          description: `The most Unicode code points that it may have, "…" included: 1 to ${MAX_EXCERPT_LENGTH}.`,
        }),
      },
      resolve(article, { length }, { store, spending }) {
        const limit = excerptLength(length ?? DEFAULT_EXCERPT_LENGTH);
        spending.spend(READ_CHARACTER * limit);
        return andThen(store.text(article.slug), (text) => excerptOf(article, text, limit));
      },
    }),
    wordCount: t.exposeInt('wordCount', {
      description:
        'How many words its text has, headline and bylines included. They are counted as word processors do: anything between white space that has a letter or digit is a word. In scripts without spaces, a dictionary tells the words apart (Unicode Standard Annex 29).',
    }),
    digest: t.exposeString('digest', {
      description: 'A fingerprint that changes if the text does: `sha256:` and the hexadecimal SHA-256 of its UTF-8.',
    }),
    paragraphs: t.field({
      extensions: costs(20),
      type: [Paragraph],
      description: 'Its paragraphs, in order: the lines of its text that are not blank. The first is the headline.',
      args: { first: t.arg.int({ description: `How many, from the start: 0 to ${MAX_PAGE_SIZE}; all if left out.` }) },
      resolve(article, { first }, { store }) {
        const count = first == null ? Infinity : withinPage(first, 'first');
        return andThen(store.text(article.slug), (text) => firstParagraphs(text, count));
      },
    }),
    segments: t.field({
      extensions: costs(100),
      type: [Segment],
      description:
        'The text in pieces, ready to highlight: cut wherever a mark of these layers begins or ends, so that no two pieces overlap. Joined in order, they are `text`.',
      args: { layers: t.arg({ type: [LayerEnum], description: 'The layers to mark; all if left out.' }) },
      resolve: ({ slug }, { layers }, { store }) =>
        andThen(store.text(slug), (text) => segments(text, layers ?? ALL_LAYERS)),
    }),
    assertions: t.connection(
      {
        extensions: costs(60),
        type: Assertion,
        description: 'Everything that it says about events, statements and people, in the order of its text.',
        args: {
          voices: t.arg({
            type: [VoiceEnum],
            description: 'Only what it says in one of these voices; all if left out.',
          }),
        },
        resolve: ({ slug }, { voices, ...args }, { store }) =>
          andThen(store.assertions(slug), (assertions) =>
            connectItems(assertionsIn(assertions, voices), `${slug}.assertions`, args, assertionKey),
          ),
      },
      AssertionConnection,
      AssertionEdge,
    ),
    events: eventList.field(t, 'The events that it reports.', ({ slug }) => ({ articles: [slug] })),
    statements: t.connection(
      {
        type: Statement,
        description: 'The statements that it quotes, in the order of its text unless you ask for another.',
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
    people: personList.field(t, 'The people that it names.', ({ slug }) => ({ articles: [slug] })),
    organizations: organizationList.field(t, 'The organizations that it names.', ({ slug }) => ({ articles: [slug] })),
    groups: groupList.field(t, 'The unnamed groups of people in it.', ({ slug }) => ({ articles: [slug] })),
    places: placeList.field(t, 'The places that it names.', ({ slug }) => ({ articles: [slug] })),
  }),
});

const DEFAULT_EXCERPT_LENGTH = 300;
const MAX_EXCERPT_LENGTH = 5000;
/** The microseconds per character for finding sentences. */
const READ_CHARACTER = 0.1;

function excerptLength(length: number): number {
  if (length >= 1 && length <= MAX_EXCERPT_LENGTH) return length;
  throw publicError('INVALID_ARGUMENT', `"length" is ${length}. Give a number from 1 to ${MAX_EXCERPT_LENGTH}.`, {
    actual: length,
    limit: MAX_EXCERPT_LENGTH,
  });
}

/** Longer than the address of any article. */
const MAX_URL_LENGTH = 2000;

function addressOf(text: string): string {
  const url = text.length > MAX_URL_LENGTH ? null : comparableUrl(text);
  if (url !== null) return url;
  throw publicError(
    'INVALID_ARGUMENT',
    `"url" is not a web address of at most ${MAX_URL_LENGTH} characters. Give one such as "https://example.org/news/1".`,
  );
}

builder.queryFields((t) => ({
  article: t.field({
    type: Article,
    nullable: true,
    description:
      'The article with this slug or with the one that has replaced it, or the article whose original has this address; null if there is none. Give exactly one of the two, or the error is `INVALID_ARGUMENT`.',
    args: {
      slug: t.arg({ type: 'Slug', extensions: slugOf('Article'), description: 'Its slug.' }),
      url: t.arg.string({
        description:
          'The address of the original, as in `originalUrl`. The case of the host, a slash at the end and a fragment do not count. If several articles have this address, you get the one published first.',
      }),
      ...asOfArgument,
    },
    resolve(_, { slug, url }, { store }) {
      if (slug != null && url == null) return store.get('Article', slug);
      if (slug == null && url != null) return store.articleAt(addressOf(url));
      throw publicError('INVALID_ARGUMENT', 'Give exactly one of "slug" and "url".');
    },
  }),
  articles: articleList.field(t, 'The articles of the corpus.'),
}));
