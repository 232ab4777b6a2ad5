/** Mutations of fragments: used once, repeatedly, in themselves, or not at all. */
import {
  doTypesOverlap,
  type FragmentDefinitionNode,
  isCompositeType,
  isObjectType,
  Kind,
  type SelectionNode,
} from 'graphql';
import type { Attempt } from '../attempt.ts';
import { drawName } from './grow.ts';
import { nameOf, nodesOf, selectIn, selectionsIn } from './place.ts';
import type { Mutation } from './world.ts';

/** Moves a selection into a fragment, or into a chain of fragments that each spread the next. */
export const moveIntoFragment: Mutation = (attempt, world, random) => {
  const { set, type } = random.pick(selectionsIn(attempt.document, world.schema));
  const start = drawName(random);
  const length = random.pick([1, 1, 3, 20]);
  const times = random.pick([1, 1, 2]);
  const links = Array.from({ length }, (_, at) =>
    fragment(`${start}_${at}`, type.name, at + 1 < length ? spreads(`${start}_${at + 1}`, times) : set.selections),
  );
  return withFragments(selectIn(attempt, set, spreads(`${start}_0`, 1)), links);
};

/** Spreads a fragment in another place too, possibly in itself. */
export const spreadAgain: Mutation = (attempt, world, random) => {
  const fragments = nodesOf(attempt.document, Kind.FRAGMENT_DEFINITION);
  if (fragments.length === 0) return null;
  const { name, typeCondition } = random.pick(fragments);
  const own = world.schema.getType(typeCondition.name.value);
  const places = selectionsIn(attempt.document, world.schema).filter(
    ({ type }) => isCompositeType(own) && doTypesOverlap(world.schema, type, own),
  );
  if (places.length === 0) return null;
  const { set } = random.pick(places);
  return selectIn(attempt, set, [...set.selections, ...spreads(name.value, random.pick([1, 1, 2, 40]))]);
};

/** Adds an unused fragment with a selection from elsewhere, once or as often as fits. */
export const addUnused: Mutation = (attempt, world, random) => {
  const { set, type } = random.pick(selectionsIn(attempt.document, world.schema));
  const times = random.pick([1, 10, 100, 700]);
  const selections = Array.from({ length: times }, (_, at) => set.selections[at % set.selections.length]);
  const mistaken = random.chance(0.3) ? [field('nope')] : [];
  return withFragments(attempt, [
    fragment(drawName(random), type.name, [...(selections as SelectionNode[]), ...mistaken]),
  ]);
};

/** Puts inline fragments around a selection: on the same type, on a possible type, or without a type. */
export const wrapInline: Mutation = (attempt, world, random) => {
  const { set, type } = random.pick(selectionsIn(attempt.document, world.schema));
  const possible = isObjectType(type) ? [...type.getInterfaces(), type] : [...world.schema.getPossibleTypes(type)];
  const depth = random.pick([1, 1, 5, 50]);
  let selections = set.selections;
  for (let left = depth; left > 0; left--) {
    const condition = random.chance(0.5) && possible.length > 0 ? random.pick(possible).name : type.name;
    const typed = random.chance(0.6)
      ? { typeCondition: { kind: Kind.NAMED_TYPE as const, name: nameOf(condition) } }
      : {};
    selections = [{ kind: Kind.INLINE_FRAGMENT, ...typed, selectionSet: { kind: Kind.SELECTION_SET, selections } }];
  }
  return selectIn(attempt, set, selections);
};

function withFragments(attempt: Attempt, fragments: readonly FragmentDefinitionNode[]): Attempt {
  const { document } = attempt;
  return { ...attempt, document: { ...document, definitions: [...document.definitions, ...fragments] } };
}

function fragment(name: string, type: string, selections: readonly SelectionNode[]): FragmentDefinitionNode {
  return {
    kind: Kind.FRAGMENT_DEFINITION,
    name: nameOf(name),
    typeCondition: { kind: Kind.NAMED_TYPE, name: nameOf(type) },
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
}

function spreads(name: string, times: number): readonly SelectionNode[] {
  return Array.from({ length: times }, () => ({ kind: Kind.FRAGMENT_SPREAD, name: nameOf(name) }));
}

function field(name: string): SelectionNode {
  return { kind: Kind.FIELD, name: nameOf(name) };
}
