/** Documents that were read as good: what an isolate keeps of them. */
import type { DocumentNode } from 'graphql';
import { BoundedCache } from '../../data/bounded-cache.ts';

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
