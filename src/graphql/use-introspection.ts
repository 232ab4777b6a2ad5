/** Whether the endpoint tells its schema. */
import { type ASTVisitor, type FieldNode, GraphQLError, type ValidationContext, type ValidationRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { publicError } from '../../schema/errors.ts';
import type { Settings } from '../settings.ts';
import type { RequestContext } from './context.ts';

/** Refuses `__schema` and `__type` where the settings say so. `__typename` is no secret: clients need it. */
export function useIntrospection({ introspection }: Settings): Plugin<RequestContext> {
  if (introspection) return {};
  return {
    onValidate({ addValidationRule }) {
      addValidationRule(noIntrospection);
    },
  };
}

const noIntrospection: ValidationRule = (context: ValidationContext): ASTVisitor => ({
  Field(node: FieldNode) {
    if (node.name.value !== '__schema' && node.name.value !== '__type') return;
    const { message, extensions } = publicError('INTROSPECTION_DISABLED', 'This endpoint does not tell its schema.');
    context.reportError(new GraphQLError(message, { nodes: node, extensions }));
  },
});
