/** Statements: one by its slug, and pages of them. */

import type { Filters } from '../../../data/filter.ts';
import type { Statement as StatementRecord, StatementReport } from '../../../data/model.ts';
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
    kind: t.field({ type: StatementKind, resolve: (statement) => firstReport(statement).kind }),
    text: t.exposeString('text'),
    content: t.field({ type: [Evidence], resolve: (statement) => firstReport(statement).content }),
    speakers: t.field({ type: [Speaker], resolve: (statement) => firstReport(statement).speakers }),
    addressees: t.field({ type: [Addressee], resolve: (statement) => firstReport(statement).addressees }),
  }),
});

const StatementFilter = builder.inputType('StatementFilter', {
  fields: (t) => ({ speaker: t.string(), place: t.string(), about: t.string() }),
});

builder.queryFields((t) => ({
  statement: t.field({
    type: Statement,
    nullable: true,
    args: { slug: t.arg.string({ required: true }) },
    resolve: (_, { slug }, { store }) => store.get('Statement', slug),
  }),
  statements: t.connection({
    type: Statement,
    args: { filter: t.arg({ type: StatementFilter }) },
    resolve: (_, { filter, ...args }, context) => connect(context, 'Statement', 'DATE', args, filterOf(filter)),
  }),
}));

function filterOf(filter: typeof StatementFilter.$inferInput | null | undefined): Filters['Statement'] {
  const { speaker, place, about } = filter ?? {};
  return { ...(speaker != null && { speaker }), ...(place != null && { place }), ...(about != null && { about }) };
}

function firstReport(statement: StatementRecord): StatementReport {
  const [report] = statement.reports;
  if (report === undefined) throw new Error(`The statement "${statement.slug}" has no report.`);
  return report;
}
