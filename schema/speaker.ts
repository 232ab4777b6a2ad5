/** Speaker and addressee: who says a statement, and to whom. */
import type { Speaker as SpeakerRecord, Voiced } from '../data/model.ts';
import { Agent } from './agent.ts';
import { builder } from './builder.ts';
import { Evidence } from './evidence.ts';
import { loadAgent } from './node.ts';
import { Position } from './person.ts';

export const Speaker = builder.objectRef<SpeakerRecord>('Speaker');

Speaker.implement({
  description: 'Somebody who makes a statement, as the article names them there.',
  fields: (t) => ({
    agent: t.field({
      type: Agent,
      description: 'Who speaks.',
      resolve: ({ agent }, _, context) => loadAgent(context, agent),
    }),
    positions: t.expose('positions', {
      type: [Position],
      description:
        'The positions that the speaker held when this article was published, as it says in its own voice and without a hedge, anywhere in its text and in that order. Empty if it gives none. For others, see `Person.positions`.',
    }),
    evidence: t.expose('evidence', {
      type: Evidence,
      description: 'The words that name the speaker: a name, "he", "the envoy".',
    }),
  }),
});

export const Addressee = builder.objectRef<Voiced>('Addressee');

Addressee.implement({
  description: 'Somebody who is told a statement, as the article names them there.',
  fields: (t) => ({
    agent: t.field({
      type: Agent,
      description: 'Who is told.',
      resolve: ({ agent }, _, context) => loadAgent(context, agent),
    }),
    evidence: t.expose('evidence', { type: Evidence, description: 'The words that name the addressee.' }),
  }),
});
