/** Population: the attempts that a climb starts from. */
import { globSync, readFileSync } from 'node:fs';
import { ATTACKS } from '../attacks.ts';
import { type Attempt, attemptOf } from '../attempt.ts';
import { dearestOf, SHAPES } from '../dearest.ts';
import type { World } from './world.ts';

/** The documents of this repository, the most expensive query of each kind, and the known attacks. */
export function populationOf({ schema, names }: World): readonly Attempt[] {
  const files = globSync('src/operations/*.graphql').sort();
  return [
    ...files.map((file) => attemptOf(readFileSync(file, 'utf8'))),
    ...Object.values({ ...SHAPES, ...ATTACKS }).map((shape) => dearestOf(shape, names, schema).attempt),
  ];
}
