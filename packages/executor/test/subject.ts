/**
 * Subject: the executor that the tests of this folder test. Its data is compared as the text that is sent, including
 * the order of names.
 */
import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql';
import { compile as compileDocument, type ExecuteRequest } from '../compile.ts';
import type { Executed } from '../run.ts';

interface Written {
  /** JSON text; absent if nothing was executed. */
  readonly data?: string;
  readonly errors?: readonly GraphQLError[];
}

/** Null for operations that graphql-js must execute. */
export function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName?: string | null,
): ((request: ExecuteRequest) => Written | Promise<Written>) | null {
  const compiled = compileDocument(schema, document, operationName);
  if (compiled === null) return null;
  return (request) => {
    const executed = compiled.execute(request);
    return executed instanceof Promise ? executed.then(write) : write(executed);
  };
}

function write({ data, ...rest }: Executed): Written {
  return data === undefined ? rest : { ...rest, data: JSON.stringify(data) };
}
