/** Agent: whoever says or does something. */
import type { Agent as AgentRecord } from '../data/model.ts';
import { builder } from './builder.ts';
import { Event, eventList } from './event.ts';
import { connectEntities } from './list.ts';
import { Named } from './named.ts';
import { Node } from './node.ts';
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
