/**
 * Finds the slugs in a request, in its document and its variables: where each is given, and which types it can name.
 */
import {
  type DirectiveNode,
  type DocumentNode,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  TypeInfo,
  type ValueNode,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { ENTITY_TYPES, type EntityType } from '../../data/model.ts';
import { typesNamedBy } from '../../schema/slug.ts';

export interface GivenSlug {
  /** `events.filter.speakers.0`: the response names of the fields, the argument, and the path inside it. */
  readonly argument: string;
  readonly value: string;
  /** The types that it can name there. */
  readonly types: readonly EntityType[];
}

/** An argument, a field of an input object, or an item of a list in one of them. */
type Input = Pick<GraphQLInputField, 'type' | 'extensions'>;

/** A place in a document with a value for an input that can contain slugs. */
interface Place {
  readonly path: string;
  readonly input: Input;
  readonly given: { readonly value: unknown } | { readonly variable: string };
  /** The `@skip` and `@include` that decide whether it is asked. */
  readonly conditions: readonly DirectiveNode[];
}

/**
 * All values given for a scalar `Slug`, each fragment where it is first spread. Values that are not strings are left
 * out, and so is what `@skip` and `@include` leave out.
 */
export function givenSlugs(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): readonly GivenSlug[] {
  const { places, defaults } = read(schema, document, operation);
  if (places.length === 0) return NONE;
  const variable = (name: string) => (Object.hasOwn(variables, name) ? variables[name] : defaults.get(name));
  return places.flatMap(({ path, input, given, conditions }) => {
    if (!conditions.every((condition) => isMet(condition, variable))) return NONE;
    return slugsIn('value' in given ? given.value : variable(given.variable), input, path);
  });
}

/** GraphQL (September 2025), 3.13.1 and 3.13.2. */
function isMet({ name, arguments: given = [] }: DirectiveNode, variable: (name: string) => unknown): boolean {
  const value = given[0]?.value;
  const isTrue =
    value?.kind === Kind.VARIABLE
      ? variable(value.name.value) === true
      : value?.kind === Kind.BOOLEAN && value.value === true;
  return isTrue === (name.value === 'include');
}

const NONE: readonly GivenSlug[] = [];

interface Read {
  readonly places: readonly Place[];
  readonly defaults: ReadonlyMap<string, unknown>;
}

/** Cached as long as the document is. */
const READ = new WeakMap<OperationDefinitionNode, Read>();

function read(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Read {
  const known = READ.get(operation);
  if (known !== undefined) return known;
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  const found = { places: placesIn(schema, document, operation), defaults: new Map(defaults) };
  READ.set(operation, found);
  return found;
}

function placesIn(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Place[] {
  const places: Place[] = [];
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const path: string[] = [];
  /** Those around the place that is visited, from the operation inwards. */
  const conditions: (readonly DirectiveNode[])[] = [];

  function visitDefinition(definition: DocumentNode['definitions'][number]): void {
    const types = new TypeInfo(schema);
    visit(
      definition,
      visitWithTypeInfo(types, {
        Field: {
          enter: (node) => {
            path.push((node.alias ?? node.name).value);
            conditions.push(conditionsOf(node));
          },
          leave: () => {
            path.pop();
            conditions.pop();
          },
        },
        InlineFragment: {
          enter: (node) => {
            conditions.push(conditionsOf(node));
          },
          leave: () => {
            conditions.pop();
          },
        },
        Argument(node) {
          const argument = types.getArgument();
          // A slug that need not name anything cannot be a mistake.
          if (argument && mayHoldSlug(argument.type) && typesNamedBy(argument)?.length !== 0) {
            const name = [...path, node.name.value].join('.');
            addPlaces(node.value, argument, name, conditions.flat(), places);
          }
          return false;
        },
        Directive: () => false,
        VariableDefinition: () => false,
        FragmentSpread(node) {
          const fragment = fragments.get(node.name.value);
          // Each fragment once: fragments that spread each other twice would take exponential time.
          fragments.delete(node.name.value);
          if (fragment === undefined) return;
          conditions.push(conditionsOf(node));
          visitDefinition(fragment);
          conditions.pop();
        },
      }),
    );
  }

  visitDefinition(operation);
  return places;
}

function conditionsOf({ directives = [] }: SelectionNode): readonly DirectiveNode[] {
  return directives.filter(({ name }) => name.value === 'skip' || name.value === 'include');
}

function addPlaces(
  node: ValueNode,
  input: Input,
  path: string,
  conditions: readonly DirectiveNode[],
  places: Place[],
): void {
  if (!mayHoldSlug(input.type)) return;
  if (node.kind === Kind.VARIABLE) {
    places.push({ path, input, given: { variable: node.name.value }, conditions });
    return;
  }
  const nullable = getNullableType(input.type);
  if (isListType(nullable)) {
    const item = itemOf(input, nullable.ofType);
    if (node.kind === Kind.LIST) {
      for (const [index, value] of node.values.entries())
        addPlaces(value, item, `${path}.${index}`, conditions, places);
    } else addPlaces(node, item, path, conditions, places);
  } else if (isInputObjectType(nullable) && node.kind === Kind.OBJECT) {
    const types = nullable.getFields();
    for (const { name, value } of node.fields) {
      const field = types[name.value];
      if (field) addPlaces(value, field, `${path}.${name.value}`, conditions, places);
    }
  } else if (node.kind === Kind.STRING) places.push({ path, input, given: { value: node.value }, conditions });
}

function slugsIn(value: unknown, input: Input, path: string): readonly GivenSlug[] {
  if (value == null || !mayHoldSlug(input.type)) return NONE;
  const nullable = getNullableType(input.type);
  if (isListType(nullable)) {
    const item = itemOf(input, nullable.ofType);
    if (!Array.isArray(value)) return slugsIn(value, item, path);
    return value.flatMap((one, index) => slugsIn(one, item, `${path}.${index}`));
  }
  if (isInputObjectType(nullable)) {
    const types = nullable.getFields();
    if (typeof value !== 'object') return NONE;
    return Object.entries(value).flatMap(([name, inner]) => {
      const field = Object.hasOwn(types, name) ? types[name] : undefined;
      return field === undefined ? NONE : slugsIn(inner, field, `${path}.${name}`);
    });
  }
  return typeof value === 'string' ? [{ argument: path, value, types: typesNamedBy(input) ?? ENTITY_TYPES }] : NONE;
}

function itemOf({ extensions }: Input, type: GraphQLInputType): Input {
  return { type, extensions };
}

/** Whether a value of this type is a slug or can contain one. */
function mayHoldSlug(type: GraphQLInputType): boolean {
  const named = getNamedType(type);
  const known = HOLDS.get(named);
  if (known !== undefined) return known;
  // For a type that contains itself, the other fields decide.
  HOLDS.set(named, false);
  const holds = isInputObjectType(named)
    ? Object.values(named.getFields()).some((field) => mayHoldSlug(field.type))
    : named.name === 'Slug';
  HOLDS.set(named, holds);
  return holds;
}

const HOLDS = new WeakMap<object, boolean>();
