/** Evidence: the exact words, and their place in the text. */
import type { Evidence as EvidenceRecord, Span as SpanRecord } from '../data/model.ts';
import type { SortKey } from '../data/page.ts';
import { isQuoted, quotationsOf } from '../data/quotation.ts';
import { articleOf, earlierRevision } from '../data/revision.ts';
import { andThen } from '../data/store.ts';
import { CONTEXT_LENGTH } from '../data/text.ts';
import { Article } from './article.ts';
import { builder } from './builder.ts';
import { connectionType } from './connection.ts';
import { load } from './node.ts';
import { Paragraph, paragraphOf } from './paragraph.ts';
import { costs } from './price.ts';
import { Revision, revisionIn } from './revision.ts';

export const Span = builder.interfaceRef<SpanRecord>('Span');

Span.implement({
  description:
    "A stretch of an article's text, from `start` up to but not including `end`. Both are counted from 0, in Unicode code points (as W3C Web Annotation does) and in UTF-16 code units (as JavaScript does).",
  fields: (t) => ({
    start: t.exposeInt('start', {
      description: 'Where it starts, in code points (TextPositionSelector `start`).',
    }),
    end: t.exposeInt('end', {
      description: 'Where it ends, in code points (TextPositionSelector `end`).',
    }),
    utf16Start: t.exposeInt('utf16Start', {
      description:
        'Where it starts, in UTF-16 code units: in JavaScript, `text.slice(utf16Start, utf16End)` cuts it out.',
    }),
    utf16End: t.exposeInt('utf16End', { description: 'Where it ends, in UTF-16 code units.' }),
  }),
});

export const Evidence = builder.objectRef<EvidenceRecord>('Evidence');

Evidence.implement({
  description:
    'Words of an article, and their place in it, with the W3C Web Annotation selectors that find them again (TextQuoteSelector and TextPositionSelector). When the corpus is compiled they are checked: the span cut from `revision.text`, which is `article.text` unless the publisher changed it, is `exact`.',
  interfaces: () => [Span],
  fields: (t) => ({
    exact: t.exposeString('exact', {
      extensions: costs(2),
      description: 'The words themselves (TextQuoteSelector `exact`).',
    }),
    prefix: t.exposeString('prefix', {
      extensions: costs(2),
      description: `The text right before them, at most ${CONTEXT_LENGTH} code points (TextQuoteSelector \`prefix\`). Empty at the start of the text.`,
    }),
    suffix: t.exposeString('suffix', {
      extensions: costs(2),
      description: `The text right after them, at most ${CONTEXT_LENGTH} code points (TextQuoteSelector \`suffix\`). Empty at the end of the text.`,
    }),
    quoted: t.boolean({
      extensions: costs(5),
      description:
        "True if all these words are in quotation marks in the article, so that they are somebody's own, word for word.",
      resolve: (span, _, { store }) =>
        andThen(store.text(span.source), (article) => isQuoted(article.text, span, quotationsOf(article))),
    }),
    paragraph: t.field({
      type: Paragraph,
      description: 'The paragraph in which they start.',
      resolve: ({ source, paragraph }, _, { store }) =>
        andThen(store.text(source), (text) => paragraphOf(text, paragraph)),
    }),
    article: t.field({
      type: Article,
      description: 'The article that has these words.',
      resolve: (span, _, context) => load(context, 'Article', articleOf(span.source)),
    }),
    revision: t.field({
      type: Revision,
      description: 'The text that has these words: the present one of the article, or an earlier one.',
      resolve: ({ source }, _, context) =>
        andThen(load(context, 'Article', articleOf(source)), (article) => revisionIn(article, earlierRevision(source))),
    }),
  }),
});

export const [EvidenceConnection, EvidenceEdge] = connectionType(Evidence, 'Evidence', 'spans of text');

/** The sort key of evidence in the whole corpus. */
export function evidenceKey({ source, start, end }: EvidenceRecord): SortKey {
  return [source, start, end];
}
