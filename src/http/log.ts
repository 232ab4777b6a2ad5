/** The log: one line of JSON a request. */
import { matchedRoutes } from 'hono/route';
import type { Exchange } from './exchange.ts';

/**
 * Says what was asked and how it went. Nothing in it is a caller's own words: no variable, no address of a client, no
 * query string; of an address that is not served only that it is none.
 */
export async function logRequest(exchange: Exchange, next: () => Promise<void>): Promise<void> {
  const started = Date.now();
  await next();
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

/** The pattern that the address fits, not the address; null where it is not served. Middleware stands for many. */
function routeOf(exchange: Exchange): string | null {
  return matchedRoutes(exchange).find(({ path }) => !path.includes('*'))?.path ?? null;
}
