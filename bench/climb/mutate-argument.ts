/** Mutations of arguments: pages, cursors, orders, filters, texts, ids. */
import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLArgument,
  isInputObjectType,
  Kind,
  type ValueNode,
} from 'graphql';
import type { Attempt } from '../attempt.ts';
import { drawArgument } from './grow.ts';
import { type FieldPlace, fieldsIn, nameOf, nodesOf, replaceIn } from './place.ts';
import { drawLongText } from './text.ts';
import type { Mutation } from './world.ts';

/** A page of another length, from the start or the end. */
export const resizePage: Mutation = (attempt, world, random) => {
  const place = pickField(attempt, world, random, ({ name }) => name === 'first');
  if (place === null) return null;
  const size = `${random.pick([0, 1, 1, 2, 5, 10, 20, 50, 100, 100, 100])}`;
  const hasLast = place.definition.args.some(({ name }) => name === 'last');
  const [given, other] = hasLast && random.chance(0.2) ? ['last', 'first'] : ['first', 'last'];
  const cleared = withArgument(place.field, other ?? 'last', null);
  return replaceIn(attempt, place.field, withArgument(cleared, given ?? 'first', { kind: Kind.INT, value: size }));
};

/** The page after or before an item of the list. */
export const giveCursor: Mutation = (attempt, world, random) => {
  const { cursors } = world.harvest;
  const places = fieldsIn(attempt.document, world.schema).filter(
    ({ type, field }) => (cursors[`${type.name}.${field.name.value}`] ?? []).length > 0,
  );
  if (places.length === 0) return null;
  const { type, field } = random.pick(places);
  const value = random.pick(cursors[`${type.name}.${field.name.value}`] ?? ['']);
  return replaceIn(attempt, field, withArgument(field, random.pick(['after', 'before']), { kind: Kind.STRING, value }));
};

/** A new value for any argument, or none. */
export const redrawArgument: Mutation = (attempt, world, random) => {
  const place = pickField(attempt, world, random, () => true);
  if (place === null) return null;
  const { field, definition, type } = place;
  const argument = random.pick(definition.args);
  const value = random.chance(0.1) ? null : drawArgument(world, random, `${type.name}.${field.name.value}`, argument);
  return replaceIn(attempt, field, withArgument(field, argument.name, value));
};

/** A filter combined with others, or negated: `and`, `or`, `not`. */
export const joinFilters: Mutation = (attempt, world, random) => {
  const place = pickField(attempt, world, random, ({ name, type }) => name === 'filter' && hasJoins(type));
  const argument = place?.definition.args.find(({ name }) => name === 'filter');
  if (!place || !argument) return null;
  const { field, type } = place;
  const draw = () => drawArgument(world, random, `${type.name}.${field.name.value}`, argument);
  const own = field.arguments?.find(({ name }) => name.value === 'filter')?.value ?? draw();
  const negated = () => joined('not', draw());
  const others = Array.from({ length: random.pick([1, 3, 8, 16, 30]) }, random.chance(0.5) ? negated : draw);
  const join = random.pick(['and', 'or', 'not']);
  const copies = random.chance(0.4) ? others.map(() => own) : others;
  const value = join === 'not' ? joined('not', own) : joined(join, { kind: Kind.LIST, values: [own, ...copies] });
  return replaceIn(attempt, field, withArgument(field, 'filter', value));
};

/** A long text instead of a short one. */
export const lengthenText: Mutation = (attempt, world, random) => {
  const texts = nodesOf(attempt.document, Kind.STRING);
  if (texts.length === 0) return null;
  return replaceIn(attempt, random.pick(texts), { kind: Kind.STRING, value: drawLongText(world, random) });
};

/** A list extended with other values of the same kind. */
export const lengthenList: Mutation = (attempt, world, random) => {
  const lists = nodesOf(attempt.document, Kind.LIST).filter(({ values }) => values.length > 0);
  if (lists.length === 0) return null;
  const list = random.pick(lists);
  const values = Array.from({ length: random.pick([2, 10, 50, 100]) }, (_, at): ValueNode => {
    const own = list.values[at % list.values.length] as ValueNode;
    return own.kind === Kind.STRING ? { ...own, value: neighbour(own.value, at, world) } : own;
  });
  return replaceIn(attempt, list, { ...list, values });
};

/** Another value of the same kind: a slug, an id, a word. */
function neighbour(value: string, at: number, { names }: Parameters<Mutation>[1]): string {
  const own = names.kin.get(value);
  return own ? (own.list[(own.at + at) % own.list.length] ?? value) : `${value}${at}`;
}

function hasJoins(type: GraphQLArgument['type']): boolean {
  return isInputObjectType(type) && 'and' in type.getFields();
}

function joined(name: string, value: ValueNode): ValueNode {
  return { kind: Kind.OBJECT, fields: [{ kind: Kind.OBJECT_FIELD, name: nameOf(name), value }] };
}

function pickField(
  attempt: Attempt,
  { schema }: Parameters<Mutation>[1],
  random: Parameters<Mutation>[2],
  has: (argument: GraphQLArgument) => boolean,
): FieldPlace | null {
  const places = fieldsIn(attempt.document, schema).filter(({ definition }) => definition.args.some(has));
  return places.length === 0 ? null : random.pick(places);
}

/** The field with this value for an argument, or without the argument. */
export function withArgument(field: FieldNode, name: string, value: ValueNode | null): FieldNode {
  const others = (field.arguments ?? []).filter((argument) => argument.name.value !== name);
  const given: readonly ArgumentNode[] = value === null ? [] : [{ kind: Kind.ARGUMENT, name: nameOf(name), value }];
  return { ...field, arguments: [...others, ...given] };
}
