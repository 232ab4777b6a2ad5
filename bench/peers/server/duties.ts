/**
 * The duties of a public endpoint around any GraphQL server, by the middleware of Hono: one line of JSON in the log, a
 * rate limit, a limit on bodies, and the same security, CORS and caching headers as Dateline has.
 */
import { Hono, type Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { etag } from 'hono/etag';
import { type RequestIdVariables, requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import { type RateLimiter, readSettings } from '../../../src/environment.ts';
import { cloudflareCaching, PRIVATE, publicCaching, UNCACHED } from '../../../src/http/caching.ts';
import { SECURITY_HEADERS } from '../../../src/http/headers.ts';
import { clientOf } from '../../../src/http/rate-limit.ts';
import { STAND_IN } from './limiter.ts';
import { BODY_BYTES } from './limits.ts';

/** The part of the line in the log that only the GraphQL server knows. */
export interface Facts {
  operation: string | null;
  document: string | null;
  errors: readonly string[];
}

interface Environment {
  Bindings: { readonly RATE_LIMITER_LOCAL?: RateLimiter };
  Variables: RequestIdVariables;
}

type Exchange = HonoContext<Environment>;
type Next = () => Promise<void>;

const { maxAge } = readSettings({});

/** The Worker of a server that answers GET and POST, and notes its facts. */
export function withDuties(answer: (request: Request, facts: Facts) => Promise<Response> | Response) {
  const app = new Hono<Environment>();
  const factsOf = new WeakMap<Request, Facts>();
  const facts = (exchange: Exchange) => factsOf.get(exchange.req.raw) ?? null;

  app.use(requestId(), (exchange, next) => log(exchange, next, facts));
  app.use(
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      crossOriginResourcePolicy: SECURITY_HEADERS['Cross-Origin-Resource-Policy'],
      strictTransportSecurity: SECURITY_HEADERS['Strict-Transport-Security'],
      xFrameOptions: SECURITY_HEADERS['X-Frame-Options'],
      crossOriginOpenerPolicy: false,
      originAgentCluster: false,
      xDnsPrefetchControl: false,
      xDownloadOptions: false,
      xPermittedCrossDomainPolicies: false,
      xXssProtection: false,
    }),
    cors({ origin: '*', exposeHeaders: ['ETag', 'Retry-After', 'X-Request-Id'] }),
    limitRate,
  );
  app.use('/graphql', bodyLimit({ maxSize: BODY_BYTES, onError: (exchange) => refuse(exchange, 413) }), etag(), cache);
  app.on(['GET', 'POST'], '/graphql', (exchange) => {
    const noted: Facts = { operation: null, document: null, errors: [] };
    factsOf.set(exchange.req.raw, noted);
    return answer(exchange.req.raw, noted);
  });
  app.notFound((exchange) => refuse(exchange, 404));
  return app;

  async function cache(exchange: Exchange, next: Next): Promise<void> {
    await next();
    const failed = !exchange.res.ok || (facts(exchange)?.errors.length ?? 0) > 0;
    const isShared = exchange.req.method === 'GET' && !failed;
    exchange.res.headers.set('Cache-Control', failed ? UNCACHED : isShared ? publicCaching(maxAge) : PRIVATE);
    if (isShared) exchange.res.headers.set('Cloudflare-CDN-Cache-Control', cloudflareCaching(maxAge));
    exchange.res.headers.set('Vary', 'Accept');
  }
}

async function log(exchange: Exchange, next: Next, facts: (exchange: Exchange) => Facts | null): Promise<void> {
  const started = Date.now();
  await next();
  const { operation = null, document = null, errors = [] } = facts(exchange) ?? {};
  console.log(
    JSON.stringify({
      level: 'info',
      event: 'request',
      requestId: exchange.get('requestId'),
      ray: exchange.req.header('CF-Ray') ?? null,
      method: exchange.req.method,
      route: exchange.res.status === 404 ? null : exchange.req.path,
      status: exchange.res.status,
      milliseconds: Date.now() - started,
      operation,
      document,
      errors,
    }),
  );
}

async function limitRate(exchange: Exchange, next: Next): Promise<Response | undefined> {
  const limiter = exchange.env.RATE_LIMITER_LOCAL ?? STAND_IN;
  const { success } = await limiter.limit({ key: clientOf(exchange.req.header('CF-Connecting-IP') ?? null) });
  if (!success) {
    exchange.header('Retry-After', '60');
    return refuse(exchange, 429);
  }
  await next();
  return undefined;
}

const MESSAGES = { 404: 'There is nothing here.', 413: 'The body is too large.', 429: 'Too many requests.' } as const;

function refuse(exchange: HonoContext, status: keyof typeof MESSAGES): Response {
  exchange.header('Cache-Control', UNCACHED);
  return exchange.json({ errors: [{ message: MESSAGES[status] }] }, status);
}
