/** Agent: whoever says or does something. */
import type { Agent as AgentRecord } from '../data/model.ts';
import { builder } from './builder.ts';
import { connectEntities } from './connection.ts';
import { Event, EventConnection, EventEdge, eventArguments } from './event.ts';
import { Named } from './named.ts';
import { Node } from './node.ts';
import { ParticipantRoleEnum } from './participation.ts';
import { Statement, StatementConnection, StatementEdge, statementArguments } from './statement.ts';

export const Agent = builder.interfaceRef<AgentRecord>('Agent');

Agent.implement({
  description: 'Whoever says or does something: a person, an organization, or a group of people left unnamed.',
  interfaces: () => [Named, Node],
  resolveType: (agent) => agent.type,
  fields: (t) => ({
    statements: t.connection(
      {
        type: Statement,
        description: 'What it says, in any article.',
        args: statementArguments,
        resolve: ({ slug }, args, context) => connectEntities(context, 'Statement', args, { speaker: slug }),
      },
      StatementConnection,
      StatementEdge,
    ),
    events: t.connection(
      {
        type: Event,
        description: 'The events that it is said to take part in, by any report.',
        args: {
          ...eventArguments,
          role: t.arg({ type: ParticipantRoleEnum, description: 'Only where it has this role.' }),
        },
        resolve: ({ slug }, { role, ...args }, context) =>
          connectEntities(context, 'Event', args, { agent: { slug, ...(role != null && { role }) } }),
      },
      EventConnection,
      EventEdge,
    ),
  }),
});
