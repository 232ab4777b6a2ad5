/** Span: where a stretch of text stands, in both units. */
import type { Span as SpanRecord } from '../data/model.ts';
import { builder } from './builder.ts';

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
