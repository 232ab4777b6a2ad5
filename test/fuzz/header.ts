/** Headers that are odd, wrong, long or somebody else's, on a request that is good without them. */
import type { FuzzRandom } from './random.ts';
import type { HttpRequest } from './transport.ts';
import { MARKER } from './value.ts';

/** The request with one to three of its headers changed or added. */
export function oddHeaders(random: FuzzRandom, request: HttpRequest): HttpRequest {
  const headers = { ...request.headers };
  for (let left = random.between(1, 3); left > 0; left--) {
    const name = random.pick(Object.keys(HEADERS) as (keyof typeof HEADERS)[]);
    headers[name] = random.pick(HEADERS[name]);
  }
  return { ...request, headers };
}

/** What caches and pages send, right and wrong. */
export const VALIDATORS = ['*', '""', '"a"', 'W/"a"', '"a", W/"b", "c"', MARKER, '"', 'W/', '"'.repeat(2000), '"é"'];

const HEADERS = {
  host: [
    'example.com',
    'a"b&c',
    "a'b",
    'EXAMPLE.com:1',
    'a b',
    '<>',
    '[::',
    '[::1]:80',
    'a:99999',
    '%',
    'xn--',
    MARKER,
  ],
  accept: [
    '',
    '*/*',
    '*',
    'text/html',
    'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    'application/json;q=0',
    'application/json;q=1.0001',
    'application/json;q=NaN',
    'application/json;q=-0',
    'application/json;charset=latin1',
    'application/graphql-response+json;charset="utf-8"',
    'text/event-stream',
    'multipart/mixed;deferSpec=20220824, application/json',
    'text/csv',
    ';;,',
    ',,,,',
    '*/json',
    'application/*;q=0.000001',
    `application/${MARKER}`,
    'text/a,'.repeat(800),
    'application/json;a="b,c;d"',
    'application/json;q="0.5"',
  ],
  'content-type': [
    '',
    'application/json;charset=UTF-8',
    'application/json;charset=utf8',
    'application/json;foo=bar',
    `text/${MARKER}`,
    'application/x-www-form-urlencoded',
    'application/json\t;\tcharset=utf-8',
    'a'.repeat(4000),
  ],
  'content-encoding': ['', 'identity', 'gzip', 'br', 'deflate', 'zstd', MARKER, 'identity, identity'],
  'accept-encoding': ['', 'gzip', 'br', 'identity;q=0', '*;q=0', 'gzip;q=1.5, *', MARKER],
  'accept-language': ['az', '*', 'x'.repeat(3000), MARKER],
  'if-none-match': VALIDATORS,
  'if-match': VALIDATORS,
  'if-modified-since': ['Thu, 01 Jan 1970 00:00:00 GMT', 'never', 'Fri, 31 Dec 9999 23:59:59 GMT', MARKER],
  range: ['bytes=0-0', 'bytes=-1', 'bytes=99999999-', 'bytes=0-0,1-1', 'items=1', MARKER],
  origin: ['null', 'https://example.com', '', 'file://', MARKER, 'http://localhost:1'],
  'access-control-request-method': ['POST', 'DELETE', MARKER],
  'access-control-request-headers': ['content-type', 'x-a, x-b', MARKER, 'x-'.repeat(2000)],
  cookie: [`session=${MARKER}`, 'a'.repeat(4000), ';;;'],
  authorization: [`Bearer ${MARKER}`, 'Basic !!!', ''],
  'cf-connecting-ip': ['203.0.113.9', '2001:db8::1', '', MARKER, '1'.repeat(300)],
  'x-forwarded-for': ['127.0.0.1', MARKER, '1.1.1.1, 2.2.2.2'],
  'x-forwarded-proto': ['https', 'http', MARKER],
  'x-forwarded-host': ['example.com', MARKER],
  'x-http-method-override': ['DELETE', 'POST'],
  'x-request-id': [MARKER, 'a'.repeat(4000), '{}', '\u00e9'],
  traceparent: ['00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', '00-0-0-0', MARKER],
  'apollo-require-preflight': ['true', ''],
  'user-agent': ['', 'curl/8', MARKER, "' OR 1=1", '\u00ff\u00fe'],
  referer: ['https://example.com/?q=a', MARKER, 'javascript:alert(1)'],
  purpose: ['prefetch'],
  'sec-fetch-site': ['cross-site', 'none', MARKER],
  'cache-control': ['no-cache', 'max-age=0', 'only-if-cached', MARKER],
  'x-long': ['z'.repeat(7000)],
} as const satisfies Readonly<Record<string, readonly string[]>>;
