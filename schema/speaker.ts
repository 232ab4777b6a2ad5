/** Speaker and addressee: who says a statement, and to whom. */
import type { Speaker as SpeakerRecord, Voiced } from '../data/model.ts';
import { Agent } from './agent.ts';
import { builder } from './builder.ts';
import { Evidence } from './evidence.ts';
import { loadAgent } from './node.ts';
import { Position } from './person.ts';

export const Speaker = builder.objectRef<SpeakerRecord>('Speaker');

Speaker.implement({
  description: 'Somebody who says a statement, as the article names the speaker there.',
  fields: (t) => ({
    agent: t.field({
      type: Agent,
      description: 'Who speaks.',
      resolve: ({ agent }, _, context) => loadAgent(context, agent),
    }),
    positions: t.expose('positions', {
      type: [Position],
      description:
        'The positions that this article gives the speaker in its own voice, in the order of its text, wherever in it. Empty if it gives none; what only somebody quoted says stands in `Person.positions`.',
    }),
    evidence: t.expose('evidence', {
      type: Evidence,
      description: 'The words that name the speaker: a name, "he", "the envoy".',
    }),
  }),
});

export const Addressee = builder.objectRef<Voiced>('Addressee');

Addressee.implement({
  description: 'Somebody to whom a statement is made, as the article names the addressee there.',
  fields: (t) => ({
    agent: t.field({
      type: Agent,
      description: 'Who is told.',
      resolve: ({ agent }, _, context) => loadAgent(context, agent),
    }),
    evidence: t.expose('evidence', { type: Evidence, description: 'The words that name the addressee.' }),
  }),
});
