/** Breed: makes new attempts from the worst so far, and measures each. */
import { type FuzzRandom, randomOf } from '../../test/fuzz/random.ts';
import { type Attempt, operationOf } from '../attempt.ts';
import { checkAttempt } from '../refusal.ts';
import { type Archive, classOf, type Entry, isWorse, type Objective, pickFrom, type Score } from './archive.ts';
import { cross } from './cross.ts';
import { mutate } from './mutate.ts';
import { within } from './within.ts';
import type { World } from './world.ts';

export interface Climb {
  readonly seed: number;
  readonly world: World;
  readonly objectives: readonly Objective[];
  readonly population: readonly Attempt[];
  /** Measures an attempt, renewed this many times, and returns the medians. */
  readonly measure: (attempt: Attempt, points: number, times: number) => Promise<Score>;
  /** Whether to end after this many tries. */
  readonly isOver: (tries: number) => boolean;
}

/** How often an attempt is measured before it replaces another. */
const CONFIRMATIONS = 3;
/** How often an attempt may exceed a limit, because refused requests cost something too. */
const BEYOND = 0.1;

/** Returns the worst of each class, by objective. The same seed and measurements result in the same run. */
export async function breed(climb: Climb): Promise<{
  readonly archives: ReadonlyMap<Objective, Archive>;
  readonly tries: number;
}> {
  const archives = new Map<Objective, Archive>(climb.objectives.map((objective) => [objective, new Map()]));
  let tries = 0;
  for (const attempt of climb.population) {
    if (climb.isOver(tries)) break;
    await tryOut(climb, archives, attempt);
    tries += 1;
  }
  for (let number = 0; !climb.isOver(tries) && tries > 0; number++) {
    const attempt = drawAttempt(climb, archives, randomOf(climb.seed, number));
    if (attempt === null) continue;
    await tryOut(climb, archives, attempt);
    tries += 1;
  }
  return { archives, tries };
}

function drawAttempt(
  { world, objectives }: Climb,
  archives: ReadonlyMap<Objective, Archive>,
  random: FuzzRandom,
): Attempt | null {
  const objective = random.pick(objectives);
  const archive = archives.get(objective) ?? new Map();
  const { attempt } = pickFrom(archive, objective, random);
  const crossed = random.chance(0.2)
    ? cross(attempt, pickFrom(archive, objective, random).attempt, world, random)
    : attempt;
  const mutated = mutate(crossed, world, random);
  if (operationOf(mutated) === undefined) return null;
  return random.chance(BEYOND) ? mutated : within(mutated, world, random);
}

async function tryOut(climb: Climb, archives: ReadonlyMap<Objective, Archive>, attempt: Attempt): Promise<void> {
  const { world, measure, objectives } = climb;
  const { points } = checkAttempt(attempt, world.schema);
  const first = await measure(attempt, points, 1);
  const placesOf = ({ outcome, ...score }: Score) => {
    const key = classOf(attempt, outcome, world.schema);
    return objectives
      .map((objective) => ({ key, archive: archives.get(objective) as Archive, objective }))
      .filter(({ archive, objective }) => isWorse(archive, key, { outcome, ...score }, objective));
  };
  if (placesOf(first).length === 0) return;
  const score = await measure(attempt, points, CONFIRMATIONS);
  const entry: Entry = { ...score, attempt, points };
  for (const { key, archive } of placesOf(score)) archive.set(key, entry);
}
