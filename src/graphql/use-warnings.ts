/** Warnings: what is no error, and still hardly meant. An answer has them in `extensions.warnings`. */
import { ExecutionEnd } from '@dateline/executor/end';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Slug } from '../../data/model.ts';
import { isSlug } from '../../data/slug.ts';
import { type Awaitable, allOf, andThen, type Store } from '../../data/store.ts';
import type { WarningCodeName } from '../../schema/errors.ts';
import type { GraphqlPlugin } from './context.ts';
import { type GivenSlug, givenSlugs } from './given-slugs.ts';

/** Of the slugs of a request so many are looked up, so many warned of, and so many told that may have been meant. */
const MOST_SLUGS = 100;
const MOST_WARNINGS = 5;
const MOST_NEAREST = 3;

export interface Warning {
  readonly code: WarningCodeName;
  readonly message: string;
  /** Where the value is given: the field as the answer names it, its argument, and the way inside that. */
  readonly argument: string;
  readonly value: string;
  /** The slugs that may have been meant, the nearest first. */
  readonly nearest: readonly Slug[];
}

/**
 * Warns of slugs that are well formed and name nothing, so that an empty answer is not taken for what the corpus says.
 * It looks beside the execution, in the same reads of a remote store, and at the same cost.
 */
export function useWarnings(): GraphqlPlugin {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn((args) => {
        const { store, facts } = args.contextValue;
        if (store === undefined || facts.operation === null) return executeFn(args);
        const given = givenSlugs(args.schema, args.document, facts.operation, args.variableValues ?? {});
        if (given.length === 0) return executeFn(args);
        const looked = look(store, given);
        if (looked instanceof GraphQLError && isLimit(looked)) return { errors: [looked] };
        return andThen(executeFn(args), (result: ExecutionResult) =>
          andThen(looked, (warnings) => withWarnings(result, warnings)),
        );
      });
    },
  };
}

/** What cannot be looked up to its end ends the request: without its warnings an answer would not be whole. */
function look(store: Store, given: readonly GivenSlug[]): Awaitable<readonly Warning[] | GraphQLError> {
  try {
    const warnings = warningsOf(store, given);
    return warnings instanceof Promise ? warnings.catch(toError) : warnings;
  } catch (error) {
    return toError(error);
  }
}

function toError(error: unknown): GraphQLError {
  if (error instanceof ExecutionEnd) return error.error;
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}

/** Whether the request came to a limit, and did not fail. */
function isLimit({ originalError }: GraphQLError): boolean {
  return originalError === undefined;
}

function withWarnings(result: ExecutionResult, warnings: readonly Warning[] | GraphQLError): ExecutionResult {
  if (warnings instanceof GraphQLError) {
    // What fails in the store fails the answer, unless a field of it has failed of the same.
    const isTold = result.errors !== undefined && !isLimit(warnings);
    return result.data && !isTold ? { errors: [warnings] } : result;
  }
  if (warnings.length === 0 || !result.data) return result;
  return { ...result, extensions: { ...result.extensions, warnings } };
}

function warningsOf(store: Store, given: readonly GivenSlug[]): Awaitable<readonly Warning[]> {
  const slugs = [...new Set(given.map(({ value }) => value))].filter(isSlug).slice(0, MOST_SLUGS);
  const lookedUp = new Set(given.filter(isLookup).map(({ value }) => value));
  // What the request looks up is found in the same reads; of what it only filters by the index tells, which lies nearer.
  const isKnown = (slug: Slug) =>
    lookedUp.has(slug) ? andThen(store.find(slug), (found) => found !== null) : store.knows(slug);
  return andThen(allOf(slugs.map(isKnown)), (known) => {
    const unknown = new Set(slugs.filter((_, index) => !known[index]));
    const told = given.filter(({ value }) => unknown.has(value)).slice(0, MOST_WARNINGS);
    const nearest = told.map(({ value }) => store.nearest(value, MOST_NEAREST));
    return andThen(allOf(nearest), (all) => told.map((one, index) => unknownSlug(one, all[index] ?? [])));
  });
}

/** Whether a field looks up the thing itself, as `person(slug:)` does. */
function isLookup({ argument }: GivenSlug): boolean {
  return argument.split('.').length === 2;
}

function unknownSlug({ argument, value }: GivenSlug, nearest: readonly Slug[]): Warning {
  const instead = nearest.length === 0 ? '' : ` Did you mean ${nearest.map((slug) => `"${slug}"`).join(' or ')}?`;
  const message = `"${argument}" is "${value}", which names nothing here, so nothing is found by it.${instead}`;
  return { code: 'UNKNOWN_SLUG', message, argument, value, nearest };
}
