/** Paths: how two agents are connected, by what the articles say of them. */

import type { Joining } from '../data/link.ts';
import { OWN_VOICE } from '../data/model.ts';
import { type Hop as HopRecord, MAX_EDGES, type Path as PathRecord } from '../data/query.ts';
import { Agent } from './agent.ts';
import { builder } from './builder.ts';
import { publicError } from './errors.ts';
import { Event } from './event.ts';
import { Evidence } from './evidence.ts';
import { loadIfNamed } from './node.ts';
import { Kinship, Position } from './person.ts';
import { Statement } from './statement.ts';
import { VoiceEnum } from './voice.ts';

const MAX_HOPS = 6;
const DEFAULT_HOPS = 4;
const MAX_PATHS = 20;
const DEFAULT_PATHS = 5;

const Via = builder.unionType('Via', {
  description: 'What joins two agents: an event, a statement, a position or a kinship.',
  types: () => [Event, Statement, Position, Kinship],
  resolveType: (via: Joining) => via.type,
});

const Hop = builder.objectRef<HopRecord>('Hop');

Hop.implement({
  description:
    'One step of a path: of all that joins the two agents, what commits its article most; of that events before statements before positions and kinships, each by date.',
  fields: (t) => ({
    from: t.field({ type: Agent, description: 'Where the step begins.', resolve: ({ from }) => from }),
    to: t.field({ type: Agent, description: 'Where it leads.', resolve: ({ to }) => to }),
    via: t.field({
      type: Via,
      description:
        'What joins them: an event in which one report has both take part, a statement of one to or about the other or of both, a position of one in the other, or a kinship.',
      resolve: ({ link }) => link.via,
    }),
    voice: t.field({
      type: VoiceEnum,
      description: 'Who says so; where the words on the two are in different voices, the one that commits less.',
      resolve: ({ link }) => link.voice,
    }),
    attributedTo: t.field({
      type: Statement,
      nullable: true,
      description: 'The statement that it is attributed to; null exactly if `voice` is `ARTICLE`.',
      resolve: ({ link }, _, context) => loadIfNamed(context, 'Statement', link.attributedTo),
    }),
    evidence: t.field({
      type: [Evidence],
      description: 'The words that join them, in the order of the text. Never empty.',
      resolve: ({ link }) => link.evidence,
    }),
    linkCount: t.exposeInt('linkCount', {
      description: 'How many such links the articles have between the two, in the voices asked for.',
    }),
  }),
});

const Path = builder.objectRef<PathRecord>('Path');

Path.implement({
  description: 'A way from one agent to another.',
  fields: (t) => ({
    length: t.int({ description: 'How many steps it has.', resolve: ({ hops }) => hops.length }),
    hops: t.field({ type: [Hop], description: 'Its steps, in order.', resolve: ({ hops }) => hops }),
  }),
});

const Paths = builder.objectRef<{ readonly paths: readonly PathRecord[]; readonly isComplete: boolean }>('Paths');

Paths.implement({
  description: 'How two agents are connected.',
  fields: (t) => ({
    nodes: t.field({
      type: [Path],
      description:
        'The ways found, the shortest first, none through the same agent twice. Empty if there is none, if an end is no agent of the corpus, or if both ends are the same.',
      resolve: ({ paths }) => paths,
    }),
    isComplete: t.exposeBoolean('isComplete', {
      description: `False if the search was cut off: it looks at ${MAX_EDGES / 1000},000 links at most, and beyond them there may be other ways, and shorter ones. \`first\` may leave out more in any case.`,
    }),
  }),
});

builder.queryField('paths', (t) =>
  t.field({
    type: Paths,
    description:
      'How two agents are connected: through events that both take part in, through what one says to or about the other, through positions and kinships.',
    args: {
      from: t.arg({ type: 'Slug', required: true, description: 'The slug of a person, organization or group.' }),
      to: t.arg({ type: 'Slug', required: true, description: 'The slug of another.' }),
      maxHops: t.arg.int({
        defaultValue: DEFAULT_HOPS,
        description: `How many steps a way may have, 1 to ${MAX_HOPS}. \`INVALID_ARGUMENT\` otherwise.`,
      }),
      first: t.arg.int({
        defaultValue: DEFAULT_PATHS,
        description: `How many ways at most, 1 to ${MAX_PATHS}. \`INVALID_ARGUMENT\` otherwise.`,
      }),
      voices: t.arg({
        type: [VoiceEnum],
        defaultValue: [...OWN_VOICE],
        description:
          'Only links said in one of these voices. Show a link that is not in the voice `ARTICLE` with who says it.',
      }),
    },
    resolve: (_, { from, to, maxHops, first, voices }, { store }) =>
      store.paths({
        from,
        to,
        maxHops: between('maxHops', maxHops ?? DEFAULT_HOPS, MAX_HOPS),
        limit: between('first', first ?? DEFAULT_PATHS, MAX_PATHS),
        voices: voices ?? OWN_VOICE,
      }),
  }),
);

function between(argument: string, value: number, limit: number): number {
  if (value >= 1 && value <= limit) return value;
  throw publicError('INVALID_ARGUMENT', `"${argument}" is ${value}. Give a number from 1 to ${limit}.`, {
    actual: value,
    limit,
  });
}
