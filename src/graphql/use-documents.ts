/** Documents: finds the one that a request sends or names by its hash, and decides whether it may run. */
import type { GraphQLParams } from 'graphql-yoga';
import { BoundedCache, weighText } from '../../data/bounded-cache.ts';
import { sha256 } from '../../data/hash.ts';
import { type Awaitable, andThen } from '../../data/store.ts';
import { publicError } from '../../schema/errors.ts';
import type { Settings } from '../settings.ts';
import type { Asked, GraphqlPlugin } from './context.ts';

/** Finds the document. Remembers it if the request asks for that and the document is valid. */
export function useDocuments(documents: Documents): GraphqlPlugin {
  return {
    onParams({ params, setParams, context: { facts } }) {
      // Not set if another plugin has read the request.
      facts.asked ??= askedBy(params);
      // Another plugin may have found or changed the text.
      const { text, hash } = facts.asked.document;
      const query = params.query ?? null;
      const reference = query === text ? { text, hash } : { text: query, hash: text === null ? hash : null };
      return andThen(documents.find(reference), (document) => {
        facts.document = document;
        setParams({ ...params, query: document.text });
      });
    },
    onExecutionResult({ context: { facts } }) {
      const { document, asked, isRead } = facts;
      if (isRead && document !== null && asked !== null) documents.remember(document, asked.document);
    },
  };
}

function askedBy({ query, operationName, variables, extensions }: GraphQLParams): Asked {
  return {
    document: { text: query ?? null, hash: null },
    operationName: operationName ?? null,
    variables: variables ?? {},
    extensions: extensions ?? {},
  };
}

export interface Document {
  readonly text: string;
  /** The SHA-256 of the text, in hexadecimal. */
  readonly hash: string;
  /** Whether the Worker was built with it. */
  readonly isTrusted: boolean;
}

/** How a request names its document: by its text, by its hash, or by both to have it remembered. */
export interface DocumentReference {
  readonly text: string | null;
  readonly hash: string | null;
}

export interface Documents {
  /** Finds the document of a request. Throws a public error if there is none or it may not run. */
  readonly find: (asked: DocumentReference) => Awaitable<Document>;
  /** Remembers a valid document, if the request that sent it asks for that. */
  readonly remember: (document: Document, asked: DocumentReference) => void;
}

/** The total bytes of remembered documents. */
const REMEMBERED_BYTES = 2_000_000;
/** The total bytes of texts whose hash is remembered, so that it is computed once. */
const HASHED_BYTES = 4_000_000;
/** Even the longest possible body is remembered: otherwise a client that uses hashes would send it twice each time. */
const LONGEST = 1 / 8;

/**
 * Automatic persisted queries, by the protocol of Apollo's clients: a client sends the hash alone and, if the answer is
 * PERSISTED_QUERY_NOT_FOUND, once more with the text. Only valid documents that match their hash are remembered, for as
 * long as the isolate keeps them. The documents that the Worker was built with are known from the start.
 *
 * @param trusted the texts of the trusted documents by their hashes.
 */
export function createDocuments(trusted: Readonly<Record<string, string>>, { documents }: Settings): Documents {
  const remembered = new BoundedCache<string, string>(REMEMBERED_BYTES, weigh, LONGEST);
  const hashes = new BoundedCache<string, string>(HASHED_BYTES, (hash, text) => weigh(text, hash));
  const isTrusted = (hash: string) => Object.hasOwn(trusted, hash);

  async function hashOnce(text: string): Promise<string> {
    const known = hashes.find(text);
    if (known) return known;
    // A lone surrogate would be hashed as U+FFFD. No request can name such a text by its hash, but it needs a unique
    // one.
    const hash = await sha256(text.isWellFormed() ? text : JSON.stringify(text));
    hashes.keep(text, hash);
    return hash;
  }

  function findByHash(hash: string): Document {
    if (isTrusted(hash)) return { text: trusted[hash] ?? '', hash, isTrusted: true };
    if (documents === 'trusted') throw notTrusted();
    const text = remembered.find(hash);
    // Clients of the protocol check for exactly this message.
    if (text === undefined) throw publicError('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
    return { text, hash, isTrusted: false };
  }

  async function findByText(text: string, expected: string | null): Promise<Document> {
    const hash = await hashOnce(text);
    if (expected !== null && (hash !== expected || !text.isWellFormed())) {
      throw publicError(
        'PERSISTED_QUERY_HASH_MISMATCH',
        '"sha256Hash" is not the SHA-256 of "query", in UTF-8. Nothing was remembered.',
      );
    }
    if (documents === 'trusted' && !isTrusted(hash)) throw notTrusted();
    return { text, hash, isTrusted: isTrusted(hash) };
  }

  return {
    find({ text, hash }) {
      if (text !== null) return findByText(text, hash);
      if (hash === null) throw publicError('BAD_REQUEST', 'There is no "query".');
      return findByHash(hash);
    },
    remember({ text, hash, isTrusted }, asked) {
      if (asked.text !== null && asked.hash !== null && !isTrusted) remembered.keep(hash, text);
    },
  };
}

function weigh(text: string, hash: string): number {
  return weighText(text) + weighText(hash);
}

function notTrusted() {
  return publicError(
    'DOCUMENT_NOT_TRUSTED',
    'This endpoint runs only the documents it was built with: those in /trusted-documents.json.',
  );
}
