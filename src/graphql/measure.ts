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
  type SelectionSetNode,
  TypeMetaFieldDef,
  type ValueNode,
} from 'graphql';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../../schema/page-size.ts';
import { FILTER_VALUE, PAGE_ITEM, pageOf, priceOf, priceOfWords, sizeOf } from './price.ts';

/** What the limits of a request are about. */
export interface Measures extends Readonly<Counts>, Readonly<ValueMeasures> {}

/** What is counted for each part of a document and added up to the whole. */
interface Counts {
  /** Fields inside each other. */
  depth: number;
  /** Fields of this selection itself; of the whole operation those at its top. */
  rootFields: number;
  aliases: number;
  repeats: number;
  directives: number;
  cost: number;
}

/** Of the arguments and variables: each is the greatest that one of them has. */
interface ValueMeasures {
  listLength: number;
  filterDepth: number;
  filterSize: number;
}

interface Pass {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly defaults: ReadonlyMap<string, ValueNode>;
  /** Each fragment is measured once for each size of page, however often it is used; while it is, it counts nothing. */
  readonly measured: Map<string, Readonly<Counts>>;
  readonly variableSizes: Map<string, ValueSize>;
  readonly values: ValueMeasures;
}

/** No limit is as high. Fragments that double each other would soon count more than a number can say. */
const MOST = 1_000_000_000;
const NOTHING: Readonly<Counts> = { depth: 0, rootFields: 0, aliases: 0, repeats: 0, directives: 0, cost: 0 };

