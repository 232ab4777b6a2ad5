/** Selects the operation of the document, and checks that it is a query. */
import { type DocumentNode, Kind, type OperationDefinitionNode } from 'graphql';
import { publicError } from '../../schema/errors.ts';
import type { GraphqlPlugin } from './context.ts';

/**
 * Refuses a document without the requested operation, and mutations and subscriptions: graphql-js would accept them in
 * validation and fail in execution. A mutation by GET is always 405 (GraphQL over HTTP, "GET").
 */
export function useOperation(): GraphqlPlugin {
  return {
    onParse({ context: { facts, params, request } }) {
      return ({ result }) => {
        if (result === null || result instanceof Error) return;
        // Some clients send an empty name instead of none.
        const found = findOperation(result, params.operationName || null);
        facts.operation = found;
        facts.operationName = found.name?.value ?? null;
        const { operation } = found;
        if (operation === 'query') return;
        if (operation === 'mutation' && request.method !== 'POST') {
          throw publicError('METHOD_NOT_ALLOWED', 'A mutation must be sent by POST. This endpoint has no mutations.');
        }
        throw publicError('GRAPHQL_VALIDATION_FAILED', `This endpoint is read-only: it has no ${operation}s.`);
      };
    },
  };
}
/** The operation with that name or, without a name, the only one: GraphQL (September 2025), 6.1, GetOperation(). */
function findOperation(document: DocumentNode, name: string | null): OperationDefinitionNode {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const [found, ...others] = operations.filter((operation) => name === null || operation.name?.value === name);
  if (operations.length === 0) throw unresolved('The document has no operation, only fragments or definitions.');
  if (!found) throw unresolved('The document has no operation with the name given as "operationName".');
  if (name === null && others.length > 0) {
    throw unresolved(`The document has ${operations.length} operations. Say which by "operationName".`);
  }
  return found;
}

function unresolved(message: string) {
  return publicError('OPERATION_RESOLUTION_FAILURE', message);
}
