/** Agent: whoever says or does something. */
import type { Filters } from '../data/filter.ts';
import { AGENT_TYPES, type Agent as AgentRecord, isAgent } from '../data/model.ts';
import { allOf, andThen } from '../data/store.ts';
import { builder } from './builder.ts';
import { connectionType, toConnection } from './connection.ts';
import { Event, eventList } from './event.ts';
import { asked } from './filter.ts';
import { connectEntities } from './list.ts';
import { AgentFilterInput, Named, NamedOrder } from './named.ts';
import { Node } from './node.ts';
import { windowOf } from './page.ts';
import { ParticipantRoleEnum } from './participation.ts';
import { statementList } from './statement.ts';

export const Agent = builder.interfaceRef<AgentRecord>('Agent');

Agent.implement({
  description: 'Whoever says or does something: a person, an organization, or a group of people left unnamed.',
  interfaces: () => [Named, Node],
  resolveType: (agent) => agent.type,
  fields: (t) => ({
    statements: statementList.field(t, 'What it says, in any article.', ({ slug }) => ({ speakers: [slug] })),
    events: t.connection(
      {
        type: Event,
        description: 'The events that it is said to take part in, by any report.',
        args: {
          ...eventList.args,
          roles: t.arg({ type: [ParticipantRoleEnum], description: 'Only where it has one of these roles.' }),
        },
        resolve: ({ slug }, { roles, ...args }, context) =>
          connectEntities(context, 'Event', args, { participant: { agents: [slug], ...(roles != null && { roles }) } }),
      },
      eventList.connection,
      eventList.edge,
    ),
  }),
});

const [AgentConnection, AgentEdge] = connectionType(Agent, 'Agent', 'persons, organizations and groups');

builder.queryFields((t) => ({
  agent: t.field({
    type: Agent,
    nullable: true,
    description: 'The person, organization or group with this slug; null if there is none.',
    args: { slug: t.arg({ type: 'Slug', required: true, description: 'Its slug.' }) },
    resolve: (_, { slug }, { store }) =>
      andThen(store.find(slug), (entity) => (entity !== null && isAgent(entity) ? entity : null)),
  }),
  agents: t.connection(
    {
      type: Agent,
      description: 'Persons, organizations and groups in one list.',
      args: {
        filter: t.arg({ type: AgentFilterInput, description: 'Which ones; all if left out.' }),
        orderBy: t.arg({ type: NamedOrder, description: 'In which order; by name if left out.' }),
      },
      resolve(_, { filter, orderBy, ...args }, { store }) {
        const filters = [asked<Filters['Person']>(filter)];
        const order = { field: orderBy?.field ?? 'NAME', direction: orderBy?.direction ?? 'ASC' };
        const list = `Agent.${order.field}.${order.direction}`;
        const window = windowOf(args, list);
        return toConnection(
          () => store.agents({ filters, order, window }),
          list,
          () => andThen(allOf(AGENT_TYPES.map((type) => store.count(type, filters))), sum),
        );
      },
    },
    AgentConnection,
    AgentEdge,
  ),
}));

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
