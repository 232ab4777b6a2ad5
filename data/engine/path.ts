/**
 * Paths: the connections between two agents, shortest first.
 *
 * The search explores from both ends towards each other, so that a path of four hops needs only the neighbours of the
 * neighbours of each. It counts every edge that it looks at, and stops at a fixed number and says so.
 */
import { type Link, linksOfDossier, linksOfEvent, linksOfStatement } from '../link.ts';
import { type Agent, CERTAINTIES, isAgent, type Slug, VOICES } from '../model.ts';
import { type FoundPaths, MAX_EDGES, type Path, type PathQuery } from '../query.ts';
import {
  byNumber,
  byPlace,
  bySlug,
  dossiers,
  keyOf,
  type Located,
  pieces,
  type Question,
  together,
} from '../source.ts';
import { type AgentKey, agentOf, type Edge, edgesName, readEdges } from './edge.ts';
import { findRetired } from './retired.ts';

const NO_PATHS: FoundPaths = { paths: [], isComplete: true };

/** Finds no path if an end is not an agent of the corpus, or if both are the same. */
export function* findPaths({ from, to, maxHops, limit, voices, certainties }: PathQuery): Question<FoundPaths> {
  const [start, end] = yield* together([findNow(from), findNow(to)]);
  if (start == null || end == null || start.entity === end.entity || !isAgent(start.entity) || !isAgent(end.entity))
    return NO_PATHS;

  const graph: Graph = { voices, certainties, edges: new Map(), leadingTo: new Map(), seen: 0 };
  const ends = [keyOf(start.entity.type, start.number), keyOf(end.entity.type, end.number)] as const;
  const found: AgentKey[][] = [];
  const reached: [Reached, Reached] = [reachedFrom(ends[0]), reachedFrom(ends[1])];
  for (let length = 1; length <= maxHops && found.length < limit && graph.seen < MAX_EDGES; length++) {
    yield* explore(reached[length % 2 === 1 ? 0 : 1], graph);
    walk(graph, ends, reached[1].distances, length, limit, found);
  }
  return { paths: yield* describe(found, graph), isComplete: graph.seen < MAX_EDGES };
}

/** The thing with this slug, or with the slug that has replaced it. */
function* findNow(slug: Slug): Question<Located | null> {
  const [located = null] = yield* bySlug([slug]);
  const replacedBy = located === null ? ((yield* findRetired(slug))?.replacedBy ?? null) : null;
  if (replacedBy === null) return located;
  const [replacement = null] = yield* bySlug([replacedBy.slug]);
  return replacement;
}

/** The part explored so far: the edges of each explored agent, in the wanted voices and certainties. */
interface Graph extends Pick<PathQuery, 'voices' | 'certainties'> {
  readonly edges: Map<AgentKey, ReadonlyMap<AgentKey, readonly Edge[]>>;
  /** For each agent, the explored agents with an edge to it: its known neighbours if it is not explored itself. */
  readonly leadingTo: Map<AgentKey, AgentKey[]>;
  /** The number of edges looked at, counting each again whenever it is followed. */
  seen: number;
}

/** The distance of each explored agent from one end, and the agents whose neighbours come next. */
interface Reached {
  readonly distances: Map<AgentKey, number>;
  frontier: AgentKey[];
  depth: number;
}

function reachedFrom(key: AgentKey): Reached {
  return { distances: new Map([[key, 0]]), frontier: [key], depth: 0 };
}

/** Goes one step further from one end, and reads the edges of the whole frontier at once. */
function* explore(reached: Reached, graph: Graph): Question<void> {
  const missing = reached.frontier.filter((key) => !graph.edges.has(key));
  const found = missing.length === 0 ? [] : yield* pieces(missing.map(edgesName));
  for (const [index, key] of missing.entries()) {
    if (graph.seen >= MAX_EDGES) return;
    const piece = found[index] ?? null;
    const byNeighbour = piece === null ? NO_EDGES : askedEdges(readEdges(piece), graph);
    for (const neighbour of byNeighbour.keys()) {
      const leading = graph.leadingTo.get(neighbour);
      if (leading === undefined) graph.leadingTo.set(neighbour, [key]);
      else leading.push(key);
    }
    graph.edges.set(key, byNeighbour);
    graph.seen += byNeighbour.size;
  }
  const next: AgentKey[] = [];
  reached.depth++;
  for (const key of reached.frontier) {
    for (const neighbour of graph.edges.get(key)?.keys() ?? []) {
      if (reached.distances.has(neighbour)) continue;
      reached.distances.set(neighbour, reached.depth);
      next.push(neighbour);
    }
  }
  reached.frontier = next;
}

const NO_EDGES: ReadonlyMap<AgentKey, readonly Edge[]> = new Map();

