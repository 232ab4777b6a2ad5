/** Transport: an operation as an HTTP request that any client might send. */
import type { Operation } from './document.ts';
import type { FuzzRandom } from './random.ts';

/** What is sent, as far as node:http lets it be anything. */
export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

/** An operation as a request that any client might send: by POST, or by GET where it is short. */
export function transport(random: FuzzRandom, operation: Operation): HttpRequest {
  const accept = random.pick(['application/json', 'application/graphql-response+json', '*/*', CLIENTS_ACCEPT]);
  const search = searchOf(operation);
  if (random.chance(0.25) && search.length < MOST_ADDRESS) {
    return {
      method: random.chance(0.03) ? 'HEAD' : 'GET',
      path: `/graphql?${search}`,
      headers: { accept },
      body: null,
    };
  }
  const headers = { accept, 'content-type': random.pick(['application/json', 'application/json; charset=utf-8']) };
  return { method: 'POST', path: '/graphql', headers, body: Buffer.from(bodyOf(operation)) };
}

/** What Apollo Client sends. */
const CLIENTS_ACCEPT = 'application/graphql-response+json,application/json;q=0.9';
/** In characters; longer ones are drawn with the odd addresses. */
const MOST_ADDRESS = 6000;

/** As JSON, without what the operation does not have. */
export function bodyOf({ document, variables, operationName }: Operation): string {
  return JSON.stringify({
    query: document,
    ...(Object.keys(variables).length > 0 && { variables }),
    ...(operationName !== null && { operationName }),
  });
}

/** As parameters of an address. */
export function searchOf({ document, variables, operationName }: Operation): string {
  const parameters = new URLSearchParams({ query: document });
  if (Object.keys(variables).length > 0) parameters.set('variables', JSON.stringify(variables));
  if (operationName !== null) parameters.set('operationName', operationName);
  return parameters.toString();
}
