/** The way to a field that stands further inside than where it is asked for. */
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

/** The fields that hold what somebody means who asks for a field of it: of a page, an edge or hit, somebody's part. */
const HOLDERS = ['nodes', 'node', 'agent'] as const;

/** A page has hits, an edge has hits, and those have nodes: nothing is held more often. */
const MOST_STEPS = 3;

/** So many types are shown, of those that alone have the field. */
const MOST_FRAGMENTS = 3;

export interface WayToField {
  /** The field of the type on which the way begins. */
  readonly holder: (typeof HOLDERS)[number];
  /** Whether each thing at its end has the field, and not only those of some types. */
  readonly isCertain: boolean;
  /** What to select instead, each of them alone: `nodes { node { ... on Event { name } } }`. */
  readonly selections: readonly string[];
}

/** The way from a type to a field that it lacks; null where nothing that it holds has the field. */
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

/** `... on Named { name }`, for each type that has the field where the type that is held has not. */
function fragmentsFor(name: string, held: GraphQLNamedType, schema: GraphQLSchema): readonly string[] {
  if (!isAbstractType(held)) return [];
  const interfaces = isInterfaceType(held) ? schema.getImplementations(held).interfaces : [];
  const having = [...interfaces, ...schema.getPossibleTypes(held)].filter((type) => selectionIn(type, name) !== null);
  return having
    .filter((type) => !type.getInterfaces().some((wider) => having.includes(wider)))
    .slice(0, MOST_FRAGMENTS)
    .map((type) => `... on ${type.name} { ${selectionIn(type, name)} }`);
}

/** The field as it is selected; null where the type has none of that name. */
function selectionIn(type: GraphQLNamedType, name: string): string | null {
  const fields = hasFields(type) ? type.getFields() : {};
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (field === undefined) return null;
  return isLeafType(getNamedType(field.type)) ? name : `${name} { … }`;
}

function hasFields(type: GraphQLNamedType): type is GraphQLObjectType | GraphQLInterfaceType {
  return isObjectType(type) || isInterfaceType(type);
}
