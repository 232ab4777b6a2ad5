// What only one side has does not compile. Never run: `tsc -p tsconfig.node.json` is the test, and complains about each
// `@ts-expect-error` under which nothing is wrong.
import type { FacetDimension, Family } from '../../data/facet.ts';
import type { Filters } from '../../data/filter.ts';
import type { EntityType } from '../../data/model.ts';
import type { OrderFields } from '../../data/order.ts';
import type { ErrorCodeName } from '../../schema/errors.ts';
import { filterInput, PositionFilter } from '../../schema/filter.ts';
import { orderInput } from '../../schema/list.ts';

const description = 'As it should be.';

export function filters() {
  filterInput('AgentFilter', 'agents', 'All that they can be asked for.', (t) => ({
    name: t.string({ description }),
    articles: t.field({ type: ['Slug'], description }),
    events: t.field({ type: ['Slug'], description }),
    position: t.field({ type: PositionFilter, description }),
  }));

  filterInput('AgentFilter', 'agents', 'A field that the schema has alone: nothing would evaluate it.', (t) => ({
    name: t.string({ description }),
    articles: t.field({ type: ['Slug'], description }),
    events: t.field({ type: ['Slug'], description }),
    position: t.field({ type: PositionFilter, description }),
    // @ts-expect-error
    age: t.int({ description }),
  }));

  // @ts-expect-error
  filterInput('AgentFilter', 'agents', 'Without one that the data has: nobody could ask for it.', (t) => ({
    name: t.string({ description }),
    articles: t.field({ type: ['Slug'], description }),
    events: t.field({ type: ['Slug'], description }),
  }));

  filterInput('AgentFilter', 'agents', 'A position is no text.', (t) => ({
    name: t.string({ description }),
    articles: t.field({ type: ['Slug'], description }),
    events: t.field({ type: ['Slug'], description }),
    // @ts-expect-error
    position: t.string({ description }),
  }));
}

export function orders() {
  orderInput('PlaceOrder', 'places', { NAME: description, MENTIONS: description });
  // @ts-expect-error An order that the data has alone.
  orderInput('PlaceOrder', 'places', { NAME: description });
  // @ts-expect-error An order that the schema has alone.
  orderInput('PlaceOrder', 'places', { NAME: description, MENTIONS: description, AREA: description });
  // @ts-expect-error No order of places.
  return 'REPORTS' satisfies OrderFields['Place'];
}

export function terms() {
  // @ts-expect-error A filter by event asks for a term that nothing gives a place here.
  return { kind: [], 'contained-in': [], article: [] } satisfies Record<Family<'Place'>, string[]>;
}

export function tables() {
  const filter: Filters['Place'] = { name: 'Riverton' };
  // @ts-expect-error No filter of places.
  const other: Filters['Place'] = { isDenied: true };
  // @ts-expect-error Every dimension has a meaning, and every code a status.
  const meanings: Record<FacetDimension, string> & Record<ErrorCodeName, number> = {};
  // @ts-expect-error Every type has an order of its own, its counts and its folder.
  const named: Record<EntityType, string> = { Article: 'articles' };
  return { filter, other, meanings, named };
}
