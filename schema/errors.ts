/** Every public error of the endpoint: its code, what it means and the HTTP status it goes with. */
import { GraphQLError } from 'graphql';

interface ErrorCode {
  /** What happened and what the caller can do about it. */
  readonly description: string;
  /** The HTTP status where the request as a whole fails; absent where the code stands on one field of a 200. */
  readonly status?: number;
}

/**
 * All values of `errors[].extensions.code`. Where Apollo Server has an established name for a mistake, it is used,
 * because clients already know it. A code keeps its meaning for good.
 */
export const ERROR_CODES = {
  GRAPHQL_PARSE_FAILED: { status: 400, description: 'The document is not GraphQL: see the line and column.' },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    description: 'The document asks for what the schema does not have, or in a way it does not allow.',
  },
  BAD_USER_INPUT: {
    status: 400,
    description: 'A variable is missing or is not of its declared type; the message has its path and the type.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    description: 'The document has no operation, several without an operationName, or none of the name given.',
  },
  BAD_REQUEST: {
    status: 400,
    description: 'The request is not a GraphQL request: malformed JSON, no query, or a parameter of the wrong kind.',
  },
  TOO_MANY_TOKENS: { status: 400, description: 'The document is longer than is read here. Ask in parts.' },
  QUERY_TOO_DEEP: { status: 400, description: 'Fields are selected inside each other too deeply. Ask in parts.' },
  TOO_MANY_ALIASES: { status: 400, description: 'Too many fields are given another name. Ask in parts.' },
  NAME_TOO_LONG: {
    status: 400,
    description: 'A field is given a name that is too long, and would repeat it in the answer. Shorten the alias.',
  },
  TOO_MANY_ROOT_FIELDS: { status: 400, description: 'Too many questions at once. Ask in parts.' },
  TOO_MANY_REPEATS: {
    status: 400,
    description: 'Too many fields are selected again where they are selected already. Leave out the repeated ones.',
  },
  TOO_MANY_DIRECTIVES: { status: 400, description: 'Too many directives. Leave out what they exclude.' },
  LIST_TOO_LONG: { status: 400, description: 'A list in an argument or variable is too long. Ask in parts.' },
  FILTER_TOO_DEEP: { status: 400, description: 'An argument or variable is nested too deeply. Ask for less at once.' },
  FILTER_TOO_LARGE: {
    status: 400,
    description: 'An argument or variable has too many conditions, each list and object inside it counted.',
  },
  QUERY_TOO_EXPENSIVE: {
    status: 400,
    description: 'The query costs more than one request may. Ask for smaller pages or fewer lists inside each other.',
  },
  ANSWER_TOO_LARGE: {
    status: 400,
    description: 'The answer would be larger than is sent here. Ask for smaller pages, or for fewer long texts.',
  },
  TOO_MANY_ERRORS: {
    status: 400,
    description: 'So many fields failed that the rest is not answered; the first errors stand before this one.',
  },
  INTROSPECTION_DISABLED: { status: 400, description: 'This endpoint does not tell its schema.' },
  PERSISTED_QUERY_NOT_FOUND: {
    status: 400,
    description: 'No document is known by this hash. Send the document with it, once.',
  },
  PERSISTED_QUERY_HASH_MISMATCH: {
    status: 400,
    description: 'The hash is not the SHA-256 of the document that came with it.',
  },
  DOCUMENT_NOT_TRUSTED: { status: 403, description: 'This endpoint runs none but the documents it was built with.' },
  NOT_FOUND: { status: 404, description: 'There is nothing at this address.' },
  METHOD_NOT_ALLOWED: {
    status: 405,
    description: 'The address exists, but not for this method: see the Allow header.',
  },
  NOT_ACCEPTABLE: {
    status: 406,
    description: 'The Accept header leaves no media type that can be sent; the message names those that can.',
  },
  REQUEST_TIMEOUT: { status: 408, description: 'The body did not arrive in time. Send it again.' },
  PAYLOAD_TOO_LARGE: { status: 413, description: 'The body is larger than is read here. Ask in parts.' },
  URI_TOO_LONG: { status: 414, description: 'The address is longer than is read here. Send a POST.' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, description: 'A POST has to be application/json in UTF-8, not compressed.' },
  RATE_LIMITED: { status: 429, description: 'Too many requests from this address. Wait as long as Retry-After says.' },
  STORE_UNAVAILABLE: {
    status: 503,
    description: 'The database of this endpoint does not answer. Try again after as long as Retry-After says.',
  },
  NO_CORPUS: { status: 503, description: 'The database of this endpoint holds no corpus yet. Try again later.' },
  CORPUS_MOVED: {
    status: 503,
    description: 'The corpus was replaced again and again while the request was read. Send it again.',
  },
  CORPUS_DAMAGED: {
    status: 500,
    description:
      'The stored corpus is not whole, so nothing is answered from it; its operator has to publish it again.',
  },
  INTERNAL_SERVER_ERROR: {
    status: 500,
    description: 'A fault of the server, kept in its log. The message says no more.',
  },
  INVALID_ID: { description: 'The value is no global id of this endpoint. Use an id that a query gave.' },
  INVALID_CURSOR: { description: 'The cursor is broken or belongs to another list. Start again without it.' },
  INVALID_PAGE_SIZE: { description: 'first or last is negative, above the most that is allowed, or both are given.' },
  INVALID_ARGUMENT: { description: 'An argument is of the right type and still makes no sense; the message says why.' },
} as const satisfies Record<string, ErrorCode>;

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

/** The HTTP status of a request that fails with this error: 200 where its code stands on a field of an answer. */
export function statusOf(error: GraphQLError): number {
  const { status }: ErrorCode = ERROR_CODES[toldCodeOf(error)];
  return status ?? 200;
}