function askedEdges(
  edges: ReadonlyMap<AgentKey, readonly Edge[]>,
  { voices, certainties }: Graph,
): ReadonlyMap<AgentKey, readonly Edge[]> {
  const asksAll =
    VOICES.every((voice) => voices.includes(voice)) && CERTAINTIES.every((one) => certainties.includes(one));
  if (asksAll) return edges;
  const isAsked = ({ voice, certainty }: Edge) => voices.includes(voice) && certainties.includes(certainty);
  const kept = [...edges].map(([key, list]) => [key, list.filter(isAsked)] as const);
  return new Map(kept.filter(([, list]) => list.length > 0));
}

/**
 * Adds the simple paths of exactly this length. The first half follows explored edges; the second goes only through
 * agents that are known to be near enough to the end.
 */
function walk(
  graph: Graph,
  [start, end]: readonly [AgentKey, AgentKey],
  toEnd: ReadonlyMap<AgentKey, number>,
  length: number,
  limit: number,
  found: AgentKey[][],
): void {
  const nearEnd = Math.floor(length / 2);
  const path: AgentKey[] = [start];

  function step(at: AgentKey): void {
    const left = length - path.length;
    for (const next of neighboursOf(graph, at, end, left)) {
      if (found.length >= limit || graph.seen >= MAX_EDGES) return;
      graph.seen++;
      const distance = toEnd.get(next) ?? Infinity;
      if (path.includes(next) || (left <= nearEnd && distance > left) || (left > 0 && next === end)) continue;
      path.push(next);
      if (left === 0) found.push([...path]);
      else step(next);
      path.pop();
    }
  }
  step(start);
}

/** The agents that a path can go to. The last step must reach the end, which the edges of either agent show. */
function neighboursOf(graph: Graph, at: AgentKey, end: AgentKey, left: number): Iterable<AgentKey> {
  if (left > 0) return graph.edges.get(at)?.keys() ?? graph.leadingTo.get(at) ?? [];
  const isNext = graph.edges.get(at)?.has(end) ?? graph.edges.get(end)?.has(at) ?? false;
  return isNext ? [end] : [];
}

/** Reads the agents and links of all paths at once. */
function* describe(found: readonly (readonly AgentKey[])[], graph: Graph): Question<readonly Path[]> {
  const keys = [...new Set(found.flat())];
  const read = yield* byPlace(keys.map(agentOf));
  const agents = new Map(keys.map((key, index) => [key, read[index] as Agent]));
  const steps = found.map((path) => path.slice(1).map((to, index) => ({ from: path[index] ?? to, to })));
  const edges = steps.map((path) => path.map(({ from, to }) => edgesBetween(graph, from, to)));
  const links = yield* loadLinks(
    edges.flat().flatMap(([edge]) => (edge === undefined ? [] : [edge])),
    agents,
  );
  return steps.map((path, number) => ({
    hops: path.flatMap(({ from, to }, index) => {
      const between = edges[number]?.[index] ?? [];
      const [one, other, edge] = [agents.get(from), agents.get(to), between[0]];
      if (one === undefined || other === undefined || edge === undefined) return [];
      const link = (links.get(edge.source.kind + edge.source.number) ?? []).find((candidate) =>
        joins(candidate, one, other, edge),
      );
      const linkCount = between.reduce((sum, { count }) => sum + count, 0);
      return link === undefined ? [] : [{ from: one, to: other, link, linkCount }];
    }),
  }));
}

function edgesBetween(graph: Graph, from: AgentKey, to: AgentKey): readonly Edge[] {
  return graph.edges.get(from)?.get(to) ?? graph.edges.get(to)?.get(from) ?? [];
}

function joins({ from, to, voice, certainty }: Link, one: Agent, other: Agent, edge: Edge): boolean {
  const isSame = (from === one.slug && to === other.slug) || (from === other.slug && to === one.slug);
  return isSame && voice === edge.voice && certainty === edge.certainty;
}

/** All links of the records that the edges point to, by kind and number of the record. */
function* loadLinks(
  edges: readonly Edge[],
  agents: ReadonlyMap<AgentKey, Agent>,
): Question<ReadonlyMap<string, readonly Link[]>> {
  const numbersOf = (kind: Edge['source']['kind']) => [
    ...new Set(edges.flatMap(({ source }) => (source.kind === kind ? [source.number] : []))),
  ];
  const slugOf = (number: number) => agents.get(keyOf('Person', number))?.slug ?? '';
  const [events, statements, people] = [numbersOf('Event'), numbersOf('Statement'), numbersOf('Person')];
  const found = yield* together([
    linksBy('Event', events, byNumber('Event', events), linksOfEvent),
    linksBy('Statement', statements, byNumber('Statement', statements), linksOfStatement),
    linksBy('Person', people, dossiers(people.map(slugOf)), linksOfDossier),
  ]);
  return new Map(found.flat());
}

function* linksBy<Item>(
  kind: Edge['source']['kind'],
  numbers: readonly number[],
  question: Question<readonly Item[]>,
  linksOf: (item: Item) => Link[],
): Question<readonly (readonly [string, readonly Link[]])[]> {
  const items = yield* question;
  return items.map((item, index) => [`${kind}${numbers[index]}`, linksOf(item)]);
}
