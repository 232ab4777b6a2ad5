/** Documents that were read, each with its operation ready to be run: what an isolate keeps of them. */
import { BoundedCache } from '../../data/bounded-cache.ts';
import type { CompiledOperation } from '../../packages/executor/compile.ts';
import type { Asked, Reading } from './context.ts';

/** A document that was read, and its operation ready to be run. */
export interface Prepared extends Reading, CompiledOperation {}

/** All documents together, in bytes: of the 128 MB of an isolate, which the requests under way need too. */
const KEPT_BYTES = 16_000_000;
/** Measured: what a document takes whatever it says, a token once it is parsed, and a field once it is compiled. */
const ENTRY_BYTES = 1_000;
const TOKEN_BYTES = 400;
const CHARACTER_BYTES = 2;
const FIELD_BYTES = 1_200;

export class PreparedDocuments {
  readonly #known = new BoundedCache<string, Prepared>(KEPT_BYTES, weigh);

  /** What was kept of the document and operation asked for; undefined where it is not known, or no longer. */
  find(asked: Asked): Prepared | undefined {
    return this.#known.find(keyOf(asked));
  }

  keep(asked: Asked, prepared: Prepared): void {
    this.#known.keep(keyOf(asked), prepared);
  }

  /** Weighs it again: a field is compiled when it is first answered, in each type. */
  noteGrowth(asked: Asked): void {
    this.#known.reweigh(keyOf(asked));
  }
}

function keyOf({ document: { hash }, operationName }: Asked): string {
  return operationName === null ? hash : `${hash} ${operationName}`;
}

function weigh({ document: { tokenCount = 0, loc }, size }: Prepared): number {
  return (
    ENTRY_BYTES + TOKEN_BYTES * tokenCount + CHARACTER_BYTES * (loc?.source.body.length ?? 0) + FIELD_BYTES * size()
  );
}
