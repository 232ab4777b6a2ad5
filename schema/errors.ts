/** Every public error of the endpoint: its code and its meaning. The HTTP status of each is in `src/http/status.ts`. */
import { GraphQLError } from 'graphql';

/**
 * All values of `errors[].extensions.code`, each with what happened and how to fix it. Codes are those of Apollo Server
 * where it has an established one, because clients already know it. A code never changes its meaning.
 */
export const ERROR_CODES = {
  GRAPHQL_PARSE_FAILED: 'The document is not valid GraphQL: see the line and column.',
  GRAPHQL_VALIDATION_FAILED: 'The document asks for something that the schema does not have or does not allow.',
  BAD_USER_INPUT: 'A variable is missing or is not of its declared type; the message has its path and the type.',
  OPERATION_RESOLUTION_FAILURE:
    'The document has no operation, several but no operationName was given, or none with the given name.',
  BAD_REQUEST: 'The request is not a GraphQL request: malformed JSON, no query, or a parameter of the wrong kind.',
  TOO_MANY_TOKENS: 'The document is too long. Split it into smaller requests.',
  QUERY_TOO_DEEP: 'Fields are nested too deeply. Split the query into smaller requests.',
  TOO_MANY_ALIASES: 'Too many fields have an alias. Split the query into smaller requests.',
  NAME_TOO_LONG: 'The name of a field in the answer is too long, and would be repeated there. Shorten the alias.',
  TOO_MANY_ROOT_FIELDS: 'The query has too many top-level fields. Split it into smaller requests.',
  TOO_MANY_REPEATS: 'Too many fields are selected more than once in the same selection. Remove the repeated ones.',
  TOO_MANY_DIRECTIVES: 'The query has too many directives. Leave out the fields that they exclude.',
  LIST_TOO_LONG: 'A list in an argument or variable is too long. Split it into smaller requests.',
  FILTER_TOO_DEEP: 'An argument or variable is nested too deeply. Ask for less at once.',
  FILTER_TOO_LARGE:
    'An argument or variable has too many values, including nested lists and objects. Ask for less at once.',
  QUERY_TOO_EXPENSIVE: 'The query costs more than one request may. Ask for smaller pages or fewer nested lists.',
  ANSWER_TOO_LARGE: 'The answer would be too large. Ask for smaller pages, or for fewer long texts.',
  TOO_MANY_ERRORS: 'Too many fields failed, so execution stopped; the errors before this one are the first ones.',
  INTROSPECTION_DISABLED: 'This endpoint does not publish its schema.',
  PERSISTED_QUERY_NOT_FOUND: 'The hash is unknown. Send the document together with it once.',
  PERSISTED_QUERY_HASH_MISMATCH: 'The hash is not the SHA-256 of the document sent with it.',
  DOCUMENT_NOT_TRUSTED: 'This endpoint runs only the documents it was built with.',
  NOT_FOUND: 'There is nothing at this address.',
  GONE: 'There was something at this address, and it was withdrawn; the message says why.',
  METHOD_NOT_ALLOWED: 'The address exists but does not accept this method: see the Allow header.',
  NOT_ACCEPTABLE: 'The Accept header allows no media type that can be sent; the message lists those that can.',
  NOT_IMPLEMENTED: 'The address does not have the form that the request asks for; the message lists those that it has.',
  REQUEST_TIMEOUT: 'The body did not arrive in time. Send it again.',
  PAYLOAD_TOO_LARGE: 'The body is too large. Split it into smaller requests.',
  URI_TOO_LONG: 'The address is too long. Send a POST instead.',
  UNSUPPORTED_MEDIA_TYPE: 'A POST must be application/json in UTF-8, uncompressed.',
  RATE_LIMITED: 'Too many requests from this address. Wait for the time in Retry-After.',
  STORE_UNAVAILABLE: 'The database of this endpoint does not answer. Try again after the time in Retry-After.',
  NO_CORPUS: 'The database of this endpoint holds no corpus yet. Try again later.',
  CORPUS_MOVED: 'The corpus was replaced repeatedly while the request was answered. Send it again.',
  CORPUS_DAMAGED: 'The stored corpus is damaged, so nothing is answered from it; its operator must repair it.',
  MISCONFIGURED: 'The settings of this endpoint make no sense, so it answers nothing until its operator corrects them.',
  INTERNAL_SERVER_ERROR: 'The server failed. Its log has the details; the message does not.',
  INVALID_ID: 'The value is not a global id of this endpoint. Use an id from the answer to a query.',
  INVALID_CURSOR: 'The cursor is broken or belongs to another list. Start again without it.',
  INVALID_PAGE_SIZE: 'first or last is negative or above the maximum, or both are given.',
  INVALID_ARGUMENT: 'An argument has the right type but makes no sense; the message says why.',
} as const satisfies Record<string, string>;

/** All values of `extensions.warnings[].code`: for requests that are valid but probably mistaken. */
export const WARNING_CODES = {
  RETIRED_SLUG: 'A slug in an argument is retired and was not replaced, so it finds nothing; the message says why.',
  UNKNOWN_SLUG: 'A slug in an argument is well formed but names nothing, so it finds nothing.',
  WRONG_TYPE_SLUG: 'A slug in an argument names a thing of the wrong type, so it finds nothing.',
} as const satisfies Record<string, string>;

export type WarningCodeName = keyof typeof WARNING_CODES;

export type ErrorCodeName = keyof typeof ERROR_CODES;

/**
 * The error to throw if the caller can fix the request. Everything else that is thrown is masked.
 *
 * @param extensions the numbers in the message, for programs: `{ actual: 500, limit: 100 }`.
 */
export function publicError(
  code: ErrorCodeName,
  message: string,
  extensions: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { ...extensions, code } });
}

/** The code of a public error; null for any other error, which must be masked. */
export function codeOf(error: GraphQLError): ErrorCodeName | null {
  const code = error.extensions.code;
  return typeof code === 'string' && Object.hasOwn(ERROR_CODES, code) ? (code as ErrorCodeName) : null;
}

/** The code to send: that of a public error, or INTERNAL_SERVER_ERROR for any other. */
export function publicCodeOf(error: GraphQLError): ErrorCodeName {
  return codeOf(error) ?? 'INTERNAL_SERVER_ERROR';
}
