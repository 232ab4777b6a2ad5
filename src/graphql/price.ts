/**
 * What a request costs, in points: about a microsecond of CPU each. Fields that cost more than is usual say so in
 * `schema/`; what the store does is counted by its meter. The rule is in docs/limits.md, "What a query costs".
 */
import type { Weigh } from '@dateline/executor/end';
import { getNamedType, isCompositeType, isIntrospectionType } from 'graphql';
import { pointsOf } from '../../schema/price.ts';

/** A single value that lies at hand, one that is made, a thing with fields of its own, and a page of things. */
const LYING = 0.25;
const MADE = 1;
const OBJECT = 2;
const PAGE = 8;
/** A field of the schema itself. The whole schema, as GraphiQL asks for it, comes to nine tenths of what may be spent. */
const OF_SCHEMA = 0.33;

/** Each byte that is written, encoded and sent. */
export const BYTE = 0.013;

/**
 * For a microsecond of the store's work, which it measures where its code is warm: in the isolate of a request that
 * nobody has asked before, and with what it leaves to be collected, it takes more than twice as much.
 */
export const STORE_WORK = 2.2;

/** An error is made, placed and written. */
export const FAILURE = 40;

/**
 * For each token of a document, and each pair of fields with one name that validation has to compare (GraphQL, September
 * 2025, 5.3.2), beyond those of a document that a person would write.
 */
export const TOKEN = 4;
export const COMPARISON = 1.5;
export const FREE_TOKENS = 100;
export const FREE_COMPARISONS = 400;

/** What it costs to answer a field once, without what is selected in it. */
export const priceOf: Weigh = (field, parentType) => {
  const points = pointsOf(field);
  if (points !== null) return points;
  if (isIntrospectionType(parentType)) return OF_SCHEMA;
  if (!isCompositeType(getNamedType(field.type))) return field.resolve ? MADE : LYING;
  return field.args.some(({ name }) => name === 'first') ? PAGE : OBJECT;
};
