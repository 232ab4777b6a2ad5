/** Paragraphs of an article's text. */
import type { ArticleText, Span as SpanRecord } from '../data/model.ts';
import { cut } from '../data/text.ts';
import { builder } from './builder.ts';
import { Span } from './evidence.ts';
import { costs } from './price.ts';

interface ParagraphRecord extends SpanRecord {
  readonly number: number;
  readonly text: string;
}

export const Paragraph = builder.objectRef<ParagraphRecord>('Paragraph');

Paragraph.implement({
  description: 'A paragraph of an article: a line of its text that is not blank. The first is the headline.',
  interfaces: () => [Span],
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Its number in the text, from 1.' }),
    text: t.exposeString('text', { extensions: costs(2), description: 'Its words, without the line break.' }),
  }),
});

/** The paragraph at this index of the article. */
export function paragraphOf(article: ArticleText, index: number): ParagraphRecord {
  const span = article.paragraphs[index];
  if (span === undefined) throw new Error(`The article "${article.article}" has no paragraph ${index}.`);
  return { ...span, number: index + 1, text: cut(article.text, span) };
}

/** All paragraphs of the article, in order. */
export function paragraphsOf(article: ArticleText): ParagraphRecord[] {
  return article.paragraphs.map((_, index) => paragraphOf(article, index));
}
