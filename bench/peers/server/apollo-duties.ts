/**
 * Apollo Server with the duties of a public endpoint: its own persisted queries, the limits of graphql-armor, a plugin
 * that notes the facts of a request, and the middleware of `duties.ts`.
 */
import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import type { GraphQLError, ValidationContext } from 'graphql';
import { type ApolloContext, openApollo } from './apollo-server.ts';
import { withDuties } from './duties.ts';
import { ALIASES, COST, DEPTH } from './limits.ts';

/** Apollo Server answers 500 to an error that a rule throws; one that it reports is a 400. */
const REPORT = {
  propagateOnRejection: false,
  onReject: [(context: ValidationContext | null, error: GraphQLError) => context?.reportError(error)],
};

const noteFacts: ApolloServerPlugin<ApolloContext> = {
  requestDidStart: () => Promise.resolve({ willSendResponse: note }),
};

function note({
  contextValue: { facts },
  operationName,
  queryHash,
  errors = [],
}: GraphQLRequestContextWillSendResponse<ApolloContext>): Promise<void> {
  if (facts !== undefined) {
    facts.operation = operationName ?? null;
    facts.document = queryHash ?? null;
    facts.errors = errors.map(({ extensions }) => String(extensions.code ?? 'INTERNAL_SERVER_ERROR'));
  }
  return Promise.resolve();
}

const answer = openApollo({
  plugins: [noteFacts],
  validationRules: [
    maxDepthRule({ n: DEPTH, ...REPORT }),
    maxAliasesRule({ n: ALIASES, ...REPORT }),
    costLimitRule({ maxCost: COST, ...REPORT }),
  ],
});

export default withDuties(answer);
