/** Quote: how one article renders a statement, with the speakers and addressees that it names. */
import { STATEMENT_KIND_MEANINGS } from '../data/meaning.ts';
import { propositionOf, type Quote as QuoteRecord } from '../data/model.ts';
import { Assertion } from './assertion.ts';
import { builder, closedSet } from './builder.ts';
import { connectionType } from './connection.ts';
import { Evidence } from './evidence.ts';
import { FuzzyDate } from './fuzzy-date.ts';
import { load } from './node.ts';
import { standingFields } from './revision.ts';
import { Addressee, Speaker } from './speaker.ts';
import { Statement } from './statement.ts';

export const StatementKindEnum = closedSet(
  'StatementKind',
  'How an article quotes a statement.',
  STATEMENT_KIND_MEANINGS,
);

export const TEXT_MEANING =
  'What you may print as "speaker: text": usually the words said, as printed. A denial, a refusal to comment, words that sound only probable or possible, and words inside another statement come with the words that say so ("denied that the doors had been locked"), in the order of the article, with " … " where other words come between. It has quotation marks only if a part is quoted and a part is not, or around a quotation inside it.';

export const PROPOSITION_MEANING =
  "The words of `content` alone, its spans joined by a space. `polarity` says whether they are affirmed or denied; do not print them as the speaker's own without it.";

export const CONTENT_MEANING =
  'The place of the words said. They are several spans if "he said" interrupts them, or if quotation marks open or close among them, so that each span is wholly quoted or not (see `quoted`). Never empty.';

export const Quote = builder.objectRef<QuoteRecord>('Quote');

Quote.implement({
  description:
    'How one article quotes what somebody said, word for word or in its own words (schema.org `Quotation`). Another article may quote the same statement differently.',
  interfaces: () => [Assertion],
  fields: (t) => ({
    statement: t.field({
      type: Statement,
      description: 'The statement that it quotes.',
      resolve: ({ statement }, _, context) => load(context, 'Statement', statement),
    }),
    kind: t.expose('kind', { type: StatementKindEnum, description: 'How the article quotes it.' }),
    text: t.exposeString('text', { description: TEXT_MEANING }),
    proposition: t.string({ description: PROPOSITION_MEANING, resolve: propositionOf }),
    content: t.expose('content', { type: [Evidence], description: CONTENT_MEANING }),
    cue: t.expose('cue', {
      type: Evidence,
      nullable: true,
      description: 'The words that say it was said ("told RIA Novosti"); null if there are none.',
    }),
    speakers: t.expose('speakers', { type: [Speaker], description: 'Who says it. Never empty.' }),
    addressees: t.expose('addressees', {
      type: [Addressee],
      description: 'Whom it is addressed to. Empty if the article names nobody.',
    }),
    date: t.expose('date', {
      type: FuzzyDate,
      nullable: true,
      description: 'When it was said; null if this article does not say.',
    }),
    ...standingFields(t, (quote) => quote),
  }),
});

export const [QuoteConnection, QuoteEdge] = connectionType(Quote, 'Quote', 'quotes');
