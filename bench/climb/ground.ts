/** Ground: a corpus for a climb, with its Workers, the values for attempts, and their measurement. */

import { readSchema } from '../../test/fuzz/document.ts';
import { harvest } from '../../test/fuzz/harvest.ts';
import { randomOf } from '../../test/fuzz/random.ts';
import { openConnections } from '../../test/fuzz/send.ts';
import { openAsk } from '../ask.ts';
import type { Attempt } from '../attempt.ts';
import { namesIn } from '../names.ts';
import { medianOf, NO_ANSWER, openProbe, type Probed } from '../probe.ts';
import { checkAttempt } from '../refusal.ts';
import { kinOf, renew } from '../renew.ts';
import { type Archive, type Entry, OBJECTIVES, type Objective, type Score, worstOf } from './archive.ts';
import { BOUNDS, isFinding } from './bound.ts';
import { breed } from './breed.ts';
import { openHeapGauge } from './heap.ts';
import { populationOf } from './population.ts';
import { shrink } from './shrink.ts';
import type { World } from './world.ts';

export interface Ground {
  readonly world: World;
  /** The median CPU and bytes of an attempt, or the heap kept after it, renewed this many times. */
  readonly measure: (attempt: Attempt, times: number) => Promise<Score>;
  readonly measureHeap: (attempt: Attempt, times: number) => Promise<Score>;
  /** The same, repeated often enough to be sure. */
  readonly weigh: (attempt: Attempt, objective: Objective) => Promise<Entry>;
  readonly close: () => Promise<void>;
}

/** How often an attempt that may exceed its bound is measured. */
const WEIGHINGS = 9;

/** Opens Workers over the bundle. The caller must close it. */
export async function openGround(bundle: Uint8Array, seed: number): Promise<Ground> {
  const probe = await openProbe(bundle);
  const gauge = await openHeapGauge(bundle);
  const schema = readSchema();
  const connections = openConnections(probe.url().origin, 1);
  const harvested = await harvest(connections.send, schema);
  connections.close();
  const names = namesIn(openAsk(bundle));
  const kin = new Map([...kinOf(Object.values(harvested.cursors)), ...names.kin]);
  const world: World = { schema, harvest: harvested, names: { ...names, kin } };
  let sent = 0;
  const renewed = (attempt: Attempt) => () => renew(attempt, randomOf(seed, sent++), kin);

  async function measure(attempt: Attempt, times: number): Promise<Score> {
    const probes: Probed[] = [];
    for (let left = times; left > 0 && probes.at(-1)?.outcome !== NO_ANSWER; left--) {
      probes.push(await probe.send(renewed(attempt)()));
    }
    const { milliseconds, bytes, outcome } = medianOf(probes);
    return { values: { CPU: milliseconds, bytes }, outcome };
  }

  async function weigh(attempt: Attempt, objective: Objective): Promise<Entry> {
    const { points } = checkAttempt(attempt, schema);
    const score = await measure(attempt, WEIGHINGS);
    const heap = objective === 'heap' ? { heap: await gauge.most(renewed(attempt)) } : {};
    return { ...score, values: { ...score.values, ...heap }, attempt, points };
  }

  return {
    world,
    measure,
    measureHeap: (attempt, times) => gauge.perRequest(renewed(attempt), times),
    weigh,
    async close() {
      await probe.close();
      await gauge.close();
    },
  };
}

/** The results of a climb: the worst classes of each objective. */
export interface Found {
  readonly tries: number;
  readonly worst: readonly Worst[];
}

interface Worst {
  readonly objective: Objective;
  /** Its class. */
  readonly key: string;
  readonly entry: Entry;
}

/** How many classes of each objective are reported. */
const REPORTED: Readonly<Record<Objective, number>> = { CPU: 12, bytes: 5, heap: 2 };
/** The shares of time. One heap measurement takes twenty requests. The rest is for measuring the worst again. */
const SHARES = { fast: 0.5, heap: 0.2 };
const MOST_SHRINKING = 60;
const SHRINKING_MILLISECONDS = 8000;
/** The share of a finding's value that a smaller request must keep. */
const STILL_BAD = 0.7;

export interface Bounds {
  readonly seed: number;
  readonly milliseconds: number;
  readonly tries: number;
}

/** Climbs for this long: first by CPU and bytes together, then by heap; then measures the worst of each again. */
export async function climbOver(ground: Ground, { seed, milliseconds, tries }: Bounds): Promise<Found> {
  const { world, measure, measureHeap } = ground;
  const end = performance.now() + milliseconds;
  const shared = { seed, world, population: populationOf(world) };
  const until = (share: number) => openEnd(tries, performance.now() + share * milliseconds);
  const fast = await breed({ ...shared, objectives: ['CPU', 'bytes'], measure, isOver: until(SHARES.fast) });
  const kept = await breed({ ...shared, objectives: ['heap'], measure: measureHeap, isOver: until(SHARES.heap) });
  const archives = new Map([...fast.archives, ...kept.archives]);
  const worst: Worst[] = [];
  for (const objective of OBJECTIVES) {
    const classes = worstOf(archives.get(objective) as Archive, objective).slice(0, REPORTED[objective]);
    for (const [key, { attempt }] of classes) {
      const weighed = await ground.weigh(attempt, objective);
      const entry = isShrinkable(weighed, objective) ? await leastOf(ground, weighed, objective, end) : weighed;
      worst.push({ objective, key, entry });
    }
  }
  return { tries: fast.tries + kept.tries, worst };
}

/** Ends after this many tries, or at that time. */
function openEnd(mostTries: number, end: number): (tries: number) => boolean {
  return (tries) => tries >= mostTries || performance.now() > end;
}

/** Whether a single request shows the finding. */
function isShrinkable(entry: Entry, objective: Objective): boolean {
  return objective !== 'heap' && entry.outcome !== NO_ANSWER && isFinding(entry, objective);
}

/** The smallest request that is about as bad. */
async function leastOf(ground: Ground, entry: Entry, objective: Objective, end: number): Promise<Entry> {
  const { measure, weigh } = ground;
  const least = Math.max(BOUNDS[objective], STILL_BAD * (entry.values[objective] ?? 0));
  const isBad = async (attempt: Attempt) => {
    const { values } = await measure(attempt, 3);
    return (values[objective] ?? 0) > least;
  };
  const isOver = openEnd(MOST_SHRINKING, Math.min(end, performance.now() + SHRINKING_MILLISECONDS));
  const shrunk = await weigh(await shrink(entry.attempt, isBad, isOver), objective);
  return isFinding(shrunk, objective) ? shrunk : entry;
}
