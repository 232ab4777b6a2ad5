/** Quote: how one article renders a statement, with whom it names as saying it and being told. */
import { STATEMENT_KIND_MEANINGS } from '../data/meaning.ts';
import { propositionOf, type Quote as QuoteRecord } from '../data/model.ts';
import { Assertion } from './assertion.ts';
import { builder, closedSet } from './builder.ts';
import { connectionType } from './connection.ts';
import { Evidence } from './evidence.ts';
import { FuzzyDate } from './fuzzy-date.ts';
import { load } from './node.ts';
import { Addressee, Speaker } from './speaker.ts';
import { Statement } from './statement.ts';

export const StatementKindEnum = closedSet(
  'StatementKind',
  'How an article renders a statement.',
  STATEMENT_KIND_MEANINGS,
);

export const TEXT_MEANING =
  'What may be printed as "speaker: text". Mostly the words said, as printed. A denial, a refusal to comment, words that sound only probable or possible, and words inside another statement come with the words that say so ("denied that the doors had been locked"), in the order of the article, with " … " where others stand between. Quotation marks stand in it only where a part is quoted and a part is not, or around what is quoted inside.';

export const PROPOSITION_MEANING =
  "The bare words of `content`, its spans joined by a space: what is said to be so or, by `polarity`, not to be so. Do not print them as the speaker's own without that.";

export const CONTENT_MEANING =
  'Where the bare words stand: two spans where "he said" breaks a quotation, and where a quotation begins or ends among them, so that each span is wholly quoted or not (`quoted`). Never empty.';

export const Quote = builder.objectRef<QuoteRecord>('Quote');

Quote.implement({
  description:
    'How one article renders what somebody said, word for word or in its own words (schema.org `Quotation`). Another article may render the same statement otherwise.',
  interfaces: () => [Assertion],
  fields: (t) => ({
    statement: t.field({
      type: Statement,
      description: 'The statement that it renders.',
      resolve: ({ statement }, _, context) => load(context, 'Statement', statement),
    }),
    kind: t.expose('kind', { type: StatementKindEnum, description: 'How it renders it.' }),
    text: t.exposeString('text', { description: TEXT_MEANING }),
    proposition: t.string({ description: PROPOSITION_MEANING, resolve: propositionOf }),
    content: t.expose('content', { type: [Evidence], description: CONTENT_MEANING }),
    cue: t.expose('cue', {
      type: Evidence,
      nullable: true,
      description: 'The words that say that it was said ("told RIA Novosti"); null if there are none.',
    }),
    speakers: t.expose('speakers', { type: [Speaker], description: 'Who says it. Never empty.' }),
    addressees: t.expose('addressees', {
      type: [Addressee],
      description: 'To whom. Empty if the article names nobody.',
    }),
    date: t.expose('date', {
      type: FuzzyDate,
      nullable: true,
      description: 'When it was said; null if this article does not say.',
    }),
  }),
});

export const [QuoteConnection, QuoteEdge] = connectionType(Quote, 'Quote', 'quotes');
