/** Documents: random ones of the schema, all of them valid, with arguments that make sense. */
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { isList } from './harvest.ts';
import { drawLiteral } from './literal.ts';
import { type Draw, drawSearch, drawValue, type Json, type Slot } from './value.ts';

/** The parameters of a GraphQL request. */
export interface Operation {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
}

/** The schema as it is committed. */
export function readSchema(): GraphQLSchema {
  return buildSchema(readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8'));
}

/** What stands in the document so far. */
interface Writer {
  readonly draw: Draw;
  readonly schema: GraphQLSchema;
  /** `$v1: Int = 3`, a declaration each. */
  readonly declarations: string[];
  readonly variables: Record<string, Json>;
  readonly fragments: string[];
  /** How many names were made up. */
  names: number;
  /** How many more fields there may be. */
  fieldsLeft: number;
  /** Between fields and arguments. */
  readonly gap: string;
}

/** Where a selection stands: how much deeper it may go, and how many things each of its fields is asked of. */
interface Scope {
  readonly depth: number;
  readonly things: number;
  /** Names of the answer that are taken, in this selection and all fragments in it. */
  readonly taken: Set<string>;
}

/** How many things of a list in lists of lists are asked for at most. */
const MOST_THINGS = 150;
/** What a list that has no pages is taken to hold. */
const UNPAGED = 3;

const META_ROOTS = ['__schema', '__type'] as const;

/** A random operation that the schema allows, and the values of its variables. */
export function drawOperation(draw: Draw, schema: GraphQLSchema): Operation {
  const { random } = draw;
  const writer: Writer = {
    draw,
    schema,
    declarations: [],
    variables: {},
    fragments: [],
    names: 0,
    fieldsLeft: 4 + random.few(60),
    gap: random.weighted([
      [8, ' '],
      [3, '\n  '],
      [1, ', '],
      [0.5, '\t\r\n'],
      [0.5, ' # a comment } {\n'],
    ]),
  };
  const selection = writeRoot(writer);
  const name = random.chance(0.5) || writer.declarations.length > 0 ? random.pick(['', 'Asked', 'query', 'Q1']) : null;
  const declared = writer.declarations.length > 0 ? `(${writer.declarations.join(random.pick([', ', ' ']))})` : '';
  const operation = `${name === null ? '' : `query ${name}${declared} `}${selection}`;
  const others = name && random.chance(0.1) ? ['query Other { __typename }'] : [];
  return {
    document: [operation, ...writer.fragments, ...others].join(random.pick([' ', '\n', '\n\n'])),
    variables: writer.variables,
    operationName: name && (others.length > 0 || random.chance(0.3)) ? name : null,
  };
}

function writeRoot(writer: Writer): string {
  const { random } = writer.draw;
  const query = writer.schema.getQueryType();
  if (!query) throw new Error('The schema has no query type.');
  const scope = { depth: random.between(2, 9), things: 1, taken: new Set<string>() };
  if (random.chance(0.04)) return `{${writer.gap}${writeMeta(writer, scope)}${writer.gap}}`;
  return writeSelection(writer, query, scope);
}

/** `__schema` and `__type`, which the schema itself does not list. */
function writeMeta(writer: Writer, scope: Scope): string {
  const { random } = writer.draw;
  const root = random.pick(META_ROOTS);
  const type = writer.schema.getType(root === '__schema' ? '__Schema' : '__Type');
  if (!isObjectType(type)) throw new Error('The schema has no introspection.');
  const named = root === '__type' ? `(name: "${random.pick(Object.keys(writer.schema.getTypeMap()))}")` : '';
  return `${root}${named} ${writeSelection(writer, type, { ...scope, things: MOST_THINGS, depth: random.between(1, 4) })}`;
}

/** In braces; never empty. */
function writeSelection(writer: Writer, type: GraphQLCompositeType, scope: Scope): string {
  const parts = writeParts(writer, type, scope);
  return `{${writer.gap}${parts.join(writer.gap)}${writer.gap}}`;
}

function writeParts(writer: Writer, type: GraphQLCompositeType, scope: Scope): readonly string[] {
  const { random } = writer.draw;
  const parts = isUnionType(type) ? [] : writeFields(writer, Object.values(type.getFields()), type.name, scope);
  if (!isObjectType(type) && (isUnionType(type) || random.chance(0.4))) {
    for (const possible of random.some(writer.schema.getPossibleTypes(type), 2)) {
      parts.push(writeFragment(writer, possible, scope));
    }
  } else if (scope.depth > 1 && random.chance(0.08)) {
    parts.push(writeFragment(writer, type, scope));
  }
  if (parts.length === 0 || random.chance(0.1)) parts.push(writeTypename(scope));
  return parts;
}

function writeTypename({ taken }: Scope): string {
  taken.add('__typename');
  return '__typename';
}

/** Inline or by name, in the same scope as what it stands in. */
function writeFragment(writer: Writer, type: GraphQLCompositeType, scope: Scope): string {
  const { random } = writer.draw;
  // Once its depth is used up it has leaves and no fragments any more.
  const selection = writeSelection(writer, type, { ...scope, depth: scope.depth - 1 });
  const directive = writeDirective(writer);
  if (random.chance(0.6)) {
    const condition = isObjectType(type) || random.chance(0.7) ? ` on ${type.name}` : '';
    return `...${condition}${directive} ${selection}`;
  }
  const name = `F${++writer.names}`;
  writer.fragments.push(`fragment ${name} on ${type.name} ${selection}`);
  const spread = `...${name}${directive}`;
  return random.chance(0.1) ? `${spread}${writer.gap}...${name}` : spread;
}

function writeFields(
  writer: Writer,
  fields: readonly GraphQLField<unknown, unknown>[],
  owner: string,
  scope: Scope,
): string[] {
  const { random } = writer.draw;
  const leaves = fields.filter((field) => !isCompositeType(getNamedType(field.type)));
  const branches = scope.depth > 0 && writer.fieldsLeft > 0 ? fields.filter((field) => !leaves.includes(field)) : [];
  const chosen = [
    ...(leaves.length > 0 && (branches.length === 0 || random.chance(0.7)) ? random.some(leaves, 4) : []),
    ...(branches.length > 0 ? random.some(branches, owner === 'Query' ? 3 : 1 + random.few(3)) : []),
  ];
  writer.fieldsLeft -= chosen.length;
  return chosen.map((field) => writeField(writer, field, owner, scope));
}

function writeField(writer: Writer, field: GraphQLField<unknown, unknown>, owner: string, scope: Scope): string {
  const type = getNamedType(field.type);
  const slots = field.args.map(({ name, type: argument }) => ({
    owner: `${owner}.${field.name}`,
    name,
    type: argument,
  }));
  const page = isList(field) ? drawPage(writer, slots, scope) : null;
  // Cursors belong to one order.
  const others = slots.filter(
    ({ name }) => !page || !(PAGE_ARGUMENTS.includes(name) || (page.isCut && name === 'orderBy')),
  );
  const args = [...(page?.args ?? []), ...writeArguments(writer, others)];
  const alias = writeAlias(writer, field.name, scope);
  const head = `${alias}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${writeDirective(writer)}`;
  if (!isCompositeType(type)) return head;
  const each = page?.size ?? (isListOf(field) && !isPageField(field) ? UNPAGED : 1);
  const inner = { depth: scope.depth - 1, things: scope.things * Math.max(1, each), taken: new Set<string>() };
  return `${head} ${writeSelection(writer, type, inner)}`;
}

function isListOf({ type }: GraphQLField<unknown, unknown>): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** What holds a page; its size was counted where the page was asked for. */
function isPageField({ name }: GraphQLField<unknown, unknown>): boolean {
  return name === 'nodes' || name === 'edges';
}

/** Two fields of one name in a scope must not differ, so the second one gets another name; now and then any does. */
function writeAlias(writer: Writer, name: string, { taken }: Scope): string {
  const { random } = writer.draw;
  const odd = random.chance(0.01) ? random.pick(['then', 'toJSON', 'constructor', '__proto__', 'toString']) : null;
  const own = odd !== null && !taken.has(odd) ? odd : `a${++writer.names}`;
  const isNeeded = taken.has(name) || odd !== null || random.chance(0.06);
  taken.add(isNeeded ? own : name);
  return isNeeded ? `${own}: ` : '';
}

function writeDirective(writer: Writer): string {
  const { random } = writer.draw;
  if (!random.chance(0.03)) return '';
  const isSkip = random.chance(0.5);
  // Mostly such that the field stays.
  const value = random.chance(0.7) !== isSkip;
  const condition = random.chance(0.5) ? declareVariable(writer, 'Boolean!', value) : String(value);
  return ` @${isSkip ? 'skip' : 'include'}(if: ${condition})`;
}

/** The arguments that ask for a page, so small that the lists inside it stay in bounds. */
function drawPage(writer: Writer, slots: readonly Slot[], { things }: Scope) {
  const { random, harvest, nonsense } = writer.draw;
  const most = Math.max(1, Math.min(100, Math.floor(MOST_THINGS / things)));
  const isOdd = random.chance(nonsense);
  const size = isOdd
    ? random.pick([-1, 0, 100, 101, 1e9])
    : Math.min(most, random.pick([0, 1, 1, 2, 2, 3, 5, 10, 100]));
  const args: string[] = [];
  const give = (name: string, value: Json) => {
    const slot = slots.find((candidate) => candidate.name === name);
    if (slot !== undefined) args.push(`${name}: ${writeValue(writer, slot, value)}`);
  };
  if (things > 1 || isOdd || random.chance(0.8)) give(random.chance(0.8) ? 'first' : 'last', size);
  const own = harvest.cursors[slots[0]?.owner ?? ''] ?? [];
  const cursors = random.chance(nonsense) ? Object.values(harvest.cursors).flat() : own;
  const isCut = cursors.length > 0 && random.chance(0.15);
  if (isCut) give(random.pick(['after', 'before']), random.pick(cursors));
  return { args, size, isCut };
}

const PAGE_ARGUMENTS = ['first', 'last', 'after', 'before'];

function writeArguments(writer: Writer, slots: readonly Slot[]): string[] {
  const { random } = writer.draw;
  return slots.flatMap((slot) => {
    if (!isNonNullType(slot.type) && !random.chance(0.25)) return [];
    const isSearch = slot.owner === 'Query.search' && slot.name === 'query';
    const value =
      isSearch && !random.chance(writer.draw.nonsense) ? drawSearch(writer.draw) : drawValue(writer.draw, slot);
    return [`${slot.name}: ${writeValue(writer, slot, value)}`];
  });
}

/** As a variable, as a literal, or as a literal with variables inside. */
function writeValue(writer: Writer, slot: Slot, value: Json): string {
  const { random } = writer.draw;
  if (random.chance(0.4)) return declareVariable(writer, String(slot.type), value);
  return drawLiteral(random, slot.type, value, (type, inner) =>
    random.chance(0.1) ? declareVariable(writer, type, inner) : null,
  );
}

/** The name of a new variable with this value. */
function declareVariable(writer: Writer, type: string, value: Json): string {
  const { random } = writer.draw;
  const name = `v${++writer.names}`;
  // A default that is not used, or that stands for the value that is not given.
  const isDefault = (typeof value === 'number' || typeof value === 'boolean') && random.chance(0.3);
  writer.declarations.push(`$${name}: ${type}${isDefault ? ` = ${value}` : ''}`);
  if (!isDefault || random.chance(0.5)) writer.variables[name] = value;
  return `$${name}`;
}
