/** Every public error of the endpoint: its code, and what it means. The HTTP status of each is in `src/http/status.ts`. */
import { GraphQLError } from 'graphql';

/**
 * All values of `errors[].extensions.code`, each with what happened and what the caller can do about it. Where Apollo
 * Server has an established name for a mistake, it is used, because clients already know it. A code keeps its meaning
 * for good.
 */
export const ERROR_CODES = {
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL: see the line and column.',
  GRAPHQL_VALIDATION_FAILED: 'The document asks for what the schema does not have, or in a way it does not allow.',
  BAD_USER_INPUT: 'A variable is missing or is not of its declared type; the message has its path and the type.',
  OPERATION_RESOLUTION_FAILURE:
    'The document has no operation, several without an operationName, or none of the name given.',
  BAD_REQUEST: 'The request is not a GraphQL request: malformed JSON, no query, or a parameter of the wrong kind.',
  TOO_MANY_TOKENS: 'The document is longer than is read here. Ask in parts.',
  QUERY_TOO_DEEP: 'Fields are selected inside each other too deeply. Ask in parts.',
  TOO_MANY_ALIASES: 'Too many fields are given another name. Ask in parts.',
  NAME_TOO_LONG: 'A field is given a name that is too long, and would repeat it in the answer. Shorten the alias.',
  TOO_MANY_ROOT_FIELDS: 'Too many questions at once. Ask in parts.',
  TOO_MANY_REPEATS: 'Too many fields are selected again where they are selected already. Leave out the repeated ones.',
  TOO_MANY_DIRECTIVES: 'Too many directives. Leave out what they exclude.',
  LIST_TOO_LONG: 'A list in an argument or variable is too long. Ask in parts.',
  FILTER_TOO_DEEP: 'An argument or variable is nested too deeply. Ask for less at once.',
  FILTER_TOO_LARGE: 'An argument or variable has too many conditions, each list and object inside it counted.',
  QUERY_TOO_EXPENSIVE:
    'The query costs more than one request may. Ask for smaller pages or fewer lists inside each other.',
  ANSWER_TOO_LARGE: 'The answer would be larger than is sent here. Ask for smaller pages, or for fewer long texts.',
  TOO_MANY_ERRORS: 'So many fields failed that the rest is not answered; the first errors stand before this one.',
  INTROSPECTION_DISABLED: 'This endpoint does not tell its schema.',
  PERSISTED_QUERY_NOT_FOUND: 'No document is known by this hash. Send the document with it, once.',
  PERSISTED_QUERY_HASH_MISMATCH: 'The hash is not the SHA-256 of the document that came with it.',
  DOCUMENT_NOT_TRUSTED: 'This endpoint runs none but the documents it was built with.',
  NOT_FOUND: 'There is nothing at this address.',
  METHOD_NOT_ALLOWED: 'The address exists, but not for this method: see the Allow header.',
  NOT_ACCEPTABLE: 'The Accept header leaves no media type that can be sent; the message names those that can.',
  REQUEST_TIMEOUT: 'The body did not arrive in time. Send it again.',
  PAYLOAD_TOO_LARGE: 'The body is larger than is read here. Ask in parts.',
  URI_TOO_LONG: 'The address is longer than is read here. Send a POST.',
  UNSUPPORTED_MEDIA_TYPE: 'A POST has to be application/json in UTF-8, not compressed.',
  RATE_LIMITED: 'Too many requests from this address. Wait as long as Retry-After says.',
  STORE_UNAVAILABLE: 'The database of this endpoint does not answer. Try again after as long as Retry-After says.',
  NO_CORPUS: 'The database of this endpoint holds no corpus yet. Try again later.',
  CORPUS_MOVED: 'The corpus was replaced again and again while the request was read. Send it again.',
  CORPUS_DAMAGED:
    'The stored corpus is not whole, so nothing is answered from it; its operator has to publish it again.',
  INTERNAL_SERVER_ERROR: 'A fault of the server, kept in its log. The message says no more.',
  INVALID_ID: 'The value is no global id of this endpoint. Use an id that a query gave.',
  INVALID_CURSOR: 'The cursor is broken or belongs to another list. Start again without it.',
  INVALID_PAGE_SIZE: 'first or last is negative, above the most that is allowed, or both are given.',
  INVALID_ARGUMENT: 'An argument is of the right type and still makes no sense; the message says why.',
} as const satisfies Record<string, string>;

/** All values of `extensions.warnings[].code`: what is answered all the same, and hardly what was meant. */
export const WARNING_CODES = {
  UNKNOWN_SLUG: 'A slug in an argument is well formed and names nothing, so nothing is found by it.',
  WRONG_TYPE_SLUG: 'A slug in an argument names a thing of another type than is expected, so nothing is found by it.',
} as const satisfies Record<string, string>;

export type WarningCodeName = keyof typeof WARNING_CODES;

export type ErrorCodeName = keyof typeof ERROR_CODES;

/**
 * The error to throw where the caller can mend the request. Everything else that is thrown is masked.
 *
 * @param extensions the figures that the message names, for programs: `{ actual: 500, limit: 100 }`.
 */
export function publicError(
  code: ErrorCodeName,
  message: string,
  extensions: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { ...extensions, code } });
}

/** The code of an error if it is one of ours; null for anything else, which is then to be masked. */
export function codeOf(error: GraphQLError): ErrorCodeName | null {
  const code = error.extensions.code;
  return typeof code === 'string' && Object.hasOwn(ERROR_CODES, code) ? (code as ErrorCodeName) : null;
}

/** The code that a caller is told: that of a fault for anything that is not one of ours. */
export function toldCodeOf(error: GraphQLError): ErrorCodeName {
  return codeOf(error) ?? 'INTERNAL_SERVER_ERROR';
}
