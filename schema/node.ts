/**
 * Relay nodes and their global ids. They replace those of the Relay plugin, which makes a promise for every selected
 * `id`.
 */
import {
  type Agent,
  ENTITY_TYPES,
  type Entities,
  type Entity,
  type EntityType,
  isAgent,
  type Slug,
} from '../data/model.ts';
import { type Awaitable, andThen } from '../data/store.ts';
import { asOfArgument } from './as-of.ts';
import { builder, type Context } from './builder.ts';
import { publicError } from './errors.ts';
import { MAX_PAGE_SIZE } from './page.ts';

/** The first part of the page addresses of each type. An address stays valid as long as the thing exists. */
export const PAGE_FOLDERS = {
  Article: 'articles',
  Event: 'events',
  Statement: 'statements',
  Person: 'people',
  Organization: 'organizations',
  Group: 'groups',
  Place: 'places',
} as const satisfies { readonly [T in EntityType]: string };

/** No slug results in a longer id. */
const MAX_ID_LENGTH = 1000;
const GLOBAL_ID = /^([A-Z][a-z]+):([a-z0-9]+(?:-[a-z0-9]+)*)$/;

export const Node = builder.interfaceRef<Entity>('Node');

Node.implement({
  description:
    'Anything with an id of its own: an article, event, statement, person, organization, group or place (Relay Global Object Identification).',
  resolveType: (entity) => entity.type,
  fields: (t) => ({
    id: t.id({
      description: 'Its global id: opaque, unique, and valid as long as the thing exists. Pass it to `node`.',
      resolve: toGlobalId,
    }),
    url: t.string({
      description:
        'The address of its page on this site: `/people/mikhail-shvydkoy`. It is relative (RFC 3986); resolve it against the address of this endpoint.',
      resolve: ({ type, slug }) => pageAddress(type, slug),
    }),
    slug: t.expose('slug', {
      type: 'Slug',
      description: 'The readable name that an editor gave it: unique in the corpus, and never used for another.',
    }),
  }),
});

builder.queryField('node', (t) =>
  t.field({
    type: Node,
    nullable: true,
    description:
      'The thing with this global id; null if there is none (any more). An id from before its slug was replaced still finds it. As of another day: `nodes`, since clients of Relay expect `id` alone here. `INVALID_ID` if it is not an id of this endpoint.',
    args: { id: t.arg.id({ required: true, description: 'The `id` of a `Node`.' }) },
    resolve: (_, { id }, { store }) => findNode(store, id),
  }),
);

builder.queryField('nodes', (t) =>
  t.field({
    type: [Node],
    nullable: { list: false, items: true },
    description:
      'The things with these global ids, in the order of the ids, as `node` finds them; null if there is none (any more), and null with the error `INVALID_ID` if it is not an id of this endpoint.',
    args: {
      ids: t.arg.idList({ required: true, description: `Global ids, at most ${MAX_PAGE_SIZE}.` }),
      ...asOfArgument,
    },
    resolve(_, { ids }, { store }) {
      if (ids.length > MAX_PAGE_SIZE) {
        throw publicError(
          'INVALID_ARGUMENT',
          `"ids" has ${ids.length} ids; the most is ${MAX_PAGE_SIZE}. Split it into smaller requests.`,
        );
      }
      // A returned error counts as thrown, without a promise: GraphQL (September 2025), 6.4.4, as implemented by
      // graphql-js.
      return ids.map((id) => findAmongOthers(store, id)) as Awaitable<Entity | null>[];
    },
  }),
);

/** The thing of the type that a record references by its slug. The compiler guarantees that it exists. */
export function load<T extends EntityType>({ store }: Context, type: T, slug: Slug): Awaitable<Entities[T]> {
  return andThen(store.get(type, slug), (entity) => entity ?? missing(slug));
}

/** Like `load`, if the reference may be null. */
export function loadIfNamed<T extends EntityType>(
  context: Context,
  type: T,
  slug: Slug | null,
): Awaitable<Entities[T]> | null {
  return slug === null ? null : load(context, type, slug);
}

/** Like `load`, if the thing may be of any type. */
export function loadAny({ store }: Context, slug: Slug): Awaitable<Entity> {
  return andThen(store.find(slug), (entity) => entity ?? missing(slug));
}

/** Like `load`, for the agent of a statement or event. */
export function loadAgent(context: Context, slug: Slug): Awaitable<Agent> {
  return andThen(loadAny(context, slug), (entity) => (isAgent(entity) ? entity : missing(slug)));
}

/** Like `load`, for the subject of a statement. */
export function loadSubject(context: Context, slug: Slug): Awaitable<Agent | Entities['Event' | 'Place']> {
  return andThen(loadAny(context, slug), (entity) =>
    isAgent(entity) || entity.type === 'Event' || entity.type === 'Place' ? entity : missing(slug),
  );
}

function missing(slug: Slug): never {
  throw new Error(`The corpus has no "${slug}", though one of its records names it.`);
}

function pageAddress(type: EntityType, slug: Slug): string {
  return `/${PAGE_FOLDERS[type]}/${slug}`;
}

// Slugs are ASCII, so base64 needs no UTF-8 here.
function toGlobalId(entity: Entity): string {
  const known = GLOBAL_IDS.get(entity);
  if (known !== undefined) return known;
  const id = btoa(`${entity.type}:${entity.slug}`);
  GLOBAL_IDS.set(entity, id);
  return id;
}

/** Encoded once per record: clients with a cache select the id of everything. */
const GLOBAL_IDS = new WeakMap<Entity, string>();

/** Like `findNode`, but returns the error for an invalid id, so that only this one item fails. */
function findAmongOthers(store: Context['store'], id: string): Awaitable<Entity | Error | null> {
  try {
    return findNode(store, id);
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}

function findNode(store: Context['store'], id: string): Awaitable<Entity | null> {
  const { type, slug } = fromGlobalId(id);
  // What has replaced the thing may be of another type: a person who turned out to be a group.
  return andThen(store.find(slug), (entity) =>
    entity === null || (entity.slug === slug && entity.type !== type) ? null : entity,
  );
}

function fromGlobalId(id: string): { readonly type: EntityType; readonly slug: Slug } {
  const [, name, slug] = GLOBAL_ID.exec(id.length > MAX_ID_LENGTH ? '' : decodeBase64(id)) ?? [];
  const type = ENTITY_TYPES.find((candidate) => candidate === name);
  if (type === undefined || slug === undefined) {
    throw publicError('INVALID_ID', 'This is not a global id of Dateline. Use an "id" exactly as a query returned it.');
  }
  return { type, slug };
}

function decodeBase64(text: string): string {
  try {
    return atob(text);
  } catch {
    return '';
  }
}
