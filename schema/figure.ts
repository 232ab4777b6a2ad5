/** Figure: a number that an article gives for an event. */
import { FIGURE_KIND_MEANINGS } from '../data/meaning.ts';
import type { Figure as FigureRecord } from '../data/model.ts';
import { builder, closedSet } from './builder.ts';
import { Evidence } from './evidence.ts';

const FigureKindEnum = closedSet('FigureKind', 'What a number counts.', FIGURE_KIND_MEANINGS);

export const Figure = builder.objectRef<FigureRecord>('Figure');

Figure.implement({
  description: 'A number that an article gives for an event (schema.org `QuantitativeValue`).',
  fields: (t) => ({
    kind: t.expose('kind', { type: FigureKindEnum, description: 'What it counts.' }),
    minValue: t.exposeInt('minValue', { nullable: true, description: 'The least it can be; null for "at most".' }),
    maxValue: t.exposeInt('maxValue', { nullable: true, description: 'The most it can be; null for "at least".' }),
    approximate: t.exposeBoolean('approximate', { description: 'True if the words say "about" or the like.' }),
    evidence: t.expose('evidence', { type: Evidence, description: 'The words that give it.' }),
  }),
});
