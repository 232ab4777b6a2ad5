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
} from 'graphql';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../../schema/page.ts';
import { type Given, measureNode, noteGreatest, numberOf, openGiven, textOf, type ValueMeasures } from './given.ts';
import {
  FILTER_LETTER,
  FILTER_VALUE,
  OBJECT,
  PAGE_ITEM,
  pageOf,
  priceOf,
  priceOfWords,
  pricePerItem,
  sizeOf,
  UNKNOWN_SIZE,
} from './price.ts';
import { isWrittenOut, type MeasuredSelection, recall, remember } from './written-out.ts';

/** What the limits of a request are about. */
export interface Measures extends Readonly<Omit<Counts, 'single'>>, Readonly<ValueMeasures> {}

export interface Measured {
  readonly measures: Measures;
  /** What one thing of each list costs, without the lists in it, by the field that answers the list. */
  readonly itemPrices: ReadonlyMap<FieldNode, number>;
}

/** What is counted for each part of a document and added up to the whole. */
export interface Counts {
  /** Fields inside each other. */
  depth: number;
  /** Fields of this selection itself; of the whole operation those at its top. */
  rootFields: number;
  aliases: number;
  repeats: number;
  directives: number;
  cost: number;
  /** The cost without what is in lists. */
  single: number;
}

interface Pass {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly given: Given;
  /** Each fragment is measured once for each size of page, however often it is used; while it is, it counts nothing. */
  readonly measured: Map<string, Readonly<Counts>>;
  readonly itemPrices: Map<FieldNode, number>;
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
  cost: 0,
  single: 0,
};

/** Measures an operation of the document with these variables, which nobody has checked yet. */
export function measure(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Measured {
  const pass: Pass = {
    schema,
    fragments: new Map(
      document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
    ),
    given: openGiven(operation, variables),
    measured: new Map(),
    itemPrices: new Map(),
    isAlone: false,
  };
  const { single: _, ...counts } = measureSelection(
    pass,
    operation.selectionSet,
    schema.getRootType(operation.operation) ?? null,
    1,
  );
  counts.directives += operation.directives?.length ?? 0;
  const measures = { ...counts, cost: Math.ceil(counts.cost), ...pass.given.greatest };
  return { measures, itemPrices: pass.itemPrices };
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
  const { own, times, isList, innerPage } = priceField(pass, node, type?.name ?? '', field, page);
  const inside = node.selectionSet
    ? measureInside(pass, node.selectionSet, field ? getNamedType(field.type) : null, innerPage)
    : NOTHING;
  if (isList) pass.itemPrices.set(node, inside.single + (isOfPage(type?.name, node.name.value) ? PAGE_ITEM : OBJECT));
  return {
    depth: inside.depth + 1,
    rootFields: 1,
    aliases: inside.aliases + (node.alias ? 1 : 0),
    repeats: inside.repeats,
    directives: inside.directives,
    cost: Math.min(MOST, own + times * inside.cost),
    single: isList ? OBJECT : Math.min(MOST, own + inside.single),
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
  const measured = recall(set, type, page) ?? remember(set, type, page, measureAlone(pass, set, type, page));
  for (const [node, price] of measured.itemPrices) pass.itemPrices.set(node, price);
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
  const itemPrices = new Map<FieldNode, number>();
  const counts = measureSelection({ ...pass, given, itemPrices, isAlone: true }, set, type, page);
  return { counts, itemPrices, greatest: given.greatest };
}

interface Price {
  /** What the field costs itself. */
  readonly own: number;
  /** How many times what is selected in it is answered. */
  readonly times: number;
  readonly isList: boolean;
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
  let price = 0;
  let answeredEach: number | null = null;
  for (const { name: argument, value } of node.arguments ?? []) {
    const size = measureNode(pass.given, value);
    const perItem = pricePerItem(argument.value);
    if (perItem !== null) {
      price += perItem * size.length;
      answeredEach = size.length;
    } else if (size.depth > 0) price += FILTER_VALUE * size.size + FILTER_LETTER * size.letters;
    if (`${type}.${name}` === 'Query.search' && argument.value === 'query') {
      price += priceOfWords(textOf(pass.given, value));
    }
  }
  const returned = field ? getNamedType(field.type) : null;
  if (!field || !isCompositeType(returned)) {
    return { own: price + priceOf(type, name, 'LEAF'), times: 1, isList: false, innerPage: 1 };
  }

  const isPaged = field.args.some((argument) => argument.name === 'first');
  const isList = isListType(getNullableType(field.type));
  const innerPage = isPaged ? pageSize(pass, node, type, field) : 1;
  price += priceOf(type, name, isPaged ? 'PAGED' : 'OBJECT');
  // A page is found when something of it is asked for: a count needs none.
  if (isOfPage(type, name)) return { own: price + PAGE_ITEM * page, times: isList ? page : 1, isList, innerPage };
  // A list that answers one thing for each item of an argument has as many; another one as many as is usual.
  const usual = sizeOf(type, name) ?? (isList ? UNKNOWN_SIZE : 1);
  return { own: price, times: isList ? (answeredEach ?? usual) : isPaged ? 1 : usual, isList, innerPage };
}

/** Whether a field has the things of a page, or says where it stands. `Query.nodes` is no page. */
function isOfPage(type: string | undefined, field: string): boolean {
  return type !== 'Query' && OF_PAGES.has(field);
}

const OF_PAGES: ReadonlySet<string> = new Set(['nodes', 'edges', 'values', 'pageInfo']);

function pageSize(pass: Pass, node: FieldNode, type: string, field: GraphQLField<unknown, unknown>): number {
  const usual = pageOf(type, node.name.value) ?? MAX_PAGE_SIZE;
  const first = field.args.find(({ name }) => name === 'first')?.defaultValue;
  const asked = numberOf(pass.given, node, 'first') ?? numberOf(pass.given, node, 'last') ?? first ?? DEFAULT_PAGE_SIZE;
  return Math.min(Math.max(Number(asked), 0), MAX_PAGE_SIZE, usual);
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
  sum.single = Math.min(MOST, sum.single + part.single);
}
