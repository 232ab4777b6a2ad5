/** Parses documents, with a limit on their length, and caches them in the isolate. */
import type { CompiledOperations } from '@dateline/executor/operations';
import { type DocumentNode, GraphQLError, Lexer, type ParseOptions, parse, Source, TokenKind } from 'graphql';
import { BoundedCache } from '../../data/bounded-cache.ts';
import { publicError } from '../../schema/errors.ts';
import type { Settings } from '../settings.ts';
import type { GraphqlPlugin } from './context.ts';
import { timed } from './use-timing.ts';

/**
 * Refuses documents with too many tokens. Valid documents are cached, so that each is parsed once. Its compiled form
 * and its measures are kept as long as the document.
 */
export function useParsing({ limits }: Settings, operations: CompiledOperations): GraphqlPlugin {
  const known = new KnownDocuments((document) => operations.size(document));
  const parsed = new WeakMap<Request, DocumentNode>();
  return {
    onParse({ context: { facts, request }, setParseFn }) {
      setParseFn((source: string | Source, options?: ParseOptions) => {
        const { document } = facts;
        const found = document && known.find(document.hash);
        // Another plugin may parse a different text.
        if (found?.loc?.source.body === textOf(source)) return found;
        const read = timed(facts, 'parse', () =>
          document?.isTrusted ? parse(source, options) : parseUpTo(limits.tokens, source, options),
        );
        parsed.set(request, read);
        return read;
      });
    },
    onValidate({ context: { facts, request } }) {
      return ({ valid }) => {
        const read = parsed.get(request);
        const { document } = facts;
        if (valid && read && document && document.text === read.loc?.source.body) known.keep(document.hash, read);
      };
    },
    onExecutionResult({ context: { facts } }) {
      if (facts.document) known.noteGrowth(facts.document.hash);
    },
  };
}

function textOf(source: string | Source): string {
  return typeof source === 'string' ? source : source.body;
}

function parseUpTo(limit: number, source: string | Source, options?: ParseOptions): DocumentNode {
  refuseManyLines(limit, typeof source === 'string' ? source : source.body);
  try {
    return parse(source, { ...options, maxTokens: limit });
  } catch (error) {
    const count = countTokens(source, limit);
    if (count <= limit) throw error;
    throw publicError(
      'TOO_MANY_TOKENS',
      `The document has ${count} tokens; the most is ${limit}. Split it into smaller requests.`,
      {
        actual: count,
        limit,
      },
    );
  }
}

/**
 * Refuses documents with more lines than the limit on tokens: most of them must be empty. graphql-js locates each error
 * by counting the lines before it: with tens of thousands of lines, a few hundred errors take seconds.
 */
function refuseManyLines(limit: number, text: string): void {
  const count = text.split(LINE_BREAK).length;
  if (count <= limit) return;
  throw publicError(
    'TOO_MANY_TOKENS',
    `The document has ${count} lines; the most is ${limit}. Split it into smaller requests.`,
    {
      actual: count,
      limit,
    },
  );
}

const LINE_BREAK = /\r\n|[\n\r]/;

/** Counts to the end, or to the first invalid token. A body of 100 kB takes about 3 ms. */
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
 * The total bytes of all cached documents, out of the 128 MB of an isolate, which the requests in progress need too.
 */
const KEPT_BYTES = 16_000_000;
/** Measured: the bytes of any document, of a parsed token, of a character, and of a compiled field. */
const ENTRY_BYTES = 1_000;
const TOKEN_BYTES = 400;
const CHARACTER_BYTES = 2;
const FIELD_BYTES = 1_200;

export class KnownDocuments {
  readonly #known: BoundedCache<string, DocumentNode>;
  readonly #sizes = new WeakMap<DocumentNode, number>();
  readonly #compiledFields: (document: DocumentNode) => number;

  /** @param compiledFields returns how many fields of a document are compiled so far. */
  constructor(compiledFields: (document: DocumentNode) => number) {
    this.#compiledFields = compiledFields;
    this.#known = new BoundedCache(KEPT_BYTES, (document) => weigh(document, this.#sizes.get(document) ?? 0));
  }

  /** The document with that hash; null if it is not cached. */
  find(hash: string): DocumentNode | null {
    return this.#known.find(hash) ?? null;
  }

  keep(hash: string, document: DocumentNode): void {
    this.#known.keep(hash, document);
  }

  /**
   * Updates the weight of a document as more of it is compiled: a field is compiled when it first runs, in each type.
   */
  noteGrowth(hash: string): void {
    const document = this.#known.find(hash);
    if (document === undefined) return;
    const size = this.#compiledFields(document);
    if (size === this.#sizes.get(document)) return;
    this.#sizes.set(document, size);
    this.#known.reweigh(hash);
  }
}

function weigh({ tokenCount = 0, loc }: DocumentNode, compiledFields: number): number {
  const text = CHARACTER_BYTES * (loc?.source.body.length ?? 0);
  return ENTRY_BYTES + TOKEN_BYTES * tokenCount + text + FIELD_BYTES * compiledFields;
}
