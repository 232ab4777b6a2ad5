/** Coerces the arguments of a field: GraphQL (September 2025), 6.4.1, CoerceArgumentValues(). */
import { type FieldNode, type GraphQLField, getArgumentValues, Kind, visit } from 'graphql';
import type { Run } from './run.ts';

type ArgumentValues = Record<string, unknown>;

/** Returns the arguments of a field, as a new object for each call. Throws if one cannot be coerced. */
type ReadArguments = (run: Run) => ArgumentValues;

/**
 * Coerces arguments as rarely as possible: once for all if they use no variable, otherwise once per run, however many
 * list items the field is resolved for. A resolver may modify its arguments, so each call gets its own lists and
 * objects.
 *
 * @param slot a number unique among the fields of the plan.
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

/** Lists and objects inside variables are shared by all calls, so only scalar values are cached. */
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

/** Values that graphql-js creates: lists, and input objects, which have no prototype. Not those of a scalar or enum. */
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
