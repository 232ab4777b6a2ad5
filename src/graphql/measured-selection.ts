/**
 * Remembers the measures of selections that are the same in every request, so that they are measured once per document.
 */
import { type GraphQLNamedType, Kind, type SelectionNode, type SelectionSetNode, type ValueNode } from 'graphql';
import type { Held } from './estimate.ts';
import type { ValueMeasures } from './given.ts';

/** The counts of a part of a document, which are added up to those of the whole. */
export interface Counts {
  /** The depth of nested fields. */
  depth: number;
  /** The fields directly in this selection; for the whole operation, the top-level fields. */
  rootFields: number;
  aliases: number;
  repeats: number;
  directives: number;
  /** The cost in points if every page is full. */
  estimate: number;
}

/** The measures of a selection. */
export interface MeasuredSelection {
  readonly counts: Readonly<Counts>;
  readonly greatest: Readonly<ValueMeasures>;
}

interface Remembered {
  readonly type: GraphQLNamedType | null;
  readonly page: number;
  readonly held: Held;
  readonly measured: MeasuredSelection;
}

const REMEMBERED = new WeakMap<SelectionSetNode, Remembered>();

/** The last measures of the selection, if they were for the same type, page length and corpus. */
export function recall(
  set: SelectionSetNode,
  type: GraphQLNamedType | null,
  page: number,
  held: Held,
): MeasuredSelection | null {
  const known = REMEMBERED.get(set);
  return known?.type === type && known.page === page && known.held === held ? known.measured : null;
}

export function remember(
  set: SelectionSetNode,
  type: GraphQLNamedType | null,
  page: number,
  held: Held,
  measured: MeasuredSelection,
): MeasuredSelection {
  REMEMBERED.set(set, { type, page, held, measured });
  return measured;
}

const WRITTEN_OUT = new WeakMap<SelectionSetNode, boolean>();

/** Whether the selection contains no variable and no fragment, which might contain one. */
export function isWrittenOut(set: SelectionSetNode): boolean {
  const known = WRITTEN_OUT.get(set);
  if (known !== undefined) return known;
  const found = set.selections.every(isWrittenOutSelection);
  WRITTEN_OUT.set(set, found);
  return found;
}

function isWrittenOutSelection(selection: SelectionNode): boolean {
  if (selection.kind === Kind.FRAGMENT_SPREAD) return false;
  const given = [...(selection.directives ?? []), ...(selection.kind === Kind.FIELD ? [selection] : [])];
  const values = given.flatMap((node) => node.arguments ?? []).map(({ value }) => value);
  return values.every(isLiteral) && (selection.selectionSet === undefined || isWrittenOut(selection.selectionSet));
}

function isLiteral(value: ValueNode): boolean {
  if (value.kind === Kind.LIST) return value.values.every(isLiteral);
  if (value.kind === Kind.OBJECT) return value.fields.every((field) => isLiteral(field.value));
  return value.kind !== Kind.VARIABLE;
}
