/** The schema as text: the snapshot that the repository holds, byte by byte. */
import type { Handler } from 'hono';
import schemaText from '../../schema/schema.graphql';
import type { Settings } from '../settings.ts';

/** Answers with the schema in GraphQL's schema definition language, descriptions included. */
export function answerSchema({ pageMaxAgeSeconds }: Settings): Handler {
  return (context) =>
    context.text(schemaText, 200, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': `public, max-age=${pageMaxAgeSeconds}`,
    });
}
