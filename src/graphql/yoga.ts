/** Yoga, built once an isolate: what happens to a document, from parsing to the errors that leave. */
import { createYoga } from 'graphql-yoga';
import { schema } from '../../schema/index.ts';
import type { Settings } from '../settings.ts';
import type { RequestContext } from './context.ts';
import { useCost } from './use-cost.ts';
import { useGraphqlExecute } from './use-graphql-execute.ts';
import { useIntrospection } from './use-introspection.ts';
import { useLimits } from './use-limits.ts';
import { useOperation } from './use-operation.ts';
import { createDocumentCaches, useParsing } from './use-parsing.ts';
import { usePublicErrors } from './use-public-errors.ts';
import { useSpending } from './use-spending.ts';
import { useTiming } from './use-timing.ts';
import { useVariableErrors } from './use-variable-errors.ts';

export type Graphql = ReturnType<typeof createGraphql>;

/**
 * Yoga over the store that each request brings. Its HTTP side is not used (see `http/graphql-endpoint.ts`): pages,
 * health check, CORS and multipart are off, and should `fetch` be called all the same, no address ends in the health
 * check's.
 */
export function createGraphql(settings: Settings) {
  return createYoga<Pick<RequestContext, 'store' | 'facts'>>({
    schema,
    graphiql: false,
    landingPage: false,
    cors: false,
    multipart: false,
    healthCheckEndpoint: '\0',
    logging: false,
    // Masking is the work of usePublicErrors, which sees every error, also those that Yoga's own masking does not.
    maskedErrors: false,
    parserAndValidationCache: createDocumentCaches(),
    plugins: [
      useTiming(),
      useParsing(settings),
      useOperation(),
      // Needs the operation, and comes before validation.
      useLimits(schema, settings.limits),
      useIntrospection(settings),
      useGraphqlExecute(),
      useVariableErrors(settings),
      useSpending(schema, settings.limits),
      useCost(settings.limits),
      // Sees the errors of all of these.
      usePublicErrors(settings),
    ],
  });
}
