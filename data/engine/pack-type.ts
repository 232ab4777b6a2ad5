/** Packs what the lists of one type need, over things or over their versions. */
import { ByteWriter } from '../bytes.ts';
import type { DateKind } from '../condition.ts';
import { DATES } from '../date-of.ts';
import { isFaceted } from '../facet.ts';
import { type Entities, type EntityType, type FuzzyDate, NAMED_TYPES, type NamedType } from '../model.ts';
import { ordersOf } from '../order.ts';
import { type Columns, thingsByValue } from './column.ts';
import { datesName, packDates } from './dates.ts';
import { packFacets } from './facet.ts';
import { namesName, packNames } from './names.ts';
import { orderName, packOrder } from './ranking.ts';
import { listName } from './terms.ts';

/** `own` are the things in the order of their numbers, and `columns` their terms. */
export function* packType<T extends EntityType>(
  type: T,
  own: readonly Entities[T][],
  columns: Columns,
): Generator<readonly [string, Uint8Array]> {
  for (const field of ordersOf(type)) yield [orderName(type, field), packOrder(type, field, own)];
  yield* packLists(type, columns);
  const named = NAMED_TYPES.find((one) => one === type);
  if (named !== undefined) yield [namesName(named), packNames(own as readonly Entities[NamedType][])];
  if (!isFaceted(type)) return;
  yield* packFacets(type, columns);
  for (const [kind, datesOf] of Object.entries(DATES[type])) {
    yield [datesName(type, kind as DateKind), packDates(own, datesOf as (entity: Entities[T]) => readonly FuzzyDate[])];
  }
}

function* packLists(type: EntityType, { byFamily, order }: Columns): Generator<readonly [string, Uint8Array]> {
  const lists = new Map(
    [...byFamily].flatMap(([family, column]) =>
      COUNTED_ONLY.has(family) ? [] : [[family, { values: column.values, things: thingsByValue(column) }] as const],
    ),
  );
  const writer = new ByteWriter();
  for (const { family, value } of order) {
    const list = lists.get(family);
    if (list === undefined) continue;
    yield [listName(type, family, list.values[value] ?? ''), writer.list(list.things[value] ?? []).take()];
  }
}

/** No filter asks for a month or a year: filters by date ask for days. */
const COUNTED_ONLY: ReadonlySet<string> = new Set(['month', 'year', 'published-month', 'published-year']);
