/** Warnings about valid requests that are probably mistakes. An answer has them in `extensions.warnings`. */
import { ExecutionEnd } from '@dateline/executor/end';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { EntityType, Ref, Retired, Slug } from '../../data/model.ts';
import { isSlug } from '../../data/slug.ts';
import { type Awaitable, allOf, andThen, type Store } from '../../data/store.ts';
import type { WarningCodeName } from '../../schema/errors.ts';
import type { GraphqlPlugin } from './context.ts';
import { type GivenSlug, givenSlugs } from './given-slugs.ts';

/** The most slugs of a request that are looked up, the most warnings, and the most suggestions in each. */
const MOST_SLUGS = 100;
const MOST_WARNINGS = 5;
const MOST_NEAREST = 3;

export interface Warning {
  readonly code: WarningCodeName;
  readonly message: string;
  /** Where the value is given: the response name of the field, its argument, and the path inside it. */
  readonly argument: string;
  readonly value: string;
  /** The slugs that may have been meant, the nearest first. */
  readonly nearest: readonly Slug[];
}

/**
 * Warns about slugs that are well formed but name nothing, or a thing of the wrong type, so that an empty answer is not
 * mistaken for what the corpus says. The lookups run alongside the execution, share its reads of a remote store, and
 * count towards its cost.
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

/** If the lookups cannot be completed, the request fails: an answer without its warnings would be incomplete. */
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

/** Whether the error is a limit, not a failure. */
function isLimit({ originalError }: GraphQLError): boolean {
  return originalError === undefined;
}

function withWarnings(result: ExecutionResult, warnings: readonly Warning[] | GraphQLError): ExecutionResult {
  if (warnings instanceof GraphQLError) {
    // A failure of the store fails the answer, unless a field has already failed for the same reason.
    const isReported = result.errors !== undefined && !isLimit(warnings);
    return result.data && !isReported ? { errors: [warnings] } : result;
  }
  if (warnings.length === 0 || !result.data) return result;
  return { ...result, extensions: { ...result.extensions, warnings } };
}

function warningsOf(store: Store, given: readonly GivenSlug[]): Awaitable<readonly Warning[]> {
  const slugs = [...new Set(given.map(({ value }) => value))].filter(isSlug).slice(0, MOST_SLUGS);
  const lookedUp = new Set(given.filter(isLookup).map(({ value }) => value));
  // Things that the request looks up come from the same reads; for slugs in filters, the index knows the type faster.
  const typeOf = (slug: Slug) =>
    lookedUp.has(slug) ? andThen(store.find(slug), (found) => found?.type ?? null) : store.typeOf(slug);
  return andThen(allOf(slugs.map(typeOf)), (found) => {
    const types = new Map(slugs.map((slug, index) => [slug, found[index] ?? null]));
    const unfit = given.flatMap((one) => {
      const type = types.get(one.value);
      return type === undefined || (type !== null && one.types.includes(type)) ? [] : [{ ...one, type }];
    });
    const reported = unfit.slice(0, MOST_WARNINGS);
    return allOf(reported.map((one) => explain(one, store)));
  });
}

function explain(one: UnfitSlug, store: Store): Awaitable<Warning> {
  return andThen(one.type === null ? store.retired(one.value) : null, (retired) =>
    retired === null
      ? andThen(store.nearest(one.value, one.types, MOST_NEAREST), (near) => warningOf(one, near))
      : warningOfRetired(one, retired),
  );
}

/** Whether a field looks up the thing by its slug, as `person(slug:)` does. */
function isLookup({ argument }: GivenSlug): boolean {
  return argument.split('.').length === 2;
}

/** A slug that finds nothing where it is given, and the type of the thing that it names; null if it names nothing. */
interface UnfitSlug extends GivenSlug {
  readonly type: EntityType | null;
}

function warningOf({ argument, value, types, type }: UnfitSlug, near: readonly Ref[]): Warning {
  const fitting = near.filter((one) => types.includes(one.type));
  // Things of other types would find nothing there, but they may explain a mistyped slug.
  const meant = type === null && fitting.length === 0 ? near : fitting;
  const names = meant.map((one) => `"${one.slug}"${types.includes(one.type) ? '' : ` (${anyOf([one.type])})`}`);
  const instead = names.length === 0 ? '' : ` Did you mean ${names.join(' or ')}?`;
  const named = type === null ? 'names nothing here' : `is ${anyOf([type])}; ${anyOf(types)} is expected`;
  return {
    code: type === null ? 'UNKNOWN_SLUG' : 'WRONG_TYPE_SLUG',
    message: `"${argument}" is "${value}", which ${named}, so it finds nothing.${instead}`,
    argument,
    value,
    nearest: meant.map(({ slug }) => slug),
  };
}

/** What a slug was split into is as near to it as can be. */
function warningOfRetired({ argument, value }: UnfitSlug, { how, on, reason, splitInto }: Retired): Warning {
  const names = splitInto.map(({ slug }) => `"${slug}"`);
  const instead = names.length === 0 ? '' : ` Ask for ${names.join(' or ')}.`;
  return {
    code: 'RETIRED_SLUG',
    message: `"${argument}" is "${value}", which was ${how.toLowerCase()}${on === null ? '' : ` on ${on}`}, so it finds nothing: ${reason}${instead}`,
    argument,
    value,
    nearest: splitInto.map(({ slug }) => slug),
  };
}

/** `a person, organization or group`. */
function anyOf(types: readonly EntityType[]): string {
  const names = types.map((type) => type.toLowerCase());
  const last = names.at(-1) ?? '';
  const all = names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
  return `${/^[aeiou]/.test(all) ? 'an' : 'a'} ${all}`;
}
