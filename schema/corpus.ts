/** Corpus: its version and its counts. */
import { type CorpusSummary, ENTITY_TYPES, type EntityType } from '../data/model.ts';
import { builder } from './builder.ts';

const COUNTS: { readonly [T in EntityType]: readonly [field: string, description: string] } = {
  Article: ['articles', 'Articles, each with its text.'],
  Event: ['events', 'Events, each counted once, however many articles report it.'],
  Statement: ['statements', 'Statements, each counted once, however many articles quote it.'],
  Person: ['people', 'People that articles name.'],
  Organization: ['organizations', 'Organizations that articles name.'],
  Group: ['groups', 'Groups of people that articles do not name.'],
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
  description: 'Everything that this endpoint holds. It does not change between deployments.',
  fields: (t) => ({
    version: t.exposeString('version', {
      description: 'A digest of everything in it. Two answers with the same version come from the same corpus.',
    }),
    counts: t.expose('counts', { type: CorpusCounts, description: 'How many things of each type there are.' }),
    evidenceCount: t.exposeInt('evidenceCount', {
      description: 'How many different spans of text support its events, statements and facts.',
    }),
    coverage: t.exposeFloat('coverage', {
      description:
        "The share of the articles' text that supports an event, a statement or a fact: from 0 to 1, counted in code points.",
    }),
  }),
});

builder.queryField('corpus', (t) =>
  t.field({
    type: Corpus,
    description: 'What this endpoint holds, in numbers.',
    resolve: (_, __, { store }) => store.summary(),
  }),
);
