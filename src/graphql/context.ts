/** What goes along with a GraphQL request, from the first plugin of the list in `yoga.ts` to the last. */
import type { OperationDefinitionNode } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import type { Store } from '../../data/store.ts';
import type { Context } from '../../schema/builder.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Spending } from './spending.ts';
import type { Representation } from './use-answer.ts';
import type { Document, DocumentReference } from './use-documents.ts';

/** A plugin of the list: Yoga's own kind, which knows what goes along. */
export type GraphqlPlugin = Plugin<
  RequestContext & Partial<Pick<OperationContext, 'store' | 'spending'>>,
  ServerContext
>;

/** What Hono hands over. */
export interface ServerContext {
  readonly exchange: Exchange;
  readonly facts: Facts;
  /** How the answer is to be written. */
  readonly representation: Representation;
  /** For plugins that work on after the answer is given. */
  readonly waitUntil: (promise: unknown) => void;
}

/** What hooks are given once the parameters are read. */
export interface RequestContext extends ServerContext {
  readonly params: GraphQLParams;
  readonly request: Request;
}

/** What resolvers are given, and with them whoever watches them. */
export interface OperationContext extends RequestContext, Context {
  readonly spending: Spending;
}

/** What a request asks, by GET, POST or a plain address. */
export interface Asked {
  readonly document: DocumentReference;
  readonly operationName: string | null;
  /** As they were sent: nobody has checked them yet. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Those of the request; of them, `cost` and `persistedQuery` mean something here. */
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** What is found out about a request on its way, each part null until then. The log tells nothing of its values. */
export interface Facts {
  /** Names the request in answer and log: the caller's, where it is a UUID. */
  readonly requestId: string;
  asked: Asked | null;
  document: Document | null;
  /** The corpus that is read. */
  store: Store | null;
  operation: OperationDefinitionNode | null;
  /** Also told of an answer that is remembered, whose document is not read again. */
  operationName: string | null;
  /** Whether the document was read as good, within all limits. */
  isRead: boolean;
  cost: Cost | null;
  /** Who counts the cost of this request; null also for an answer that is remembered. */
  spending: Spending | null;
  /** What the answer is remembered by; null where it is not to be. */
  answerKey: string | null;
  /** The codes of the errors answered. */
  errorCodes: readonly string[];
  /** How long each step took, in milliseconds; a step that was not reached is missing. */
  readonly milliseconds: Partial<Record<Step, number>>;
}

/** In points: about a microsecond of CPU each. */
export interface Cost {
  /** What the document would cost if each of its pages were full, no list of the corpus being longer than it is. */
  readonly estimate: number;
  /** What has turned out so far. */
  readonly spent: number;
}

/** The steps of a document, as `Server-Timing` names them. */
export type Step = 'parse' | 'validate' | 'execute';

/** What Yoga is given beside the request. */
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
