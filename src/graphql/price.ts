/**
 * The prices of a request, in points of about one microsecond of CPU. Fields that cost more than usual have their price
 * in `schema/`; the meter counts the work of the store. The rules are in docs/limits.md, "What a query costs".
 */
import type { Weigh } from '@dateline/executor/end';
import { getNamedType, isCompositeType, isIntrospectionType } from 'graphql';
import { pointsOf } from '../../schema/price.ts';

/** The prices of a stored scalar, a computed scalar, an object, and a page of objects. */
const STORED = 0.25;
const COMPUTED = 1;
const OBJECT = 2;
const PAGE = 8;
/** A field of introspection. The whole schema, with everything that can be asked of it, costs nine tenths of the limit. */
const OF_SCHEMA = 0.25;

/** Each byte of the answer: written, encoded and sent. */
export const BYTE = 0.013;

/**
 * A microsecond of the store's work, as measured in warm code: for a new request in a real isolate, with garbage
 * collection, the same work takes more than twice as long.
 */
export const STORE_WORK = 2.2;

/** A failed field: its error is created, located and written. */
export const FAILURE = 40;

/**
 * The prices of each token of a document, and of each pair of fields with one name that validation has to compare
 * (GraphQL, September 2025, 5.3.2), beyond the numbers in a document that a person would write.
 */
export const TOKEN = 4;
export const COMPARISON = 1.5;
export const FREE_TOKENS = 100;
export const FREE_COMPARISONS = 400;

/** The price of executing a field once, without the fields selected in it. */
export const priceOf: Weigh = (field, parentType) => {
  const points = pointsOf(field);
  if (points !== null) return points;
  if (isIntrospectionType(parentType)) return OF_SCHEMA;
  if (!isCompositeType(getNamedType(field.type))) return field.resolve ? COMPUTED : STORED;
  return field.args.some(({ name }) => name === 'first') ? PAGE : OBJECT;
};
