/** The parameters in the address of a page: `?q=mill&kind=DENIAL&speaker=hugo-cask`. */
import type { GraphQLError } from 'graphql';
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

/** All slugs given; null if there are none. Throws the public error if one is malformed. */
export function givenSlugs(parameters: URLSearchParams, name: string): readonly Slug[] | null {
  const values = givenTexts(parameters, name);
  const wrong = values?.find((value) => !isSlug(value));
  if (wrong !== undefined) throw wrongParameter(name, wrong, 'a slug', `Slugs are ${SLUG_FORM}: hugo-cask.`);
  return values;
}

/** The only slug given; null if there is none. Throws the public error if it is malformed, or one of several. */
export function givenSlug(parameters: URLSearchParams, name: string): Slug | null {
  const [slug = null, ...others] = givenSlugs(parameters, name) ?? [];
  if (others.length > 0) throw publicError('BAD_REQUEST', `Parameter "${name}" is given more than once. Give one.`);
  return slug;
}

/** Those of the known values that are given; null if there are none. Throws the public error if another one is. */
export function givenOf<T extends string>(
  parameters: URLSearchParams,
  name: string,
  known: readonly T[],
): readonly T[] | null {
  const values = givenTexts(parameters, name);
  const names: readonly string[] = known;
  const wrong = values?.find((value) => !names.includes(value));
  if (wrong !== undefined) throw wrongParameter(name, wrong, `a ${name}`, `Give some of ${known.join(', ')}.`);
  return values && known.filter((one) => values.includes(one));
}

/** A `DateFilter`: what certainly lies in the time given. Throws the public error if that is not a date. */
export function givenDate(parameters: URLSearchParams, name: string): { readonly within: string } | null {
  const text = givenText(parameters, name);
  if (text === '') return null;
  if (typeof parseDateRange(text) === 'object') return { within: text };
  throw wrongDate(name, text);
}

/** The public error for a parameter that should be a date. */
export function wrongDate(name: string, value: string): GraphQLError {
  return wrongParameter(name, value, 'a date', 'Give a year, a month or a day: 2025, 2025-03 or 2025-03-04.');
}

/** `Parameter "type" is "PERSONS", which is not a type. Give some of ARTICLE, EVENT.` */
export function wrongParameter(name: string, value: string, expected: string, advice: string): GraphQLError {
  const letters = [...value];
  const shown = letters.length > MOST_QUOTED ? `${letters.slice(0, MOST_QUOTED).join('')}…` : value;
  return publicError('BAD_REQUEST', `Parameter "${name}" is "${shown}", which is not ${expected}. ${advice}`);
}

const MOST_QUOTED = 40;
