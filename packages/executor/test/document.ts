/** Document: random documents for a schema. Almost all are valid; the caller discards the others. */
import {
  doTypesOverlap,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  isUnionType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import type { Chance } from './chance.ts';
import { type Variables, writeLiteral } from './literal.ts';

/** A document, and which of its operations to execute. */
export interface Drawn {
  readonly source: string;
  readonly operationName: string | null;
}

/** A part of the document: its text, and what it needs. */
interface Part {
  readonly text: string;
  readonly uses: ReadonlySet<string>;
  readonly spreads: ReadonlySet<string>;
}

interface Fragment extends Part {
  readonly name: string;
  readonly condition: GraphQLCompositeType;
}

interface Writer extends Variables {
  readonly schema: GraphQLSchema;
  /** What each response name stands for: the same everywhere, so that all fields can be merged. */
  readonly names: Map<string, string>;
  readonly fragments: Fragment[];
  /** Arguments that were given to a field, to be used again. */
  readonly given: Map<string, Part[]>;
  spreads: Set<string>;
  fieldsLeft: number;
}

/** How deep a selection may be, in fields and in fragments. */
interface Depth {
  readonly fields: number;
  readonly fragments: number;
}

export function drawDocument(chance: Chance, schema: GraphQLSchema): Drawn {
  const writer: Writer = {
    chance,
    schema,
    declared: new Map(),
    uses: new Set(),
    names: new Map(),
    fragments: [],
    given: new Map(),
    spreads: new Set(),
    fieldsLeft: 3 + chance.few(40),
  };
  const count = chance.is(0.8) ? 1 : 2 + chance.below(2);
  const operations = Array.from({ length: count }, (_, at) => drawOperation(writer, at, count > 1));
  const named = operations.filter(({ name }) => name !== null);
  const asked = named.length > 0 ? chance.pick(named).name : null;
  const definitions = [
    ...operations.map(({ text }) => text),
    ...writer.fragments.map(({ name, condition, text }) => `fragment ${name} on ${condition.name} ${text}`),
  ];
  return {
    source: chance.some(definitions, definitions.length).join('\n'),
    operationName:
      count > 1 ? (chance.is(0.03) ? chance.pick([null, 'Nobody']) : asked) : chance.is(0.5) ? asked : null,
  };
}

function drawOperation(writer: Writer, at: number, isNamed: boolean) {
  const { chance, schema } = writer;
  const kind = chance.is(0.2) ? 'mutation' : 'query';
  const root = kind === 'query' ? schema.getQueryType()! : schema.getMutationType()!;
  const depth = { fields: 1 + chance.below(5), fragments: 3 };
  const part = collect(writer, () => writeSelection(writer, root, depth));
  const uses = usesOf(writer, part);
  const declared = [...uses].map((name) => `$${name}: ${writer.declared.get(name)}`);
  const name = isNamed || chance.is(0.5) ? `Asked${at}` : null;
  const isBare = kind === 'query' && name === null && declared.length === 0;
  const head = `${kind} ${name ?? ''}${declared.length > 0 ? `(${declared.join(', ')})` : ''} `;
  return { name, text: isBare ? part.text : `${head}${part.text}` };
}

/** The variables of a part and of all fragments that it spreads. */
function usesOf({ fragments }: Writer, part: Part): ReadonlySet<string> {
  const uses = new Set(part.uses);
  const spreads = new Set(part.spreads);
  for (const name of spreads) {
    const fragment = fragments.find((candidate) => candidate.name === name)!;
    for (const use of fragment.uses) uses.add(use);
    for (const spread of fragment.spreads) spreads.add(spread);
  }
  return uses;
}

/** Writes a part that is used by itself. */
function collect(writer: Writer, write: () => string): Part {
  const { uses, spreads } = writer;
  writer.uses = new Set();
  writer.spreads = new Set();
  const part = { text: write(), uses: writer.uses, spreads: writer.spreads };
  writer.uses = uses;
  writer.spreads = spreads;
  return part;
}

function writeSelection(writer: Writer, type: GraphQLCompositeType, depth: Depth): string {
  const { chance } = writer;
  const count = 1 + chance.few(writer.fieldsLeft > 0 ? 6 : 2);
  const parts = Array.from({ length: count }, () => writePart(writer, type, depth));
  return `{ ${parts.join(' ')} }`;
}

function writePart(writer: Writer, type: GraphQLCompositeType, depth: Depth): string {
  const { chance } = writer;
  const kind = chance.weighted([
    [isUnionType(type) ? 2 : 10, 'field'],
    [depth.fragments > 0 ? 2 : 0, 'inline'],
    [depth.fragments > 0 ? 2.5 : 0, 'spread'],
  ] as const);
  if (kind === 'field') return writeField(writer, type, depth);
  const inner = { ...depth, fragments: depth.fragments - 1 };
  const condition = chance.is(0.3) ? type : chance.pick(conditionsFor(writer.schema, type));
  if (kind === 'inline') {
    const on = condition === type && chance.is(0.7) ? '' : ` on ${condition.name}`;
    return `...${on}${writeDirectives(writer)} ${writeSelection(writer, condition, inner)}`;
  }
  return `...${spreadFragment(writer, type, condition, inner)}${writeDirectives(writer)}`;
}

/** The name of an existing or new fragment that may be spread in the type. */
function spreadFragment(writer: Writer, type: GraphQLCompositeType, on: GraphQLCompositeType, depth: Depth): string {
  const { chance, schema, fragments } = writer;
  const fitting = fragments.filter(({ condition }) => doTypesOverlap(schema, condition, type));
  if (fitting.length > 0 && chance.is(0.5)) {
    const { name } = chance.pick(fitting);
    writer.spreads.add(name);
    return name;
  }
  const part = collect(writer, () => writeSelection(writer, on, depth));
  // It gets its name only now, so that it cannot spread itself.
  const name = chance.is(0.03) && fragments.length === 0 ? 'constructor' : `F${fragments.length}`;
  fragments.push({ ...part, name, condition: on });
  writer.spreads.add(name);
  return name;
}

const conditions = new WeakMap<GraphQLCompositeType, readonly GraphQLCompositeType[]>();

/** The possible type conditions of fragments in a type. */
function conditionsFor(schema: GraphQLSchema, type: GraphQLCompositeType): readonly GraphQLCompositeType[] {
  if (isIntrospectionType(type)) return [type];
  const found = conditions.get(type) ?? findConditions(schema, type);
  conditions.set(type, found);
  return found;
}

function findConditions(schema: GraphQLSchema, type: GraphQLCompositeType): readonly GraphQLCompositeType[] {
  return Object.values(schema.getTypeMap()).filter(
    (other): other is GraphQLCompositeType =>
      isCompositeType(other) && !isIntrospectionType(other) && doTypesOverlap(schema, type, other),
  );
}

function writeField(writer: Writer, type: GraphQLCompositeType, depth: Depth): string {
  const { chance } = writer;
  const field = drawField(writer, type, depth);
  writer.fieldsLeft--;
  const args = writeArguments(writer, type, field);
  const head = `${nameField(writer, type, field, args)}${args}${writeDirectives(writer)}`;
  const named = getNamedType(field.type);
  if (!isCompositeType(named)) return head;
  // Sometimes deeper than allowed, so that the last one has content.
  const inner = { fields: depth.fields - 1, fragments: chance.is(0.5) ? depth.fragments : 1 };
  return `${head} ${writeSelection(writer, named, inner)}`;
}

function drawField(writer: Writer, type: GraphQLCompositeType, depth: Depth): GraphQLField<unknown, unknown> {
  const { chance, schema, fieldsLeft } = writer;
  const isRoot = type === schema.getQueryType();
  if (isUnionType(type) || chance.is(0.07)) return TypeNameMetaFieldDef;
  if (isRoot && chance.is(0.015)) return chance.pick([SchemaMetaFieldDef, TypeMetaFieldDef]);
  const fields = Object.values(type.getFields());
  const isDeep = depth.fields > 0 && fieldsLeft > 0;
  const fitting = isDeep ? fields : fields.filter((field) => !isCompositeType(getNamedType(field.type)));
  const deep = isDeep && chance.is(0.4) ? fitting.filter((field) => isCompositeType(getNamedType(field.type))) : [];
  if (fitting.length === 0) return TypeNameMetaFieldDef;
  return chance.pick(deep.length > 0 ? deep : fitting);
}

/** `alias: name`, so that the response name stands for this field with these arguments everywhere. */
function nameField(writer: Writer, type: GraphQLCompositeType, field: GraphQLField<unknown, unknown>, args: string) {
  const { chance, names } = writer;
  // Different objects may use one name for different fields of the same type.
  const owner = isObjectType(type) && chance.is(0.01) ? type.name : '';
  const meaning = `${owner}${field.name}${args}: ${field.type}`;
  // A function with one of these names would turn the result of graphql-js into a promise, or serialize itself.
  const isRisky = ['Any', 'Odd'].includes(getNamedType(field.type).name);
  const isFree = (name: string) =>
    (names.get(name) ?? meaning) === meaning && !(isRisky && ['then', 'toJSON'].includes(name));
  const name = chance.is(0.9) && isFree(field.name) ? field.name : chance.some(ALIASES, ALIASES.length).find(isFree)!;
  names.set(name, meaning);
  return name === field.name ? name : `${name}: ${field.name}`;
}

const ALIASES = [
  ...['then', 'toJSON', 'constructor', '__proto__', 'toString', 'data', 'length', '_', 'A', 'a1'],
  ...Array.from({ length: 60 }, (_, at) => `b${at}`),
];

function writeArguments(writer: Writer, type: GraphQLCompositeType, field: GraphQLField<unknown, unknown>): string {
  const { chance, given } = writer;
  if (field.args.length === 0) return '';
  const key = field.name === '__type' ? field.name : `${type.name}.${field.name}`;
  const earlier = given.get(key) ?? [];
  if (earlier.length > 0 && chance.is(0.7)) {
    const { text, uses } = chance.pick(earlier);
    for (const use of uses) writer.uses.add(use);
    return text;
  }
  const part = collect(writer, () => {
    const chosen = field.args.filter(
      (argument) => (isNonNullType(argument.type) && argument.defaultValue === undefined) || chance.is(0.55),
    );
    const written = chosen.map(({ name, type: argument, defaultValue }) => {
      if (field.name === '__type') return `name: "${chance.pick(Object.keys(writer.schema.getTypeMap()))}"`;
      const place = { type: argument, hasDefault: defaultValue !== undefined, variable: 0.4, depth: 0 };
      return `${name}: ${writeLiteral(writer, place)}`;
    });
    return written.length > 0 ? `(${chance.some(written, written.length).join(', ')})` : '';
  });
  given.set(key, [...earlier, part]);
  for (const use of part.uses) writer.uses.add(use);
  return part.text;
}

function writeDirectives(writer: Writer): string {
  const { chance } = writer;
  const names = chance.is(0.07) ? [chance.pick(['skip', 'include'])] : chance.is(0.01) ? ['include', 'skip'] : [];
  return names.map((name) => ` @${name}(if: ${writeCondition(writer, name === 'include')})`).join('');
}

/** Directives that mostly include their node. */
function writeCondition({ chance, declared, uses }: Writer, usual: boolean): string {
  if (chance.is(0.3)) return String(chance.is(0.7) === usual);
  const declaration = chance.pick(['Boolean!', 'Boolean!', 'Boolean! = false', 'Boolean = true']);
  const name = `${declaration.replace(/\W/g, '')}${chance.below(2)}`;
  declared.set(name, declaration);
  uses.add(name);
  return `$${name}`;
}
