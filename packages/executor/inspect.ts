/** How graphql-js shows a value in a message. It exports no function for it. */
import { GraphQLBoolean } from 'graphql';

const PREFIX = 'Boolean cannot represent a non boolean value: ';

/** The value as graphql-js' own messages show it. */
export function inspect(value: unknown): string {
  if (typeof value === 'boolean') return String(value);
  try {
    return String(GraphQLBoolean.parseValue(value));
  } catch (error) {
    return error instanceof Error ? error.message.slice(PREFIX.length) : String(value);
  }
}
