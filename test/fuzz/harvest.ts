/** Harvest: what a running Worker tells of its corpus, so that arguments can make sense and resolvers are reached. */
import { type GraphQLField, type GraphQLObjectType, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import type { Send } from './send.ts';
import { bodyOf } from './transport.ts';

/** Every list in the order in which the Worker gave it: the same corpus, the same harvest, the same requests. */
export interface Harvest {
  /** By the name of the type. */
  readonly slugs: Readonly<Record<string, readonly string[]>>;
  readonly ids: readonly string[];
  /** By the list that they belong to, in its own order: `Query.events`, `Person.mentions`. */
  readonly cursors: Readonly<Record<string, readonly string[]>>;
  /** Of the texts, as they follow each other there. */
  readonly words: readonly string[];
  readonly names: readonly string[];
  /** Days, `2025-06-27`. */
  readonly days: readonly string[];
  readonly languages: readonly string[];
  /** Addresses whose answers have an entity tag, with it. */
  readonly tagged: readonly { readonly path: string; readonly tag: string }[];
}

/** How many things of a type have the cursors of their own lists taken. */
const SAMPLES = 2;
const MOST_WORDS = 5000;

/** Reads what there is; one question after the other, each of them small enough for any limit. */
export async function harvest(send: Send, schema: GraphQLSchema): Promise<Harvest> {
  const ask = askBy(send);
  const slugs: Record<string, readonly string[]> = {};
  const cursors: Record<string, readonly string[]> = {};
  const ids: string[] = [];
  for (const { name, type } of rootLists(schema)) {
    const { list } = await ask(`{ list: ${name}(first: 50) { edges { cursor node { id slug } } } }`);
    slugs[type.name] = list.edges.map(({ node }: Listed) => node.slug);
    cursors[`Query.${name}`] = list.edges.map(({ cursor }: Listed) => cursor);
    ids.push(...list.edges.map(({ node }: Listed) => node.id));
    for (const slug of slugs[type.name]?.slice(0, SAMPLES) ?? []) {
      for (const [key, found] of await cursorsWithin(ask, type, slug)) {
        cursors[key] = [...(cursors[key] ?? []), ...found];
      }
    }
  }
  return { slugs, ids, cursors, ...(await readWords(ask)), tagged: await readTags(send) };
}

/** Asks for the data of a document; throws where it has errors. */
// biome-ignore lint/suspicious/noExplicitAny: the asker knows by its document what it gets
type Ask = (document: string, variables?: Readonly<Record<string, unknown>>) => Promise<any>;

function askBy(send: Send): Ask {
  return async (document, variables = {}) => {
    const headers = { 'content-type': 'application/json' };
    const body = Buffer.from(bodyOf({ document, variables, operationName: null }));
    const { text } = await send({ method: 'POST', path: '/graphql', headers, body });
    const { data, errors } = JSON.parse(text);
    if (errors === undefined) return data;
    throw new Error(`The Worker refuses what the fuzzer has to know: ${JSON.stringify(errors)}\n${document}`);
  };
}

interface Listed {
  readonly cursor: string;
  readonly node: { readonly id: string; readonly slug: string };
}

/** The lists of things that can be looked up by their slug as well. */
function rootLists(schema: GraphQLSchema): readonly { readonly name: string; readonly type: GraphQLObjectType }[] {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  const lookups = fields.filter(({ args }) => args.some(({ name }) => name === 'slug')).map(({ type }) => type);
  return fields.filter(isList).flatMap((field) => {
    const type = nodeType(field);
    return type !== null && lookups.includes(type) ? [{ name: field.name, type }] : [];
  });
}

/** Cursors of the lists of one thing, by the list. */
async function cursorsWithin(ask: Ask, type: GraphQLObjectType, slug: string) {
  const lists = Object.values(type.getFields()).filter(isList);
  const selections = lists.map(({ name }) => `${name}(first: 2) { edges { cursor } }`);
  const lookup = type.name.toLowerCase();
  const { thing } = await ask(`query ($slug: Slug!) { thing: ${lookup}(slug: $slug) { ${selections.join(' ')} } }`, {
    slug,
  });
  return lists.map(({ name }) => [`${type.name}.${name}`, thing[name].edges.map(cursorOf)] as const);
}

function cursorOf({ cursor }: { readonly cursor: string }): string {
  return cursor;
}

async function readWords(ask: Ask): Promise<Pick<Harvest, 'words' | 'names' | 'days' | 'languages'>> {
  const { articles, people, places, events } = await ask(`{
    articles(first: 10) { nodes { text language } }
    people(first: 50) { nodes { name otherNames } }
    places(first: 50) { nodes { name otherNames } }
    events(first: 50) { nodes { date { earliest latest } } }
  }`);
  const named: readonly { name: string; otherNames: readonly string[] }[] = [...people.nodes, ...places.nodes];
  const dated: readonly { date: { earliest: string | null; latest: string | null } | null }[] = events.nodes;
  const texts: readonly { text: string; language: string }[] = articles.nodes;
  return {
    words: texts.flatMap(({ text }) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS),
    names: named.flatMap(({ name, otherNames }) => [name, ...otherNames]),
    days: [...new Set(dated.flatMap(({ date }) => [date?.earliest, date?.latest]).filter((day) => day != null))],
    languages: [...new Set(texts.map(({ language }) => language))],
  };
}

const TAGGED = [
  '/graphql?query={corpus{version}}',
  '/api/corpus',
  '/api/statements.csv',
  '/openapi.json',
  '/schema.graphql',
  '/possible-types.json',
];

async function readTags(send: Send): Promise<Harvest['tagged']> {
  const tagged: { path: string; tag: string }[] = [];
  for (const path of TAGGED) {
    const { headers } = await send({ method: 'GET', path, headers: {}, body: null });
    if (typeof headers.etag === 'string') tagged.push({ path, tag: headers.etag });
  }
  return tagged;
}

/** Whether a field gives a connection: pages have an `after`. */
export function isList(field: GraphQLField<unknown, unknown>): boolean {
  return field.args.some(({ name }) => name === 'after');
}

function nodeType(field: GraphQLField<unknown, unknown>): GraphQLObjectType | null {
  const connection = getNamedType(field.type);
  const nodes = isObjectType(connection) ? connection.getFields().nodes : undefined;
  const type = nodes && getNamedType(nodes.type);
  return isObjectType(type) ? type : null;
}
