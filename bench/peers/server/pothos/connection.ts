/** Connections over the store, by the helper of the Relay plugin. */
import { type ResolveCursorConnectionArgs, resolveCursorConnection } from '@pothos/plugin-relay';
import type { Filters } from '../../../../data/filter.ts';
import type { EntityType } from '../../../../data/model.ts';
import { type OrderFields, sortKey } from '../../../../data/order.ts';
import type { SortKey } from '../../../../data/page.ts';
import { decodeCursor, encodeCursor } from '../../../../schema/page.ts';
import type { Context } from '../store.ts';

export const DEFAULT_SIZE = 50;

interface PageArguments {
  readonly first?: number | null | undefined;
  readonly last?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
}

/** A page of the things of a type that pass the filter. */
export async function connect<T extends EntityType>(
  { store }: Context,
  type: T,
  field: OrderFields[T],
  args: PageArguments,
  filter: Filters[T],
) {
  const list = `${type}.${field}.ASC`;
  const connection = await resolveCursorConnection(
    { args, defaultSize: DEFAULT_SIZE, toCursor: (entity) => encodeCursor(list, sortKey(entity, type, field)) },
    async ({ after, before, limit, inverted }: ResolveCursorConnectionArgs) => {
      const window = {
        limit,
        fromEnd: inverted,
        ...(after !== undefined && { after: decodeCursor('after', after, list, isKey) }),
        ...(before !== undefined && { before: decodeCursor('before', before, list, isKey) }),
      };
      const { items } = await store.list(type, { filters: [filter], order: { field, direction: 'ASC' }, window });
      const entities = items.map(({ item }) => item);
      return inverted ? entities.reverse() : entities;
    },
  );
  return { ...connection, totalCount: () => store.count(type, [filter]) };
}

function isKey(key: SortKey): boolean {
  return key.length > 0;
}
