/** Whether questions about the schema are answered. */
import { type ASTVisitor, type FieldNode, GraphQLError, type ValidationContext } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { publicError } from '../../schema/errors.ts';
import type { Settings } from '../settings.ts';

/** Refuses `__schema` and `__type` where the settings say so. `__typename` is no secret: clients need it. */
export function useIntrospection({ introspection }: Settings): Plugin {
  return {
    onValidate({ addValidationRule }) {
      if (!introspection) addValidationRule(noIntrospection);
    },
  };
}

function noIntrospection(context: ValidationContext): ASTVisitor {
  return {
    Field(node: FieldNode) {
      if (!ABOUT_SCHEMA.has(node.name.value)) return;
      const { message, extensions } = publicError('INTROSPECTION_DISABLED', 'This endpoint does not tell its schema.');
      context.reportError(new GraphQLError(message, { nodes: node, extensions }));
    },
  };
}

/** The fields of the query type that tell the schema: GraphQL (September 2025), 4.2. */
const ABOUT_SCHEMA: ReadonlySet<string> = new Set(['__schema', '__type']);
