/** The compiled operations of a server, each kept as long as its document. */
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { assertExecutable, type CompiledOperation, compile } from './compile.ts';
import type { Weigh } from './end.ts';

type ByName = Map<string | null, CompiledOperation>;

/**
 * Compiles each operation when it is first executed. Documents are referenced weakly: a compiled operation lives as
 * long as the caller keeps its document. `size` returns how much of a document is compiled, so that a cache can weigh
 * it.
 */
export class CompiledOperations {
  readonly #weigh: Weigh | undefined;
  readonly #bySchema = new WeakMap<GraphQLSchema, WeakMap<DocumentNode, ByName>>();
  readonly #ofDocument = new WeakMap<DocumentNode, WeakRef<ByName>[]>();

  constructor(weigh?: Weigh) {
    this.#weigh = weigh;
  }

  /** The compiled operation; null if `compile` returns null. */
  find(schema: GraphQLSchema, document: DocumentNode, operationName: string | null): CompiledOperation | null {
    assertExecutable(schema, document);
    const known = this.#of(schema, document);
    const found = known.get(operationName) ?? compile(schema, document, operationName, this.#weigh);
    // Unknown operation names are not cached: there could be any number of them.
    if (found !== null) known.set(operationName, found);
    return found;
  }

  /** How many fields of the document are planned so far, in all its operations. */
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
    // Weak references, because a schema may be collected before the document.
    const others = (this.#ofDocument.get(document) ?? []).filter((reference) => reference.deref() !== undefined);
    this.#ofDocument.set(document, [...others, new WeakRef(operations)]);
    return operations;
  }
}
