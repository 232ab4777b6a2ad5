/** Executing a selection set: GraphQL (September 2025), 6.3. */
import type { WatchedField, WatchedSelection } from './end.ts';
import { isPromise, type MaybePromise, type Path, type Run } from './run.ts';

/** Answers a field of the source. Throws an error with its place where the field cannot be null. */
export type ExecuteField = (source: unknown, run: Run, parent: Path) => unknown;

/** Answers all of a selection set. */
export type ExecuteSelection = (source: unknown, run: Run, path: Path) => MaybePromise<Results>;

/** The results of fields by their names in the answer. */
export type Results = Record<string, unknown>;

/** A field of a selection set. */
export interface PlannedStep {
  /** Its name in the answer. */
  readonly key: string;
  readonly watched: WatchedField;
  readonly execute: ExecuteField;
}

/** One field after the other without waiting: 6.2.1, Query. */
export function executeTogether(steps: readonly PlannedStep[], slot: number): ExecuteSelection {
  const { open, watched } = planResults(steps, slot);
  return (source, run, path) => {
    run.watch?.object(watched);
    const results = open();
    for (const { key, execute } of steps) {
      const completed = execute(source, run, path);
      results[key] = completed;
      if (isPromise(completed)) return waitFrom(steps, key, results, source, run, path);
    }
    return results;
  };
}

/** The fields behind the first that has to be waited for, and then the results of all. */
function waitFrom(
  steps: readonly PlannedStep[],
  first: string,
  results: Results,
  source: unknown,
  run: Run,
  path: Path,
): Promise<Results> {
  const rest = steps.slice(steps.findIndex(({ key }) => key === first) + 1);
  const keys = [first];
  try {
    for (const { key, execute } of rest) {
      keys.push(key);
      results[key] = execute(source, run, path);
    }
  } catch (error) {
    // What is under way may fail as well, and somebody has to hear of it.
    return settle(keys.slice(0, -1), results).finally(() => {
      throw error;
    });
  }
  return settle(keys, results);
}

async function settle(keys: readonly string[], results: Results): Promise<Results> {
  const settled = await Promise.all(keys.map((key) => results[key]));
  for (const [index, key] of keys.entries()) results[key] = settled[index];
  return results;
}

/** Each field when the one before it is completed: 6.2.2, Mutation. */
export function executeInTurn(steps: readonly PlannedStep[], slot: number): ExecuteSelection {
  const { open, watched } = planResults(steps, slot);
  return (source, run, path) => {
    run.watch?.object(watched);
    return steps.reduce<MaybePromise<Results>>((before, { key, execute }) => {
      const goOn = (results: Results): MaybePromise<Results> => {
        const keep = (value: unknown) => {
          results[key] = value;
          return results;
        };
        const completed = execute(source, run, path);
        return isPromise(completed) ? completed.then(keep) : keep(completed);
      };
      return isPromise(before) ? before.then(goOn) : goOn(before);
    }, open());
  };
}

/**
 * What a watch is told of the object, and how that of the results is made: with all its names at once, which V8 and its `JSON.stringify`
 * take faster than one that grows. `__proto__` is a name as any other.
 */
function planResults(steps: readonly PlannedStep[], slot: number) {
  const template: Results = Object.fromEntries(steps.map(({ key }) => [key, null]));
  const open = Object.hasOwn(template, '__proto__') ? (): Results => Object.create(null) : () => ({ ...template });
  const fields = steps.map(({ watched }) => watched);
  const watched: WatchedSelection = {
    slot,
    fields,
    weight: fields.reduce((sum, { weight }) => sum + weight, 0),
    nameLength: steps.reduce((sum, { key }) => sum + key.length, 0),
  };
  return { open, watched };
}
