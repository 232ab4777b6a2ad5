/** The values that a request gives for arguments and variables: their sizes, and the numbers in them. */
import { type FieldNode, Kind, type OperationDefinitionNode, type ValueNode } from 'graphql';

/** The largest sizes of any argument or variable. */
export interface ValueMeasures {
  /** The number of items in the longest list. */
  listLength: number;
  /** The depth of nested lists and objects. */
  filterDepth: number;
  /** The number of values, including nested lists and objects. */
  filterSize: number;
}

/** The variables of a request, and their sizes. */
export interface Given {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly defaults: ReadonlyMap<string, ValueNode>;
  readonly sizes: Map<string, ValueSize>;
  readonly greatest: ValueMeasures;
}

/** Measures every variable, including those that no field uses, because graphql-js reads them all. */
export function openGiven(
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Given {
  const given: Given = {
    variables,
    defaults: new Map(
      variableDefinitions.flatMap(({ variable, defaultValue }) =>
        defaultValue ? [[variable.name.value, defaultValue]] : [],
      ),
    ),
    sizes: new Map(),
    greatest: { listLength: 0, filterDepth: 0, filterSize: 0 },
  };
  for (const { variable } of variableDefinitions) measureVariable(given, variable.name.value);
  return given;
}

/** The size of a value in an argument or variable. */
interface ValueSize {
  /** The depth of nested lists and objects; 0 for a scalar. */
  readonly depth: number;
  /** The number of values, counting itself and nested lists and objects. */
  readonly size: number;
  /** The number of items if it is a list; otherwise 1. */
  readonly length: number;
}

const SINGLE: ValueSize = { depth: 0, size: 1, length: 1 };

/** The size of the value of an argument. Also updates the largest sizes. */
export function measureNode(given: Given, value: ValueNode): ValueSize {
  const inner = innerNodes(value);
  if (value.kind === Kind.VARIABLE) return measureVariable(given, value.name.value);
  if (inner === null) return SINGLE;
  let [depth, size] = [0, 1];
  for (const node of inner) {
    const part = measureNode(given, node);
    depth = Math.max(depth, part.depth);
    size += part.size;
  }
  return note(given, { depth: depth + 1, size, length: inner.length }, value.kind === Kind.LIST ? inner.length : 0);
}

function innerNodes(value: ValueNode): readonly ValueNode[] | null {
  if (value.kind === Kind.LIST) return value.values;
  return value.kind === Kind.OBJECT ? value.fields.map((field) => field.value) : null;
}

/** Each variable is measured once, because a large one may be used in many places. */
function measureVariable(given: Given, name: string): ValueSize {
  const known = given.sizes.get(name);
  if (known) return known;
  const size = Object.hasOwn(given.variables, name)
    ? measureJson(given, given.variables[name])
    : measureDefault(given, name);
  given.sizes.set(name, size);
  return size;
}

function measureDefault(given: Given, name: string): ValueSize {
  const value = given.defaults.get(name);
  return value ? measureNode(given, value) : SINGLE;
}

/** Iterative, not recursive, because the value may be nested as deeply as the body is long. */
function measureJson(given: Given, json: unknown): ValueSize {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: json, depth: 1 }];
  let [depth, size, longest] = [0, 0, 0];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    size += 1;
    if (typeof next.value !== 'object' || next.value === null) continue;
    depth = Math.max(depth, next.depth);
    if (Array.isArray(next.value)) longest = Math.max(longest, next.value.length);
    for (const value of Object.values(next.value)) open.push({ value, depth: next.depth + 1 });
  }
  return note(given, { depth, size, length: Array.isArray(json) ? json.length : 1 }, longest);
}

function note(given: Given, size: ValueSize, longest: number): ValueSize {
  noteGreatest(given, { listLength: longest, filterDepth: size.depth, filterSize: size.size - 1 });
  return size;
}

/** Updates the largest sizes with those measured elsewhere. */
export function noteGreatest(
  { greatest }: Given,
  { listLength, filterDepth, filterSize }: Readonly<ValueMeasures>,
): void {
  greatest.listLength = Math.max(greatest.listLength, listLength);
  greatest.filterDepth = Math.max(greatest.filterDepth, filterDepth);
  greatest.filterSize = Math.max(greatest.filterSize, filterSize);
}

/** The number given for an argument of a field, literally or by a variable; null if there is none. */
export function numberOf({ variables, defaults }: Given, node: FieldNode, argument: string): number | null {
  const value = node.arguments?.find(({ name }) => name.value === argument)?.value;
  if (value?.kind !== Kind.VARIABLE) return writtenIn(value);
  const name = value.name.value;
  if (!Object.hasOwn(variables, name)) return writtenIn(defaults.get(name));
  const given = variables[name];
  return typeof given === 'number' ? given : null;
}

function writtenIn(node: ValueNode | undefined): number | null {
  return node?.kind === Kind.INT || node?.kind === Kind.FLOAT ? Number(node.value) : null;
}
