/** Edges: each agent's links to others and the records that make them; packed when compiling, followed by paths. */

import { ByteReader, ByteWriter } from '../bytes.ts';
import { compareCommitment, type Link, linksOfDossier, linksOfEvent, linksOfStatement } from '../link.ts';
import { AGENT_TYPES, type Agent, CERTAINTIES, type Certainty, type Corpus, VOICES, type Voice } from '../model.ts';
import { keyOf, once, placeOfKey } from '../source.ts';

/** The type and number of an agent, in one number. */
export type AgentKey = number;

export function agentOf(key: AgentKey): { readonly type: Agent['type']; readonly number: number } {
  const { type, number } = placeOfKey(key);
  const agentType = AGENT_TYPES.find((candidate) => candidate === type);
  if (agentType === undefined) throw new Error(`No agent has the key ${key}.`);
  return { type: agentType, number };
}

export function edgesName(key: AgentKey): string {
  return `edges/${key}`;
}

/** The source of a link: the number of an event or statement, or of the person whose dossier has the fact. */
export interface LinkSource {
  readonly kind: (typeof SOURCE_KINDS)[number];
  readonly number: number;
}

const SOURCE_KINDS = ['Event', 'Statement', 'Person'] as const;

/** All links from one agent to another in one voice and certainty: their count, and the source of the first. */
export interface Edge {
  readonly to: AgentKey;
  readonly voice: Voice;
  readonly certainty: Certainty;
  readonly count: number;
  readonly source: LinkSource;
}

/** The edges of every agent that has any: to each neighbour, in each voice and certainty, what commits most first. */
export function packEdges({ entities, dossiers }: Corpus): (readonly [string, Uint8Array])[] {
  const keys = new Map<string, AgentKey>();
  for (const type of AGENT_TYPES) {
    for (const [number, { slug }] of entities[type].entries()) keys.set(slug, keyOf(type, number));
  }
  const edges = new Map<AgentKey, Map<string, Edge>>();
  const add = (link: Link, source: LinkSource) => {
    const { from, to } = link;
    const [one, other] = [keys.get(from), keys.get(to)];
    if (one === undefined || other === undefined) return;
    addEdge(edges, one, other, link, source);
    addEdge(edges, other, one, link, source);
  };

  for (const [number, event] of entities.Event.entries()) {
    for (const link of linksOfEvent(event)) add(link, { kind: 'Event', number });
  }
  for (const [number, statement] of entities.Statement.entries()) {
    for (const link of linksOfStatement(statement)) add(link, { kind: 'Statement', number });
  }
  for (const dossier of dossiers) {
    const key = keys.get(dossier.of);
    if (key === undefined) continue;
    for (const link of linksOfDossier(dossier)) {
      // A kinship is in the dossiers of both.
      const isCounted = link.via.type === 'Kinship' && link.to < link.from;
      if (!isCounted) add(link, { kind: 'Person', number: agentOf(key).number });
    }
  }
  return [...edges].map(([key, byNeighbour]) => [edgesName(key), packEdgeList([...byNeighbour.values()])]);
}

function addEdge(
  edges: Map<AgentKey, Map<string, Edge>>,
  from: AgentKey,
  to: AgentKey,
  { voice, certainty }: Link,
  source: LinkSource,
): void {
  const own = edges.get(from) ?? new Map<string, Edge>();
  edges.set(from, own);
  const name = `${to} ${voice} ${certainty}`;
  const known = own.get(name);
  own.set(
    name,
    known === undefined ? { to, voice, certainty, count: 1, source } : { ...known, count: known.count + 1 },
  );
}

function packEdgeList(edges: readonly Edge[]): Uint8Array {
  const writer = new ByteWriter();
  const sorted = edges.toSorted((a, b) => a.to - b.to || compareCommitment(a, b));
  writer.varint(sorted.length);
  let last = 0;
  for (const { to, voice, certainty, count, source } of sorted) {
    writer
      .varint(to - last)
      .varint(VOICES.indexOf(voice) * CERTAINTIES.length + CERTAINTIES.indexOf(certainty))
      .varint(count);
    writer.varint(source.number * SOURCE_KINDS.length + SOURCE_KINDS.indexOf(source.kind));
    last = to;
  }
  return writer.finish();
}

/** The edges to each neighbour, first the one that commits most. */
export const readEdges = once((bytes): ReadonlyMap<AgentKey, readonly Edge[]> => {
  const reader = new ByteReader(bytes);
  const edges: Edge[] = [];
  let to = 0;
  for (let left = reader.varint(); left > 0; left--) {
    to += reader.varint();
    const commitment = reader.varint();
    const count = reader.varint();
    const source = reader.varint();
    edges.push({
      to,
      voice: VOICES[Math.floor(commitment / CERTAINTIES.length)] ?? 'SPEAKER',
      certainty: CERTAINTIES[commitment % CERTAINTIES.length] ?? 'UNSPECIFIED',
      count,
      source: {
        kind: SOURCE_KINDS[source % SOURCE_KINDS.length] ?? 'Event',
        number: Math.floor(source / SOURCE_KINDS.length),
      },
    });
  }
  return Map.groupBy(edges, (edge) => edge.to);
});
