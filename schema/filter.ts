/** The parts that the filters of all lists share. */

import type { InputFieldRef, InputRef } from '@pothos/core';
import type { AskedOf, FILTERS, Filters } from '../data/filter.ts';
import { words } from '../data/fold.ts';
import type { DateBounds, EntityType } from '../data/model.ts';
import { MAX_WORDS } from '../data/search-text.ts';
import { builder, type SchemaTypes } from './builder.ts';
import { publicError } from './errors.ts';
import type { TypeOf } from './list.ts';
import { slugOf } from './slug.ts';

/** A filter as GraphQL passes it: fields that are not given may be null. */
export type Nullish<T> = T extends readonly (infer Item)[]
  ? readonly Nullish<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Nullish<T[K]> | null | undefined }
    : T;

/** Longer than any slug or name. */
const MAX_VALUE_LENGTH = 1000;

/**
 * The filter without its nulls, because null is the same as left out. Its depth and size were limited before: see
 * `src/graphql/use-limits.ts`.
 */
export function asked<T extends object>(filter: Nullish<T> | null | undefined): T {
  return withoutNulls(filter ?? {}) as T;
}

function withoutNulls(value: object): object {
  const entries = Object.entries(value).filter(([, part]) => part != null);
  return Object.fromEntries(entries.map(([name, part]) => [name, clean(WORDED.has(name) ? fewWords(part) : part)]));
}

/** The fields whose values are looked up word by word. */
const WORDED: ReadonlySet<string> = new Set(['name', 'title']);

function fewWords(value: unknown): unknown {
  if (typeof value !== 'string' || value.length > MAX_VALUE_LENGTH) return value;
  const actual = words(value).length;
  if (actual <= MAX_WORDS) return value;
  throw publicError(
    'INVALID_ARGUMENT',
    `A name or title of "filter" has ${actual} words; the most is ${MAX_WORDS}. Leave out what is not needed to find it.`,
    { actual, limit: MAX_WORDS },
  );
}

function clean(value: unknown): unknown {
  if (typeof value === 'string' && value.length > MAX_VALUE_LENGTH) {
    throw publicError(
      'INVALID_ARGUMENT',
      `A value of "filter" has ${value.length} characters; the most is ${MAX_VALUE_LENGTH}. Shorten it.`,
      { actual: value.length, limit: MAX_VALUE_LENGTH },
    );
  }
  if (isPlainObject(value)) return withoutNulls(value);
  return Array.isArray(value) ? value.map(clean) : value;
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isBounds(value);
}

// In bounds, null means an open end, so it must stay.
function isBounds(value: object): value is DateBounds {
  return 'earliest' in value && 'latest' in value;
}

export const DateFilter = builder.inputType('DateFilter', {
  description:
    'Filters by a date that may be vague: `{ within: "2025-06" }` finds what certainly lies in June 2025, `{ overlaps: "2025-06" }` finds what may lie in it. If you give both, both must hold. An item without a date passes neither. `approximate` and `uncertain` do not widen the days that a date can stand for.',
  fields: (t) => ({
    within: t.field({
      type: 'DateRange',
      description: 'Every day that the date can stand for must lie in this range.',
    }),
    overlaps: t.field({
      type: 'DateRange',
      description: 'At least one day that the date can stand for must lie in this range.',
    }),
  }),
});

export const PositionFilter = builder.inputType('PositionFilter', {
  description: 'Filters by a position that an article gives a person. Give exactly one of the two.',
  isOneOf: true,
  fields: (t) => ({
    organizations: t.field({
      type: ['Slug'],
      extensions: slugOf('Organization'),
      description: 'A position in one of these organizations (slugs).',
    }),
    title: t.string({
      description: `Each of these words, at most ${MAX_WORDS}, must be in the title ("foreign minister"); case and diacritics do not count. If a person has several positions, each word may be in a different one.`,
    }),
  }),
});

/**
 * The filter input of one list: its own fields, and `and`, `or` and `not`, which combine filters of the same kind. Its
 * fields are exactly those in `data/filter.ts`, each of the type that its test there expects; `things` names the items
 * in descriptions.
 */
export function filterInput<Name extends `${string}Filter`, Fields extends FilterFields<TypeOf<Name>>>(
  name: Name,
  things: string,
  description: string,
  fields: (t: InputFields) => Exactly<Fields, FilterFields<TypeOf<Name>>>,
): InputRef<Nullish<Filters[TypeOf<Name>]>> {
  const filter = builder.inputRef<Nullish<Filters[TypeOf<Name>]>>(name);
  const all = (t: InputFields) => ({
    ...fields(t),
    and: t.field({ type: [filter], description: `Only ${things} that pass all of these filters as well.` }),
    or: t.field({
      type: [filter],
      description: `Only ${things} that pass at least one of these filters; none if the list is empty.`,
    }),
    not: t.field({ type: filter, description: `Only ${things} that do not pass this filter.` }),
  });
  // Pothos cannot infer a type that contains itself; the types above have checked the fields already.
  filter.implement({ description, fields: all as never });
  return filter as InputRef<Nullish<Filters[TypeOf<Name>]>>;
}

type InputFields = PothosSchemaTypes.InputFieldBuilder<SchemaTypes, 'InputObject'>;

/** An input field for each field of a filter, with a value that the filter accepts, or null. */
export type FieldsFor<Asked> = {
  readonly [Name in keyof Asked]-?: InputFieldRef<
    SchemaTypes,
    Nullish<Exclude<Asked[Name], undefined>> | null | undefined
  >;
};

type FilterFields<T extends EntityType> = FieldsFor<AskedOf<(typeof FILTERS)[T]>>;

/** Rejects properties that `Allowed` does not have: TypeScript allows extra ones in the result of a function. */
export type Exactly<Fields, Allowed> = Fields & { readonly [Name in Exclude<keyof Fields, keyof Allowed>]: never };
