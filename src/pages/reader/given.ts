/** What a reader gives in the address of a page: `?q=mill&kind=DENIAL&speaker=hugo-cask`. */
import { parseDateRange } from '../../../data/fuzzy-date.ts';
import type { Slug } from '../../../data/model.ts';
import { isSlug, SLUG_FORM } from '../../../data/slug.ts';
import { publicError } from '../../../schema/errors.ts';

/** The text, without spaces around it; empty if it is not given. */
export function givenText(parameters: URLSearchParams, name: string): string {
  return parameters.get(name)?.trim() ?? '';
}

/** All values given; null if there are none, as a filter has it. An empty one is a field left empty. */
export function givenTexts(parameters: URLSearchParams, name: string): readonly string[] | null {
  const values = [...new Set(parameters.getAll(name))].filter((value) => value !== '');
  return values.length === 0 ? null : values;
}

/** Throws the public error if one is malformed. */
export function givenSlugs(parameters: URLSearchParams, name: string): readonly Slug[] | null {
  const slugs = givenTexts(parameters, name);
  if (slugs?.every(isSlug) ?? true) return slugs;
  throw publicError('BAD_REQUEST', `Parameter "${name}" is not a slug. Slugs are ${SLUG_FORM}: hugo-cask.`);
}

/** Throws the public error if one is none of those. */
export function givenOf<T extends string>(
  parameters: URLSearchParams,
  name: string,
  known: readonly T[],
): readonly T[] | null {
  const values = givenTexts(parameters, name);
  const found = known.filter((one) => values?.includes(one) ?? false);
  if (found.length === (values?.length ?? 0)) return values && found;
  throw publicError('BAD_REQUEST', `Parameter "${name}" has an unknown value. Give some of ${known.join(', ')}.`);
}

/** A `DateFilter`: what certainly lies in the time given. Throws the public error if that is not a date. */
export function givenDate(parameters: URLSearchParams, name: string): { readonly within: string } | null {
  const text = givenText(parameters, name);
  if (text === '') return null;
  if (typeof parseDateRange(text) === 'object') return { within: text };
  throw publicError('BAD_REQUEST', `Parameter "${name}" is not a date. Give one such as 2025, 2025-03 or 2025-03-04.`);
}
