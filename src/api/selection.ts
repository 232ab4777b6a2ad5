/**
 * The fields that an operation selects, as a tree in the shape of its answer: fragments are resolved, and fields
 * merged.
 */
import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isUnionType,
  Kind,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
  typeFromAST,
} from 'graphql';
import type { Operation } from './operation.ts';

export interface SelectedField {
  /** Its name in the answer: its alias, if it has one. */
  readonly name: string;
  readonly type: GraphQLOutputType;
  readonly description: string;
  /** Whether an object in the answer may lack it, because of a type condition, `@include` or `@skip`. */
  readonly isOptional: boolean;
  /** The fields selected in it, in document order; empty if it is a scalar. */
  readonly fields: readonly SelectedField[];
}

/**
 * The root fields of an operation that is valid against the schema. Throws for fields that are not in the schema,
 * including those of introspection, except `__typename`.
 */
export function selectedFields(schema: GraphQLSchema, operation: Operation): readonly SelectedField[] {
  const type = schema.getQueryType();
  if (!type) throw new Error('The schema has no query type.');
  return collect([{ set: operation.definition.selectionSet, type, isOptional: false }], { schema, operation });
}

/** What the names in the document refer to. */
interface Scope {
  readonly schema: GraphQLSchema;
  readonly operation: Operation;
}

/** A selection set, and the type of its fields. */
interface Part {
  readonly set: SelectionSetNode;
  readonly type: GraphQLCompositeType;
  readonly isOptional: boolean;
}

/** One occurrence of a field in the document. */
interface Mention {
  readonly node: FieldNode;
  readonly field: GraphQLField<unknown, unknown>;
  readonly isOptional: boolean;
}

/** GraphQL (September 2025), 6.3.2, CollectFields(), but for all types that the object may have at once. */
function collect(parts: readonly Part[], scope: Scope): SelectedField[] {
  const mentions = parts.flatMap((part) => mentionsIn(part, scope));
  const byName = Map.groupBy(mentions, ({ node }) => (node.alias ?? node.name).value);
  return [...byName].flatMap(([name, [first, ...others]]) => (first ? [merge(name, first, others, scope)] : []));
}

function mentionsIn({ set, type, isOptional }: Part, scope: Scope): Mention[] {
  return set.selections.flatMap((node) => {
    const isDirected = isOptional || (node.directives ?? []).length > 0;
    if (node.kind === Kind.FIELD) return [{ node, field: fieldOf(type, node.name.value), isOptional: isDirected }];
    const { selectionSet, typeCondition } =
      node.kind === Kind.INLINE_FRAGMENT ? node : fragmentOf(node.name.value, scope);
    const condition = typeCondition ? typeFromAST(scope.schema, typeCondition) : type;
    if (!isCompositeType(condition)) throw new Error('A fragment is on a type that has no fields.');
    const isMet = objectsOf(type, scope).every((object) => objectsOf(condition, scope).includes(object));
    return mentionsIn({ set: selectionSet, type: condition, isOptional: isDirected || !isMet }, scope);
  });
}

/**
 * Merges all mentions of a field into one. Validation guarantees that their types have the same shape. Fields selected
 * only in an optional mention are optional themselves.
 */
function merge(name: string, first: Mention, others: readonly Mention[], scope: Scope): SelectedField {
  const mentions = [first, ...others];
  const parts = mentions.flatMap(({ node, field, isOptional }) => {
    const type = getNamedType(field.type);
    if (!node.selectionSet || !isCompositeType(type)) return [];
    return [{ set: node.selectionSet, type, isOptional: isOptional && others.length > 0 }];
  });
  return {
    name,
    type: first.field.type,
    description: first.field.description ?? '',
    isOptional: mentions.every(({ isOptional }) => isOptional),
    fields: collect(parts, scope),
  };
}

function fieldOf(type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  const field = isUnionType(type) ? undefined : type.getFields()[name];
  if (!field) throw new Error(`${type.name} has no field "${name}".`);
  return field;
}

function fragmentOf(name: string, { operation }: Scope) {
  const fragment = operation.fragments.find((definition) => definition.name.value === name);
  if (!fragment) throw new Error(`${operation.name}.graphql has no fragment "${name}".`);
  return fragment;
}

function objectsOf(type: GraphQLCompositeType, { schema }: Scope): readonly GraphQLObjectType[] {
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
}
