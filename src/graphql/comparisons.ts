/** How many fields of a document are compared with each other: GraphQL (September 2025), 5.3.2, Field Selection Merging. */
import { type FragmentDefinitionNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

/** A definition that can be executed or spread. */
export type Executable = OperationDefinitionNode | FragmentDefinitionNode;

/** Fields of one name in one selection: how many, and how many fields there are including those inside them. */
interface Namesakes {
  count: number;
  fields: number;
}

/**
 * About how many pairs of fields are compared: in each selection, what it spreads included, each two of one name, and
 * then what is selected in both of them. Fragments that spread each other are each gone through once a selection.
 */
export function countComparisons(definitions: readonly Executable[]): number {
  const fragments = new Map(
    definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const sizes = new Map<SelectionSetNode, number>();
  let comparisons = 0;

  function gather({ selections }: SelectionSetNode, names: Map<string, Namesakes>, spread: Set<string>): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        const { count, fields } = names.get(name) ?? { count: 0, fields: 0 };
        names.set(name, { count: count + 1, fields: fields + 1 + sizeOf(selection.selectionSet) });
      } else if (selection.kind === Kind.INLINE_FRAGMENT) gather(selection.selectionSet, names, spread);
      else {
        const fragment = fragments.get(selection.name.value);
        if (fragment === undefined || spread.has(selection.name.value)) continue;
        spread.add(selection.name.value);
        gather(fragment.selectionSet, names, spread);
      }
    }
  }

  /** Fields in a selection, at all depths. A spread counts as one. */
  function sizeOf(set: SelectionSetNode | undefined): number {
    if (set === undefined) return 0;
    const known = sizes.get(set);
    if (known !== undefined) return known;
    let size = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) size += 1;
      else size += sizeOf(selection.selectionSet) + (selection.kind === Kind.FIELD ? 1 : 0);
    }
    sizes.set(set, size);
    return size;
  }

  /** @param spread the fragment whose selection this is: it is not compared with itself. */
  function compareIn(set: SelectionSetNode, spread: readonly string[] = []): void {
    const names = new Map<string, Namesakes>();
    gather(set, names, new Set(spread));
    for (const { count, fields } of names.values()) comparisons += ((count - 1) * fields) / 2;
    compareInside(set);
  }

  function compareInside({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) compareInside(selection.selectionSet);
      else if (selection.kind === Kind.FIELD && selection.selectionSet) compareIn(selection.selectionSet);
    }
  }

  for (const { kind, name, selectionSet } of definitions) {
    compareIn(selectionSet, kind === Kind.FRAGMENT_DEFINITION && name ? [name.value] : []);
  }
  return comparisons;
}
