/** Completes an object of an object type, interface or union: GraphQL (September 2025), 6.4.3. */
import {
  type FieldNode,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  isObjectType,
} from 'graphql';
import { inspect } from './inspect.ts';
import { isPromise, type MaybePromise, type Path, type Run } from './run.ts';
import type { ExecuteSelection, Results } from './selection.ts';

/** The field that the object is the value of. */
export interface ObjectField {
  readonly nodes: readonly FieldNode[];
  /** Plans the selection of the field for objects of the type. Throws if a directive has no value. */
  readonly planSelection: (type: GraphQLObjectType, run: Run) => ExecuteSelection;
}

/**
 * Returns the completed fields of a value that is not null. Throws if it is not of the type, and if an error inside it
 * propagates through non-null types.
 */
export type CompleteObject = (value: unknown, run: Run, path: Path, info: GraphQLResolveInfo) => MaybePromise<Results>;

/** Plans how values of an object type are completed. The selection is planned when the first value is completed. */
export function planObject(type: GraphQLObjectType, { nodes, planSelection }: ObjectField): CompleteObject {
  let known: ExecuteSelection | undefined;
  return (value, run, path, info) => {
    known ??= planSelection(type, run);
    const selection = known;
    if (!type.isTypeOf) return selection(value, run, path);
    const isOfType = type.isTypeOf(value, run.contextValue, info);
    if (isPromise(isOfType)) {
      return isOfType.then((isIt) => (isIt ? selection(value, run, path) : failAsOther(type, value, nodes)));
    }
    return isOfType ? selection(value, run, path) : failAsOther(type, value, nodes);
  };
}

function failAsOther(type: GraphQLObjectType, value: unknown, nodes: readonly FieldNode[]): never {
  throw new GraphQLError(`Expected value of type "${type}" but got: ${inspect(value)}.`, { nodes });
}

/** Plans how values of an interface or union are completed: ResolveAbstractType(). */
export function planAbstract(type: GraphQLAbstractType, field: ObjectField): CompleteObject {
  const byName = new Map<string, CompleteObject>();

  /** A type name is checked only the first time. */
  function completionFor(name: unknown, value: unknown, info: GraphQLResolveInfo): CompleteObject {
    const known = byName.get(name as string);
    if (known) return known;
    const completion = planObject(possibleType(type, name, value, field.nodes, info), field);
    byName.set(name as string, completion);
    return completion;
  }

  return (value, run, path, info) => {
    const resolveType = type.resolveType ?? run.typeResolver;
    const name = resolveType(value, run.contextValue, info, type);
    return isPromise(name)
      ? name.then((resolved) => completionFor(resolved, value, info)(value, run, path, info))
      : completionFor(name, value, info)(value, run, path, info);
  };
}

/** The object type of that name. Throws, with the message of graphql-js, if it is not a possible type. */
function possibleType(
  type: GraphQLAbstractType,
  name: unknown,
  value: unknown,
  nodes: readonly FieldNode[],
  { schema, parentType, fieldName }: GraphQLResolveInfo,
): GraphQLObjectType {
  const fail = (message: string): never => {
    throw new GraphQLError(message, { nodes });
  };
  const place = `must resolve to an Object type at runtime for field "${parentType}.${fieldName}"`;
  if (name == null) {
    return fail(
      `Abstract type "${type}" ${place}. Either the "${type}" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.`,
    );
  }
  if (isObjectType(name)) {
    throw new GraphQLError(
      'Support for returning GraphQLObjectType from resolveType was removed in graphql-js@16.0.0 please return type name instead.',
    );
  }
  if (typeof name !== 'string') {
    throw new GraphQLError(
      `Abstract type "${type}" ${place} with value ${inspect(value)}, received "${inspect(name)}".`,
    );
  }
  const named = schema.getType(name);
  if (named == null) {
    return fail(`Abstract type "${type}" was resolved to a type "${name}" that does not exist inside the schema.`);
  }
  if (!isObjectType(named)) return fail(`Abstract type "${type}" was resolved to a non-object type "${name}".`);
  if (!schema.isSubType(type, named)) {
    return fail(`Runtime Object type "${named}" is not a possible type for "${type}".`);
  }
  return named;
}
