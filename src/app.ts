/** The Hono app: the routes, in order. */
import { Hono } from 'hono';
import { documents, operations } from '#documents';
import { schema } from '../schema/index.ts';
import { PAGE_FOLDERS } from '../schema/node.ts';
import type { OpenStore } from './corpus.ts';
import type { readParts } from './environment.ts';
import { AnswerMemory } from './graphql/use-answer-memory.ts';
import { createDocuments } from './graphql/use-documents.ts';
import { createGraphql } from './graphql/yoga.ts';
import { checkAddress } from './http/address.ts';
import { answerAddresses, answerOpenApi, answerOperation, openApi } from './http/api-endpoint.ts';
import { tagAnswers } from './http/caching.ts';
import { answerNotFound, answerThrown, refuseOtherMethods } from './http/error-response.ts';
import { type ExchangeEnvironment, openExchange } from './http/exchange.ts';
import { answerGraphql } from './http/graphql-endpoint.ts';
import { answerPreflight, standingHeaders, versionOf } from './http/headers.ts';
import { answerHealth, answerReadiness } from './http/health.ts';
import { logRequests } from './http/log.ts';
import { limitRate } from './http/rate-limit.ts';
import { answerOfSchema, minimalSchema, possibleTypes } from './pages/cache-types.ts';
import { openDocs } from './pages/docs/docs.tsx';
import { createExamples } from './pages/example.ts';
import { answerGraphiql } from './pages/graphiql.ts';
import { answerJsonPage } from './pages/json-page.tsx';
import { openDocuments } from './pages/machine/document.ts';
import { addMachineRoutes, MACHINE_ADDRESSES } from './pages/machine/routes.ts';
import { AGENT_VIEW } from './pages/reader/agent-page.tsx';
import { ARTICLE_VIEW } from './pages/reader/article-page.tsx';
import { allowFrames, CARD } from './pages/reader/card-page.tsx';
import { EVENT_VIEW } from './pages/reader/event-page.tsx';
import { frontView } from './pages/reader/front-page.tsx';
import { PATHS_VIEW } from './pages/reader/paths-page.tsx';
import { PLACE_VIEW } from './pages/reader/place-page.tsx';
import { REVISIONS_VIEW } from './pages/reader/revisions-page.tsx';
import { SEARCH_VIEW } from './pages/reader/search-page.tsx';
import { STATEMENT_VIEW } from './pages/reader/statement-page.tsx';
import { TIMELINE_VIEW } from './pages/reader/timeline-page.tsx';
import { openViews } from './pages/reader/view.ts';
import { offerPage } from './pages/respond-page.ts';
import { answerSchema } from './pages/schema.ts';
import { siteOf } from './pages/site.ts';
import { answerHealthPage, answerReadinessPage } from './pages/status-page.tsx';

export type App = Hono<ExchangeEnvironment>;

/** The parts that an app is created from. */
export interface Parts extends ReturnType<typeof readParts> {
  readonly openStore: OpenStore;
  /** Plugins in addition to those of `graphql/yoga.ts`: any plugin for GraphQL Yoga or Envelop. */
  readonly plugins?: readonly object[];
}

/** The addresses that publish the schema, if the settings allow it. */
const ABOUT_SCHEMA = ['/schema.graphql', '/schema.json', '/possible-types.json', '/openapi.json'];

const JSON_OF_SCHEMA = [
  ['/possible-types.json', possibleTypes],
  ['/schema.json', minimalSchema],
] as const;

const JSON_TYPE = ['application/json'];

/** The pages for readers. */
const PAGES = [
  '/',
  '/search',
  '/timeline',
  '/paths',
  ...Object.values(PAGE_FOLDERS).map((folder) => `/${folder}/:slug`),
  '/articles/:slug/revisions',
  '/embed/statements/:slug',
];

/** The addresses whose answers may have an entity tag; each answer decides whether it does. */
const TAGGED = [...PAGES, ...MACHINE_ADDRESSES, '/graphql', '/api/*', '/docs/*', ...ABOUT_SCHEMA];

/** The addresses that pages of other origins may call, so that browsers send a preflight request. */
export const CALLED_FROM_PAGES = ['/graphql', '/api/*', ...ABOUT_SCHEMA, '/healthz', '/readyz'];

