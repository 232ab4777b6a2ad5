/**
 * For measuring the cost of Yoga's `fetch`: the same middleware and plugins, but it calls Yoga's `getResultForParams`,
 * and reads the request and writes the answer itself.
 */
import { Hono } from 'hono';
import { bundle } from '#corpus';
import { documents } from '#documents';
import { openBundledSource } from '../../data/bundled/source.ts';
import { openStore } from '../../data/engine/store.ts';
import { openContext } from '../../src/graphql/context.ts';
import { createDocuments } from '../../src/graphql/use-documents.ts';
import { paramsOf, readGraphqlRequest } from '../../src/graphql/use-request.ts';
import { openYoga } from '../../src/graphql/yoga.ts';
import { checkAddress } from '../../src/http/address.ts';
import { tagAnswers } from '../../src/http/caching.ts';
import { type ExchangeEnvironment, encode, openExchange, respond, setHeader } from '../../src/http/exchange.ts';
import { standingHeaders } from '../../src/http/headers.ts';
import { logRequest } from '../../src/http/log.ts';
import { limitRate } from '../../src/http/rate-limit.ts';
import { siteOf } from '../../src/pages/site.ts';
import { readParts } from '../../src/settings.ts';
import { withLimiter } from '../peers/server/limiter.ts';

let app: Hono<ExchangeEnvironment> | null = null;

export default {
  fetch(request, environment, execution) {
    app ??= openApp(environment);
    return app.fetch(request, environment, execution);
  },
} satisfies ExportedHandler<Env>;

const REPRESENTATION = { contentType: 'application/json', statusOf: () => 200, write: JSON.stringify, isPlain: true };

function openApp(environment: Env): Hono<ExchangeEnvironment> {
  const { settings, rateLimiter } = readParts(withLimiter(environment));
  const store = openStore(openBundledSource(new Uint8Array(bundle)));
  const yoga = openYoga({
    settings,
    documents: createDocuments(documents, settings),
    openStore: () => store,
    memory: null,
    version: '0',
    plugins: [],
  });
  const opened = new Hono<ExchangeEnvironment>();
  opened.use(openExchange(standingHeaders('0'), siteOf(settings)), logRequest);
  if (rateLimiter) opened.use(limitRate(rateLimiter));
  opened.use(checkAddress(settings.limits), tagAnswers);
  opened.post('/graphql', async (exchange) => {
    const context = openContext(exchange, REPRESENTATION);
    const { raw: request } = exchange.req;
    context.facts.asked = await readGraphqlRequest(request, settings.limits);
    const result = await yoga.getResultForParams({ params: paramsOf(context.facts.asked), request }, context);
    setHeader(exchange, 'Vary', 'Accept');
    setHeader(exchange, 'Cache-Control', 'private, no-store');
    setHeader(exchange, 'Dateline-Corpus-Version', store.summary().version);
    setHeader(exchange, 'Content-Type', 'application/json; charset=utf-8');
    return respond(exchange, 200, encode(JSON.stringify(result)));
  });
  return opened;
}
