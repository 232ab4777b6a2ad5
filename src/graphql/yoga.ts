/** Yoga, built once an isolate: how a document is read that is not known yet, from its parsing to its validation. */
import type { GraphQLError } from 'graphql';
import { createYoga } from 'graphql-yoga';
import { schema } from '../../schema/index.ts';
import type { Settings } from '../settings.ts';
import type { Asked, Progress, Reading, ReadingContext } from './context.ts';
import { useIntrospection } from './use-introspection.ts';
import { useLimits } from './use-limits.ts';
import { useOperation } from './use-operation.ts';
import { useParsing } from './use-parsing.ts';
import { useReading } from './use-reading.ts';
import { useTiming } from './use-timing.ts';

/** What Yoga makes of a document: itself and its operation, or what is wrong with it. */
export type ReadDocument = (asked: Asked, request: Request) => Promise<Reading | readonly GraphQLError[]>;

/**
 * Its HTTP side is not used (see `http/graphql-endpoint.ts`): pages, health check, CORS and multipart are off, and
 * should `fetch` be called all the same, no address ends in the health check's. Nor does it run anything: what is to be
 * done for each request, known document or not, stands in `graphql.ts`.
 */
export function createReader(settings: Settings): ReadDocument {
  const yoga = createYoga<Pick<ReadingContext, 'asked' | 'progress'>>({
    schema,
    graphiql: false,
    landingPage: false,
    cors: false,
    multipart: false,
    healthCheckEndpoint: '\0',
    logging: false,
    // Masking is the work of public-errors.ts, which sees every error, also those that Yoga's own masking does not.
    maskedErrors: false,
    // What was read is kept in graphql.ts, with what was compiled of it.
    parserAndValidationCache: false,
    plugins: [
      useTiming(),
      useParsing(settings),
      useOperation(),
      // Needs the operation, and comes before validation.
      useLimits(schema, settings.limits),
      useIntrospection(settings),
      useReading(),
    ],
  });
  return async (asked, request) => {
    const { document, operationName, variables, extensions } = asked;
    const params = {
      query: document.text,
      variables: { ...variables },
      extensions: { ...extensions },
      ...(operationName !== null && { operationName }),
    };
    const progress: Progress = { operation: null, reading: null };
    const result = await yoga.getResultForParams({ params, request }, { asked, progress });
    if (progress.reading !== null) return progress.reading;
    if (!result || Symbol.asyncIterator in result || !result.errors) throw new Error('Yoga gave no single result.');
    return result.errors;
  };
}
