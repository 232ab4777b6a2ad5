/** Documents: the one that a request sends or names by its hash, and which of them may be run. */
import type { GraphQLParams } from 'graphql-yoga';
import { BoundedCache, weighText } from '../../data/bounded-cache.ts';
import { sha256 } from '../../data/hash.ts';
import { type Awaitable, andThen } from '../../data/store.ts';
import { publicError } from '../../schema/errors.ts';
import type { Settings } from '../settings.ts';
import type { Asked, GraphqlPlugin } from './context.ts';

/** Finds the document, and remembers it where the request wants it so and it turned out to be good. */
export function useDocuments(documents: Documents): GraphqlPlugin {
  return {
    onParams({ params, setParams, context: { facts } }) {
      // Where another plugin has read the request.
      facts.asked ??= askedBy(params);
      // Another plugin may have found the text, or changed it.
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
  /** SHA-256, in hexadecimal digits. */
  readonly hash: string;
  /** Whether the Worker was built with it. */
  readonly isTrusted: boolean;
}

/** How a request says which document it is about: by its text, by its hash, or by both to have it remembered. */
export interface DocumentReference {
  readonly text: string | null;
  readonly hash: string | null;
}

export interface Documents {
  /** Finds the document of a request, or throws the public error that says why there is none. */
  readonly find: (asked: DocumentReference) => Awaitable<Document>;
  /** Remembers a document that was read as good, if the request that brought it wants it so. */
  readonly remember: (document: Document, asked: DocumentReference) => void;
}

/** Bytes of all remembered documents together. */
const REMEMBERED_BYTES = 2_000_000;
/** Bytes of all texts together whose hash is remembered, so that it is computed once. */
const HASHED_BYTES = 4_000_000;
/** The longest body there may be is remembered, too: who sends it by its hash would else send it twice each time. */
const LONGEST = 1 / 8;

/**
 * Automatic persisted queries, by the protocol that Apollo's clients speak: a client sends the hash alone and, where it
 * is told PERSISTED_QUERY_NOT_FOUND, the text with it, once. Remembered until the isolate forgets, and only what was read
 * as good and has the hash that was sent. What the Worker was built with is known from the start.
 *
 * @param trusted the texts by their hashes.
 */
export function createDocuments(trusted: Readonly<Record<string, string>>, { documents }: Settings): Documents {
  const remembered = new BoundedCache<string, string>(REMEMBERED_BYTES, weigh, LONGEST);
  const hashes = new BoundedCache<string, string>(HASHED_BYTES, (hash, text) => weigh(text, hash));
  const isTrusted = (hash: string) => Object.hasOwn(trusted, hash);

  async function hashOnce(text: string): Promise<string> {
    const known = hashes.find(text);
    if (known) return known;
    // Half a surrogate pair would be hashed as U+FFFD. Nobody can name such a text by its hash, but it needs one of its own.
    const hash = await sha256(text.isWellFormed() ? text : JSON.stringify(text));
    hashes.keep(text, hash);
    return hash;
  }

  function findByHash(hash: string): Document {
    if (isTrusted(hash)) return { text: trusted[hash] ?? '', hash, isTrusted: true };
    if (documents === 'trusted') throw notTrusted();
    const text = remembered.find(hash);
    // Clients of the protocol wait for just these words.
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
    'This endpoint runs none but the documents it was built with: those of /trusted-documents.json.',
  );
}
