/** Evidence: the exact words, and where they stand. */
import type { Article as ArticleRecord, Evidence as EvidenceRecord } from '../data/model.ts';
import type { SortKey } from '../data/query.ts';
import { type Awaitable, andThen } from '../data/store.ts';
import { context as contextOf, cut } from '../data/text.ts';
import { Article } from './article.ts';
import { builder, type Context } from './builder.ts';
import { connectionType } from './connection.ts';
import { load } from './node.ts';
import { Paragraph, paragraphOf } from './paragraph.ts';
import { Span } from './span.ts';

/** How much of the text around a quote its prefix and suffix hold, in code points. */
const CONTEXT_LENGTH = 32;

export const Evidence = builder.objectRef<EvidenceRecord>('Evidence');

Evidence.implement({
  description:
    "A span of one article's text, with the W3C Web Annotation selectors that find it again (TextQuoteSelector and TextPositionSelector). It is proven against the text when the corpus is compiled: the span cut from `article.text` is `exact`.",
  interfaces: () => [Span],
  fields: (t) => ({
    exact: t.string({
      description: 'The words themselves (TextQuoteSelector `exact`).',
      resolve: (span, _, context) => fromText(context, span, ({ text }) => cut(text, span)),
    }),
    prefix: t.string({
      description: `Up to ${CONTEXT_LENGTH} code points right before them (TextQuoteSelector \`prefix\`). Empty at the start of the text.`,
      resolve: (span, _, context) =>
        fromText(context, span, ({ text }) => contextOf(text, span, CONTEXT_LENGTH).prefix),
    }),
    suffix: t.string({
      description: `Up to ${CONTEXT_LENGTH} code points right behind them (TextQuoteSelector \`suffix\`). Empty at the end of the text.`,
      resolve: (span, _, context) =>
        fromText(context, span, ({ text }) => contextOf(text, span, CONTEXT_LENGTH).suffix),
    }),
    paragraph: t.field({
      type: Paragraph,
      description: 'The paragraph in which it starts.',
      resolve: (span, _, context) => fromText(context, span, (article) => paragraphOf(article, span.paragraph)),
    }),
    article: t.field({
      type: Article,
      description: 'The article whose text it is.',
      resolve: (span, _, context) => load(context, 'Article', span.article),
    }),
  }),
});

export const [EvidenceConnection, EvidenceEdge] = connectionType(Evidence, 'Evidence', 'spans of text');

/** Where evidence stands among all of the corpus. */
export function evidenceKey({ article, start, end }: EvidenceRecord): SortKey {
  return [article, start, end];
}

function fromText<T>(context: Context, span: EvidenceRecord, read: (article: ArticleRecord) => T): Awaitable<T> {
  return andThen(load(context, 'Article', span.article), read);
}
