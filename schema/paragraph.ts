/** Paragraphs of an article's text. */
import type { ArticleText, Span as SpanRecord } from '../data/model.ts';
import { cut, segmentsOfParagraph } from '../data/text.ts';
import { builder } from './builder.ts';
import { Span } from './evidence.ts';
import { costs } from './price.ts';
import { ALL_LAYERS, LayerEnum, Segment } from './segment.ts';

interface ParagraphRecord extends SpanRecord {
  readonly number: number;
  readonly text: string;
  readonly of: ArticleText;
}

export const Paragraph = builder.objectRef<ParagraphRecord>('Paragraph');

Paragraph.implement({
  description: 'A paragraph of an article: a line of its text that is not blank. The first is the headline.',
  interfaces: () => [Span],
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Its number in the article, from 1.' }),
    text: t.exposeString('text', { extensions: costs(2), description: 'Its words, without the line break.' }),
    segments: t.field({
      extensions: costs(15),
      type: [Segment],
      description:
        'The paragraph in pieces, ready to highlight: cut wherever a mark of these layers begins or ends, so that no two pieces overlap. Joined in order, they are `text`.',
      args: { layers: t.arg({ type: [LayerEnum], description: 'The layers to mark; all if left out.' }) },
      resolve: ({ of, number }, { layers }) => segmentsOfParagraph(of, number - 1, layers ?? ALL_LAYERS),
    }),
  }),
});

/** The paragraph at this index in the article. */
export function paragraphOf(article: ArticleText, index: number): ParagraphRecord {
  const span = article.paragraphs[index];
  if (span === undefined) throw new Error(`The article "${article.of}" has no paragraph ${index}.`);
  return { ...span, number: index + 1, text: cut(article.text, span), of: article };
}

/** The first paragraphs of the article, in order. */
export function firstParagraphs(article: ArticleText, count: number): ParagraphRecord[] {
  return article.paragraphs.slice(0, count).map((_, index) => paragraphOf(article, index));
}
