/** Executes a selection set: GraphQL (September 2025), 6.3. */
import type { WatchedField, WatchedSelection } from './end.ts';
import { isPromise, type MaybePromise, type Path, type Run } from './run.ts';

/** Executes a field of the source. Throws a located error if the field fails and cannot be null. */
export type ExecuteField = (source: unknown, run: Run, parent: Path) => unknown;

/** Executes a whole selection set. */
export type ExecuteSelection = (source: unknown, run: Run, path: Path) => MaybePromise<Results>;

/** The results of fields by their response names. */
export type Results = Record<string, unknown>;

/** A field of a selection set. */
export interface PlannedStep {
  /** Its response name. */
  readonly key: string;
  readonly watched: WatchedField;
  readonly execute: ExecuteField;
}

/** Executes the fields in order, without waiting for one before starting the next: 6.2.1, Query. */
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

/** Executes the fields after the first one that returned a promise, then waits for all of them. */
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
    // Fields already in progress may fail too, and their errors must count as handled.
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

/** Executes each field after the one before is completed: 6.2.2, Mutation. */
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
 * Returns what the watch is notified with, and a function that creates the results object with all its names at once:
 * V8 and `JSON.stringify` handle that faster than an object that grows. `__proto__` is a name like any other.
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
