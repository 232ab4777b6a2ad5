/** Mutations of selections: more or fewer fields, repeated or renamed. */
import { type FieldNode, Kind, type SelectionNode } from 'graphql';
import { besideThese, drawName, growInto } from './grow.ts';
import { fieldsIn, nameOf, nodesOf, replaceIn, selectIn, selectionsIn } from './place.ts';
import type { Mutation } from './world.ts';

/** New fields. */
export const addFields: Mutation = (attempt, world, random) => {
  const { set, type } = random.pick(selectionsIn(attempt.document, world.schema));
  return selectIn(attempt, set, growInto(world, random, set, type));
};

/** Removes one selection, or half of them. */
export const removeSelections: Mutation = (attempt, _, random) => {
  const sets = nodesOf(attempt.document, Kind.SELECTION_SET).filter(({ selections }) => selections.length > 1);
  if (sets.length === 0) return null;
  const set = random.pick(sets);
  const count = random.chance(0.8) ? 1 : Math.floor(set.selections.length / 2);
  const from = random.between(0, set.selections.length - count);
  return selectIn(
    attempt,
    set,
    set.selections.filter((_, at) => at < from || at >= from + count),
  );
};

/** Repeats a selection unchanged. */
export const repeatSelection: Mutation = (attempt, _, random) => {
  const set = random.pick(nodesOf(attempt.document, Kind.SELECTION_SET));
  const again = random.pick(set.selections);
  const times = random.pick([1, 5, 45, 700]);
  return selectIn(attempt, set, [...set.selections, ...Array<SelectionNode>(times).fill(again)]);
};

/** The same field under several names. */
export const copyUnderNames: Mutation = (attempt, _, random) => {
  const set = random.pick(nodesOf(attempt.document, Kind.SELECTION_SET));
  const fields = set.selections.filter((node) => node.kind === Kind.FIELD);
  if (fields.length === 0) return null;
  const field = random.pick(fields);
  const start = drawName(random);
  const copies = Array.from(
    { length: random.pick([1, 4, 10, 19, 45]) },
    (_, at): FieldNode => ({ ...field, alias: nameOf(`${start}_${at}`) }),
  );
  return selectIn(attempt, set, [...set.selections, ...copies]);
};

/** An alias as long as a body allows. */
export const lengthenName: Mutation = (attempt, world, random) => {
  const places = fieldsIn(attempt.document, world.schema);
  if (places.length === 0) return null;
  const { field } = random.pick(places);
  const name = drawName(random)
    .repeat(18_000)
    .slice(0, random.pick([90, 90, 90, 1000, 90_000]));
  return replaceIn(attempt, field, { ...field, alias: nameOf(name) });
};

/** Fields that do not exist, or cannot be selected like this. */
export const addMistakes: Mutation = (attempt, _, random) => {
  const set = random.pick(nodesOf(attempt.document, Kind.SELECTION_SET));
  const times = random.pick([1, 1, 5, 300]);
  const mistakes = Array.from(
    { length: times },
    (_, at): FieldNode => ({
      kind: Kind.FIELD,
      name: nameOf(times === 1 ? random.pick(['nope', 'id', 'nodes', 'statments']) : `nope${at}`),
    }),
  );
  return selectIn(attempt, set, [...set.selections, ...mistakes]);
};

/** Nests a field in itself in place of its child, so that the selection gets deeper. */
export const nestSelection: Mutation = (attempt, world, random) => {
  const places = selectionsIn(attempt.document, world.schema);
  const outer = random.pick(places);
  const same = places.filter(({ set, type }) => set !== outer.set && type === outer.type);
  if (same.length === 0) return null;
  const { set } = random.pick(same);
  return selectIn(attempt, set, besideThese(set, random, outer.set.selections));
};
