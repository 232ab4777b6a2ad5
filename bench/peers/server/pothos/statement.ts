/** Statements: one by its slug, and pages of them. */

import type { Filters } from '../../../../data/filter.ts';
import type { Quote, Statement as StatementRecord } from '../../../../data/model.ts';
import { Addressee, Speaker } from './agent.ts';
import { builder } from './builder.ts';
import { connect } from './connection.ts';
import { Entity } from './entity.ts';
import { Evidence } from './evidence.ts';

export const StatementKind = builder.enumType('StatementKind', {
  values: ['DIRECT_QUOTE', 'MIXED_QUOTE', 'INDIRECT', 'ANNOUNCEMENT', 'FINDING', 'DENIAL', 'NO_COMMENT'] as const,
});

export const Statement = builder.node(builder.objectRef<StatementRecord>('Statement'), {
  id: { resolve: ({ slug }) => slug },
  loadOne: (slug, { store }) => store.get('Statement', slug),
  interfaces: [Entity],
  fields: (t) => ({
    kind: t.field({ type: StatementKind, resolve: (statement) => firstQuote(statement).kind }),
    text: t.string({ resolve: (statement) => firstQuote(statement).text }),
    content: t.field({ type: [Evidence], resolve: (statement) => firstQuote(statement).content }),
    speakers: t.field({ type: [Speaker], resolve: (statement) => firstQuote(statement).speakers }),
    addressees: t.field({ type: [Addressee], resolve: (statement) => firstQuote(statement).addressees }),
  }),
});

const StatementFilter = builder.inputType('StatementFilter', {
  fields: (t) => ({
    speakers: t.field({ type: ['Slug'] }),
    places: t.field({ type: ['Slug'] }),
    about: t.field({ type: ['Slug'] }),
  }),
});

builder.queryFields((t) => ({
  statement: t.field({
    type: Statement,
    nullable: true,
    args: { slug: t.arg({ type: 'Slug', required: true }) },
    resolve: (_, { slug }, { store }) => store.get('Statement', slug),
  }),
  statements: t.connection({
    type: Statement,
    args: { filter: t.arg({ type: StatementFilter }) },
    resolve: (_, { filter, ...args }, context) => connect(context, 'Statement', 'DATE', args, filterOf(filter)),
  }),
}));

function filterOf(filter: typeof StatementFilter.$inferInput | null | undefined): Filters['Statement'] {
  const { speakers, places, about } = filter ?? {};
  return { ...(speakers != null && { speakers }), ...(places != null && { places }), ...(about != null && { about }) };
}

function firstQuote(statement: StatementRecord): Quote {
  const [quote] = statement.quotes;
  if (quote === undefined) throw new Error(`The statement "${statement.slug}" has no quote.`);
  return quote;
}
