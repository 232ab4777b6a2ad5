/** Participation: who had what to do with an event. */
import { PARTICIPANT_ROLE_MEANINGS } from '../data/meaning.ts';
import type { Participation as ParticipationRecord } from '../data/model.ts';
import { Agent } from './agent.ts';
import { Assertion } from './assertion.ts';
import { builder, closedSet } from './builder.ts';
import { Event } from './event.ts';
import { load, loadAgent } from './node.ts';

export const ParticipantRoleEnum = closedSet(
  'ParticipantRole',
  'What an agent had to do with an event.',
  PARTICIPANT_ROLE_MEANINGS,
);

export const Participation = builder.objectRef<ParticipationRecord>('Participation');

Participation.implement({
  description: 'That an agent had something to do with an event, as an article says it.',
  interfaces: () => [Assertion],
  fields: (t) => ({
    agent: t.field({
      type: Agent,
      description: 'Who had to do with it.',
      resolve: ({ agent }, _, context) => loadAgent(context, agent),
    }),
    role: t.expose('role', { type: ParticipantRoleEnum, description: 'What it had to do with the event.' }),
    event: t.field({
      type: Event,
      description: 'What the agent had to do with.',
      resolve: ({ event }, _, context) => load(context, 'Event', event),
    }),
  }),
});
