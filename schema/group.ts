/** Group: people whom the articles do not name. */
import type { Group as GroupRecord } from '../data/model.ts';
import { Agent } from './agent.ts';
import { builder } from './builder.ts';
import { entityList, lookupField } from './list.ts';
import { AgentFilterInput, Named, NamedOrder } from './named.ts';
import { Node } from './node.ts';

export const Group = builder.objectRef<GroupRecord>('Group');

export const groupList = entityList('Group', Group, 'groups', AgentFilterInput, NamedOrder, 'by name if left out');

Group.implement({
  description: 'A group of people that the articles do not name: "forensic experts".',
  interfaces: () => [Agent, Named, Node],
});

builder.queryFields((t) => ({
  group: lookupField(t, 'Group', Group, 'Its slug, such as `forensic-experts`.'),
  groups: groupList.field(t, 'The groups of people that the articles do not name.'),
}));
