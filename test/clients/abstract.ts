// For every interface and union of the schema and every type that it can be, a query that reaches such a thing and asks
// it by a fragment on the interface or union. A new one is covered by itself.
import {
  buildSchema,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { request, send } from '../harness.ts';

/** A fragment on an abstract type, asked of things of one object type. */
export interface AbstractCase {
  readonly on: string;
  readonly of: string;
  readonly query: string;
  /** What the endpoint answers, with at least one such thing. */
  readonly data: object;
}

/** What has to be given to some fields, each way of it; the Gazette has all of it. */
const GIVEN: Readonly<Record<string, readonly string[]>> = {
  'Query.events': ['first: 30, filter: { hasDisagreements: true }', 'first: 30'],
  'Query.article': ['slug: "two-die-at-harrow-mill"'],
  'Query.search': ['query: "fire"'],
  'Query.paths': [
    'from: "ada-lindqvarn", to: "agnes-tallow"',
    'from: "ada-lindqvarn", to: "petra-lindqvarn"',
    'from: "ada-lindqvarn", to: "silas-tallow"',
    'from: "edmund-rook", to: "harbour-board"',
  ],
};

/** The most ways to a type that are tried until one reaches a thing. */
const MOST_WAYS = 40;

/** Throws where the Gazette has no such thing, or no way to it is known. */
export async function abstractCases(): Promise<readonly AbstractCase[]> {
  const schema = buildSchema(await (await send('/schema.graphql', {}, 'gazette')).text());
  const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType);
  const waysTo = findWays(schema);
  const cases: AbstractCase[] = [];
  for (const on of abstract) {
    for (const of of schema.getPossibleTypes(on)) {
      const marked = fragment(schema, on, of);
      const found = await firstWith(
        of.name,
        waysTo.filter(({ to }) => canBe(schema, to, of)).map((way) => write(way, marked)),
      );
      if (found === null) throw new Error(`No query reaches a ${of.name} to ask it as ${on.name}.`);
      cases.push({ on: on.name, of: of.name, ...found });
    }
  }
  return cases;
}

interface Step {
  readonly text: string;
  /** Of the type that the field gives: asked on the way, so that caches can key what they keep. */
  readonly hasId: boolean;
}

interface Way {
  readonly steps: readonly Step[];
  readonly to: GraphQLNamedType;
}

/** Ways from the root, the shortest first: each field of each type once. */
function findWays(schema: GraphQLSchema): readonly Way[] {
  const root = schema.getQueryType();
  if (!root) throw new Error('The schema has no query type.');
  const ways: Way[] = [];
  const seen = new Set<GraphQLNamedType>([root]);
  const open: Way[] = [{ steps: [], to: root }];
  for (let way = open.shift(); way !== undefined; way = open.shift()) {
    if (!isObjectType(way.to) && !isInterfaceType(way.to)) continue;
    for (const field of Object.values(way.to.getFields())) {
      const to = getNamedType(field.type);
      if (!isCompositeType(to)) continue;
      const hasId = 'getFields' in to && 'id' in to.getFields();
      const found = argumentsOf(way.to.name, field, way.steps.length === 0).map((given) => ({
        steps: [...way.steps, { text: field.name + given, hasId }],
        to,
      }));
      ways.push(...found);
      if (!seen.has(to)) open.push(...found);
      if (found.length > 0) seen.add(to);
    }
  }
  return ways;
}

/** Each way to give what has to be given; none where nobody knows a value for it. */
function argumentsOf(type: string, { name, args }: GraphQLField<unknown, unknown>, isRoot: boolean): readonly string[] {
  const known = GIVEN[`${type}.${name}`];
  if (known !== undefined) return known.map((given) => `(${given})`);
  if (args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)) return [];
  return [isRoot && args.some((arg) => arg.name === 'first') ? '(first: 30)' : ''];
}

/** A thing by a fragment on an abstract type: its leaf fields, or for a union those of the member. */
function fragment(schema: GraphQLSchema, on: GraphQLNamedType, of: GraphQLNamedType): string {
  const own = isInterfaceType(on) ? leaves(on) : `... on ${of.name} { ${leaves(of)} }`;
  const id = isObjectType(schema.getType(of.name)) && 'id' in (of as { getFields(): object }).getFields() ? 'id' : '';
  return `__typename ... on ${of.name} { ${id} __typename } ... on ${on.name} { __typename ${own} }`;
}

function leaves(type: GraphQLNamedType): string {
  if (!isObjectType(type) && !isInterfaceType(type)) return '__typename';
  const fields = Object.values(type.getFields()).filter((field) => isLeafType(getNamedType(field.type)));
  const free = fields.filter(({ args }) => args.every((arg) => !isNonNullType(arg.type)));
  return free.length === 0 ? '__typename' : free.map(({ name }) => name).join(' ');
}

function canBe(schema: GraphQLSchema, type: GraphQLNamedType, of: GraphQLNamedType): boolean {
  return type === of || (isAbstractType(type) && isObjectType(of) && schema.isSubType(type, of));
}

function write({ steps }: Way, inner: string): string {
  return steps.reduceRight((text, step) => `${step.text} { __typename ${step.hasId ? 'id ' : ''}${text} }`, inner);
}

async function firstWith(of: string, bodies: readonly string[]): Promise<Pick<AbstractCase, 'query' | 'data'> | null> {
  for (const body of bodies.slice(0, MOST_WAYS)) {
    const query = `{ ${body} }`;
    const { data, errors } = await request(query, {}, 'gazette');
    if (errors) throw new Error(`${query}\n${JSON.stringify(errors)}`);
    if (JSON.stringify(data).includes(`"__typename":"${of}"`)) return { query, data };
  }
  return null;
}
