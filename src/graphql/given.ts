/** What a request gives for arguments and variables: how large it is, and the numbers in it. */
import { type FieldNode, Kind, type OperationDefinitionNode, type ValueNode } from 'graphql';

/** Of all arguments and variables: the greatest that one of them has. */
export interface ValueMeasures {
  /** Items of the longest list. */
  listLength: number;
  /** Lists and objects inside each other. */
  filterDepth: number;
  /** Values, lists and objects inside counted too. */
  filterSize: number;
}

/** The variables of a request, and what was found out about them. */
export interface Given {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly defaults: ReadonlyMap<string, ValueNode>;
  readonly sizes: Map<string, ValueSize>;
  readonly greatest: ValueMeasures;
}

/** Opens what is given, and looks through every variable: also one that no field uses is read by graphql-js. */
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

/** Once each: a large one may be used in many places. */
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

/** By hand and not by calling itself: it may be nested as deeply as a body is long. */
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

/** Notes what was measured elsewhere, where it is the greatest yet. */
export function noteGreatest(
  { greatest }: Given,
  { listLength, filterDepth, filterSize }: Readonly<ValueMeasures>,
): void {
  greatest.listLength = Math.max(greatest.listLength, listLength);
  greatest.filterDepth = Math.max(greatest.filterDepth, filterDepth);
  greatest.filterSize = Math.max(greatest.filterSize, filterSize);
}

/** The number given for an argument of a field, written or by a variable; null where there is none. */
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
