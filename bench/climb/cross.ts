/** Cross: combines the selections of two attempts. */
import { Kind, visit } from 'graphql';
import type { FuzzRandom } from '../../test/fuzz/random.ts';
import { type Attempt, operationOf } from '../attempt.ts';
import { besideThese, drawName } from './grow.ts';
import { nameOf, nodesOf, selectIn, selectionsIn } from './place.ts';
import type { World } from './world.ts';

/** The first attempt with a selection of the second added to one of the same type, or replacing it. */
export function cross(one: Attempt, other: Attempt, world: World, random: FuzzRandom): Attempt {
  const partner = renamed(other, drawName(random));
  const targets = selectionsIn(one.document, world.schema);
  const sources = selectionsIn(partner.document, world.schema);
  const pairs = sources.flatMap((source) =>
    targets.filter(({ type }) => type === source.type).map((target) => ({ source, target })),
  );
  if (pairs.length === 0) return one;
  const { source, target } = random.pick(pairs);
  const isBeside = random.chance(0.6);
  const selections = isBeside ? besideThese(target.set, random, source.set.selections) : source.set.selections;
  const merged = selectIn(one, target.set, selections);
  const definitions = operationOf(partner)?.variableDefinitions ?? [];
  return {
    ...merged,
    variables: { ...merged.variables, ...partner.variables },
    document: {
      ...merged.document,
      definitions: [
        ...merged.document.definitions.map((node) =>
          node.kind === Kind.OPERATION_DEFINITION
            ? { ...node, variableDefinitions: [...(node.variableDefinitions ?? []), ...definitions] }
            : node,
        ),
        ...nodesOf(partner.document, Kind.FRAGMENT_DEFINITION),
      ],
    },
  };
}

/** The attempt with unique names for fragments and variables. */
function renamed(attempt: Attempt, mark: string): Attempt {
  const rename = <Named extends { readonly name: { readonly value: string } }>(node: Named) => ({
    ...node,
    name: nameOf(node.name.value + mark),
  });
  return {
    ...attempt,
    document: visit(attempt.document, { FragmentDefinition: rename, FragmentSpread: rename, Variable: rename }),
    variables: Object.fromEntries(Object.entries(attempt.variables).map(([name, value]) => [name + mark, value])),
  };
}
