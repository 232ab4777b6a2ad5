/** Completing a value: GraphQL (September 2025), 6.4.3. What a resolver gave becomes what its type says. */
import {
  GraphQLError,
  type GraphQLList,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { failAt } from './errors.ts';
import { planLeaf } from './leaf.ts';
import { type ObjectField, planAbstract, planObject } from './object.ts';
import { isPromise, leaveAlone, type Path, type Run } from './run.ts';

/** The result for a value, or the promise of it. Throws what is wrong with it, and with anything inside it that makes it null where it cannot be. */
export type Complete = (value: unknown, run: Run, path: Path, info: GraphQLResolveInfo) => unknown;

/** How values of the type are completed for that field. */
export function planCompletion(type: GraphQLOutputType, field: ObjectField): Complete {
  return isNonNullType(type) ? planNonNull(planValue(type.ofType, field)) : planNullable(planValue(type, field));
}

/** What is not null does not become null. An error that was given instead of thrown counts as thrown. */
function planNonNull(complete: Complete): Complete {
  return (value, run, path, info) => {
    if (value === null || value === undefined) return failAsNull(info);
    if (value instanceof Error) throw value;
    return complete(value, run, path, info);
  };
}

function planNullable(complete: Complete): Complete {
  return (value, run, path, info) => {
    if (value === null || value === undefined) return null;
    if (value instanceof Error) throw value;
    return complete(value, run, path, info);
  };
}

function failAsNull({ parentType, fieldName }: GraphQLResolveInfo): never {
  throw new Error(`Cannot return null for non-nullable field ${parentType}.${fieldName}.`);
}

function planValue(type: GraphQLOutputType, field: ObjectField): Complete {
  if (isListType(type)) return planList(type, field);
  if (isLeafType(type)) return planLeaf(type);
  if (isAbstractType(type)) return planAbstract(type, field);
  // TypeScript does not see that no wrapping type is left.
  if (isNonNullType(type)) throw new Error(`"${type}" cannot be inside itself.`);
  return planObject(type, field);
}

/** An item that is in error is null, or the list is: 6.4.4. */
function planList({ ofType }: GraphQLList<GraphQLOutputType>, field: ObjectField): Complete {
  const complete = planCompletion(ofType, field);
  const isNullable = !isNonNullType(ofType);
  const { nodes } = field;

  function completeItem(item: unknown, run: Run, path: Path, info: GraphQLResolveInfo): unknown {
    try {
      const completed = isPromise(item)
        ? item.then((resolved) => complete(resolved, run, path, info))
        : complete(item, run, path, info);
      if (!isPromise(completed)) return completed;
      return completed.then(undefined, (error) => failAt(error, run, path, nodes, isNullable));
    } catch (error) {
      return failAt(error, run, path, nodes, isNullable);
    }
  }

  return (list, run, path, info) => {
    if (!isIterable(list)) {
      throw new GraphQLError(
        `Expected Iterable, but did not find one for field "${info.parentType}.${info.fieldName}".`,
      );
    }
    const items: unknown[] = [];
    let isWaiting = false;
    try {
      for (const item of list) {
        const completed = completeItem(item, run, { prev: path, key: items.length, typename: undefined }, info);
        isWaiting ||= isPromise(completed);
        items.push(completed);
      }
    } catch (error) {
      // Nobody waits for the others any more, begun or not, and one of them may fail as well.
      leaveAlone(items);
      if (Array.isArray(list)) leaveAlone(list.slice(items.length));
      throw error;
    }
    return isWaiting ? Promise.all(items) : items;
  };
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Symbol.iterator in value &&
    typeof value[Symbol.iterator] === 'function'
  );
}
