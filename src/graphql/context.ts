/** The context of a GraphQL request, from the first plugin of the list in `yoga.ts` to the last. */
import type { OperationDefinitionNode } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import type { Store } from '../../data/store.ts';
import type { Context } from '../../schema/builder.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Spending } from './spending.ts';
import type { Representation } from './use-answer.ts';
import type { Document, DocumentReference } from './use-documents.ts';

/** A Yoga plugin with the context types of this endpoint. */
export type GraphqlPlugin = Plugin<
  RequestContext & Partial<Pick<OperationContext, 'store' | 'spending'>>,
  ServerContext
>;

/** The context that Hono passes to Yoga. */
export interface ServerContext {
  readonly exchange: Exchange;
  readonly facts: Facts;
  /** The form of the answer. */
  readonly representation: Representation;
  /** For plugins that continue work after the answer is sent. */
  readonly waitUntil: (promise: unknown) => void;
}

/** The context of hooks after the parameters are read. */
export interface RequestContext extends ServerContext {
  readonly params: GraphQLParams;
  readonly request: Request;
}

/** The context of resolvers, and of the watch of the execution. */
export interface OperationContext extends RequestContext, Context {
  readonly spending: Spending;
}

/** The parameters of a request by GET, POST or a plain address. */
export interface Asked {
  readonly document: DocumentReference;
  readonly operationName: string | null;
  /** As they were sent, not checked yet. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** The extensions of the request. This endpoint uses `cost` and `persistedQuery`. */
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** The facts found out about a request on its way; null until then. The log contains none of the caller's values. */
export interface Facts {
  /** Identifies the request in the answer and the log: the caller's own id if that is a UUID. */
  readonly requestId: string;
  asked: Asked | null;
  document: Document | null;
  /** The corpus that the request reads. */
  store: Store | null;
  operation: OperationDefinitionNode | null;
  /** Also set for a remembered answer, whose document is not read again. */
  operationName: string | null;
  /** Whether the document is valid and within all limits. */
  isRead: boolean;
  cost: Cost | null;
  /** Counts the cost of the request; null also for a remembered answer. */
  spending: Spending | null;
  /** The key to remember the answer by; null if it must not be remembered. */
  answerKey: string | null;
  /** The codes of the errors in the answer. */
  errorCodes: readonly string[];
  /** The duration of each step in milliseconds; a step that was not reached is missing. */
  readonly milliseconds: Partial<Record<Step, number>>;
}

/** In points: about a microsecond of CPU each. */
export interface Cost {
  /** The cost if every page were full, though never longer than the list in the corpus. */
  readonly estimate: number;
  /** The actual cost so far. */
  readonly spent: number;
}

/** The steps of a document, as `Server-Timing` names them. */
export type Step = 'parse' | 'validate' | 'execute';

/** Makes the context that Yoga gets with the request. */
export function openContext(exchange: Exchange, representation: Representation): ServerContext {
  return {
    exchange,
    facts: exchange.get('facts'),
    representation,
    waitUntil: (promise) => {
      if (promise instanceof Promise) exchange.executionCtx.waitUntil(promise);
    },
  };
}

export function newFacts(requestId: string): Facts {
  return {
    requestId,
    asked: null,
    document: null,
    store: null,
    operation: null,
    operationName: null,
    isRead: false,
    cost: null,
    spending: null,
    answerKey: null,
    errorCodes: [],
    milliseconds: {},
  };
}
