/** Facets: the dimensions by which the things of each list can be counted. */

import type { FamiliesIn, FILTERS, Filters } from './filter.ts';
import type { EntityType } from './model.ts';
import type { SearchDimension } from './search-filter.ts';

/**
 * A dimension by which the things of a list can be counted: the terms that are counted, and the dimension's own filter,
 * which asks for some of its values.
 */
export const FACETS = {
  Article: {
    SPEAKER: { family: 'speaker', filter: 'speakers' },
    MENTIONED: { family: 'mentioned', filter: 'mentions' },
    PLACE: { family: 'place', filter: 'places' },
    PUBLISHED_MONTH: { family: 'published-month', filter: 'published' },
    PUBLISHED_YEAR: { family: 'published-year', filter: 'published' },
    LANGUAGE: { family: 'language', filter: 'languages' },
    PUBLISHER: { family: 'publisher', filter: 'publishers' },
  },
  Event: {
    SPEAKER: { family: 'speaker', filter: 'speakers' },
    PARTICIPANT: { family: 'participant', filter: 'participant' },
    PLACE: { family: 'place', filter: 'places' },
    KIND: { family: 'kind', filter: 'kinds' },
    MONTH: { family: 'month', filter: 'date' },
    YEAR: { family: 'year', filter: 'date' },
    ARTICLE: { family: 'article', filter: 'articles' },
    VOICE: { family: 'voice', filter: 'voices' },
    LANGUAGE: { family: 'language', filter: 'languages' },
  },
  Statement: {
    SPEAKER: { family: 'speaker', filter: 'speakers' },
    INVOLVED: { family: 'involved', filter: 'involves' },
    PLACE: { family: 'place', filter: 'places' },
    KIND: { family: 'kind', filter: 'kinds' },
    MONTH: { family: 'month', filter: 'date' },
    YEAR: { family: 'year', filter: 'date' },
    PUBLISHED_MONTH: { family: 'published-month', filter: 'published' },
    PUBLISHED_YEAR: { family: 'published-year', filter: 'published' },
    ARTICLE: { family: 'article', filter: 'articles' },
    VOICE: { family: 'voice', filter: 'voices' },
    LANGUAGE: { family: 'language', filter: 'languages' },
  },
} as const satisfies {
  readonly [T in 'Article' | 'Event' | 'Statement']: {
    readonly [dimension: string]: Dimension<keyof (typeof FILTERS)[T]>;
  };
};

interface Dimension<Name = string> {
  readonly family: string;
  readonly filter: Name;
}

export type FacetedType = keyof typeof FACETS;
type KeysOfEach<T> = T extends unknown ? keyof T : never;
export type FacetDimension = KeysOfEach<(typeof FACETS)[FacetedType]> | SearchDimension;

export function isFaceted(type: EntityType): type is FacetedType {
  return type in FACETS;
}

export function dimensionsOf(type: FacetedType): readonly FacetDimension[] {
  return Object.keys(FACETS[type]) as FacetDimension[];
}

/** Null if things of the type are not counted by it. */
export function dimensionOf(type: FacetedType, dimension: FacetDimension): Dimension | null {
  const dimensions: { readonly [name: string]: Dimension } = FACETS[type];
  return dimensions[dimension] ?? null;
}

/** The filter without the dimension's own filter, so that its other values are counted too. */
export function withoutOwn<T extends FacetedType>(type: T, filter: Filters[T], dimension: FacetDimension): Filters[T] {
  const own = dimensionOf(type, dimension)?.filter;
  return Object.fromEntries(Object.entries(filter).filter(([name]) => name !== own)) as Filters[T];
}

/** The families of terms by which a type is filtered and counted: the index must have these for each of its things. */
export type Family<T extends EntityType> =
  | FamiliesIn<(typeof FILTERS)[T]>
  | (T extends FacetedType ? FamilyOf<(typeof FACETS)[T][keyof (typeof FACETS)[T]]> : never);

type FamilyOf<D> = D extends { readonly family: infer Family } ? Family : never;
