/**
 * Checks, before anything is timed, that the peers with the duties of a public endpoint do them: the headers, the log and
 * the refusals that Dateline has.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { DEFAULTS } from '../../src/settings.ts';
import { openWatchedWorker } from '../worker.ts';
import { WrongAnswer } from './check.ts';
import { HEADERS } from './job.ts';
import { hashOf, type Operation } from './operations.ts';
import type { Server } from './servers.ts';

/** Enough for all other requests of a check. */
const REQUESTS_PER_MINUTE = 30;

/** How long a line of the log may take to arrive. */
const PATIENCE_MILLISECONDS = 5000;

/** The headers that must be the same as in the answer of Dateline. `Vary` may name more. */
const COMPARED = [
  'Access-Control-Allow-Origin',
  'Cache-Control',
  'Cloudflare-CDN-Cache-Control',
  'Content-Security-Policy',
  'Cross-Origin-Resource-Policy',
  'Referrer-Policy',
  'Retry-After',
  'Strict-Transport-Security',
  'X-Content-Type-Options',
  'X-Frame-Options',
];

/** Checks the peers against `model`, which is Dateline. Throws with the first duty that is not done. */
export async function checkDuties(
  model: Server,
  peers: readonly Server[],
  corpus: Uint8Array,
  lookup: Operation,
): Promise<void> {
  const expected = await look(model, corpus, lookup);
  for (const peer of peers) {
    const actual = await look(peer, corpus, lookup);
    for (const [duty, value] of expected) {
      if (actual.get(duty) !== value) {
        throw new WrongAnswer(
          `${peer.name}: ${duty}: ${JSON.stringify(actual.get(duty))} and not ${JSON.stringify(value)}`,
        );
      }
    }
    await checkLimits(peer, corpus);
    await checkPersisted(peer, corpus, lookup);
  }
}

/** What a server does for each duty, by its name. */
async function look(server: Server, corpus: Uint8Array, lookup: Operation): Promise<ReadonlyMap<string, unknown>> {
  const duties = new Map<string, unknown>();
  await withWatched(server, corpus, async (url, lines) => {
    const record = async (duty: string, response: Response) => {
      duties.set(`${duty}: status`, response.status);
      for (const name of COMPARED) duties.set(`${duty}: ${name}`, response.headers.get(name));
      duties.set(`${duty}: its line in the log`, await lineOf(response, lines));
      return response;
    };
    const body = JSON.stringify({ query: lookup.query, variables: lookup.variables });
    await record('a POST', await fetch(url, { method: 'POST', headers: HEADERS, body }));

    const address = new URL(url);
    address.search = String(new URLSearchParams({ query: lookup.query, variables: JSON.stringify(lookup.variables) }));
    // Apollo Server asks for this header against forged requests.
    const headers = { Accept: 'application/json', 'Apollo-Require-Preflight': 'true' };
    const { headers: got } = await record('a GET', await fetch(address, { headers }));
    const tag = got.get('ETag') ?? '';
    duties.set('a GET: a strong entity tag', /^"[^"]+"$/.test(tag));
    duties.set('a GET: varies by Accept', /\baccept\b/i.test(got.get('Vary') ?? ''));
    const again = await fetch(address, { headers: { ...headers, 'If-None-Match': tag } });
    duties.set('a GET with its tag: status', again.status);
    duties.set('a GET with its tag: Cache-Control', again.headers.get('Cache-Control'));

    await record('an unknown address', await fetch(new URL('/nothing', url), { headers: HEADERS }));
    const large = JSON.stringify({ query: `{ __typename } #${'a'.repeat(DEFAULTS.MAX_BODY_BYTES)}` });
    await record('a large body', await fetch(url, { method: 'POST', headers: HEADERS, body: large }));

    // The minute may end in between, and another one begin to count.
    for (let sent = 0; sent < 2 * REQUESTS_PER_MINUTE; sent++) {
      const response = await fetch(url, { method: 'POST', headers: HEADERS, body });
      if (response.status === 429) {
        await record('too many requests', response);
        break;
      }
    }
  });
  return duties;
}

/** What the log has about a request: exactly one line, which knows its id, status, operation and time. */
async function lineOf({ headers, status }: Response, lines: readonly string[]): Promise<string> {
  const id = headers.get('X-Request-Id');
  if (id === null) return 'no X-Request-Id';
  const until = Date.now() + PATIENCE_MILLISECONDS;
  const own = () => lines.filter((line) => line.includes(id));
  while (own().length === 0 && Date.now() < until) await wait(10);
  const [line, ...others] = own();
  if (line === undefined || others.length > 0) return `${own().length} lines`;
  const { event, status: logged, operation, milliseconds } = JSON.parse(line);
  return JSON.stringify({ event, operation, status: logged === status, timed: typeof milliseconds });
}

/** Each limit refuses a document, valid in any schema, or in that of the corpus, that is beyond it. */
async function checkLimits(server: Server, corpus: Uint8Array): Promise<void> {
  await withWatched(server, corpus, async (url) => {
    for (const [limit, query] of BEYOND) {
      const text = await (
        await fetch(url, { method: 'POST', headers: HEADERS, body: JSON.stringify({ query }) })
      ).text();
      const { data, errors } = JSON.parse(text);
      if (data == null && limit.test(JSON.stringify(errors))) continue;
      throw new WrongAnswer(`${server.name}: ${limit} does not refuse ${query.slice(0, 100)}\n${text.slice(0, 500)}`);
    }
  });
}

const BEYOND: readonly (readonly [RegExp, string])[] = [
  [/depth limit/, `{ __type(name: "Query") { ${'ofType { '.repeat(20)} name ${'} '.repeat(20)} } }`],
  [/aliases limit/i, `{ statement(slug: "a") { ${Array.from({ length: 60 }, (_, at) => `a${at}: text`).join(' ')} } }`],
  [/cost limit/i, '{ statements(first: 50000) { nodes { slug text } } }'],
];

/** A hash alone is unknown until it has come with its document. */
async function checkPersisted(server: Server, corpus: Uint8Array, lookup: Operation): Promise<void> {
  await withWatched(server, corpus, async (url) => {
    const named = {
      variables: lookup.variables,
      extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(lookup) } },
    };
    const sent = [named, { ...named, query: lookup.query }, named];
    const known: boolean[] = [];
    for (const one of sent) {
      const text = await (await fetch(url, { method: 'POST', headers: HEADERS, body: JSON.stringify(one) })).text();
      known.push(!text.includes('PersistedQueryNotFound') && JSON.parse(text).data?.statement != null);
    }
    if (known.join() === 'false,true,true') return;
    throw new WrongAnswer(`${server.name}: persisted queries: answered ${known}, and not false,true,true`);
  });
}

async function withWatched(
  { build, vars }: Server,
  corpus: Uint8Array,
  use: (url: URL, lines: readonly string[]) => Promise<void>,
): Promise<void> {
  const lines: string[] = [];
  const onLog = (line: string) => lines.push(line);
  const worker = await openWatchedWorker(build, corpus, vars, { requestsPerMinute: REQUESTS_PER_MINUTE, onLog });
  try {
    await use(worker.url, lines);
  } finally {
    await worker.close();
  }
}
