/** Completes a value: GraphQL (September 2025), 6.4.3. Turns the result of a resolver into a value of its type. */
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
import { abandon, isPromise, type Path, type Run } from './run.ts';

/**
 * Returns the completed value, or a promise of it. Throws if the value is invalid, and if an error inside it propagates
 * through non-null types.
 */
export type Complete = (value: unknown, run: Run, path: Path, info: GraphQLResolveInfo) => unknown;

/** Plans how values of the type are completed for the field. */
export function planCompletion(type: GraphQLOutputType, field: ObjectField): Complete {
  return isNonNullType(type) ? planNonNull(planValue(type.ofType, field)) : planNullable(planValue(type, field));
}

/** Rejects null. An error that a resolver returns counts as thrown. */
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
  // TypeScript cannot tell that no wrapping type is left.
  if (isNonNullType(type)) throw new Error(`"${type}" cannot wrap itself.`);
  return planObject(type, field);
}

/** 6.4.4: an item that fails becomes null or, if it is non-null, makes the whole list fail. */
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
      // The other promises are abandoned, completed or not; if one rejects, the rejection must count as handled.
      abandon(items);
      if (Array.isArray(list)) abandon(list.slice(items.length));
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
