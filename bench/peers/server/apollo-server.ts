/** Apollo Server as a function from a request to its response. */
import {
  ApolloServer,
  type ApolloServerOptionsWithTypeDefs,
  HeaderMap,
  type HTTPGraphQLRequest,
  type HTTPGraphQLResponse,
} from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { Facts } from './duties.ts';
import { resolvers, typeDefs } from './schema-first.ts';
import { type Context, openContext } from './store.ts';

/** The context of a request: that of the resolvers, and what a plugin notes for the log. */
export interface ApolloContext extends Context {
  readonly facts?: Facts;
}

type Options = Pick<ApolloServerOptionsWithTypeDefs<ApolloContext>, 'plugins' | 'validationRules'>;

export function openApollo({ plugins = [], ...options }: Options = {}) {
  const server = new ApolloServer<ApolloContext>({
    typeDefs,
    resolvers,
    // The benchmark uses it; in production it is usually off.
    introspection: true,
    includeStacktraceInErrorResponses: false,
    plugins: [ApolloServerPluginLandingPageDisabled(), ...plugins],
    ...options,
  });
  server.startInBackgroundHandlingStartupErrorsByLoggingAndFailingAllRequests();
  return async (request: Request, facts?: Facts): Promise<Response> => {
    const context = facts === undefined ? openContext() : { ...openContext(), facts };
    const { body, headers, status } = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: await read(request),
      context: () => Promise.resolve(context),
    });
    return new Response(textOf(body), { status: status ?? 200, headers: [...headers] });
  };
}

async function read(request: Request): Promise<HTTPGraphQLRequest> {
  return {
    method: request.method,
    headers: new HeaderMap([...request.headers]),
    search: new URL(request.url).search,
    body: request.method === 'POST' ? await request.json() : undefined,
  };
}

function textOf(body: HTTPGraphQLResponse['body']): string {
  if (body.kind !== 'complete') throw new Error('Incremental answers are not supported here.');
  return body.string;
}
