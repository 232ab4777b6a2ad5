/** Apollo Server called from `fetch`, as in its integrations for Cloudflare Workers. */
import { ApolloServer, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { resolvers, typeDefs } from './schema-first.ts';
import { type Context, openContext } from './store.ts';

const server = new ApolloServer<Context>({
  typeDefs,
  resolvers,
  // The benchmark uses it; in production it is usually off.
  introspection: true,
  includeStacktraceInErrorResponses: false,
  plugins: [ApolloServerPluginLandingPageDisabled()],
});

server.startInBackgroundHandlingStartupErrorsByLoggingAndFailingAllRequests();

export default {
  async fetch(request: Request): Promise<Response> {
    const { body, headers, status } = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: new HeaderMap([...request.headers]),
        search: new URL(request.url).search,
        body: await request.json(),
      },
      context: () => Promise.resolve(openContext()),
    });
    return new Response(textOf(body), { status: status ?? 200, headers: [...headers] });
  },
};

function textOf(body: HTTPGraphQLResponse['body']): string {
  if (body.kind !== 'complete') throw new Error('Incremental answers are not supported here.');
  return body.string;
}
