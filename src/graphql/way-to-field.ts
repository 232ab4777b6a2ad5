/** Finds the path to a field that is nested deeper than where it is selected. */
import {
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** The fields that contain the thing that a caller probably means: in a page, an edge or hit, and a participation. */
const HOLDERS = ['nodes', 'node', 'agent'] as const;

/** A page has edges, an edge has a hit, and a hit has a node: nothing is nested deeper. */
const MOST_STEPS = 3;

/** The most types that are shown if only some types have the field. */
const MOST_FRAGMENTS = 3;

export interface WayToField {
  /** The first field of the path. */
  readonly holder: (typeof HOLDERS)[number];
  /** Whether every type at its end has the field, not only some. */
  readonly isCertain: boolean;
  /** The alternatives to select instead: `nodes { node { ... on Event { name } } }`. */
  readonly selections: readonly string[];
}

/** The path from a type to a field that it lacks; null if nothing inside it has the field. */
export function wayToField(
  name: string,
  type: GraphQLNamedType,
  schema: GraphQLSchema,
  steps = MOST_STEPS,
): WayToField | null {
  if (!hasFields(type) || steps === 0) return null;
  for (const holder of HOLDERS) {
    const field = type.getFields()[holder];
    if (field === undefined || field.args.some(isRequiredArgument)) continue;
    const held = getNamedType(field.type);
    const own = selectionIn(held, name);
    const here = own === null ? fragmentsFor(name, held, schema) : [own];
    const further = here.length === 0 ? wayToField(name, held, schema, steps - 1) : null;
    const selections = (further?.selections ?? here).map((selection) => `${holder} { ${selection} }`);
    if (selections.length > 0) return { holder, isCertain: further?.isCertain ?? own !== null, selections };
  }
  return null;
}

/** `... on Named { name }` for each type with the field, if the abstract type itself lacks it. */
function fragmentsFor(name: string, held: GraphQLNamedType, schema: GraphQLSchema): readonly string[] {
  if (!isAbstractType(held)) return [];
  const interfaces = isInterfaceType(held) ? schema.getImplementations(held).interfaces : [];
  const having = [...interfaces, ...schema.getPossibleTypes(held)].filter((type) => selectionIn(type, name) !== null);
  return having
    .filter((type) => !type.getInterfaces().some((wider) => having.includes(wider)))
    .slice(0, MOST_FRAGMENTS)
    .map((type) => `... on ${type.name} { ${selectionIn(type, name)} }`);
}

/** The selection of the field; null if the type has no such field, or none without arguments. */
function selectionIn(type: GraphQLNamedType, name: string): string | null {
  const fields = hasFields(type) ? type.getFields() : {};
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  // What its arguments should be, nobody can guess.
  if (field === undefined || field.args.some(isRequiredArgument)) return null;
  return isLeafType(getNamedType(field.type)) ? name : `${name} { … }`;
}

function hasFields(type: GraphQLNamedType): type is GraphQLObjectType | GraphQLInterfaceType {
  return isObjectType(type) || isInterfaceType(type);
}
