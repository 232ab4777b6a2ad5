/** Executes a field: GraphQL (September 2025), 6.4. */
import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getNullableType,
  isLeafType,
  isNonNullType,
  TypeNameMetaFieldDef,
} from 'graphql';
import { planArguments } from './arguments.ts';
import { planCompletion } from './complete.ts';
import { ExecutionEnd, type WatchedField } from './end.ts';
import { failAt } from './errors.ts';
import { type CompleteLeaf, isBuiltIn, planLeaf } from './leaf.ts';
import type { ObjectField } from './object.ts';
import { isPromise, type Path, type Run } from './run.ts';
import type { ExecuteField } from './selection.ts';

interface PlannedField extends ObjectField {
  readonly parentType: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  /** Its response name. */
  readonly key: string;
  readonly watched: WatchedField;
}

type Resolve = GraphQLFieldResolver<unknown, unknown>;

/** Plans how the field is executed for any object of its parent type. */
export function planField(field: PlannedField): ExecuteField {
  const { parentType, definition } = field;
  if (definition === TypeNameMetaFieldDef) {
    return (_, run) => {
      run.watch?.text(parentType.name.length);
      return parentType.name;
    };
  }
  const resolveWith = planResolved(field);
  const type = getNullableType(definition.type);
  // A field with arguments is excluded: if they cannot be coerced, that is an error even if nothing reads them.
  if (!definition.resolve && definition.args.length === 0 && isLeafType(type) && isBuiltIn(type)) {
    return planLeafProperty(field, planLeaf(type), resolveWith);
  }
  const { resolve } = definition;
  return (source, run, parent) => resolveWith(resolve ?? run.fieldResolver, source, run, parent);
}

function planResolved(field: PlannedField) {
  const { definition, parentType, key, nodes, watched } = field;
  const typename = parentType.name;
  const isNullable = !isNonNullType(definition.type);
  const complete = planCompletion(definition.type, field);
  const readArguments = planArguments(definition, watched.node, watched.slot);

  return (resolve: Resolve, source: unknown, run: Run, parent: Path): unknown => {
    const path: Path = { prev: parent, key, typename };
    try {
      run.signal?.throwIfAborted();
      if (run.end !== null) throw run.end;
      run.watch?.field(watched);
      const info = infoOf(field, run, path);
      const value: unknown = resolve(source, readArguments(run), run.contextValue, info);
      const completed = isPromise(value)
        ? value.then((resolved) => complete(resolved, run, path, info))
        : complete(value, run, path, info);
      if (!isPromise(completed)) return completed;
      return completed.then(undefined, (error) => failAt(error, run, path, nodes, isNullable));
    } catch (error) {
      return failAt(error, run, path, nodes, isNullable);
    }
  };
}

/**
 * The fast path for a property that holds a scalar value, as most fields do: it needs no path, no arguments and no
 * info. Any other property, one that throws included, takes the usual path.
 */
function planLeafProperty(
  { definition: { name, type } }: PlannedField,
  complete: CompleteLeaf,
  resolveWith: ReturnType<typeof planResolved>,
): ExecuteField {
  const isNullable = !isNonNullType(type);
  return (source, run, parent) => {
    if (run.fieldResolver !== defaultFieldResolver) return resolveWith(run.fieldResolver, source, run, parent);
    let found: unknown;
    try {
      found = isObjectLike(source) ? source[name] : undefined;
    } catch (error) {
      return resolveWith(() => rethrow(error), source, run, parent);
    }
    if (isNullable && (found === null || found === undefined)) return null;
    if (isSingle(found)) {
      try {
        return complete(found, run);
      } catch (error) {
        if (error instanceof ExecutionEnd) throw error;
        // It fails again below, where its path is known.
      }
    }
    return resolveWith((_, ...rest) => callIfMethod(source, name, found, rest), source, run, parent);
  };
}

type Source = Readonly<Record<string, unknown>>;

function isObjectLike(source: unknown): source is Source {
  return (typeof source === 'object' && source !== null) || typeof source === 'function';
}

function isSingle(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** As in the default resolver of graphql-js. */
function callIfMethod(source: unknown, name: string, found: unknown, given: readonly unknown[]): unknown {
  return typeof found === 'function'
    ? (source as Record<string, (...given: unknown[]) => unknown>)[name]?.(...given)
    : found;
}

function rethrow(error: unknown): never {
  throw error;
}

function infoOf(
  { parentType, definition, nodes }: PlannedField,
  run: Run,
  path: NonNullable<Path>,
): GraphQLResolveInfo {
  const { schema, fragments, node: operation } = run.operation;
  return {
    fieldName: definition.name,
    fieldNodes: nodes,
    returnType: definition.type,
    parentType,
    path,
    schema,
    fragments,
    rootValue: run.rootValue,
    operation,
    variableValues: run.variableValues as Record<string, unknown>,
  };
}
