/** Participation: the role of an agent in an event. */
import { PARTICIPANT_ROLE_MEANINGS } from '../data/meaning.ts';
import type { Participation as ParticipationRecord } from '../data/model.ts';
import { Agent } from './agent.ts';
import { Assertion } from './assertion.ts';
import { builder, closedSet } from './builder.ts';
import { Event } from './event.ts';
import { load, loadAgent } from './node.ts';

export const ParticipantRoleEnum = closedSet(
  'ParticipantRole',
  'In what role an agent took part in an event.',
  PARTICIPANT_ROLE_MEANINGS,
);

export const Participation = builder.objectRef<ParticipationRecord>('Participation');

Participation.implement({
  description: 'Who took part in an event, and in what role, as an article says.',
  interfaces: () => [Assertion],
  fields: (t) => ({
    agent: t.field({
      type: Agent,
      description: 'Who took part.',
      resolve: ({ agent }, _, context) => loadAgent(context, agent),
    }),
    role: t.expose('role', { type: ParticipantRoleEnum, description: 'In what role.' }),
    event: t.field({
      type: Event,
      description: 'The event that the agent took part in.',
      resolve: ({ event }, _, context) => load(context, 'Event', event),
    }),
  }),
});
