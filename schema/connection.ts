/** Connections: pages and totals, the same for every list (Relay Cursor Connections). */
import type { InterfaceRef, ObjectRef } from '@pothos/core';
import type { FacetDimension } from '../data/facet.ts';
import { compareKeys, type Page, pageOf, type SortKey } from '../data/page.ts';
import type { FacetCounts } from '../data/query.ts';
import { type Awaitable, andThen } from '../data/store.ts';
import { builder, type SchemaTypes } from './builder.ts';
import { encodeCursor, type PageArguments, windowOf } from './page.ts';

interface Edge<Item> {
  readonly cursor: string;
  readonly node: Item;
}

type Entry<Item> = Page<Item>['items'][number];

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** The value of a list field. Its page is only read if a field of it is selected: a count needs no page. */
export interface Connection<Item> {
  readonly edges: Awaitable<readonly Edge<Item>[]>;
  readonly nodes: Awaitable<readonly Item[]>;
  readonly pageInfo: Awaitable<PageInfo>;
  readonly totalCount: () => Awaitable<number>;
  /** Null for a list without facets. */
  readonly facets: Faceted | null;
}

/** The dimensions that a list can be counted by, and the counts over the whole list. */
export interface Faceted {
  readonly dimensions: readonly FacetDimension[];
  /** At most `limit` values per dimension; `withoutOwnFilter` ignores the reader's filter by the dimension itself. */
  readonly count: (
    dimensions: readonly FacetDimension[],
    limit: number,
    withoutOwnFilter: boolean,
  ) => Awaitable<readonly FacetCounts[]>;
}

/** The connection type of a node type, and its edge type; `things` names the items in descriptions. */
export function connectionType<Item>(
  type: ObjectRef<SchemaTypes, Item> | InterfaceRef<SchemaTypes, Item>,
  name: string,
  things: string,
) {
  const edge = builder.edgeObject({
    type,
    name: `${name}Edge`,
    description: `One item of a list of ${things}, with its cursor.`,
  });
  const connection = builder.connectionObject(
    {
      type,
      name: `${name}Connection`,
      description: `One page of a list of ${things}; \`nodes\` has the items.`,
      fields: (t) => ({
        // Not the plugin's own field, which takes the items from edges: one unnecessary object for each.
        nodes: t.field({
          type: [type],
          description: 'The items of this page, in the order of the list.',
          resolve: ({ nodes }) => nodes as Awaitable<never[]>,
        }),
        totalCount: t.int({
          description: `How many ${things} the whole list has, on all pages. Counted only if you ask for it.`,
          resolve: ({ totalCount }) => totalCount(),
        }),
      }),
    },
    edge,
  );
  return [connection, edge] as const;
}

/** A page of a list that a record contains; `keyOf` gives each item a unique sort key. */
export function connectItems<Item>(
  items: readonly Item[],
  list: string,
  args: PageArguments,
  keyOf: (item: Item) => SortKey,
): Connection<Item> {
  const keyed = sortedByKey(items, keyOf);
  const window = windowOf(args, list, (key) => key.length > 0);
  return toConnection(
    () => pageOf(keyed, 'ASC', window),
    list,
    () => items.length,
  );
}

/** Sorted once per record: a request may ask for pages of the same list many times. */
function sortedByKey<Item>(items: readonly Item[], keyOf: (item: Item) => SortKey): readonly Keyed<Item>[] {
  const known = SORTED.get(items) as readonly Keyed<Item>[] | undefined;
  if (known !== undefined) return known;
  const keyed = items.map((item) => ({ item, key: keyOf(item) })).sort((a, b) => compareKeys(a.key, b.key, 'ASC'));
  SORTED.set(items, keyed);
  return keyed;
}

interface Keyed<Item> {
  readonly item: Item;
  readonly key: SortKey;
}

/** By list. Each has only one order. */
const SORTED = new WeakMap<readonly unknown[], readonly Keyed<unknown>[]>();

/** The page as a connection; `list` identifies the list and its order, so that cursors of other lists are refused. */
export function toConnection<Item>(
  openPage: () => Awaitable<Page<Item>>,
  list: string,
  count: () => Awaitable<number>,
): Connection<Item> {
  return new ListConnection(openPage, list, count, null);
}

export class ListConnection<Item> implements Connection<Item> {
  readonly totalCount: Connection<Item>['totalCount'];
  readonly facets: Faceted | null;
  readonly #openPage: () => Awaitable<Page<Item>>;
  readonly #list: string;
  #page: Awaitable<Page<Item>> | null = null;

  constructor(
    openPage: () => Awaitable<Page<Item>>,
    list: string,
    totalCount: Connection<Item>['totalCount'],
    facets: Faceted | null,
  ) {
    this.#openPage = openPage;
    this.#list = list;
    this.totalCount = totalCount;
    this.facets = facets;
  }

  get edges() {
    return andThen(this.#read(), ({ items }) => items.map((entry) => new ListEdge(this.#list, entry)));
  }

  get nodes() {
    return andThen(this.#read(), ({ items }) => items.map(({ item }) => item));
  }

  get pageInfo() {
    return andThen(this.#read(), (page) => new ListPageInfo(this.#list, page));
  }

  #read(): Awaitable<Page<Item>> {
    this.#page ??= this.#openPage();
    return this.#page;
  }
}

/** Encodes its cursors only if they are selected, like those of edges. */
class ListPageInfo<Item> implements PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly #list: string;
  readonly #items: readonly Entry<Item>[];

  constructor(list: string, { items, hasBefore, hasAfter }: Page<Item>) {
    this.hasNextPage = hasAfter;
    this.hasPreviousPage = hasBefore;
    this.#list = list;
    this.#items = items;
  }

  get startCursor(): string | null {
    return this.#cursorOf(this.#items[0]);
  }

  get endCursor(): string | null {
    return this.#cursorOf(this.#items.at(-1));
  }

  #cursorOf(entry: Entry<Item> | undefined): string | null {
    return entry === undefined ? null : encodeCursor(this.#list, entry.key);
  }
}

/** Encodes its cursor only if it is selected: that costs more than finding the item. */
class ListEdge<Item> implements Edge<Item> {
  readonly node: Item;
  readonly #list: string;
  readonly #entry: Entry<Item>;

  constructor(list: string, entry: Entry<Item>) {
    this.node = entry.item;
    this.#list = list;
    this.#entry = entry;
  }

  get cursor(): string {
    return encodeCursor(this.#list, this.#entry.key);
  }
}
