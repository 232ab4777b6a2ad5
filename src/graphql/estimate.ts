/** Estimates the cost of the fields of an operation, before it is validated. */
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
import { type Given, measureNode, numberOf, openGiven } from './given.ts';
import { priceOf } from './price.ts';

/** How many things of each type the corpus has: no page has more. */
export type Held = Readonly<Record<string, number>>;

/** An operation, with everything that it can refer to. */
export interface Asked {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly given: Given;
  readonly held: Held;
}

export function openAsked(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  held: Held,
): Asked {
  return {
    schema,
    fragments: new Map(
      document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
    ),
    given: openGiven(operation, variables),
    held,
  };
}

interface Estimate {
  /** The cost of the field itself. */
  readonly own: number;
  /** How many times the selection in it is executed. */
  readonly times: number;
  /** The length of the page in it: of its `nodes`, `edges` or `values`. */
  readonly innerPage: number;
}

/** Estimates a field. An unknown one costs as much as a stored scalar. */
export function estimateField(
  asked: Asked,
  node: FieldNode,
  type: GraphQLNamedType | null,
  field: GraphQLField<unknown, unknown> | null,
  page: number,
): Estimate {
  let answeredEach: number | null = null;
  for (const { name, value } of node.arguments ?? []) {
    const { length } = measureNode(asked.given, value);
    if (ANSWERED_EACH.has(name.value)) answeredEach = length;
  }
  const own = field && isObjectType(type) ? priceOf(field, type) : 1;
  if (!field || !isCompositeType(getNamedType(field.type))) return { own, times: 1, innerPage: 1 };
  const isPaged = field.args.some((argument) => argument.name === 'first');
  const innerPage = isPaged ? pageSize(asked, node, type, field) : 1;
  if (!isListType(getNullableType(field.type))) return { own, times: 1, innerPage };
  const usual = isPaged ? innerPage : USUAL_LENGTH;
  return { own, times: isOfPage(type?.name, node.name.value) ? page : (answeredEach ?? usual), innerPage };
}

/** Arguments whose value is a list, with one result for each item. */
const ANSWERED_EACH: ReadonlySet<string> = new Set(['ids', 'by']);

/** The assumed length of a list without an argument for its length. */
const USUAL_LENGTH = 3;

/** Whether a field has the items of a page, or information about the page. `Query.nodes` is not a page. */
function isOfPage(type: string | undefined, field: string): boolean {
  return type !== 'Query' && OF_PAGES.has(field);
}

const OF_PAGES: ReadonlySet<string> = new Set(['nodes', 'edges', 'values', 'pageInfo']);

/** If no size is given, a top-level list is assumed to fill its page, and a list inside a thing to be short. */
function pageSize(
  asked: Asked,
  node: FieldNode,
  type: GraphQLNamedType | null,
  field: GraphQLField<unknown, unknown>,
): number {
  const first = field.args.find(({ name }) => name === 'first')?.defaultValue ?? DEFAULT_PAGE_SIZE;
  const usual = type === asked.schema.getQueryType() ? Number(first) : Math.min(USUAL_LENGTH, Number(first));
  const size = numberOf(asked.given, node, 'first') ?? numberOf(asked.given, node, 'last') ?? usual;
  return Math.min(Math.max(size, 0), MAX_PAGE_SIZE, mostIn(field, asked.held));
}

/** The most items that a list can have, by their type. */
function mostIn(field: GraphQLField<unknown, unknown>, held: Held): number {
  const connection = getNamedType(field.type);
  const nodes = isObjectType(connection) ? connection.getFields().nodes : undefined;
  return (nodes && held[getNamedType(nodes.type).name]) ?? MAX_PAGE_SIZE;
}

/** The estimated cost of each field itself, in all its objects: for finding the most expensive one. */
export function estimateByField(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  held: Held,
): ReadonlyMap<FieldNode, number> {
  const asked = openAsked(schema, document, operation, variables, held);
  const estimates = new Map<FieldNode, number>();
  let steps = 0;

  function note(set: SelectionSetNode, type: GraphQLNamedType | null, page: number, times: number): void {
    for (const selection of set.selections) {
      steps += 1;
      // Fragments that spread each other can grow exponentially.
      if (steps > MOST_STEPS) return;
      if (selection.kind === Kind.FIELD) {
        const field = fieldOf(schema, type, selection.name.value);
        const { own, times: inside, innerPage } = estimateField(asked, selection, type, field, page);
        estimates.set(selection, (estimates.get(selection) ?? 0) + own * times);
        if (!selection.selectionSet) continue;
        note(selection.selectionSet, field ? getNamedType(field.type) : null, innerPage, times * inside);
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? asked.fragments.get(selection.name.value) : selection;
      if (fragment === undefined) continue;
      const condition = fragment.typeCondition?.name.value;
      note(fragment.selectionSet, condition === undefined ? type : (schema.getType(condition) ?? null), page, times);
    }
  }

  note(operation.selectionSet, schema.getRootType(operation.operation) ?? null, 1, 1);
  return estimates;
}

const MOST_STEPS = 5_000;

/** The field with that name, including those of introspection; null if the type has none. */
export function fieldOf(
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