/** Measures an operation of the document with these variables, which nobody has checked yet. */
export function measure(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Measures {
  const definitions = operation.variableDefinitions ?? [];
  const pass: Pass = {
    schema,
    variables,
    fragments: new Map(
      document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
    ),
    defaults: new Map(
      definitions.flatMap(({ variable, defaultValue }) => (defaultValue ? [[variable.name.value, defaultValue]] : [])),
    ),
    measured: new Map(),
    variableSizes: new Map(),
    values: { listLength: 0, filterDepth: 0, filterSize: 0 },
  };
  // Also a variable that no field uses is looked through by graphql-js.
  for (const { variable } of definitions) measureVariable(pass, variable.name.value);
  const counts = measureSelection(pass, operation.selectionSet, schema.getRootType(operation.operation) ?? null, 1);
  counts.directives += operation.directives?.length ?? 0;
  return { ...counts, cost: Math.ceil(counts.cost), ...pass.values };
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
      for (const { value } of directive.arguments ?? []) measureNode(pass, value);
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
  const { own, times, innerPage } = priceField(pass, node, type?.name ?? '', field, page);
  const inside = node.selectionSet
    ? measureSelection(pass, node.selectionSet, field ? getNamedType(field.type) : null, innerPage)
    : NOTHING;
  return {
    depth: inside.depth + 1,
    rootFields: 1,
    aliases: inside.aliases + (node.alias ? 1 : 0),
    repeats: inside.repeats,
    directives: inside.directives,
    cost: Math.min(MOST, own + times * inside.cost),
  };
}

interface Price {
  /** What the field costs itself. */
  readonly own: number;
  /** How many times what is selected in it is answered. */
  readonly times: number;
  /** How long the page in it is: what its `nodes`, `edges` and `values` have. */
  readonly innerPage: number;
}

function priceField(
  pass: Pass,
  node: FieldNode,
  type: string,
  field: GraphQLField<unknown, unknown> | null,
  page: number,
): Price {
  const name = node.name.value;
  let own = 0;
  for (const { name: argument, value } of node.arguments ?? []) {
    const size = measureNode(pass, value);
    if (size.depth > 0) own += FILTER_VALUE * size.size;
    if (type === 'Query' && name === 'search' && argument.value === 'query') own += priceOfWords(textOf(pass, value));
  }
  const returned = field ? getNamedType(field.type) : null;
  if (!field || !isCompositeType(returned)) return { own: own + priceOf(type, name, 'LEAF'), times: 1, innerPage: 1 };

  const isPaged = field.args.some((argument) => argument.name === 'first');
  const isList = isListType(getNullableType(field.type));
  const innerPage = isPaged ? pageSize(pass, node, type, field) : 1;
  own += priceOf(type, name, isPaged ? 'PAGED' : 'OBJECT');
  // A page is found when something of it is asked for: a count needs none. `Query.nodes` is no page.
  if (type !== 'Query' && OF_PAGES.has(name)) {
    return { own: own + PAGE_ITEM * page, times: name === 'pageInfo' ? 1 : page, innerPage };
  }
  return { own, times: isList || !isPaged ? listSize(pass, node, type, isList) : 1, innerPage };
}

/** What has the things of a page, or says where it stands. */
const OF_PAGES: ReadonlySet<string> = new Set(['nodes', 'edges', 'values', 'pageInfo']);

function pageSize(pass: Pass, node: FieldNode, type: string, field: GraphQLField<unknown, unknown>): number {
  const usual = pageOf(type, node.name.value) ?? MAX_PAGE_SIZE;
  const first = field.args.find(({ name }) => name === 'first')?.defaultValue;
  const asked = numberOf(pass, node, 'first') ?? numberOf(pass, node, 'last') ?? first ?? DEFAULT_PAGE_SIZE;
  return Math.min(Math.max(Number(asked), 0), MAX_PAGE_SIZE, usual);
}

/** A list that answers one thing for each that is given in a list has as many; another one as many as is usual. */
function listSize(pass: Pass, node: FieldNode, type: string, isList: boolean): number {
  const given = isList ? node.arguments?.find(({ name }) => PER_ITEM.has(name.value)) : undefined;
  return given ? measureNode(pass, given.value).length : (sizeOf(type, node.name.value) ?? 1);
}

/** `Query.nodes(ids:)` and `facets(by:)`. */
const PER_ITEM: ReadonlySet<string> = new Set(['ids', 'by']);

/** Of a value in an argument or variable. */
interface ValueSize {
  /** Lists and objects inside each other; 0 for a single value. */
  readonly depth: number;
  /** It and the values in it, lists and objects counted too. */
  readonly size: number;
  /** Items, where it is a list. */
  readonly length: number;
}

const SINGLE: ValueSize = { depth: 0, size: 1, length: 1 };

/** The size of what is given for an argument, noted where it is the largest yet. */
function measureNode(pass: Pass, value: ValueNode): ValueSize {
  const inner = innerNodes(value);
  if (value.kind === Kind.VARIABLE) return measureVariable(pass, value.name.value);
  if (inner === null) return SINGLE;
  let [depth, size] = [0, 1];
  for (const node of inner) {
    const part = measureNode(pass, node);
    depth = Math.max(depth, part.depth);
    size += part.size;
  }
  return note(pass, { depth: depth + 1, size, length: inner.length }, value.kind === Kind.LIST ? inner.length : 0);
}

function innerNodes(value: ValueNode): readonly ValueNode[] | null {
  if (value.kind === Kind.LIST) return value.values;
  return value.kind === Kind.OBJECT ? value.fields.map((field) => field.value) : null;
}

/** Once each: a large one may be used in many places. */
function measureVariable(pass: Pass, name: string): ValueSize {
  const known = pass.variableSizes.get(name);
  if (known) return known;
  const size = Object.hasOwn(pass.variables, name)
    ? measureJson(pass, pass.variables[name])
    : measureDefault(pass, name);
  pass.variableSizes.set(name, size);
  return size;
}

function measureDefault(pass: Pass, name: string): ValueSize {
  const value = pass.defaults.get(name);
  return value ? measureNode(pass, value) : SINGLE;
}

/** By hand and not by calling itself: it may be nested as deeply as a body is long. */
function measureJson(pass: Pass, json: unknown): ValueSize {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: json, depth: 1 }];
  let [depth, size, longest] = [0, 0, 0];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    size += 1;
    if (typeof next.value !== 'object' || next.value === null) continue;
    depth = Math.max(depth, next.depth);
    if (Array.isArray(next.value)) longest = Math.max(longest, next.value.length);
    for (const value of Object.values(next.value)) open.push({ value, depth: next.depth + 1 });
  }
  return note(pass, { depth, size, length: Array.isArray(json) ? json.length : 1 }, longest);
}

function note({ values }: Pass, size: ValueSize, longest: number): ValueSize {
  values.listLength = Math.max(values.listLength, longest);
  values.filterDepth = Math.max(values.filterDepth, size.depth);
  values.filterSize = Math.max(values.filterSize, size.size - 1);
  return size;
}

function numberOf(pass: Pass, node: FieldNode, argument: string): number | null {
  const value = singleOf(pass, node.arguments?.find(({ name }) => name.value === argument)?.value);
  return typeof value === 'number' ? value : null;
}

function textOf(pass: Pass, node: ValueNode): string {
  const value = singleOf(pass, node);
  return typeof value === 'string' ? value : '';
}

/** A number or text, written or given by a variable; null for anything else. */
function singleOf({ variables, defaults }: Pass, node: ValueNode | undefined): number | string | null {
  if (node?.kind === Kind.VARIABLE) {
    const name = node.name.value;
    if (!Object.hasOwn(variables, name)) return writtenIn(defaults.get(name));
    const value = variables[name];
    return typeof value === 'number' || typeof value === 'string' ? value : null;
  }
  return writtenIn(node);
}

function writtenIn(node: ValueNode | undefined): number | string | null {
  if (node?.kind === Kind.INT || node?.kind === Kind.FLOAT) return Number(node.value);
  return node?.kind === Kind.STRING ? node.value : null;
}

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
  sum.cost = Math.min(MOST, sum.cost + part.cost);
}
