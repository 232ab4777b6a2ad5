/** The last step of every request: each error gets a public code or is masked. */
import { type ExecutionResult, GraphQLError, Kind, print } from 'graphql';
import { codeOf, type ErrorCodeName, publicError } from '../../schema/errors.ts';
import { corpusError } from '../corpus.ts';
import { maskFault } from '../fault.ts';
import type { Settings } from '../settings.ts';
import type { Facts, GraphqlPlugin } from './context.ts';

/** Enough for any message of graphql-js about a document that a person wrote; it quotes names and literals. */
const MAX_MESSAGE_LENGTH = 400;

/** Gives every error of a result its code, masks faults of the server, and shortens long messages. */
export function usePublicErrors(settings: Settings): GraphqlPlugin {
  const publish = openPublicErrors(settings);
  return {
    onResultProcess({ result, setResult, serverContext: { facts } }) {
      if ('errors' in result) setResult(publish(result, facts));
    },
  };
}

/** The same as a function. */
export function openPublicErrors({ introspection }: Settings) {
  const clean = introspection ? (message: string) => message : withoutSuggestion;
  return (result: ExecutionResult, facts: Facts): ExecutionResult =>
    result.errors === undefined
      ? result
      : { ...result, errors: result.errors.map((error) => toPublicError(asGraphqlError(error), facts, clean)) };
}

/** Yoga types whatever was thrown during validation as a GraphQLError. */
function asGraphqlError(thrown: unknown): GraphQLError {
  if (thrown instanceof GraphQLError) return thrown;
  if (isPlainError(thrown)) return new GraphQLError(thrown.message, { extensions: thrown.extensions ?? {} });
  const originalError = thrown instanceof Error ? thrown : new Error(String(thrown));
  return new GraphQLError(originalError.message, { originalError });
}

/** The form of errors from other GraphQL servers. */
function isPlainError(thrown: unknown): thrown is { message: string; extensions?: Record<string, unknown> } {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    !(thrown instanceof Error) &&
    'message' in thrown &&
    typeof thrown.message === 'string'
  );
}

/** The error to send, with the same locations and path. */
function toPublicError(error: GraphQLError, facts: Facts, clean: (message: string) => string): GraphQLError {
  const { message, extensions } = shownInstead(error, facts);
  const { path = null, locations } = error;
  // Without the nodes, because the constructor would compute their locations again.
  return Object.assign(new GraphQLError(shorten(clean(message)), { path, extensions }), { locations });
}

function shownInstead(error: GraphQLError, { requestId, isRead }: Facts): Pick<GraphQLError, 'message' | 'extensions'> {
  if (!isRead && isStackOverflow(error))
    return publicError('GRAPHQL_VALIDATION_FAILED', 'The document is nested too deeply.');
  const unread = corpusError(error.originalError);
  if (unread !== null) return unread;
  const code = codeOf(error) ?? codeOfPlugin(error) ?? (isRead ? codeInExecution(error) : codeInReading(error));
  if (code === null || code === 'INTERNAL_SERVER_ERROR') return maskFault(error.originalError ?? error, requestId);
  const { http, ...extensions } = error.extensions;
  // The HTTP extensions of Yoga itself are ignored; another plugin decides for its own errors.
  const isOfPlugin = codeOf(error) === null && extensions.code === code;
  const kept = isOfPlugin ? { http: http ?? (isRead ? {} : { status: 400 }) } : {};
  return { message: withoutValues(error), extensions: { ...extensions, code, ...kept } };
}

/** The code of an error that another plugin throws for callers to see. By Yoga's convention it may also have `http`. */
function codeOfPlugin(error: GraphQLError): string | null {
  const { code } = error.extensions;
  return isOfGraphql(error) && typeof code === 'string' ? code : null;
}

function codeInExecution(error: GraphQLError): ErrorCodeName | null {
  if (isAboutArgument(error)) return 'BAD_USER_INPUT';
  // No field failed: a plugin refuses the request.
  return error.path === undefined && error.nodes === undefined ? codeInReading(error) : null;
}

/** Other plugins usually refuse a document by an error without a code. */
function codeInReading(error: GraphQLError): ErrorCodeName | null {
  return isOfGraphql(error) ? 'GRAPHQL_VALIDATION_FAILED' : null;
}

/**
 * Whether an argument is wrong because of its variables, which only execution finds. For these, graphql-js points at
 * the value in the document; for a wrong result of a resolver, it points at the field.
 */
function isAboutArgument(error: GraphQLError): boolean {
  const [node] = error.nodes ?? [];
  return isOfGraphql(error) && node !== undefined && node.kind !== Kind.FIELD;
}

/** Whether it is an original GraphQL error, not a wrapper around another error. */
function isOfGraphql({ originalError }: GraphQLError): boolean {
  return originalError === undefined || originalError instanceof GraphQLError;
}

/**
 * Whether a document is nested so deeply that parsing or validating it overflowed the stack. In a field it is a fault.
 */
function isStackOverflow({ originalError, path }: GraphQLError): boolean {
  return path === undefined && originalError instanceof RangeError && /call stack/i.test(originalError.message);
}

/**
 * graphql-js quotes wrong values, which may be a reader's own words. Removes values from the message and keeps names.
 */
function withoutValues({ message, nodes = [] }: GraphQLError): string {
  const values = nodes.filter(({ kind }) => VALUE_KINDS.includes(kind)).map(print);
  const named = values.reduce((text, value) => text.replaceAll(value, 'the one given'), message);
  return named.replace(QUOTED_TOKEN, 'a string');
}

const VALUE_KINDS: readonly Kind[] = [Kind.STRING, Kind.LIST, Kind.OBJECT];
/** How the parser names a token that is a string, in "Unexpected …" and "found …". */
const QUOTED_TOKEN = /\b(?:Block)?String ".*"/s;

/** Removes suggestions. graphql-js omits most of them if asked to, but not all. */
function withoutSuggestion(message: string): string {
  return message.replace(/ Did you mean [^?]*\?/, '');
}

function shorten(message: string): string {
  return message.length <= MAX_MESSAGE_LENGTH ? message : `${message.slice(0, MAX_MESSAGE_LENGTH - 1)}…`;
}
