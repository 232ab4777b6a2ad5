/** Yoga, built once an isolate: what happens to a document, from parsing to the errors that leave. */
import { createYoga } from 'graphql-yoga';
import type { Context } from '../../schema/builder.ts';
import { schema } from '../../schema/index.ts';
import { useGraphqlExecute } from './use-graphql-execute.ts';
import { useOperation } from './use-operation.ts';
import { usePublicErrors } from './use-public-errors.ts';
import { useVariableErrors } from './use-variable-errors.ts';

export type Graphql = ReturnType<typeof createGraphql>;

/**
 * Yoga over the store that each request brings. Its HTTP side is not used (see `http/graphql-endpoint.ts`): pages, health check, CORS and
 * multipart are off, and should `fetch` be called all the same, no address ends in the health check's.
 */
export function createGraphql() {
  return createYoga<Context>({
    schema,
    graphiql: false,
    landingPage: false,
    cors: false,
    multipart: false,
    healthCheckEndpoint: '\0',
    logging: false,
    // Masking is the work of usePublicErrors, which sees every error, also those that Yoga's own masking does not.
    maskedErrors: false,
    plugins: [
      // Parsing and validating come with Yoga, each result kept for the next request with the same document.
      useOperation(),
      useGraphqlExecute(),
      useVariableErrors(),
      usePublicErrors(),
    ],
  });
}
