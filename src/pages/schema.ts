/** The schema as text: byte for byte `schema/schema.graphql`, which a test compares with it. */
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import type { Exchange } from '../http/exchange.ts';
import { respond, setHeader } from '../http/exchange.ts';
import type { Settings } from '../settings.ts';

/** The schema in GraphQL's schema definition language, descriptions included; everything in the order of its name. */
export function schemaText(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

/** Answers programs with the text. It is printed at the first request: as a file it would be a tenth of the Worker. */
export function answerSchema({ maxAge }: Settings, schema: GraphQLSchema) {
  let text: string | null = null;
  return (exchange: Exchange): Response => {
    text ??= schemaText(schema);
    setHeader(exchange, 'Content-Type', 'text/plain; charset=utf-8');
    setHeader(exchange, 'Cache-Control', `public, max-age=${maxAge.page}`);
    return respond(exchange, 200, text);
  };
}
