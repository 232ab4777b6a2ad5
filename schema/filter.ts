/** What the filters of all lists share. */
import type { DateBounds } from '../data/model.ts';
import { builder } from './builder.ts';

/** A filter as GraphQL hands it over: what is not asked for may be null. */
export type Nullish<T> = T extends readonly (infer Item)[]
  ? readonly Nullish<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Nullish<T[K]> | null | undefined }
    : T;

/** The filter without its nulls: to give null is to ask for nothing. */
export function asked<T extends object>(filter: Nullish<T> | null | undefined): T {
  const entries = Object.entries(filter ?? {}).filter(([, value]) => value != null);
  return Object.fromEntries(entries.map(([name, value]) => [name, isPlainObject(value) ? asked(value) : value])) as T;
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isBounds(value);
}

// In bounds null means an open end, so it must stay.
function isBounds(value: object): value is DateBounds {
  return 'earliest' in value && 'latest' in value;
}

export const DateFilter = builder.inputType('DateFilter', {
  description:
    'Asks for things by their date, which may be vague. What has no date passes neither test. Both given, both must hold; neither given, nothing is asked. `approximate` and `uncertain` do not widen the days that a date can stand for.',
  fields: (t) => ({
    within: t.field({
      type: 'DateRange',
      description: 'Certainly in this range: every day that the date can stand for lies in it.',
    }),
    overlaps: t.field({
      type: 'DateRange',
      description: 'Possibly in this range: at least one day that the date can stand for lies in it.',
    }),
  }),
});
