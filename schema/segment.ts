/** Segments: an article's text, cut at the boundaries of everything that a frontend may highlight. */
import { LAYERS, type Layer, type Mark as MarkRecord } from '../data/model.ts';
import type { Segment as SegmentRecord } from '../data/text.ts';
import { builder, closedSet } from './builder.ts';
import { Span } from './evidence.ts';
import { loadAny, Node } from './node.ts';

export const LayerEnum = closedSet<Layer>('Layer', 'What a stretch of text is marked as.', {
  EVENT: 'It reports an event.',
  STATEMENT: 'It is the content of a statement: the words said.',
  CUE: 'It says that something was said: "told RIA Novosti".',
  SPEAKER: 'It names who says a statement.',
  ADDRESSEE: 'It names the addressee of a statement.',
  DATE: 'It gives a date or a time of day.',
  AGENT: 'It names a person, an organization or a group.',
  PLACE: 'It names a place.',
  FACT: 'It gives a fact about a person: a position, a kinship, a date of birth or death.',
});

/** All layers, the default. */
export const ALL_LAYERS: readonly Layer[] = LAYERS;

const Mark = builder.objectRef<MarkRecord>('Mark');

Mark.implement({
  description:
    'A mark on a stretch of text: what the words do, and what they are about. The mark may be longer than the segment.',
  interfaces: () => [Span],
  fields: (t) => ({
    layer: t.expose('layer', { type: LayerEnum, description: 'What it is marked as.' }),
    target: t.field({
      type: Node,
      description: 'The event, statement, agent or place that it is about.',
      resolve: (mark, _, context) => loadAny(context, mark.target.slug),
    }),
  }),
});

export const Segment = builder.objectRef<SegmentRecord>('Segment');

Segment.implement({
  description:
    "A piece of an article's text to highlight as a whole: no mark of the layers asked for begins or ends inside it. The segments of an article, joined in order, are its text.",
  interfaces: () => [Span],
  fields: (t) => ({
    text: t.exposeString('text', { description: 'Its words. Line breaks are in segments of their own.' }),
    paragraph: t.int({
      description: 'The number of its paragraph, from 1.',
      resolve: ({ paragraph }) => paragraph + 1,
    }),
    marks: t.expose('marks', {
      type: [Mark],
      description: 'Every mark of the layers asked for that covers it, ordered by where it begins.',
    }),
  }),
});
