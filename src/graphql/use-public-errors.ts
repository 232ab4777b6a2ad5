/** The last step of every document: each error has one of the public codes, or it is masked. */
import { GraphQLError, Kind, print } from 'graphql';
import { codeOf, type ErrorCodeName, publicError } from '../../schema/errors.ts';
import { corpusError } from '../corpus.ts';
import { maskFault } from '../fault.ts';
import type { Settings } from '../settings.ts';
import type { Facts, GraphqlPlugin } from './context.ts';

/** Enough for any sentence of graphql-js about a document that a person wrote; it quotes names and literals. */
const MAX_MESSAGE_LENGTH = 400;

/** Gives every error of a result its code, masks what is a fault of ours, and cuts messages at a sane length. */
export function usePublicErrors({ introspection }: Settings): GraphqlPlugin {
  const tell = introspection ? (message: string) => message : withoutSuggestion;
  return {
    onResultProcess({ result, setResult, serverContext: { facts } }) {
      if (!('errors' in result) || !result.errors) return;
      setResult({ ...result, errors: result.errors.map((error) => toPublicError(asGraphqlError(error), facts, tell)) });
    },
  };
}

/** Yoga hands on whatever was thrown while it validated, under the name of a GraphQLError. */
function asGraphqlError(thrown: unknown): GraphQLError {
  if (thrown instanceof GraphQLError) return thrown;
  if (isPlainError(thrown)) return new GraphQLError(thrown.message, { extensions: thrown.extensions ?? {} });
  const originalError = thrown instanceof Error ? thrown : new Error(String(thrown));
  return new GraphQLError(originalError.message, { originalError });
}

/** As servers behind this one send them. */
function isPlainError(thrown: unknown): thrown is { message: string; extensions?: Record<string, unknown> } {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    !(thrown instanceof Error) &&
    'message' in thrown &&
    typeof thrown.message === 'string'
  );
}

/** The error to show, at the place of the document and of the result where the other one was. */
function toPublicError(error: GraphQLError, facts: Facts, tell: (message: string) => string): GraphQLError {
  const { message, extensions } = shownInstead(error, facts);
  const { path = null, locations } = error;
  // Given the nodes, it would look for their places in the document once more.
  return Object.assign(new GraphQLError(shorten(tell(message)), { path, extensions }), { locations });
}

function shownInstead(error: GraphQLError, { requestId, isRead }: Facts): Pick<GraphQLError, 'message' | 'extensions'> {
  if (!isRead && isStackOverflow(error))
    return publicError('GRAPHQL_VALIDATION_FAILED', 'The document is nested too deeply.');
  const unread = corpusError(error.originalError);
  if (unread !== null) return unread;
  const code = codeOf(error) ?? codeOfPlugin(error) ?? (isRead ? codeInExecution(error) : codeInReading(error));
  if (code === null || code === 'INTERNAL_SERVER_ERROR') return maskFault(error.originalError ?? error, requestId);
  const { http, ...extensions } = error.extensions;
  // What Yoga itself says of HTTP is not what is answered here; another plugin decides for its own errors.
  const isOfPlugin = codeOf(error) === null && extensions.code === code;
  const told = isOfPlugin ? { http: http ?? (isRead ? {} : { status: 400 }) } : {};
  return { message: withoutValues(error), extensions: { ...extensions, code, ...told } };
}

/** An error that another plugin throws for callers to see has a code and, by the convention of Yoga, `http`. */
function codeOfPlugin(error: GraphQLError): string | null {
  const { code } = error.extensions;
  return isOfGraphql(error) && typeof code === 'string' ? code : null;
}

function codeInExecution(error: GraphQLError): ErrorCodeName | null {
  if (isAboutArgument(error)) return 'BAD_USER_INPUT';
  // Nothing of the answer failed: a plugin refuses the request.
  return error.path === undefined && error.nodes === undefined ? codeInReading(error) : null;
}

/** Another plugin refuses a document by an error of its own, mostly without a code. */
function codeInReading(error: GraphQLError): ErrorCodeName | null {
  return isOfGraphql(error) ? 'GRAPHQL_VALIDATION_FAILED' : null;
}

/**
 * An argument that only its variables made wrong, found in execution. graphql-js then points at the value in the
 * document; where a resolver's answer is at fault, it points at the field.
 */
function isAboutArgument(error: GraphQLError): boolean {
  const [node] = error.nodes ?? [];
  return isOfGraphql(error) && node !== undefined && node.kind !== Kind.FIELD;
}

/** Whether it is of GraphQL alone, and not made of an error that somebody else threw. */
function isOfGraphql({ originalError }: GraphQLError): boolean {
  return originalError === undefined || originalError instanceof GraphQLError;
}

/** What parsing and validating end in where a document is nested without end; in a field it would be a fault of ours. */
function isStackOverflow({ originalError, path }: GraphQLError): boolean {
  return path === undefined && originalError instanceof RangeError && /call stack/i.test(originalError.message);
}

/** graphql-js quotes what was written in the place of a value, which may be a reader's own words: names stay, values go. */
function withoutValues({ message, nodes = [] }: GraphQLError): string {
  const values = nodes.filter(({ kind }) => VALUE_KINDS.includes(kind)).map(print);
  const named = values.reduce((text, value) => text.replaceAll(value, 'the one given'), message);
  return named.replace(QUOTED_TOKEN, 'a string');
}

const VALUE_KINDS: readonly Kind[] = [Kind.STRING, Kind.LIST, Kind.OBJECT];
/** How the parser names a token that is a string, in "Unexpected …" and "found …". */
const QUOTED_TOKEN = /\b(?:Block)?String ".*"/s;

/** graphql-js leaves out most of them itself where it is told to, but not all. */
function withoutSuggestion(message: string): string {
  return message.replace(/ Did you mean [^?]*\?/, '');
}

function shorten(message: string): string {
  return message.length <= MAX_MESSAGE_LENGTH ? message : `${message.slice(0, MAX_MESSAGE_LENGTH - 1)}…`;
}
