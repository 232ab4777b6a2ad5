/**
 * Formats a value as graphql-js does in messages. It exports no function for this, so the text is cut out of an error.
 */
import { GraphQLBoolean } from 'graphql';

const PREFIX = 'Boolean cannot represent a non boolean value: ';

/** The value as the messages of graphql-js show it. */
export function inspect(value: unknown): string {
  if (typeof value === 'boolean') return String(value);
  try {
    return String(GraphQLBoolean.parseValue(value));
  } catch (error) {
    return error instanceof Error ? error.message.slice(PREFIX.length) : String(value);
  }
}
