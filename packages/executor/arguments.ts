/** The arguments of a field: GraphQL (September 2025), 6.4.1, CoerceArgumentValues(). */
import { type FieldNode, type GraphQLField, getArgumentValues, Kind, visit } from 'graphql';
import type { Run } from './run.ts';

type ArgumentValues = Record<string, unknown>;

/** The arguments in a run, as an object of its own for each call. Throws where one cannot be coerced. */
type ReadArguments = (run: Run) => ArgumentValues;

/**
 * Coerced as seldom as can be: where no variable is used once for good, otherwise once a run, however long the list is
 * that the field stands in. A resolver may change what it is given, so that each call gets lists and objects of its own.
 *
 * @param slot a number that no other field of the plan has.
 */
export function planArguments(field: GraphQLField<unknown, unknown>, node: FieldNode, slot: number): ReadArguments {
  if (field.args.length === 0) return () => ({});
  const coerce: ReadArguments = ({ variableValues }) => getArgumentValues(field, node, variableValues);
  return usesVariables(node) ? oncePerRun(coerce, slot) : onceForGood(coerce);
}

function onceForGood(coerce: ReadArguments): ReadArguments {
  let known: ArgumentValues | undefined;
  return (run) => {
    if (known) return copyAll(known);
    const coerced = coerce(run);
    if (Object.values(coerced).every(isCopyable)) known = copyAll(coerced);
    return coerced;
  };
}

/** Lists and objects in variables are the same for each call, so only single values are kept. */
function oncePerRun(coerce: ReadArguments, slot: number): ReadArguments {
  return (run) => {
    const known = run.argumentValues[slot];
    if (known) return { ...known };
    const coerced = coerce(run);
    if (Object.values(coerced).every(isSingle)) run.argumentValues[slot] = { ...coerced };
    return coerced;
  };
}

function isSingle(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

/** What graphql-js makes itself: lists, and input objects, which have no prototype. Not what a scalar or enum gives. */
function isCopyable(value: unknown): boolean {
  if (isSingle(value)) return true;
  return (Array.isArray(value) || isInputObject(value)) && Object.values(value).every(isCopyable);
}

function isInputObject(value: unknown): value is ArgumentValues {
  return !isSingle(value) && Object.getPrototypeOf(value) === null;
}

function copyAll(values: ArgumentValues): ArgumentValues {
  const copies: ArgumentValues = {};
  for (const name of Object.keys(values)) copies[name] = copy(values[name]);
  return copies;
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (!isInputObject(value)) return value;
  const copied: ArgumentValues = Object.create(null);
  for (const name of Object.keys(value)) copied[name] = copy(value[name]);
  return copied;
}

function usesVariables({ arguments: given = [] }: FieldNode): boolean {
  let found = false;
  for (const argument of given) {
    visit(argument, {
      [Kind.VARIABLE]() {
        found = true;
      },
    });
  }
  return found;
}
