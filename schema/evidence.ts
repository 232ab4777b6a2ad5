/** Evidence: the exact words, and where they stand. */
import type { Evidence as EvidenceRecord, Span as SpanRecord } from '../data/model.ts';
import type { SortKey } from '../data/page.ts';
import { isQuoted, quotationsOf } from '../data/quotation.ts';
import { andThen } from '../data/store.ts';
import { CONTEXT_LENGTH } from '../data/text.ts';
import { Article } from './article.ts';
import { builder } from './builder.ts';
import { connectionType } from './connection.ts';
import { load } from './node.ts';
import { Paragraph, paragraphOf } from './paragraph.ts';
import { costs } from './price.ts';

export const Span = builder.interfaceRef<SpanRecord>('Span');

Span.implement({
  description:
    "A stretch of an article's text, half open: from `start`, up to and without `end`. Counted from 0 both in Unicode code points, the unit of W3C Web Annotation, and in UTF-16 code units, the unit of JavaScript strings.",
  fields: (t) => ({
    start: t.exposeInt('start', {
      description: 'Code points of the text before it (TextPositionSelector `start`).',
    }),
    end: t.exposeInt('end', {
      description: 'Code points of the text up to its end (TextPositionSelector `end`).',
    }),
    utf16Start: t.exposeInt('utf16Start', {
      description: 'UTF-16 code units of the text before it: `text.slice(utf16Start, utf16End)` cuts it in JavaScript.',
    }),
    utf16End: t.exposeInt('utf16End', { description: 'UTF-16 code units of the text up to its end.' }),
  }),
});

export const Evidence = builder.objectRef<EvidenceRecord>('Evidence');

Evidence.implement({
  description:
    "A span of one article's text, with the W3C Web Annotation selectors that find it again (TextQuoteSelector and TextPositionSelector). It is proven against the text when the corpus is compiled: the span cut from `article.text` is `exact`.",
  interfaces: () => [Span],
  fields: (t) => ({
    exact: t.exposeString('exact', {
      extensions: costs(2),
      description: 'The words themselves (TextQuoteSelector `exact`).',
    }),
    prefix: t.exposeString('prefix', {
      extensions: costs(2),
      description: `Up to ${CONTEXT_LENGTH} code points right before them (TextQuoteSelector \`prefix\`). Empty at the start of the text.`,
    }),
    suffix: t.exposeString('suffix', {
      extensions: costs(2),
      description: `Up to ${CONTEXT_LENGTH} code points right behind them (TextQuoteSelector \`suffix\`). Empty at the end of the text.`,
    }),
    quoted: t.boolean({
      extensions: costs(5),
      description:
        "Whether all these words stand in quotation marks in the article: then they are somebody's own, word for word.",
      resolve: (span, _, { store }) =>
        andThen(store.text(span.article), (article) => isQuoted(article.text, span, quotationsOf(article))),
    }),
    paragraph: t.field({
      type: Paragraph,
      description: 'The paragraph in which it starts.',
      resolve: ({ article, paragraph }, _, { store }) =>
        andThen(store.text(article), (text) => paragraphOf(text, paragraph)),
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
