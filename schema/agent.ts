/** Agent: a person, organization or group that says or does something. */
import type { Filters } from '../data/filter.ts';
import { AGENT_TYPES, type Agent as AgentRecord, isAgent } from '../data/model.ts';
import { allOf, andThen } from '../data/store.ts';
import { asOfArgument } from './as-of.ts';
import { builder } from './builder.ts';
import { connectionType, toConnection } from './connection.ts';
import { Event, eventList } from './event.ts';
import { asked } from './filter.ts';
import { connectEntities } from './list.ts';
import { AgentFilterInput, Named, NamedOrder } from './named.ts';
import { Node } from './node.ts';
import { windowOf } from './page.ts';
import { ParticipantRoleEnum } from './participation.ts';
import { slugOf } from './slug.ts';
import { statementList } from './statement.ts';

export const Agent = builder.interfaceRef<AgentRecord>('Agent');

Agent.implement({
  description: 'A person, an organization or an unnamed group of people that says or does something.',
  interfaces: () => [Named, Node],
  resolveType: (agent) => agent.type,
  fields: (t) => ({
    statements: statementList.field(t, 'The statements that it makes, in any article.', ({ slug }) => ({
      speakers: [slug],
    })),
    events: t.connection(
      {
        type: Event,
        description: 'The events that any report says it took part in.',
        args: {
          ...eventList.args,
          roles: t.arg({
            type: [ParticipantRoleEnum],
            description: 'Only events in which it has one of these roles; all if left out.',
          }),
        },
        resolve: ({ slug }, { roles, ...args }, context) =>
          connectEntities(context, 'Event', args, { participant: { agents: [slug], ...(roles != null && { roles }) } }),
      },
      eventList.connection,
      eventList.edge,
    ),
  }),
});

const [AgentConnection, AgentEdge] = connectionType(Agent, 'Agent', 'people, organizations and groups');

builder.queryFields((t) => ({
  agent: t.field({
    type: Agent,
    nullable: true,
    description:
      'The person, organization or group with this slug, or with the one that has replaced it; null if there is none.',
    args: {
      slug: t.arg({ type: 'Slug', required: true, extensions: slugOf(...AGENT_TYPES), description: 'Its slug.' }),
      ...asOfArgument,
    },
    resolve: (_, { slug }, { store }) =>
      andThen(store.find(slug), (entity) => (entity !== null && isAgent(entity) ? entity : null)),
  }),
  agents: t.connection(
    {
      type: Agent,
      description: 'People, organizations and groups, in one list.',
      args: {
        filter: t.arg({ type: AgentFilterInput, description: 'Which items you want; all if left out.' }),
        orderBy: t.arg({ type: NamedOrder, description: 'The order of the list; by name if left out.' }),
        ...asOfArgument,
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
