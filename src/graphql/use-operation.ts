/** Which operation of the document is asked for, and whether it is one that can be run here. */
import { type DocumentNode, Kind, type OperationDefinitionNode } from 'graphql';
import { publicError } from '../../schema/errors.ts';
import type { GraphqlPlugin } from './context.ts';

/**
 * Refuses a document without the operation asked for, and mutations and subscriptions: graphql-js would let them
 * through validation and fail in execution. A mutation by GET is 405 in any case (GraphQL over HTTP, "GET").
 */
export function useOperation(): GraphqlPlugin {
  return {
    onParse({ context: { facts, params, request } }) {
      return ({ result }) => {
        if (result === null || result instanceof Error) return;
        // An empty name is none: some clients send it so.
        const found = findOperation(result, params.operationName || null);
        facts.operation = found;
        facts.operationName = found.name?.value ?? null;
        const { operation } = found;
        if (operation === 'query') return;
        if (operation === 'mutation' && request.method !== 'POST') {
          throw publicError('METHOD_NOT_ALLOWED', 'A mutation has to be sent by POST. This endpoint has none.');
        }
        throw publicError('GRAPHQL_VALIDATION_FAILED', `This endpoint is for reading: it has no ${operation}s.`);
      };
    },
  };
}
/** The operation of that name or, without a name, the only one: GraphQL (September 2025), 6.1, GetOperation(). */
function findOperation(document: DocumentNode, name: string | null): OperationDefinitionNode {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const [found, ...others] = operations.filter((operation) => name === null || operation.name?.value === name);
  if (operations.length === 0) throw unresolved('The document has no operation, only fragments or definitions.');
  if (!found) throw unresolved('The document has no operation of the name given as "operationName".');
  if (name === null && others.length > 0) {
    throw unresolved(`The document has ${operations.length} operations. Say which by "operationName".`);
  }
  return found;
}

function unresolved(message: string) {
  return publicError('OPERATION_RESOLUTION_FAILURE', message);
}
