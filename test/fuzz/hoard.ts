/**
 * Hoard: good requests that are long and all different, of which a server must not keep much. They are cheap to answer,
 * so that no other limit stops them.
 */
import { createHash } from 'node:crypto';
import type { FuzzRandom } from './random.ts';
import { bodyOf, type HttpRequest, searchOf } from './transport.ts';

/** A request of about the greatest length that is taken. */
export function drawHoard(random: FuzzRandom): HttpRequest {
  return random.pick(HOARDS)(random, `n${random.between(0, 2 ** 31)}`);
}

/** In characters: bodies may have 100,000 bytes. */
const LONG = 90_000;
const LONG_ADDRESS = 7_000;

const HOARDS: readonly ((random: FuzzRandom, name: string) => HttpRequest)[] = [
  // Long with few tokens.
  (_, name) => post(`# ${name} ${'x'.repeat(LONG)}\n{ corpus { version } }`),
  (_, name) => post(`# ${name} ${'é'.repeat(LONG / 2)}\n{ corpus { version } }`),
  (_, name) => post(`{ corpus { version } ${' '.repeat(LONG)} ${name}: __typename }`),
  (_, name) => post(`{ person(slug: "${name}${'x'.repeat(LONG)}") { name } }`),
  (_, name) => post(`{ person(slug: """${name}${'\\n'.repeat(LONG / 4)}""") { name } }`),
  (_, name) => post(`query ${name}${'x'.repeat(LONG)} { corpus { version } }`),
  // A document that is parsed and then refused.
  (_, name) => post(`{ ${name}(a: "${'x'.repeat(LONG)}") }`),
  // Values: what is found by them, or compiled for them, may be kept.
  (_, name) => post('query ($slug: Slug!) { person(slug: $slug) { name } }', { slug: name + 'x'.repeat(LONG) }),
  (_, name) =>
    post('query ($query: String!) { search(query: $query) { totalCount } }', {
      query: `${name} ${'word '.repeat(190)}`,
    }),
  (_, name) =>
    post('query ($name: String!) { people(filter: { name: $name }) { totalCount } }', {
      name: `${name} ${'x'.repeat(980)}`,
    }),
  (random) =>
    post('query ($date: DateRange) { events(filter: { date: { within: $date } }) { totalCount } }', {
      date: drawDays(random),
    }),
  (_, name) => post('{ __typename }', { [name]: 'x'.repeat(LONG) }),
  (_, name) => post(`{ __typename }`, {}, { extensions: { [name]: 'x'.repeat(LONG) } }),
  // To be remembered by its hash.
  (_, name) => {
    const document = `# ${name} ${'x'.repeat(LONG)}\n{ __typename }`;
    const sha256Hash = createHash('sha256').update(document).digest('hex');
    return post(document, {}, { extensions: { persistedQuery: { version: 1, sha256Hash } } });
  },
  // Addresses.
  (_, name) =>
    get(
      `/graphql?${searchOf({ document: `{ corpus { version } } # ${name}${'x'.repeat(LONG_ADDRESS)}`, variables: {}, operationName: null })}`,
    ),
  (_, name) => get(`/api/search?query=${name}`),
  (_, name) => get(`/api/search.csv?query=${name}${'x'.repeat(900)}`),
  (_, name) => get(`/${name}${'x'.repeat(LONG_ADDRESS)}`),
  (_, name) => ({
    ...get('/graphql?query={__typename}'),
    headers: { accept: `application/${name}, application/json` },
  }),
  (_, name) => ({
    ...get('/graphql?query={__typename}'),
    headers: { 'cf-connecting-ip': name, cookie: 'x'.repeat(3000) },
  }),
];

function drawDays(random: FuzzRandom): string {
  const day = () => `${random.between(1000, 9999)}-0${random.between(1, 9)}-${random.between(10, 28)}`;
  return [day(), day()].sort().join('/');
}

function post(document: string, variables = {}, more: Readonly<Record<string, unknown>> = {}): HttpRequest {
  const body = { ...JSON.parse(bodyOf({ document, variables, operationName: null })), ...more };
  return {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify(body)),
  };
}

function get(path: string): HttpRequest {
  return { method: 'GET', path, headers: {}, body: null };
}
