// What a client sends and gets, seen by the `fetch` that it is given.

/** A `fetch` for a client, and everything that went through it. */
export interface Traffic {
  readonly fetch: typeof fetch;
  readonly exchanges: Exchange[];
}

/** One request and its answer. */
export interface Exchange {
  readonly method: string;
  /** The parameters of the GraphQL request, whether from the address or from the body. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
  readonly status: number;
  /** The codes of the answer's errors. */
  readonly codes: readonly string[];
}

/** Watches the traffic of one client. */
export function watchTraffic(): Traffic {
  const exchanges: Exchange[] = [];
  return {
    exchanges,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const sent = request.clone();
      const response = await fetch(request);
      const { errors = [] } = (await response.clone().json()) as { errors?: { extensions: { code: string } }[] };
      exchanges.push({
        method: sent.method,
        parameters: sent.method === 'GET' ? readAddress(sent.url) : ((await sent.json()) as Record<string, unknown>),
        headers: sent.headers,
        status: response.status,
        codes: errors.map(({ extensions }) => extensions.code),
      });
      return response;
    },
  };
}

/** How a request went in the protocol of persisted queries: its method, whether the document was in it, and the codes. */
export function persistedSteps({ exchanges }: Traffic): string[] {
  return exchanges.map(({ method, parameters, codes }) =>
    [method, hashIn(parameters) && 'hash', 'query' in parameters && 'query', ...codes].filter(Boolean).join(' '),
  );
}

/** The headers among those sent that a page of another origin may not send, by what a preflight is answered. */
export async function forbiddenHeaders({ exchanges }: Traffic, endpoint: string): Promise<string[]> {
  const { headers } = await fetch(endpoint, {
    method: 'OPTIONS',
    headers: { Origin: 'https://example.org', 'Access-Control-Request-Method': 'POST' },
  });
  const allowed = (headers.get('Access-Control-Allow-Headers') ?? '').toLowerCase().split(/\s*,\s*/);
  const sent = new Set(exchanges.flatMap(({ headers }) => [...headers.keys()]));
  return [...sent].filter((name) => !isAllowed(name, allowed));
}

/** https://fetch.spec.whatwg.org/#cors-preflight-fetch: the wildcard does not cover `Authorization`. */
function isAllowed(name: string, allowed: readonly string[]): boolean {
  if (['accept', 'accept-language', 'content-language'].includes(name)) return true;
  return allowed.includes(name) || (allowed.includes('*') && name !== 'authorization');
}

function hashIn({ extensions }: Exchange['parameters']): boolean {
  const { persistedQuery } = (extensions ?? {}) as { persistedQuery?: { sha256Hash?: string } };
  return persistedQuery?.sha256Hash !== undefined;
}

function readAddress(address: string): Record<string, unknown> {
  return Object.fromEntries(
    [...new URL(address).searchParams].map(([name, value]) => [
      name,
      name === 'variables' || name === 'extensions' ? JSON.parse(value) : value,
    ]),
  );
}
