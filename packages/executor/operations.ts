/** The operations that a server compiled, each kept as long as its document is. */
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { type CompiledOperation, compile } from './compile.ts';
import type { Weigh } from './end.ts';

type ByName = Map<string | null, CompiledOperation>;

/**
 * Compiles an operation when it is first executed. Whoever keeps documents decides how long: nothing here keeps one
 * that nobody else does. `size` says how much of a document is compiled, so that a cache of documents can weigh it.
 */
export class CompiledOperations {
  readonly #weigh: Weigh | undefined;
  readonly #bySchema = new WeakMap<GraphQLSchema, WeakMap<DocumentNode, ByName>>();
  readonly #ofDocument = new WeakMap<DocumentNode, WeakRef<ByName>[]>();

  constructor(weigh?: Weigh) {
    this.#weigh = weigh;
  }

  /** Null for what `compile` cannot compile. */
  find(schema: GraphQLSchema, document: DocumentNode, operationName: string | null): CompiledOperation | null {
    const known = this.#of(schema, document);
    const found = known.get(operationName) ?? compile(schema, document, operationName, this.#weigh);
    // A name that the document has not would be kept for nothing.
    if (found !== null) known.set(operationName, found);
    return found;
  }

  /** How many fields of the document are planned, in all its operations. */
  size(document: DocumentNode): number {
    let size = 0;
    for (const reference of this.#ofDocument.get(document) ?? []) {
      for (const operation of reference.deref()?.values() ?? []) size += operation.size();
    }
    return size;
  }

  #of(schema: GraphQLSchema, document: DocumentNode): ByName {
    let documents = this.#bySchema.get(schema);
    if (documents === undefined) {
      documents = new WeakMap();
      this.#bySchema.set(schema, documents);
    }
    const known = documents.get(document);
    if (known) return known;
    const operations: ByName = new Map();
    documents.set(document, operations);
    // Weakly: a schema may be gone before its document.
    const others = (this.#ofDocument.get(document) ?? []).filter((reference) => reference.deref() !== undefined);
    this.#ofDocument.set(document, [...others, new WeakRef(operations)]);
    return operations;
  }
}
