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
  NOT_FOUND: { status: 404, description: 'There is nothing at this address.' },
  METHOD_NOT_ALLOWED: {
    status: 405,
    description: 'The address exists, but not for this method: see the Allow header.',
  },
  NOT_ACCEPTABLE: {
    status: 406,
    description: 'The Accept header leaves no media type that can be sent; the message names those that can.',
  },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, description: 'A POST has to be application/json in UTF-8, not compressed.' },
  NO_CORPUS: { status: 503, description: 'The database of this endpoint holds no corpus yet. Try again later.' },
  CORPUS_MOVED: {
    status: 503,
    description: 'The corpus was replaced again and again while the request was read. Send it again.',
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

/** The HTTP status of a request that fails with this code: 200 where the code stands on a field of an answer. */
export function statusOf(code: ErrorCodeName): number {
  const { status }: ErrorCode = ERROR_CODES[code];
  return status ?? 200;
}
