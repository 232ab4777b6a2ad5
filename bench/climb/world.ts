/** World: the values that attempts are drawn from, the same for a whole climb. */
import type { GraphQLSchema } from 'graphql';
import type { Harvest } from '../../test/fuzz/harvest.ts';
import type { FuzzRandom } from '../../test/fuzz/random.ts';
import type { Attempt } from '../attempt.ts';
import type { Names } from '../names.ts';

export interface World {
  readonly schema: GraphQLSchema;
  /** The values that a running Worker returned about its corpus, including cursors. */
  readonly harvest: Harvest;
  readonly names: Names;
}

/** Makes a changed attempt; null if the change does not apply. */
export type Mutation = (attempt: Attempt, world: World, random: FuzzRandom) => Attempt | null;

/** How often a value of the right type makes no sense. */
export const NONSENSE = 0.05;
