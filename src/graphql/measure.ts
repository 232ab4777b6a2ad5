/**
 * How large a request is: one pass over the operation, through its fragments and with its variables, before it is
 * validated. It therefore takes nothing for granted: an unknown field costs as any other, a fragment inside itself
 * counts once, and sums stop growing where no limit could be higher.
 */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
  type ValueNode,
} from 'graphql';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../../schema/page.ts';
import { type Given, measureNode, noteGreatest, numberOf, openGiven, type ValueMeasures } from './given.ts';
import { priceOf } from './price.ts';

/** What the limits of a request are about. */
export interface Measures extends Readonly<Counts>, Readonly<ValueMeasures> {}

/** How many of each type the corpus holds: no page has more. */
export type Held = Readonly<Record<string, number>>;

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

interface Pass {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly given: Given;
  readonly held: Held;
  /** Each fragment is measured once for each size of page, however often it is used; while it is, it counts nothing. */
  readonly measured: Map<string, Readonly<Counts>>;
  /** Whether it is of a selection that is remembered as a whole. */
  readonly isAlone: boolean;
}

/** No limit is as high. Fragments that double each other would soon count more than a number can say. */
export const MOST = 1_000_000_000;
const NOTHING: Readonly<Counts> = {
  depth: 0,
  rootFields: 0,
  aliases: 0,
  repeats: 0,
  directives: 0,
  estimate: 0,
};

/** Measures an operation of the document with these variables, which nobody has checked yet. */
export function measure(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  held: Held,
): Measures {
  const pass = openPass(schema, document, operation, variables, held);
  const rootType = schema.getRootType(operation.operation) ?? null;
  const counts = measureSelection(pass, operation.selectionSet, rootType, 1);
  counts.directives += operation.directives?.length ?? 0;
  return { ...counts, estimate: Math.ceil(counts.estimate), ...pass.given.greatest };
}

function openPass(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  held: Held,
): Pass {
  return {
    schema,
    fragments: new Map(
      document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
    ),
    given: openGiven(operation, variables),
    held,
    measured: new Map(),
    isAlone: false,
  };
}

/**
 * @param page how many things the list has whose page this is a selection of.
 * @param seen the names answered by this selection so far, inline fragments included.
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

/** What is selected in a field: of most questions for one thing, all but the first field is the same for every request. */
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

interface Estimate {
  /** What the field costs itself. */
  readonly own: number;
  /** How many times what is selected in it is answered. */
  readonly times: number;
  /** How long the page in it is: what its `nodes`, `edges` and `values` have. */
  readonly innerPage: number;
}

/** An unknown field costs as a single value that lies at hand. */
function estimateField(
  pass: Pass,
  node: FieldNode,
  type: GraphQLNamedType | null,
  field: GraphQLField<unknown, unknown> | null,
  page: number,
): Estimate {
  let answeredEach: number | null = null;
  for (const { name, value } of node.arguments ?? []) {
    const { length } = measureNode(pass.given, value);
    if (ANSWERED_EACH.has(name.value)) answeredEach = length;
  }
  const own = field && isObjectType(type) ? priceOf(field, type) : 1;
  if (!field || !isCompositeType(getNamedType(field.type))) return { own, times: 1, innerPage: 1 };
  const isPaged = field.args.some((argument) => argument.name === 'first');
  const innerPage = isPaged ? pageSize(pass, node, type, field) : 1;
  if (!isListType(getNullableType(field.type))) return { own, times: 1, innerPage };
  const usual = isPaged ? innerPage : USUAL_LENGTH;
  return { own, times: isOfPage(type?.name, node.name.value) ? page : (answeredEach ?? usual), innerPage };
}

/** Arguments for whose items one thing each is answered. */
const ANSWERED_EACH: ReadonlySet<string> = new Set(['ids', 'by']);

/** What a list has that no argument says the length of. */
const USUAL_LENGTH = 3;

/** Whether a field has the things of a page, or says where it stands. `Query.nodes` is no page. */
function isOfPage(type: string | undefined, field: string): boolean {
  return type !== 'Query' && OF_PAGES.has(field);
}

