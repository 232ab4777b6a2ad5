/** Archive: the worst attempt of each class, so that a very expensive one does not displace all others. */
import type { GraphQLSchema } from 'graphql';
import { Kind, visit } from 'graphql';
import type { FuzzRandom } from '../../test/fuzz/random.ts';
import { type Attempt, operationOf } from '../attempt.ts';
import { NO_ANSWER } from '../probe.ts';

/** The objectives that an attempt is measured for. */
export const OBJECTIVES = ['CPU', 'bytes', 'heap'] as const;
export type Objective = (typeof OBJECTIVES)[number];

/** The measurements of an attempt. */
export interface Score {
  readonly values: Readonly<Partial<Record<Objective, number>>>;
  readonly outcome: string;
}

export interface Entry extends Score {
  readonly attempt: Attempt;
  readonly points: number;
}

/** By class. */
export type Archive = Map<string, Entry>;

/** How many of the worst are bred from; occasionally any other is. */
const ELITE = 12;

/**
 * The class of an attempt: its root fields, its expensive traits, and its outcome. Two attempts of one class differ
 * only in size.
 */
export function classOf(attempt: Attempt, outcome: string, schema: GraphQLSchema): string {
  const traits = new Set<string>();
  const roots = schema.getQueryType()?.getFields() ?? {};
  visit(attempt.document, {
    Field: ({ name: { value }, alias }) => {
      if (value in roots || value === '__schema' || value === '__type') traits.add(value);
      if (TELLING.has(value)) traits.add(value);
      if ((alias?.value.length ?? 0) > LONG_NAME) traits.add('long name');
    },
    ObjectField: ({ name: { value } }) => {
      if (['title', 'name', 'date'].includes(value)) traits.add(`by ${value}`);
    },
  });
  const isShared = attempt.document.definitions.some(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  if (isShared) traits.add('fragments');
  if (operationOf(attempt) === undefined) traits.add('no operation');
  return [[...traits].sort().slice(0, MOST_TRAITS).join(' '), outcome].join(': ');
}

const LONG_NAME = 50;
const TELLING: ReadonlySet<string> = new Set(['cursor', 'facets', 'text', 'segments', 'snippets', 'description']);
/** With more, almost every attempt would be its own class. */
const MOST_TRAITS = 4;

/** Whether the attempt is the worst of its class. */
export function isWorse(archive: Archive, key: string, { values }: Score, objective: Objective): boolean {
  return (values[objective] ?? 0) > (archive.get(key)?.values[objective] ?? -1);
}

/** The worst first. */
export function worstOf(archive: Archive, objective: Objective): readonly (readonly [string, Entry])[] {
  return [...archive].sort(([, a], [, b]) => (b.values[objective] ?? 0) - (a.values[objective] ?? 0));
}

/**
 * One to breed from: mostly one of the worst. Those without an answer are found already, and take seconds each time.
 */
export function pickFrom(archive: Archive, objective: Objective, random: FuzzRandom): Entry {
  const sorted = worstOf(archive, objective).flatMap(([, entry]) => (entry.outcome === NO_ANSWER ? [] : [entry]));
  return random.pick(random.chance(0.7) ? sorted.slice(0, ELITE) : sorted);
}
