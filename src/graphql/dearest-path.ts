/** Finds the most expensive part of a query, for errors that say how to make it cheaper. */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

export interface DearestPath {
  /** The names in the answer from the root, joined by dots: `timeline.nodes.items`. */
  readonly path: string;
  /** The cost of the field with everything selected in it. */
  readonly points: number;
}

/**
 * The deepest field with at least half of the whole cost of its operation; null if no field has any cost.
 *
 * @param costOf the cost of a field in all its objects, without the fields selected in it.
 */
export function dearestPath(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  costOf: (node: FieldNode) => number,
): DearestPath | null {
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const known = new Map<FieldNode, number>();

  function wholeCost(node: FieldNode): number {
    const found = known.get(node);
    if (found !== undefined) return found;
    // Before validation, a fragment may contain itself.
    known.set(node, 0);
    const inside = node.selectionSet ? fieldsOf(node.selectionSet, fragments) : [];
    const cost = inside.reduce((sum, field) => sum + wholeCost(field), costOf(node));
    known.set(node, cost);
    return cost;
  }

  const total = fieldsOf(operation.selectionSet, fragments).reduce((sum, field) => sum + wholeCost(field), 0);
  const path: string[] = [];
  const passed = new Set<FieldNode>();
  let points = 0;
  for (let set: SelectionSetNode | undefined = operation.selectionSet; set; ) {
    const [first, ...others] = fieldsOf(set, fragments);
    if (first === undefined) break;
    const dearest = others.reduce((most, field) => (wholeCost(field) > wholeCost(most) ? field : most), first);
    if (wholeCost(dearest) * 2 < total || wholeCost(dearest) === 0 || passed.has(dearest)) break;
    passed.add(dearest);
    path.push((dearest.alias ?? dearest.name).value);
    points = Math.ceil(wholeCost(dearest));
    set = dearest.selectionSet;
  }
  return path.length === 0 ? null : { path: path.join('.'), points };
}

/** The part of a message that follows the total; empty if no field stands out. */
export function describeDearest(dearest: DearestPath | null): string {
  return dearest === null ? '' : `, ${dearest.points} of them in "${dearest.path}"`;
}

/** The fields of a selection, including those of its fragments, each fragment once. */
function fieldsOf(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  seen = new Set<string>(),
): readonly FieldNode[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet, fragments, seen);
    const fragment = fragments.get(selection.name.value);
    if (fragment === undefined || seen.has(selection.name.value)) return [];
    seen.add(selection.name.value);
    return fieldsOf(fragment.selectionSet, fragments, seen);
  });
}
