/** The Pothos builder: its plugins, context and scalars. It defines no domain types. */
import SchemaBuilder from '@pothos/core';
import RelayPlugin from '@pothos/plugin-relay';
import type { DateBounds } from '../data/model.ts';
import type { Awaitable, Meter, Store } from '../data/store.ts';
import type { Faceted } from './connection.ts';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from './page.ts';
import { costs } from './price.ts';

/** The context of every resolver. */
export interface Context {
  readonly store: Store;
  /** Counts the work of resolvers that the store does not count itself. */
  readonly spending: Meter;
  /** The contexts of other days, by the response name of the root field that asks for one (see `as-of.ts`). */
  days?: Map<string | number, Context> | undefined;
}

export const builder = new SchemaBuilder<{
  Context: Context;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
  Connection: {
    /** The items of the page, without their edges. */
    readonly nodes: Awaitable<readonly unknown[]>;
    readonly totalCount: () => Awaitable<number>;
    readonly facets: Faceted | null;
  };
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: string; Output: string };
    Slug: { Input: string; Output: string };
    DateRange: { Input: DateBounds; Output: string };
  };
}>({
  plugins: [RelayPlugin],
  defaultFieldNullability: false,
  relay: {
    edgesFieldOptions: {
      nullable: false,
      description: 'The items of this page, each with its cursor. If you need no cursors, use `nodes`.',
    },
    nodeFieldOptions: { nullable: false, description: 'The item itself.' },
    cursorFieldOptions: {
      extensions: costs(8),
      description:
        'The place of this item in its list, to pass as `after` or `before`. It is opaque, and valid as long as the item exists.',
    },
    pageInfoFieldOptions: { description: 'Whether there is a next page, and the cursor that asks for it.' },
    pageInfoTypeOptions: {
      description:
        'Whether there are pages before and after this one, and how to ask for them (Relay Cursor Connections).',
    },
    hasNextPageFieldOptions: {
      description:
        'True if there is a next page; with `first` and `before`, one before `before`. Ask for it with `after: endCursor`.',
    },
    hasPreviousPageFieldOptions: {
      description:
        'True if there is a previous page; with `last` and `after`, one after `after`. Ask for it with `before: startCursor` and `last`.',
    },
    startCursorFieldOptions: {
      extensions: costs(8),
      description: 'The cursor of the first item of this page; null if the page is empty.',
    },
    endCursorFieldOptions: {
      extensions: costs(8),
      description:
        'The cursor of the last item of this page; null if the page is empty. Pass it as `after` for the next page.',
    },
    firstArgOptions: {
      description: `How many items, from the start: 0 to ${MAX_PAGE_SIZE}; ${DEFAULT_PAGE_SIZE} if \`first\` and \`last\` are left out. Do not give both.`,
    },
    lastArgOptions: {
      description: `How many items, from the end: 0 to ${MAX_PAGE_SIZE}, in the order of the list. Leave out \`first\`.`,
    },
    afterArgOptions: {
      description: 'Items after this cursor; pass `endCursor` of the page before. Keep the same list and order.',
    },
    beforeArgOptions: {
      description:
        'Items before this cursor; pass `startCursor` of the page after, with `last`. Keep the same list and order.',
    },
  },
});

/** The types of the builder, for functions that make parts of the schema. */
export type SchemaTypes = (typeof builder)['$inferSchemaTypes'];

builder.queryType({
  description:
    'Every query starts here: look one thing up by its slug (`person`), list and filter many (`people`), or search all (`search`).',
});

/** An enum of exactly the members of `Value`, each with a description. */
export function closedSet<Value extends string>(
  name: string,
  description: string,
  meanings: { readonly [V in Value]: string },
) {
  const values = Object.fromEntries(
    Object.entries<string>(meanings).map(([value, meaning]) => [value, { value, description: meaning }]),
  ) as { [V in Value]: { value: V; description: string } };
  return builder.enumType(name, { description, values });
}
