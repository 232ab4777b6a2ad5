/** The Pothos builder: its plugins, context and scalars. It defines no type of the domain. */
import SchemaBuilder from '@pothos/core';
import RelayPlugin from '@pothos/plugin-relay';
import type { DateBounds } from '../data/model.ts';
import type { Awaitable, Store } from '../data/store.ts';
import type { Faceted } from './connection.ts';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from './page.ts';
import { costs } from './price.ts';

/** What every resolver is given. */
export interface Context {
  readonly store: Store;
}

export const builder = new SchemaBuilder<{
  Context: Context;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
  Connection: {
    /** The things of the page, without what edges say of them. */
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
      description: 'The things on this page, each with its cursor, in list order.',
    },
    nodeFieldOptions: { nullable: false, description: 'The thing itself.' },
    cursorFieldOptions: {
      extensions: costs(8),
      description:
        'Where this thing stands in its list: opaque, and good for as long as the thing exists. Give it as `after` or `before`.',
    },
    pageInfoFieldOptions: { description: 'Whether the list goes on, and the cursors to go on with.' },
    pageInfoTypeOptions: {
      description: 'Where a page stands in its list (Relay Cursor Connections).',
    },
    hasNextPageFieldOptions: { description: 'True if the list goes on behind this page.' },
    hasPreviousPageFieldOptions: { description: 'True if the list has something before this page.' },
    startCursorFieldOptions: {
      extensions: costs(8),
      description: 'The cursor of the first thing on this page; null if it is empty.',
    },
    endCursorFieldOptions: {
      extensions: costs(8),
      description: 'The cursor of the last thing on this page; null if it is empty.',
    },
    firstArgOptions: {
      description: `How many from the start, 0 to ${MAX_PAGE_SIZE}; ${DEFAULT_PAGE_SIZE} if neither \`first\` nor \`last\` is given. Not with \`last\`.`,
    },
    lastArgOptions: {
      description: `How many from the end, 0 to ${MAX_PAGE_SIZE}, still in list order. Not with \`first\`.`,
    },
    afterArgOptions: { description: 'Only what stands behind this cursor of the same list and order.' },
    beforeArgOptions: { description: 'Only what stands before this cursor of the same list and order.' },
  },
});

/** The types that the builder was given, for functions that make part of the schema. */
export type SchemaTypes = (typeof builder)['$inferSchemaTypes'];

builder.queryType({ description: 'Where every question starts.' });

/** An enum whose values are all members of `Value`, none forgotten, each described. */
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
