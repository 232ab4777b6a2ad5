/** Corpus: what is held here, in numbers. */
import type { CorpusSummary, EntityType } from '../data/model.ts';
import { builder } from './builder.ts';

const CorpusCounts = builder.objectRef<{ readonly [T in EntityType]: number }>('CorpusCounts');

CorpusCounts.implement({
  description: 'How many things of each type there are.',
  fields: (t) => ({
    articles: t.exposeInt('Article', { description: 'Articles, each with its text.' }),
    events: t.exposeInt('Event', { description: 'Events, however many articles report each.' }),
    statements: t.exposeInt('Statement', { description: 'Statements, however many articles carry each.' }),
    people: t.exposeInt('Person', { description: 'Persons whom articles name.' }),
    organizations: t.exposeInt('Organization', { description: 'Organizations that articles name.' }),
    groups: t.exposeInt('Group', { description: 'Groups of people left unnamed.' }),
    places: t.exposeInt('Place', { description: 'Places that articles name.' }),
  }),
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
