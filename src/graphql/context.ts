/** What goes along with a request while its document is read and run. */
import type { DocumentNode, FieldNode, OperationDefinitionNode } from 'graphql';
import type { GraphQLParams } from 'graphql-yoga';
import type { Context } from '../../schema/builder.ts';
import type { Document } from './document.ts';
import type { Spending } from './spending.ts';

/** What is asked of a document. */
export interface Asked {
  readonly document: Document;
  readonly operationName: string | null;
  /** As they were sent: nobody has checked them yet. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly extensions: Readonly<Record<string, unknown>>;
  readonly facts: Facts;
}

/** What resolvers are given, and with them whoever watches them. */
export interface OperationContext extends Context {
  readonly facts: Facts;
  readonly spending: Spending;
}

/** What Yoga's plugins are given, beside its own, while a document is read. */
export interface ReadingContext {
  readonly params: GraphQLParams;
  readonly request: Request;
  readonly asked: Asked;
  readonly progress: Progress;
}

/** How far a document is read. */
export interface Progress {
  /** The operation asked for; null until the document is parsed. */
  operation: OperationDefinitionNode | null;
  /** Null until the document is known to be good. */
  reading: Reading | null;
}

/** A document that may be run, and its operation that was asked for. */
export interface Reading {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** What is found out about a request on its way, for limits, log and headers. Nothing of its values. */
export interface Facts {
  /** Names the request in answer and log: the caller's, where it is a UUID. */
  readonly requestId: string;
  /** SHA-256 of the document; null until there is one. */
  documentHash: string | null;
  /** Whether the Worker was built with the document. */
  isTrusted: boolean;
  /** Whether the document was read as good, within all limits. */
  isRead: boolean;
  /** The name of the operation asked for; null until the document is parsed, and where it has none. */
  operationName: string | null;
  /** In points, whether or not it was too much; null until it is known. */
  cost: number | null;
  /** What one thing of each list costs, by the field that answers the list. */
  itemPrices: ReadonlyMap<FieldNode, number>;
  /** The codes of the errors answered. */
  errorCodes: readonly string[];
  /** How long each step took, in milliseconds; a step that was not reached is missing. */
  readonly milliseconds: Partial<Record<Step, number>>;
}

/** The steps of a document, as `Server-Timing` names them. */
export type Step = 'parse' | 'validate' | 'execute';

export function newFacts(requestId: string): Facts {
  return {
    requestId,
    documentHash: null,
    isTrusted: false,
    isRead: false,
    operationName: null,
    cost: null,
    itemPrices: new Map(),
    errorCodes: [],
    milliseconds: {},
  };
}
