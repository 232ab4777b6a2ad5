/** What was measured of a selection that is the same in every request: of a remembered document, not measured again. */
import { type GraphQLNamedType, Kind, type SelectionNode, type SelectionSetNode, type ValueNode } from 'graphql';
import type { Held } from './estimate.ts';
import type { ValueMeasures } from './given.ts';

/** What is counted for each part of a document and added up to the whole. */
export interface Counts {
  /** Fields inside each other. */
  depth: number;
  /** Fields of this selection itself; of the whole operation those at its top. */
  rootFields: number;
  aliases: number;
  repeats: number;
  directives: number;
  /** Points, if each page is full. */
  estimate: number;
}

/** What was measured of a selection. */
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

/** What was measured of the selection last, if it was of that type, in a page of that length and over that corpus. */
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

/** Whether neither a variable nor a fragment, which may have one, has a say in the selection. */
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
