/** The limits of a request whose document is read: before it is validated, which may take longer than to run another. */
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Limits } from '../settings.ts';
import type { ReadingContext } from './context.ts';
import { checkLimits } from './limits.ts';

/** Not a validation rule: those do not know the variables. */
export function useLimits(schema: GraphQLSchema, limits: Limits): Plugin<ReadingContext> {
  return {
    onParse({ context }) {
      return ({ result }) => {
        const { asked, progress } = context;
        const { operation } = progress;
        if (!isDocument(result) || operation === null) return;
        const errors = checkLimits(schema, { document: result, operation }, asked, limits);
        if (errors.length > 0) throw new AggregateError(errors);
      };
    },
  };
}

function isDocument(result: DocumentNode | Error | null): result is DocumentNode {
  return result !== null && !(result instanceof Error);
}
