/** Which part of a query costs most: for who has to make it cheaper. */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

export interface DearestPath {
  /** Names in the answer, from the top, joined by points: `timeline.nodes.items`. */
  readonly path: string;
  /** What the field costs with all that is selected in it. */
  readonly points: number;
}

/**
 * The deepest field that still has half of all the cost of its operation; null where the cost lies in no field.
 *
 * @param costOf a field itself, without what is selected in it, for all objects that it is answered for.
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
    // A fragment may be inside itself where this is asked before validation.
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

/** As a message has it after the sum; nothing where no field is dearest. */
export function tellDearest(dearest: DearestPath | null): string {
  return dearest === null ? '' : `, ${dearest.points} of them in "${dearest.path}"`;
}

/** The fields of a selection, through fragments, each once. */
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
