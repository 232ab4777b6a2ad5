/**
 * Measures a request in one pass over the operation, with its fragments and variables, before it is validated. It
 * therefore relies on nothing: an unknown field costs as much as any other, a fragment that contains itself counts
 * once, and sums stop growing at a number above every limit.
 */
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { type Asked, estimateField, fieldOf, type Held, openAsked } from './estimate.ts';
import { measureNode, noteGreatest, type ValueMeasures } from './given.ts';
import { type Counts, isWrittenOut, type MeasuredSelection, recall, remember } from './measured-selection.ts';

/** The measures of a request that limits apply to. */
export interface Measures extends Readonly<Counts>, Readonly<ValueMeasures> {}

interface Pass extends Asked {
  /**
   * Each fragment is measured once per page size, however often it is used. Until it is measured, it counts nothing.
   */
  readonly measured: Map<string, Readonly<Counts>>;
  /** Whether this pass measures a selection that is remembered as a whole. */
  readonly isAlone: boolean;
}

/** Above every limit. Fragments that double each other would soon exceed the range of numbers. */
export const MOST = 1_000_000_000;
const NOTHING: Readonly<Counts> = {
  depth: 0,
  rootFields: 0,
  aliases: 0,
  repeats: 0,
  directives: 0,
  estimate: 0,
};

/** Measures an operation of the document with these variables, which are not checked yet. */
export function measure(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  held: Held,
): Measures {
  const asked = openAsked(schema, document, operation, variables, held);
  const pass: Pass = { ...asked, measured: new Map(), isAlone: false };
  const rootType = schema.getRootType(operation.operation) ?? null;
  const counts = measureSelection(pass, operation.selectionSet, rootType, 1);
  counts.directives += operation.directives?.length ?? 0;
  return { ...counts, estimate: Math.ceil(counts.estimate), ...pass.given.greatest };
}

/**
 * @param page the length of the page, if this is the selection of a page.
 * @param seen the response names in this selection so far, including those in inline fragments.
 */
function measureSelection(
  pass: Pass,
  set: SelectionSetNode,
  type: GraphQLNamedType | null,
  page: number,
  seen = new Set<string>(),
): Counts {
  const counts = { ...NOTHING };
  for (const selection of set.selections) {
    counts.directives += selection.directives?.length ?? 0;
    for (const directive of selection.directives ?? []) {
      for (const { value } of directive.arguments ?? []) measureNode(pass.given, value);
    }
    switch (selection.kind) {
      case Kind.FIELD: {
        const name = selection.alias?.value ?? selection.name.value;
        counts.repeats += seen.has(name) ? 1 : 0;
        seen.add(name);
        add(counts, measureField(pass, selection, type, page));
        break;
      }
      case Kind.FRAGMENT_SPREAD:
        add(counts, measureFragment(pass, selection.name.value, page));
        break;
      case Kind.INLINE_FRAGMENT: {
        const condition = selection.typeCondition?.name.value;
        const inner = condition === undefined ? type : (pass.schema.getType(condition) ?? null);
        add(counts, measureSelection(pass, selection.selectionSet, inner, page, seen));
      }
    }
  }
  return counts;
}

function measureFragment(pass: Pass, name: string, page: number): Readonly<Counts> {
  const key = `${name} ${page}`;
  const known = pass.measured.get(key);
  if (known) return known;
  const fragment = pass.fragments.get(name);
  if (!fragment) return NOTHING;
  pass.measured.set(key, NOTHING);
  const type = pass.schema.getType(fragment.typeCondition.name.value) ?? null;
  const counts = measureSelection(pass, fragment.selectionSet, type, page);
  counts.directives += fragment.directives?.length ?? 0;
  pass.measured.set(key, counts);
  return counts;
}

function measureField(pass: Pass, node: FieldNode, type: GraphQLNamedType | null, page: number): Counts {
  const field = fieldOf(pass.schema, type, node.name.value);
  const { own, times, innerPage } = estimateField(pass, node, type, field, page);
  const inside = node.selectionSet
    ? measureInside(pass, node.selectionSet, field ? getNamedType(field.type) : null, innerPage)
    : NOTHING;
  return {
    depth: inside.depth + 1,
    rootFields: 1,
    aliases: inside.aliases + (node.alias ? 1 : 0),
    repeats: inside.repeats,
    directives: inside.directives,
    estimate: Math.min(MOST, own + times * inside.estimate),
  };
}

/** Measures the selection in a field. In most lookups only the first field differs from request to request. */
function measureInside(
  pass: Pass,
  set: SelectionSetNode,
  type: GraphQLNamedType | null,
  page: number,
): Readonly<Counts> {
  if (pass.isAlone || !isWrittenOut(set)) return measureSelection(pass, set, type, page);
  const measured =
    recall(set, type, page, pass.held) ?? remember(set, type, page, pass.held, measureAlone(pass, set, type, page));
  noteGreatest(pass.given, measured.greatest);
  return measured.counts;
}

function measureAlone(
  pass: Pass,
  set: SelectionSetNode,
  type: GraphQLNamedType | null,
  page: number,
): MeasuredSelection {
  const given = { ...pass.given, greatest: { listLength: 0, filterDepth: 0, filterSize: 0 } };
  const counts = measureSelection({ ...pass, given, isAlone: true }, set, type, page);
  return { counts, greatest: given.greatest };
}

function add(sum: Counts, part: Readonly<Counts>): void {
  sum.depth = Math.max(sum.depth, part.depth);
  sum.rootFields = Math.min(MOST, sum.rootFields + part.rootFields);
  sum.aliases = Math.min(MOST, sum.aliases + part.aliases);
  sum.repeats = Math.min(MOST, sum.repeats + part.repeats);
  sum.directives = Math.min(MOST, sum.directives + part.directives);
  sum.estimate = Math.min(MOST, sum.estimate + part.estimate);
}
