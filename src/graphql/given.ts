/** What a request gives for arguments and variables: how large it is, and the numbers and texts that cost something. */
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
  /** UTF-16 units of all texts in it. */
  readonly letters: number;
}

const SINGLE: ValueSize = { depth: 0, size: 1, length: 1, letters: 0 };

/** The size of what is given for an argument, noted where it is the largest yet. */
export function measureNode(given: Given, value: ValueNode): ValueSize {
  const inner = innerNodes(value);
  if (value.kind === Kind.VARIABLE) return measureVariable(given, value.name.value);
  // An enum value is text where it comes as JSON.
  const isText = value.kind === Kind.STRING || value.kind === Kind.ENUM;
  if (inner === null) return isText ? { ...SINGLE, letters: value.value.length } : SINGLE;
  let [depth, size, letters] = [0, 1, 0];
  for (const node of inner) {
    const part = measureNode(given, node);
    depth = Math.max(depth, part.depth);
    size += part.size;
    letters += part.letters;
  }
  return note(
    given,
    { depth: depth + 1, size, letters, length: inner.length },
    value.kind === Kind.LIST ? inner.length : 0,
  );
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
  let [depth, size, letters, longest] = [0, 0, 0, 0];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    size += 1;
    if (typeof next.value === 'string') letters += next.value.length;
    if (typeof next.value !== 'object' || next.value === null) continue;
    depth = Math.max(depth, next.depth);
    if (Array.isArray(next.value)) longest = Math.max(longest, next.value.length);
    for (const value of Object.values(next.value)) open.push({ value, depth: next.depth + 1 });
  }
  return note(given, { depth, size, letters, length: Array.isArray(json) ? json.length : 1 }, longest);
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

/** The number given for an argument of a field; null where there is none. */
export function numberOf(given: Given, node: FieldNode, argument: string): number | null {
  const value = singleOf(given, node.arguments?.find(({ name }) => name.value === argument)?.value);
  return typeof value === 'number' ? value : null;
}

/** The text given; empty where it is none. */
export function textOf(given: Given, node: ValueNode): string {
  const value = singleOf(given, node);
  return typeof value === 'string' ? value : '';
}

/** A number or text, written or given by a variable; null for anything else. */
function singleOf({ variables, defaults }: Given, node: ValueNode | undefined): number | string | null {
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
