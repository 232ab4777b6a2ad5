/** Corpus: what is held here, in numbers. */
import { type CorpusSummary, ENTITY_TYPES, type EntityType } from '../data/model.ts';
import { builder } from './builder.ts';

const COUNTS: { readonly [T in EntityType]: readonly [field: string, description: string] } = {
  Article: ['articles', 'Articles, each with its text.'],
  Event: ['events', 'Events, however many articles report each.'],
  Statement: ['statements', 'Statements, however many articles carry each.'],
  Person: ['people', 'Persons whom articles name.'],
  Organization: ['organizations', 'Organizations that articles name.'],
  Group: ['groups', 'Groups of people left unnamed.'],
  Place: ['places', 'Places that articles name.'],
};

const CorpusCounts = builder.objectRef<CorpusSummary['counts']>('CorpusCounts');

CorpusCounts.implement({
  description: 'How many things of each type there are.',
  fields: (t) =>
    Object.fromEntries(
      ENTITY_TYPES.map((type) => {
        const [field, description] = COUNTS[type];
        return [field, t.exposeInt(type, { description })];
      }),
    ),
});

const Corpus = builder.objectRef<CorpusSummary>('Corpus');

Corpus.implement({
  description: 'The whole of what is held here. It does not change between deployments.',
  fields: (t) => ({
    version: t.exposeString('version', {
      description: 'Digest of everything in it: two answers with one version come from the same corpus.',
    }),
    counts: t.expose('counts', { type: CorpusCounts, description: 'How many things of each type there are.' }),
    evidenceCount: t.exposeInt('evidenceCount', {
      description: 'How many different spans of text stand behind its events, statements and facts.',
    }),
    coverage: t.exposeFloat('coverage', {
      description:
        "The share of the articles' text, in code points, that stands behind an event, a statement or a fact: from 0 to 1.",
    }),
  }),
});

builder.queryField('corpus', (t) =>
  t.field({
    type: Corpus,
    description: 'What is held here, in numbers.',
    resolve: (_, __, { store }) => store.summary(),
  }),
);
