/** The limits of a request, once its document is parsed: it depends on its variables what it asks for. */
import type { GraphQLSchema } from 'graphql';
import type { Settings } from '../settings.ts';
import type { GraphqlPlugin } from './context.ts';
import { checkLimits } from './limits.ts';
import type { Held } from './measure.ts';
import { Spending } from './spending.ts';

/** Refuses what exceeds a limit, and opens the account of everything else. */
export function useLimits(schema: GraphQLSchema, { limits }: Settings): GraphqlPlugin {
  return {
    onParse({ context: { facts, params } }) {
      return ({ result: document }) => {
        const { operation, store } = facts;
        if (document === null || document instanceof Error || operation === null) return;
        const isTrusted = facts.document?.isTrusted ?? false;
        const held: Held = store?.summary().counts ?? NOTHING_KNOWN;
        const request = { schema, document, operation, variables: params.variables ?? {}, held, isTrusted };
        const { errors, estimate, reading } = checkLimits(request, limits);
        const spending = new Spending({ document, operation, estimate, reading }, limits);
        facts.cost = spending;
        facts.spending = spending;
        if (errors.length > 0) throw new AggregateError(errors);
      };
    },
  };
}

const NOTHING_KNOWN: Held = {};
