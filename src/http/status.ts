/** The HTTP status of each error code. */
import type { ExecutionResult, GraphQLError } from 'graphql';
import { codeOf, type ErrorCodeName } from '../../schema/errors.ts';

/** The status of a request that fails as a whole; 200 for codes that concern one field of an answer. */
export const STATUSES: Readonly<Record<ErrorCodeName, number>> = {
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  BAD_USER_INPUT: 400,
  OPERATION_RESOLUTION_FAILURE: 400,
  BAD_REQUEST: 400,
  TOO_MANY_TOKENS: 400,
  QUERY_TOO_DEEP: 400,
  TOO_MANY_ALIASES: 400,
  NAME_TOO_LONG: 400,
  TOO_MANY_ROOT_FIELDS: 400,
  TOO_MANY_REPEATS: 400,
  TOO_MANY_DIRECTIVES: 400,
  LIST_TOO_LONG: 400,
  FILTER_TOO_DEEP: 400,
  FILTER_TOO_LARGE: 400,
  QUERY_TOO_EXPENSIVE: 400,
  ANSWER_TOO_LARGE: 400,
  TOO_MANY_ERRORS: 400,
  INTROSPECTION_DISABLED: 400,
  PERSISTED_QUERY_NOT_FOUND: 400,
  PERSISTED_QUERY_HASH_MISMATCH: 400,
  DOCUMENT_NOT_TRUSTED: 403,
  NOT_FOUND: 404,
  GONE: 410,
  METHOD_NOT_ALLOWED: 405,
  NOT_ACCEPTABLE: 406,
  REQUEST_TIMEOUT: 408,
  PAYLOAD_TOO_LARGE: 413,
  URI_TOO_LONG: 414,
  UNSUPPORTED_MEDIA_TYPE: 415,
  RATE_LIMITED: 429,
  STORE_UNAVAILABLE: 503,
  NO_CORPUS: 503,
  CORPUS_MOVED: 503,
  CORPUS_DAMAGED: 500,
  MISCONFIGURED: 503,
  INTERNAL_SERVER_ERROR: 500,
  NOT_IMPLEMENTED: 501,
  INVALID_ID: 200,
  INVALID_CURSOR: 200,
  INVALID_PAGE_SIZE: 200,
  INVALID_ARGUMENT: 200,
};

/** The status of a request that fails with this error. A code of another plugin counts as a mistake of the caller. */
export function statusOf(error: GraphQLError): number {
  const code = codeOf(error);
  return code === null ? 400 : STATUSES[code];
}

/**
 * The status of an answer with errors at an address that is not /graphql: a failure even if only one field failed, since
 * callers there check the status, not errors next to the data.
 */
export function statusOfFailure({ errors = [] }: ExecutionResult): number {
  return Math.max(...errors.map(statusOf).map((status) => (status === 200 ? 400 : status)));
}
