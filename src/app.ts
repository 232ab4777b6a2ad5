/** The Hono app: which address is answered by what, in order. */
import { Hono } from 'hono';
import type { OpenStore } from './corpus.ts';
import { createGraphql } from './graphql/yoga.ts';
import { answerNotFound, answerThrown, refuseOtherMethods } from './http/error-response.ts';
import { answerGraphql } from './http/graphql-endpoint.ts';
import { allowAnyOrigin, setSecurityHeaders } from './http/headers.ts';
import { answerHealth } from './http/health.ts';
import { answerGraphiql } from './pages/graphiql.ts';
import { answerIndex } from './pages/index.ts';
import { answerSchema } from './pages/schema.ts';
import type { Settings } from './settings.ts';

export type App = Hono<{ Bindings: Env }>;

/** The whole service over one corpus. Each error leaves it in one shape: see `http/error-response.ts`. */
export function createApp(openStore: OpenStore, settings: Settings): App {
  const app: App = new Hono();

  app.use(setSecurityHeaders);
  app.on('ALL', ['/graphql', '/schema.graphql', '/healthz'], allowAnyOrigin);

  app.get('/', answerIndex(settings));
  if (settings.graphiql) app.get('/graphql', answerGraphiql(settings));
  app.on(['GET', 'POST'], '/graphql', answerGraphql(createGraphql(), openStore));
  app.get('/schema.graphql', answerSchema(settings));
  app.get('/healthz', answerHealth(openStore));

  app.all('/', refuseOtherMethods('GET, HEAD'));
  app.all('/graphql', refuseOtherMethods('GET, HEAD, POST, OPTIONS'));
  app.on('ALL', ['/schema.graphql', '/healthz'], refuseOtherMethods('GET, HEAD, OPTIONS'));
  app.notFound(answerNotFound);
  app.onError(answerThrown);
  return app;
}
