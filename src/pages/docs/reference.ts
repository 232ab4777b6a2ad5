/** The schema as the reference shows it: its types in groups, their uses, and the address of each coordinate. */
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isUnionType,
} from 'graphql';
import { nearestNames } from './nearest.ts';

export interface Reference {
  readonly schema: GraphQLSchema;
  readonly groups: readonly Group[];
  /** Null if there is no such type. */
  find(name: string): GraphQLNamedType | null;
  /** The address of a type, `Event`, or of a field or value, `Event.date`; null if it does not exist. */
  addressOf(coordinate: string): string | null;
  /** Where a type is returned or taken, as coordinates: `Event.date`, `Query.events(filter:)`. */
  usesOf(name: string): readonly Use[];
  /** The types that a caller may have meant by a name that is not a type. */
  nearest(name: string): readonly string[];
}

export interface Group {
  readonly title: string;
  readonly meaning: string;
  readonly types: readonly GraphQLNamedType[];
}

export interface Use {
  readonly coordinate: string;
  readonly address: string;
}

export function openReference(schema: GraphQLSchema): Reference {
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
  const byName = new Map(types.map((type) => [type.name, type]));
  const find = (name: string) => byName.get(name) ?? null;
  const uses = Map.groupBy(types.flatMap(usesIn), ({ of }) => of);
  return {
    schema,
    find,
    groups: groupsOf(schema, types),
    addressOf(coordinate) {
      const [, typeName = '', member] = /^(\w+)(?:\.(\w+))?(?:\(\w+:\))?$/.exec(coordinate) ?? [];
      const type = find(typeName);
      if (type === null || (member !== undefined && !membersOf(type).includes(member))) return null;
      return addressOf(typeName, member);
    },
    usesOf: (name) => uses.get(name) ?? [],
    nearest: (name) => nearestNames(name, [...byName.keys()]),
  };
}

function addressOf(type: string, member?: string): string {
  return `/docs/${type}${member === undefined ? '' : `#${member}`}`;
}

/** The names of the fields or values of a type. */
export function membersOf(type: GraphQLNamedType): readonly string[] {
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  return isScalarType(type) || isUnionType(type) ? [] : Object.keys(type.getFields());
}

/** The types that a type refers to, each with the coordinate that does so. */
function usesIn(type: GraphQLNamedType): readonly (Use & { readonly of: string })[] {
  const use = (of: GraphQLNamedType, member: string, argument = '') => ({
    of: of.name,
    coordinate: `${type.name}.${member}${argument}`,
    address: addressOf(type.name, member),
  });
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => use(getNamedType(field.type), field.name));
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    use(getNamedType(field.type), field.name),
    ...field.args.map((argument) => use(getNamedType(argument.type), field.name, `(${argument.name}:)`)),
  ]);
}

/** Puts each type into the first group that it fits. */
function groupsOf(schema: GraphQLSchema, types: readonly GraphQLNamedType[]): readonly Group[] {
  const node = schema.getType('Node');
  const isThing = (type: GraphQLNamedType) => isObjectType(type) && type.getInterfaces().some((one) => one === node);
  const kinds: readonly (readonly [title: string, meaning: string, fits: (type: GraphQLNamedType) => boolean])[] = [
    ['Where a query begins', 'Each query selects fields of this type.', (type) => type === schema.getQueryType()],
    ['Things', 'Each has an id, a slug and an address of its own.', isThing],
    ['Interfaces and unions', 'Each stands for any of several types.', isShared],
    ['Lists', 'Pages of lists, with their cursors.', ({ name }) => /(Connection|Edge|PageInfo)$/.test(name)],
    ['Parts of things', 'Each belongs to a thing and has no id.', isObjectType],
    ['Filters and orders', 'Input types, for arguments.', isInputObjectType],
    ['Enums', 'Closed sets of values.', isEnumType],
    ['Scalars', 'Single values.', isScalarType],
  ];
  const grouped = Map.groupBy(types, (type) => kinds.find(([, , fits]) => fits(type)));
  return kinds.flatMap((kind) => {
    const [title, meaning] = kind;
    const members = grouped.get(kind) ?? [];
    return members.length === 0 ? [] : [{ title, meaning, types: members.toSorted(byName) }];
  });
}

function isShared(type: GraphQLNamedType): boolean {
  return isInterfaceType(type) || isUnionType(type);
}

function byName(a: GraphQLNamedType, b: GraphQLNamedType): number {
  return a.name < b.name ? -1 : 1;
}
