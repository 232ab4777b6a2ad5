/** Grow: new fields with arguments and selections. */
import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  getNamedType,
  isCompositeType,
  isNonNullType,
  isUnionType,
  Kind,
  parse,
  parseValue,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
  type ValueNode,
} from 'graphql';
import { drawLiteral } from '../../test/fuzz/literal.ts';
import type { FuzzRandom } from '../../test/fuzz/random.ts';
import { drawValue, type Json } from '../../test/fuzz/value.ts';
import { answeredName, nameOf } from './place.ts';
import { drawLongText } from './text.ts';
import { NONSENSE, type World } from './world.ts';

/** One to three more fields of the type to select, under names that are not taken. */
export function growInto(world: World, random: FuzzRandom, set: SelectionSetNode, type: GraphQLCompositeType) {
  return besideThese(set, random, growSelections(world, random, type, random.between(0, 4)));
}

/** The selection with others added, under new names if theirs are taken. */
export function besideThese(
  set: SelectionSetNode,
  random: FuzzRandom,
  others: readonly SelectionNode[],
): readonly SelectionNode[] {
  const taken = new Set(set.selections.flatMap((node) => (node.kind === Kind.FIELD ? [answeredName(node)] : [])));
  const named = others.map((node) =>
    node.kind === Kind.FIELD && taken.has(answeredName(node)) ? { ...node, alias: nameOf(drawName(random)) } : node,
  );
  return [...set.selections, ...named];
}

/** A unique name. */
export function drawName(random: FuzzRandom): string {
  return `n${random.between(36 ** 3, 36 ** 4).toString(36)}`;
}

/** A value for an argument: mostly a valid one, often long. */
export function drawArgument(world: World, random: FuzzRandom, owner: string, argument: GraphQLArgument): ValueNode {
  const { name, type } = argument;
  const draw = { random, harvest: world.harvest, nonsense: NONSENSE };
  const isText = getNamedType(type).name === 'String' && ['query', 'title', 'name'].includes(name);
  const value: Json =
    isText && random.chance(0.5) ? drawLongText(world, random) : drawValue(draw, { owner, name, type });
  return parseValue(
    drawLiteral(random, type, value, () => null),
    { noLocation: true },
  );
}

function growSelections(
  world: World,
  random: FuzzRandom,
  type: GraphQLCompositeType,
  depth: number,
): readonly SelectionNode[] {
  const fields = fieldsOf(world, type);
  const leaves = fields.filter((field) => !isCompositeType(getNamedType(field.type)));
  const branches = depth > 0 ? fields.filter((field) => !leaves.includes(field)) : [];
  const chosen = [
    ...(branches.length > 0 ? random.some(branches, 2) : []),
    ...(leaves.length > 0 && (branches.length === 0 || random.chance(0.5)) ? random.some(leaves, 3) : []),
  ];
  if (chosen.length === 0) return [{ kind: Kind.FIELD, name: nameOf('__typename') }];
  return chosen.map((field) => growField(world, random, type, field, depth));
}

function growField(
  world: World,
  random: FuzzRandom,
  owner: GraphQLCompositeType,
  field: GraphQLField<unknown, unknown>,
  depth: number,
): SelectionNode {
  const given = field.args.filter(({ type }) => isNonNullType(type) || random.chance(0.2));
  // Cursors need their own order, and "last" excludes "first".
  const fitting = given.filter(({ name }) => !['after', 'before', 'last'].includes(name));
  const type = getNamedType(field.type);
  return {
    kind: Kind.FIELD,
    name: nameOf(field.name),
    arguments: fitting.map((argument) => ({
      kind: Kind.ARGUMENT,
      name: nameOf(argument.name),
      value: drawArgument(world, random, `${owner.name}.${field.name}`, argument),
    })),
    ...(isCompositeType(type) && {
      selectionSet: {
        kind: Kind.SELECTION_SET,
        selections: growSelections(world, random, type, depth - 1),
      },
    }),
  };
}

function fieldsOf({ schema }: World, type: GraphQLCompositeType): readonly GraphQLField<unknown, unknown>[] {
  if (isUnionType(type)) return [];
  const own = Object.values(type.getFields());
  return type === schema.getQueryType() ? [...own, SchemaMetaFieldDef, TypeMetaFieldDef] : own;
}

/** A selection as it is written in braces. */
export function selectionsOf(text: string): readonly SelectionNode[] {
  const [definition] = parse(text, { noLocation: true }).definitions;
  return definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [];
}
