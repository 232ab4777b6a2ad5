/** Group: people whom articles leave unnamed. */
import type { Group as GroupRecord } from '../data/model.ts';
import { Agent } from './agent.ts';
import { builder } from './builder.ts';
import { connectEntities, connectionType } from './connection.ts';
import { agentArguments, Named } from './named.ts';
import { Node } from './node.ts';

export const Group = builder.objectRef<GroupRecord>('Group');

Group.implement({
  description: 'People whom the articles leave unnamed: "forensic experts".',
  interfaces: () => [Agent, Named, Node],
});

export const [GroupConnection, GroupEdge] = connectionType(Group, 'Group', 'groups');

builder.queryFields((t) => ({
  group: t.field({
    type: Group,
    nullable: true,
    description: 'The group with this slug; null if there is none.',
    args: { slug: t.arg.string({ required: true, description: 'Such as `forensic-experts`.' }) },
    resolve: (_, { slug }, { store }) => store.get('Group', slug),
  }),
  groups: t.connection(
    {
      type: Group,
      description: 'The groups of people whom the articles leave unnamed.',
      args: agentArguments,
      resolve: (_, args, context) => connectEntities(context, 'Group', args),
    },
    GroupConnection,
    GroupEdge,
  ),
}));
