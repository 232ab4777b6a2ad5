/** GraphQL Yoga, built once per isolate. Its list of plugins is the life of every request, from top to bottom. */

import { useCompiledExecution } from '@dateline/executor';
import { CompiledOperations } from '@dateline/executor/operations';
import type { ExecutionResult, GraphQLError } from 'graphql';
import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import { schema } from '../../schema/index.ts';
import type { OpenStore } from '../corpus.ts';
import type { Settings } from '../settings.ts';
import type { GraphqlPlugin, OperationContext, ServerContext } from './context.ts';
import { priceOf } from './price.ts';
import { openWriter, useAnswer } from './use-answer.ts';
import { type AnswerMemory, useAnswerMemory } from './use-answer-memory.ts';
import { useCorpus } from './use-corpus.ts';
import { type Documents, useDocuments } from './use-documents.ts';
import { useCost, useLimits } from './use-limits.ts';
import { useOperation } from './use-operation.ts';
import { useParsing } from './use-parsing.ts';
import { openPublicErrors, usePublicErrors } from './use-public-errors.ts';
import { paramsOf, readGraphqlRequest, useRequest } from './use-request.ts';
import { useTiming } from './use-timing.ts';
import { useValidation } from './use-validation.ts';
import { useVariableErrors } from './use-variable-errors.ts';
import { useWarnings } from './use-warnings.ts';

/** The parts that the server is built from. */
export interface GraphqlParts {
  readonly settings: Settings;
  readonly documents: Documents;
  readonly openStore: OpenStore;
  /** Null if no answers are remembered. */
  readonly memory: AnswerMemory | null;
  /** The version of the code: see `http/headers.ts`. */
  readonly version: string;
  /** Plugins of the operator: any plugin for GraphQL Yoga or Envelop. */
  readonly plugins: readonly object[];
}

/** Answers a GraphQL request. Failures are answers too. */
export type AnswerGraphql = (request: Request, context: ServerContext) => Promise<Response> | Response;

export function createGraphql(parts: GraphqlParts): AnswerGraphql {
  const { fetch, getResultForParams } = openYoga(parts);
  if (parts.plugins.length > 0) return (request, context) => fetch(request, context);
  return answerDirectly(getResultForParams, parts);
}

/**
 * Answers without the HTTP part of Yoga. Its hooks have nobody to call but `useRequest`, `usePublicErrors` and
 * `useAnswer`, whose functions are called here instead: that takes a fifth off the CPU of a lookup. All other hooks run.
 */
function answerDirectly(
  run: YogaServerInstance<ServerContext, object>['getResultForParams'],
  { settings, memory, version }: GraphqlParts,
): AnswerGraphql {
  const [publish, write] = [openPublicErrors(settings), openWriter(settings, memory, version)];
  const ask = async (request: Request, context: ServerContext) => {
    const { facts } = context;
    try {
      facts.asked ??= await readGraphqlRequest(request, settings.limits);
      return (await run({ params: paramsOf(facts.asked), request }, context)) ?? NO_RESULT;
    } catch (error) {
      return { errors: [error as GraphQLError] };
    }
  };
  return async (request, context) => {
    const result = await ask(request, context);
    return write(context, 'errors' in result ? publish(result, context.facts) : result);
  };
}

const NO_RESULT: ExecutionResult = {};

function openYoga({ settings, documents, openStore, memory, version, plugins }: GraphqlParts) {
  const operations = new CompiledOperations(priceOf);
  return createYoga<ServerContext>({
    schema,
    // Hono owns pages, routes, health and CORS; `use-public-errors.ts` masks, `use-parsing.ts` keeps documents, and
    // `use-request.ts` reads bodies, with their limit.
    graphiql: false,
    landingPage: false,
    cors: false,
    multipart: false,
    logging: false,
    maskedErrors: false,
    parserAndValidationCache: false,
    maxRequestBodySize: false,
    // No address can end like this: Yoga compares the end of the whole address.
    healthCheckEndpoint: '\0',
    plugins: [
      useTiming(),
      useRequest(settings),
      useParsing(settings, operations),
      useOperation(),
      // After the operation is known, and before validation, which may take longer than running another document.
      useLimits(schema, settings),
      useValidation(settings),
      // A later plugin may set another executor. One error about variables is enough: `useVariableErrors` reports them
      // all.
      useCompiledExecution<OperationContext>({ operations, watch: ({ spending }) => spending, maxCoercionErrors: 1 }),
      useVariableErrors(settings),
      useAnswer(settings, memory, plugins.length === 0 ? version : null),
      ...(plugins as readonly GraphqlPlugin[]),
      // After every plugin that may change the request or set another executor.
      useDocuments(documents),
      // Before `useCorpus`, so that warnings are made again if a request runs again over a new corpus.
      useWarnings(),
      useCorpus(openStore),
      useAnswerMemory(memory),
      useCost(settings),
      // Last, so that no error of any plugin is sent unchecked.
      usePublicErrors(settings),
    ],
  });
}