const OF_PAGES: ReadonlySet<string> = new Set(['nodes', 'edges', 'values', 'pageInfo']);

/** Where nobody asks for a size, a list of the corpus is taken to fill its page, and a list inside a thing to be short. */
function pageSize(
  pass: Pass,
  node: FieldNode,
  type: GraphQLNamedType | null,
  field: GraphQLField<unknown, unknown>,
): number {
  const first = field.args.find(({ name }) => name === 'first')?.defaultValue ?? DEFAULT_PAGE_SIZE;
  const usual = type === pass.schema.getQueryType() ? Number(first) : Math.min(USUAL_LENGTH, Number(first));
  const asked = numberOf(pass.given, node, 'first') ?? numberOf(pass.given, node, 'last') ?? usual;
  return Math.min(Math.max(asked, 0), MAX_PAGE_SIZE, mostIn(field, pass.held));
}

/** How many things a list can have at most, by what its pages are made of. */
function mostIn(field: GraphQLField<unknown, unknown>, held: Held): number {
  const connection = getNamedType(field.type);
  const nodes = isObjectType(connection) ? connection.getFields().nodes : undefined;
  return (nodes && held[getNamedType(nodes.type).name]) ?? MAX_PAGE_SIZE;
}

/** What each field is estimated to cost itself, for all objects that it is answered for: to say which is dearest. */
export function estimateByField(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  held: Held,
): ReadonlyMap<FieldNode, number> {
  const pass = openPass(schema, document, operation, variables, held);
  const estimates = new Map<FieldNode, number>();
  let steps = 0;

  function note(set: SelectionSetNode, type: GraphQLNamedType | null, page: number, times: number): void {
    for (const selection of set.selections) {
      steps += 1;
      // Fragments may double each other.
      if (steps > MOST_STEPS) return;
      if (selection.kind === Kind.FIELD) {
        const field = fieldOf(schema, type, selection.name.value);
        const { own, times: inside, innerPage } = estimateField(pass, selection, type, field, page);
        estimates.set(selection, (estimates.get(selection) ?? 0) + own * times);
        if (!selection.selectionSet) continue;
        note(selection.selectionSet, field ? getNamedType(field.type) : null, innerPage, times * inside);
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? pass.fragments.get(selection.name.value) : selection;
      if (fragment === undefined) continue;
      const condition = fragment.typeCondition?.name.value;
      note(fragment.selectionSet, condition === undefined ? type : (schema.getType(condition) ?? null), page, times);
    }
  }

  note(operation.selectionSet, schema.getRootType(operation.operation) ?? null, 1, 1);
  return estimates;
}

const MOST_STEPS = 5_000;

/** The field of that name, those of introspection included; null where the type has none. */
function fieldOf(
  schema: GraphQLSchema,
  type: GraphQLNamedType | null,
  name: string,
): GraphQLField<unknown, unknown> | null {
  if (type === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return isObjectType(type) || isInterfaceType(type) ? (type.getFields()[name] ?? null) : null;
}

function add(sum: Counts, part: Readonly<Counts>): void {
  sum.depth = Math.max(sum.depth, part.depth);
  sum.rootFields = Math.min(MOST, sum.rootFields + part.rootFields);
  sum.aliases = Math.min(MOST, sum.aliases + part.aliases);
  sum.repeats = Math.min(MOST, sum.repeats + part.repeats);
  sum.directives = Math.min(MOST, sum.directives + part.directives);
  sum.estimate = Math.min(MOST, sum.estimate + part.estimate);
}

/** What was measured of a selection. */
interface MeasuredSelection {
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
function recall(
  set: SelectionSetNode,
  type: GraphQLNamedType | null,
  page: number,
  held: Held,
): MeasuredSelection | null {
  const known = REMEMBERED.get(set);
  return known?.type === type && known.page === page && known.held === held ? known.measured : null;
}

function remember(
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
function isWrittenOut(set: SelectionSetNode): boolean {
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
