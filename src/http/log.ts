/** The log: one line of JSON per request. */
import { matchedRoutes } from 'hono/route';
import type { Exchange } from './exchange.ts';

/**
 * Logs the request and its outcome. The line contains nothing that the caller wrote: no variables, no client address,
 * no query string, and no path that is not served.
 *
 * @param sample the share of requests without errors that is logged, from 0 to 1. Cloudflare's own sampling would leave
 * out errors as well.
 */
export function logRequests(sample: number) {
  return async (exchange: Exchange, next: () => Promise<void>): Promise<void> => {
    const started = Date.now();
    await next();
    const isFailed = exchange.res.status >= 400 || exchange.get('facts').errorCodes.length > 0;
    if (isFailed || sample === 1 || Math.random() < sample) writeLine(exchange, started);
  };
}

function writeLine(exchange: Exchange, started: number): void {
  const { requestId, document, operationName, cost, errorCodes } = exchange.get('facts');
  console.log(
    JSON.stringify({
      level: 'info',
      event: 'request',
      requestId,
      ray: exchange.req.header('CF-Ray') ?? null,
      method: METHODS.includes(exchange.req.method) ? exchange.req.method : 'other',
      route: routeOf(exchange),
      status: exchange.res.status,
      milliseconds: Date.now() - started,
      operation: operationName?.slice(0, MAX_NAME_LENGTH) ?? null,
      document: document?.hash ?? null,
      cost: cost?.spent ?? null,
      errors: errorCodes,
    }),
  );
}

const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'];
const MAX_NAME_LENGTH = 100;

/**
 * The route that the address matches, not the address; null if it is not served. Patterns of middleware do not count.
 */
function routeOf(exchange: Exchange): string | null {
  return matchedRoutes(exchange).find(({ path }) => !path.includes('*'))?.path ?? null;
}
