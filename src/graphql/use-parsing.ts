/** Parsing: how long a document may be, and what an isolate keeps of the documents that it has read. */
import type { CompiledOperations } from '@dateline/executor/operations';
import { type DocumentNode, GraphQLError, Lexer, type ParseOptions, parse, Source, TokenKind } from 'graphql';
import { BoundedCache } from '../../data/bounded-cache.ts';
import { publicError } from '../../schema/errors.ts';
import type { Settings } from '../settings.ts';
import type { GraphqlPlugin } from './context.ts';

/**
 * Refuses documents with too many tokens. What has passed validation is kept, so that it is parsed once; what is compiled
 * of it, and what it was found to measure, is kept as long.
 */
export function useParsing({ limits }: Settings, operations: CompiledOperations): GraphqlPlugin {
  const known = new KnownDocuments((document) => operations.size(document));
  const parsed = new WeakMap<Request, DocumentNode>();
  return {
    onParse({ context: { facts, request }, setParseFn }) {
      setParseFn((source: string | Source, options?: ParseOptions) => {
        const { document } = facts;
        const found = document && known.find(document.hash);
        // Another plugin may have sent for another text.
        if (found?.loc?.source.body === textOf(source)) return found;
        const read = document?.isTrusted ? parse(source, options) : parseUpTo(limits.tokens, source, options);
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

/** All documents together, in bytes: of the 128 MB of an isolate, which the requests under way need too. */
const KEPT_BYTES = 16_000_000;
/** Measured: what a document takes whatever it says, a token once it is parsed, and a field once it is compiled. */
const ENTRY_BYTES = 1_000;
const TOKEN_BYTES = 400;
const CHARACTER_BYTES = 2;
const FIELD_BYTES = 1_200;

export class KnownDocuments {
  readonly #known: BoundedCache<string, DocumentNode>;
  readonly #sizes = new WeakMap<DocumentNode, number>();
  readonly #compiledFields: (document: DocumentNode) => number;

  /** @param compiledFields how many fields of a document are compiled so far. */
  constructor(compiledFields: (document: DocumentNode) => number) {
    this.#compiledFields = compiledFields;
    this.#known = new BoundedCache(KEPT_BYTES, (document) => weigh(document, this.#sizes.get(document) ?? 0));
  }

  /** The document of that hash; null where it is not known, or no longer. */
  find(hash: string): DocumentNode | null {
    return this.#known.find(hash) ?? null;
  }

  keep(hash: string, document: DocumentNode): void {
    this.#known.keep(hash, document);
  }

  /** Weighs it again where more of it is compiled than before: a field is when it is first answered, in each type. */
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