/** Creates the whole service over one corpus. All errors have the same shape: see `http/error-response.ts`. */
export function createApp({ openStore, settings, rateLimiter, deployment, plugins = [] }: Parts): App {
  // A slash at the end makes no other address: clients whose base address ends in one POST to /graphql/.
  const app: App = new Hono({ strict: false });
  const version = versionOf(deployment);
  const { answerMemoryBytes } = settings;
  // A plugin of the operator may answer each caller differently, in any of its hooks. No answer is shared then.
  const isSame = plugins.length === 0;
  const memory = isSame && answerMemoryBytes > 0 ? new AnswerMemory(answerMemoryBytes) : null;
  const answer = createGraphql({
    settings,
    documents: createDocuments(documents, settings),
    openStore,
    memory,
    version,
    plugins,
  });
  const texts = Object.fromEntries(Object.entries(operations).map(([name, hash]) => [name, documents[hash] ?? '']));
  const api = openApi(schema, texts);

  app.use(openExchange(standingHeaders(version), siteOf(settings)), logRequests(settings.logSample));
  app.get('/healthz', offerPage(JSON_TYPE, answerHealthPage(version)), answerHealth(version));

  // Before everything that can refuse a request, so that refused requests count too.
  if (rateLimiter) app.use(limitRate(rateLimiter));
  app.on('OPTIONS', CALLED_FROM_PAGES, answerPreflight);
  app.use(checkAddress(settings.limits));

  app.on('GET', TAGGED, tagAnswers);

  app.get('/readyz', offerPage(JSON_TYPE, answerReadinessPage(openStore, version)), answerReadiness(openStore));
  const viewed = openViews(answer, settings, texts);
  app.get('/', viewed(frontView(settings)));
  app.get('/articles/:slug', viewed(ARTICLE_VIEW));
  app.get('/articles/:slug/revisions', viewed(REVISIONS_VIEW));
  app.get('/statements/:slug', viewed(STATEMENT_VIEW));
  app.get('/events/:slug', viewed(EVENT_VIEW));
  for (const folder of ['people', 'organizations', 'groups']) app.get(`/${folder}/:slug`, viewed(AGENT_VIEW));
  app.get('/places/:slug', viewed(PLACE_VIEW));
  app.use('/embed/*', allowFrames);
  app.get('/embed/statements/:slug', openDocuments(answer, settings, texts)(CARD));
  addMachineRoutes(app, { answer, openStore, settings, texts });
  app.get('/search', viewed(SEARCH_VIEW));
  app.get('/paths', viewed(PATHS_VIEW));
  app.get('/timeline', viewed(TIMELINE_VIEW));
  if (settings.graphiql) app.get('/graphql', answerGraphiql(settings, createExamples(texts, openStore)));
  app.on(['GET', 'POST'], '/graphql', answerGraphql(answer));
  app.get('/api/:operation', answerOperation(answer, settings, api));
  if (settings.introspection) {
    const docs = openDocs(schema, settings);
    app.get('/docs', docs.answerIndex);
    app.get('/docs/:coordinate', docs.answerType);
    app.get('/schema.graphql', offerPage(['text/plain'], docs.answerText), answerSchema(settings, schema));
    for (const [path, make] of JSON_OF_SCHEMA) {
      app.get(
        path,
        offerPage(JSON_TYPE, answerJsonPage(path, make, settings, schema)),
        answerOfSchema(make, settings, schema),
      );
    }
    app.get(
      '/openapi.json',
      offerPage(JSON_TYPE, answerAddresses(settings, api)),
      answerOpenApi(settings, version, api),
    );
    app.on('ALL', ABOUT_SCHEMA, refuseOtherMethods('GET, HEAD, OPTIONS'));
    app.on('ALL', ['/docs', '/docs/:coordinate'], refuseOtherMethods('GET, HEAD'));
  }

  app.on('ALL', PAGES, refuseOtherMethods('GET, HEAD'));
  app.all('/api/:operation', refuseOtherMethods('GET, HEAD, OPTIONS'));
  app.all('/graphql', refuseOtherMethods('GET, HEAD, POST, OPTIONS'));
  app.on('ALL', ['/healthz', '/readyz'], refuseOtherMethods('GET, HEAD, OPTIONS'));
  app.notFound(answerNotFound);
  app.onError(answerThrown);
  return app;
}
