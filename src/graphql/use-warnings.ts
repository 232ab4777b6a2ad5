/** Warnings: what is no error, and still hardly meant. An answer has them in `extensions.warnings`. */
import { ExecutionEnd } from '@dateline/executor/end';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { EntityType, Ref, Slug } from '../../data/model.ts';
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
 * Warns of slugs that are well formed and name nothing, or a thing of a type that is not expected there, so that an empty
 * answer is not taken for what the corpus says.
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
  const typeOf = (slug: Slug) =>
    lookedUp.has(slug) ? andThen(store.find(slug), (found) => found?.type ?? null) : store.typeOf(slug);
  return andThen(allOf(slugs.map(typeOf)), (found) => {
    const types = new Map(slugs.map((slug, index) => [slug, found[index] ?? null]));
    const unfit = given.flatMap((one) => {
      const type = types.get(one.value);
      return type === undefined || (type !== null && one.types.includes(type)) ? [] : [{ ...one, type }];
    });
    const told = unfit.slice(0, MOST_WARNINGS);
    const nearest = told.map((one) => store.nearest(one.value, one.types, MOST_NEAREST));
    return andThen(allOf(nearest), (all) => told.map((one, index) => warningOf(one, all[index] ?? [])));
  });
}

/** Whether a field looks up the thing itself, as `person(slug:)` does. */
function isLookup({ argument }: GivenSlug): boolean {
  return argument.split('.').length === 2;
}

/** A slug that finds nothing where it is given, and the type of what it names; null where it names nothing. */
interface UnfitSlug extends GivenSlug {
  readonly type: EntityType | null;
}

function warningOf({ argument, value, types, type }: UnfitSlug, near: readonly Ref[]): Warning {
  const fitting = near.filter((one) => types.includes(one.type));
  // Things of other types find nothing there, but say where a mistyped slug may have come from.
  const meant = type === null && fitting.length === 0 ? near : fitting;
  const names = meant.map((one) => `"${one.slug}"${types.includes(one.type) ? '' : ` (${anyOf([one.type])})`}`);
  const instead = names.length === 0 ? '' : ` Did you mean ${names.join(' or ')}?`;
  const named = type === null ? 'names nothing here' : `is ${anyOf([type])}; ${anyOf(types)} is expected`;
  return {
    code: type === null ? 'UNKNOWN_SLUG' : 'WRONG_TYPE_SLUG',
    message: `"${argument}" is "${value}", which ${named}, so nothing is found by it.${instead}`,
    argument,
    value,
    nearest: meant.map(({ slug }) => slug),
  };
}

/** `a person, organization or group`. */
function anyOf(types: readonly EntityType[]): string {
  const names = types.map((type) => type.toLowerCase());
  const last = names.at(-1) ?? '';
  const all = names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
  return `${/^[aeiou]/.test(all) ? 'an' : 'a'} ${all}`;
}
