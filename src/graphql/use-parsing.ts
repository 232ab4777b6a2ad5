/** Parsing and validating: how long a document may be, and how it is validated. */
import { type DocumentNode, GraphQLError, Lexer, type ParseOptions, parse, Source, TokenKind, validate } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { publicError } from '../../schema/errors.ts';
import type { Settings } from '../settings.ts';
import type { ReadingContext } from './context.ts';

/** As many as anybody mends at once. Finding more costs more than most queries. */
const MAX_ERRORS = 5;

/** Refuses documents with too many tokens, tells few errors, and tells suggestions only with the schema. */
export function useParsing({ limits, introspection }: Settings): Plugin<ReadingContext> {
  return {
    onParse({ context, setParseFn }) {
      setParseFn((source: string | Source, options?: ParseOptions) =>
        context.asked.facts.isTrusted ? parse(source, options) : parseUpTo(limits.tokens, source, options),
      );
    },
    onValidate({ setValidationFn }) {
      const options = { maxErrors: MAX_ERRORS, hideSuggestions: !introspection };
      setValidationFn(((schema, document, rules) =>
        toTell(validate(schema, document, rules, options))) satisfies typeof validate);
    },
  };
}

function parseUpTo(limit: number, source: string | Source, options?: ParseOptions): DocumentNode {
  refuseManyLines(limit, typeof source === 'string' ? source : source.body);
  try {
    return parse(source, { ...options, maxTokens: limit });
  } catch (error) {
    const count = countTokens(source, limit);
    if (count <= limit) throw error;
    throw publicError('TOO_MANY_TOKENS', `The document has ${count} tokens; the most is ${limit}. Ask in parts.`, {
      actual: count,
      limit,
    });
  }
}

/**
 * A document has no more lines than tokens, or most of them are empty. Each error is placed by counting the lines
 * before it: with tens of thousands of them, a few hundred errors take seconds.
 */
function refuseManyLines(limit: number, text: string): void {
  const count = text.split(LINE_BREAK).length;
  if (count <= limit) return;
  throw publicError('TOO_MANY_TOKENS', `The document has ${count} lines; the most is ${limit}. Ask in parts.`, {
    actual: count,
    limit,
  });
}

const LINE_BREAK = /\r\n|[\n\r]/;

/** Reads on to the end, or to the first thing that is no token. A body of 100 kB takes about 3 ms. */
function countTokens(source: string | Source, limit: number): number {
  const lexer = new Lexer(typeof source === 'string' ? new Source(source) : source);
  let count = 0;
  try {
    while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  } catch (error) {
    if (!(error instanceof GraphQLError) || count <= limit) return 0;
  }
  return count;
}

/**
 * graphql-js gives up by an error that names no place of the document. Behind others it says no more than that, and is
 * left out; alone it is all there is to refuse the document by.
 */
function toTell(errors: readonly GraphQLError[]): readonly GraphQLError[] {
  const placed = errors.filter(({ nodes }) => nodes !== undefined);
  if (placed.length > 0 || errors.length === 0) return placed;
  const message = 'The document cannot be validated: it selects too much that has to be compared. Ask in parts.';
  return [publicError('GRAPHQL_VALIDATION_FAILED', message)];
}
