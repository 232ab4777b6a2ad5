/** Quote: how one article renders a statement, with whom it names as saying it and being told. */
import { STATEMENT_KIND_MEANINGS } from '../data/meaning.ts';
import type { Quote as QuoteRecord } from '../data/model.ts';
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
    content: t.expose('content', {
      type: [Evidence],
      description: 'Where the words said stand: two spans where "he said" breaks a quotation. Never empty.',
    }),
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
