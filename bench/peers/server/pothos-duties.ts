/**
 * Yoga + Pothos with the duties of a public endpoint: the plugins for persisted queries and of graphql-armor, one that
 * notes the facts of a request, and the middleware of `duties.ts`.
 */
import { costLimitPlugin } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { useAPQ } from '@graphql-yoga/plugin-apq';
import { getOperationAST } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import { type Facts, withDuties } from './duties.ts';
import { ALIASES, COST, DEPTH } from './limits.ts';
import { schema } from './pothos/schema.ts';
import { openContext } from './store.ts';

interface ServerContext {
  readonly facts: Facts;
}

const noteFacts: Plugin<ServerContext, ServerContext> = {
  onExecute({ args: { contextValue, document, operationName } }) {
    contextValue.facts.operation = getOperationAST(document, operationName)?.name?.value ?? null;
  },
  onResultProcess({ result, serverContext: { facts } }) {
    if (!('errors' in result)) return;
    facts.errors = (result.errors ?? []).map(({ extensions }) =>
      String(extensions?.code ?? 'GRAPHQL_VALIDATION_FAILED'),
    );
  },
};

const yoga = createYoga<ServerContext>({
  schema,
  context: openContext,
  // `duties.ts` has the headers of CORS, and nothing else is served here.
  cors: false,
  graphiql: false,
  landingPage: false,
  plugins: [
    useAPQ(),
    maxDepthPlugin({ n: DEPTH }),
    maxAliasesPlugin({ n: ALIASES }),
    costLimitPlugin({ maxCost: COST }),
    noteFacts,
  ],
});

export default withDuties((request, facts) => yoga.fetch(request, { facts }));
