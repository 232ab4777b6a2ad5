/** World: what attempts are drawn from, which is the same for a whole climb. */
import type { GraphQLSchema } from 'graphql';
import type { Harvest } from '../../test/fuzz/harvest.ts';
import type { FuzzRandom } from '../../test/fuzz/random.ts';
import type { Attempt } from '../attempt.ts';
import type { Names } from '../names.ts';

export interface World {
  readonly schema: GraphQLSchema;
  /** What a running Worker tells of its corpus, cursors among it. */
  readonly harvest: Harvest;
  readonly names: Names;
}

/** Another attempt, made of one; null where there is nothing in it that could be changed so. */
export type Mutation = (attempt: Attempt, world: World, random: FuzzRandom) => Attempt | null;

/** How often a value makes no sense though its type is right. */
export const NONSENSE = 0.05;
