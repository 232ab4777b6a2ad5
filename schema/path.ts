/** Paths: how two agents are connected by what the articles say about them. */

import type { Joining } from '../data/link.ts';
import { AGENT_TYPES, OWN_VOICE, UNHEDGED } from '../data/model.ts';
import { type Hop as HopRecord, MAX_EDGES, type Path as PathRecord } from '../data/query.ts';
import { Agent } from './agent.ts';
import { builder } from './builder.ts';
import { publicError } from './errors.ts';
import { Event } from './event.ts';
import { Evidence } from './evidence.ts';
import { loadIfNamed } from './node.ts';
import { Kinship, Position } from './person.ts';
import { slugOf } from './slug.ts';
import { Statement } from './statement.ts';
import { CertaintyEnum, VoiceEnum } from './voice.ts';

const MAX_HOPS = 6;
const DEFAULT_HOPS = 4;
const MAX_PATHS = 20;
const DEFAULT_PATHS = 5;

const Via = builder.unionType('Via', {
  description: 'What connects two agents: an event, a statement, a position or a kinship.',
  types: () => [Event, Statement, Position, Kinship],
  resolveType: (via: Joining) => via.type,
});

const Hop = builder.objectRef<HopRecord>('Hop');

Hop.implement({
  description:
    'One step of a path: the best of all links between two agents. That is the link to which its article commits itself most; among equals, events come before statements, and statements before positions and kinships, each by date.',
  fields: (t) => ({
    from: t.field({ type: Agent, description: 'The agent where the step begins.', resolve: ({ from }) => from }),
    to: t.field({ type: Agent, description: 'The agent where it ends.', resolve: ({ to }) => to }),
    via: t.field({
      type: Via,
      description:
        'What connects them: an event in which one report says both took part, a statement that one makes to or about the other or that both make, a position that one holds or held in the other (see `tenure`), or a kinship.',
      resolve: ({ link }) => link.via,
    }),
    voice: t.field({
      type: VoiceEnum,
      description:
        'Who says so. If the words about the two are in different voices, the one that commits the article less.',
      resolve: ({ link }) => link.voice,
    }),
    attributedTo: t.field({
      type: Statement,
      nullable: true,
      description: 'The statement that it is attributed to; null if and only if `voice` is `ARTICLE`.',
      resolve: ({ link }, _, context) => loadIfNamed(context, 'Statement', link.attributedTo),
    }),
    certainty: t.field({
      type: CertaintyEnum,
      description: 'How sure the article or speaker sounds. Of two participations, the less sure.',
      resolve: ({ link }) => link.certainty,
    }),
    evidence: t.field({
      type: [Evidence],
      description: 'The words that connect them, in the order of the text. Never empty.',
      resolve: ({ link }) => link.evidence,
    }),
    linkCount: t.exposeInt('linkCount', {
      description: 'How many links the articles give between the two, of those asked for.',
    }),
  }),
});

const Path = builder.objectRef<PathRecord>('Path');

Path.implement({
  description: 'A chain of links from one agent to another.',
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
        'The paths found, the shortest first; none goes through the same agent twice. Empty if there is none, if an end is not an agent of the corpus, or if both ends are the same.',
      resolve: ({ paths }) => paths,
    }),
    isComplete: t.exposeBoolean('isComplete', {
      description: `False if the search was cut off: it looks at ${MAX_EDGES / 1000},000 links at most, and beyond them there may be more paths, even shorter ones. \`first\` may leave out more in any case.`,
    }),
  }),
});

builder.queryField('paths', (t) =>
  t.field({
    type: Paths,
    description:
      'How two agents are connected: through events that both take part in, through what one says to or about the other, through positions and kinships.',
    args: {
      from: t.arg({
        type: 'Slug',
        required: true,
        extensions: slugOf(...AGENT_TYPES),
        description: 'The slug of a person, organization or group, or one that was replaced.',
      }),
      to: t.arg({
        type: 'Slug',
        required: true,
        extensions: slugOf(...AGENT_TYPES),
        description: 'The slug of another.',
      }),
      maxHops: t.arg.int({
        defaultValue: DEFAULT_HOPS,
        description: `The most steps that a path may have, 1 to ${MAX_HOPS}. \`INVALID_ARGUMENT\` otherwise.`,
      }),
      first: t.arg.int({
        defaultValue: DEFAULT_PATHS,
        description: `The most paths to list, 1 to ${MAX_PATHS}. \`INVALID_ARGUMENT\` otherwise.`,
      }),
      voices: t.arg({
        type: [VoiceEnum],
        defaultValue: [...OWN_VOICE],
        description: 'Only links in one of these voices. If a link is not in the voice `ARTICLE`, show who says it.',
      }),
      certainties: t.arg({
        type: [CertaintyEnum],
        defaultValue: [...UNHEDGED],
        description: 'Only links of these certainties. If a link is `PROBABLE` or `POSSIBLE`, say so.',
      }),
    },
    resolve: (_, { from, to, maxHops, first, voices, certainties }, { store }) =>
      store.paths({
        from,
        to,
        maxHops: between('maxHops', maxHops ?? DEFAULT_HOPS, MAX_HOPS),
        limit: between('first', first ?? DEFAULT_PATHS, MAX_PATHS),
        voices: voices ?? OWN_VOICE,
        certainties: certainties ?? UNHEDGED,
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
