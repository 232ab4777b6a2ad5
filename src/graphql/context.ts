/** What goes along with a request while its document is run. */
import type { FieldNode, OperationDefinitionNode } from 'graphql';
import type { GraphQLParams } from 'graphql-yoga';
import type { Context } from '../../schema/builder.ts';

/** What Yoga's plugins are given, beside its own. */
export interface RequestContext extends Context {
  readonly params: GraphQLParams;
  readonly request: Request;
  readonly facts: Facts;
}

/** What is found out about a request on its way, for limits, log and headers. Nothing of its values. */
export interface Facts {
  /** Names the request in answer and log: the caller's, where it is a UUID. */
  readonly requestId: string;
  /** SHA-256 of the document; null until there is one. */
  documentHash: string | null;
  /** Whether the Worker was built with the document. */
  isTrusted: boolean;
  /** The operation asked for; null until the document is parsed. */
  operation: OperationDefinitionNode | null;
  /** In points, whether or not it was too much; null until it is known. */
  cost: number | null;
  /** What one thing of each list costs, by the field that answers the list. */
  itemPrices: ReadonlyMap<FieldNode, number>;
  /** What was paid so far, in points, while it is run. */
  spending: { spent: number; readonly limit: number } | null;
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
    operation: null,
    cost: null,
    itemPrices: new Map(),
    spending: null,
    errorCodes: [],
    milliseconds: {},
  };
}
