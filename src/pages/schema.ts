/** The schema as text: the file in the repository, byte for byte. */
import schemaText from '../../schema/schema.graphql';
import type { Exchange } from '../http/exchange.ts';
import { respond, setHeader } from '../http/exchange.ts';
import type { Settings } from '../settings.ts';

/** Answers programs with the schema in GraphQL's schema definition language, descriptions included. */
export function answerSchema({ maxAge }: Settings) {
  return (exchange: Exchange): Response => {
    setHeader(exchange, 'Content-Type', 'text/plain; charset=utf-8');
    setHeader(exchange, 'Cache-Control', `public, max-age=${maxAge.page}`);
    return respond(exchange, 200, schemaText);
  };
}
