/** Lists of entities: their arguments, the fields that return a list, and those that find one thing by its slug. */
import type { FieldKind, FieldRef, InputRef, ObjectRef } from '@pothos/core';
import { dimensionsOf, type FacetedType, isFaceted, withoutOwn } from '../data/facet.ts';
import type { Filters } from '../data/filter.ts';
import type { Entities, EntityType, Slug } from '../data/model.ts';
import { DEFAULT_ORDERS, type OrderFields } from '../data/order.ts';
import type { Direction } from '../data/page.ts';
import type { Order } from '../data/query.ts';
import { allOf, type Store } from '../data/store.ts';
import { asOfArgument } from './as-of.ts';
import { builder, type Context, closedSet, type SchemaTypes } from './builder.ts';
import { type Connection, connectionType, type Faceted, ListConnection } from './connection.ts';
import { asked, type Nullish } from './filter.ts';
import { type PageArguments, windowOf } from './page.ts';
import { slugOf } from './slug.ts';

const OrderDirection = closedSet<Direction>('OrderDirection', 'Which end of a list comes first.', {
  ASC: 'The earliest, the smallest or A comes first. Unknown values come last.',
  DESC: 'The latest, the greatest or Z comes first. Unknown values come last here too.',
});

/** The entity type of an input, by its name. An input for all agents counts as one for persons. */
export type TypeOf<Name extends string> = Name extends `${infer T extends EntityType}${'Filter' | 'Order'}`
  ? T
  : 'Person';

/** The input that orders a list of `things` by the fields in `data/order.ts`, with the descriptions given here. */
export function orderInput<Name extends `${string}Order`>(
  name: Name,
  things: string,
  meanings: { readonly [Field in OrderFields[TypeOf<Name>]]: string },
): InputRef<OrderArgument<TypeOf<Name>>> {
  const fields = closedSet<string>(`${name}Field`, `What you can order ${things} by.`, meanings);
  const order = builder.inputType(name as string, {
    description: `The order of a list of ${things}. Equal items are ordered by slug.`,
    fields: (t) => ({
      field: t.field({ type: fields, required: true, description: 'What to order by.' }),
      direction: t.field({
        type: OrderDirection,
        defaultValue: 'ASC',
        description: 'The direction; ascending if left out.',
      }),
    }),
  });
  // The values of the enum are the keys of `meanings`, which are the fields of the order.
  return order as InputRef<unknown> as InputRef<OrderArgument<TypeOf<Name>>>;
}

/** The arguments of every list of entities: its page, filter and order. */
export interface ListArguments<T extends EntityType> extends PageArguments {
  /** The value of its filter input: see `filterInput`. */
  readonly filter?: Nullish<Filters[T]> | null | undefined;
  readonly orderBy?: OrderArgument<T> | null | undefined;
}

interface OrderArgument<T extends EntityType> {
  readonly field: OrderFields[T];
  readonly direction?: Direction | null | undefined;
}

/** Everything for the lists of one type: the types of their pages, their arguments, and the field that returns one. */
export function entityList<T extends EntityType>(
  type: T,
  node: ObjectRef<SchemaTypes, Entities[T]>,
  things: string,
  filter: InputRef<Nullish<Filters[T]>>,
  order: InputRef<OrderArgument<T>>,
  defaultOrder: string,
) {
  const [connection, edge] = connectionType(node, type, things);
  const args = builder.args((t) => ({
    filter: t.field({ type: filter, description: 'Which items you want; all if left out.' }),
    orderBy: t.field({ type: order, description: `The order of the list; ${defaultOrder}.` }),
  }));
  /** A list field; `implied` is the filter that its place in the graph adds to the reader's own. */
  function field<Parent, Kind extends FieldKind>(
    t: PothosSchemaTypes.RootFieldBuilder<SchemaTypes, Parent, Kind>,
    description: string,
    implied?: (parent: Parent) => Filters[T],
  ): FieldRef<SchemaTypes, unknown, Kind> {
    const resolve = (parent: Parent, given: ListArguments<T>, context: Context) =>
      connectEntities(context, type, given, implied?.(parent));
    // Only the lists of the whole corpus have no implied filter.
    const own = implied === undefined ? { ...args, ...asOfArgument } : args;
    return t.connection({ type: node, description, args: own, resolve } as never, connection as never, edge as never);
  }
  return { connection, edge, args, field };
}

/** The field that finds a thing of the type by its slug. */
export function lookupField<T extends EntityType>(
  t: PothosSchemaTypes.QueryFieldBuilder<SchemaTypes, SchemaTypes['Root']>,
  type: T,
  node: ObjectRef<SchemaTypes, Entities[T]>,
  slugDescription = 'Its slug.',
) {
  return t.field({
    type: node,
    nullable: true,
    description: `The ${type.toLowerCase()} with this slug, or with the one that has replaced it; null if there is none.`,
    args: {
      slug: t.arg({ type: 'Slug', required: true, extensions: slugOf(type), description: slugDescription }),
      ...asOfArgument,
    },
    resolve: (_, { slug }, { store }) => store.get(type, slug) as never,
  });
}

/** A page of the entities of one type that pass the reader's filter and, in a nested list, the implied one. */
export function connectEntities<T extends EntityType>(
  { store }: Context,
  type: T,
  args: ListArguments<T>,
  implied?: Filters[T],
): Connection<Entities[T]> {
  const wanted = asked<Filters[T]>(args.filter);
  const all = (filter: Filters[T]) => (implied === undefined ? [filter] : [implied, filter]);
  const filters = all(wanted);
  const order: Order<OrderFields[T]> = {
    field: args.orderBy?.field ?? DEFAULT_ORDERS[type],
    direction: args.orderBy?.direction ?? 'ASC',
  };
  const list = nameOfList(type, order, implied ?? {});
  const query = { filters, order, window: windowOf(args, list), ...articleOf(order, implied ?? {}) };
  return new ListConnection(
    () => store.list(type, query),
    list,
    () => store.count(type, filters),
    isFaceted(type)
      ? facetsOf(store, type, wanted as Filters[typeof type], (filter) => all(filter as Filters[T]))
      : null,
  );
}

/** `all` adds the filter that the list's place in the graph implies, which always applies, to the reader's own. */
function facetsOf<T extends FacetedType>(
  store: Store,
  type: T,
  wanted: Filters[T],
  all: (filter: Filters[T]) => readonly Filters[T][],
): Faceted {
  return {
    dimensions: dimensionsOf(type),
    count: (dimensions, limit, withoutOwnFilter) =>
      allOf(
        dimensions.map((dimension) => {
          const filters = all(withoutOwnFilter ? withoutOwn(type, wanted, dimension) : wanted);
          return store.facet(type, { filters, dimension, limit });
        }),
      ),
  };
}

/** Identifies a list in its cursors. Positions are relative to an article, so each article has its own list. */
function nameOfList(type: EntityType, order: Order, implied: object): string {
  return [type, order.field, order.direction, ...Object.values(articleOf(order, implied))].join('.');
}

function articleOf({ field }: Order, implied: object): { readonly article?: string } {
  if (field !== 'POSITION' || !('articles' in implied) || !Array.isArray(implied.articles)) return {};
  const [article]: readonly Slug[] = implied.articles;
  return article === undefined ? {} : { article };
}
