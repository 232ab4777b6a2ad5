import type { Days } from './fuzzy-date.ts';

/** A filter as a tree of tests that the index can decide. `Family` lists the kinds of terms in them. */
export type Condition<Family extends string = string> =
  | { readonly test: 'ALL' | 'ANY'; readonly of: readonly Condition<Family>[] }
  | { readonly test: 'NOT'; readonly of: Condition<Family> }
  /** Has this term, such as `speaker=ann-lee`. */
  | { readonly test: 'TERM'; readonly family: Family; readonly value: string }
  | { readonly test: 'WITHIN' | 'OVERLAPS'; readonly dates: DateKind; readonly days: Days }
  /** Each of these folded words is the beginning of a word of one of its names. */
  | { readonly test: 'NAMED'; readonly words: readonly string[] };

/**
 * The date that a thing is found by: when it happened or was said, when it was published, or its date on a timeline,
 * which for a statement is the first of these two that is known.
 */
export type DateKind = 'DATE' | 'PUBLISHED' | 'TIMELINE';

/** Passes things that have one of the values; an empty list passes nothing. */
export function oneOf<const Family extends string>(family: Family) {
  return (values: readonly string[]) => anyOf(values.map((value) => has(family, value)));
}

/** An absent value sets no condition. */
export function ifAsked<T, C extends Condition>(value: T | undefined, make: (value: T) => C): C[] {
  return value === undefined ? [] : [make(value)];
}

export function has<const Family extends string>(family: Family, value: string): Condition<Family> {
  return { test: 'TERM', family, value };
}

export function isOrIsNot<const Family extends string>(family: Family, is: boolean): Condition<Family> {
  return is ? has(family, 'true') : not(has(family, 'true'));
}

export const EVERYTHING: Condition<never> = { test: 'ALL', of: [] };
export const NOTHING: Condition<never> = { test: 'ANY', of: [] };

export function allOf<F extends string>(of: readonly Condition<F>[]): Condition<F> {
  return of.length === 1 && of[0] !== undefined ? of[0] : { test: 'ALL', of };
}

export function anyOf<F extends string>(of: readonly Condition<F>[]): Condition<F> {
  return of.length === 1 && of[0] !== undefined ? of[0] : { test: 'ANY', of };
}

export function not<F extends string>(of: Condition<F>): Condition<F> {
  return of.test === 'NOT' ? of.of : { test: 'NOT', of };
}
