// Many at once, and more than one client may send.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientOf } from '../../src/http/rate-limit.ts';
import { openWorker } from '../worker.ts';
import { type Attack, attack, errorOf, expectData, expectErrors, expectSafe, posted, SECRET } from './answer.ts';

const GOOD = posted({ query: '{ __typename }' });
const answered = { __typename: 'Query' };

test('a thousand bad requests at once, each answered, and then a good one', async () => {
  const bad: readonly (readonly [string, Attack, number])[] = [
    ['/graphql', posted(`{"query":"{ ${SECRET}`), 400],
    ['/graphql', posted('['.repeat(5_000)), 400],
    ['/graphql', posted({ query: '{a'.repeat(2_000) }), 200],
    ['/graphql', posted({ query: '{ nodes(ids: ["a"]) { id } }' }), 200],
    ['/graphql', { method: 'POST', body: SECRET }, 415],
    ['/graphql', { method: 'DELETE' }, 405],
    ['/nothing', {}, 404],
    [`/${'a'.repeat(8_000)}`, {}, 414],
    ['/api/statements?first=x', {}, 400],
    ['/graphql?query={a', { headers: { Accept: 'image/png' } }, 406],
  ];
  const asked = Array.from({ length: 1_000 }, (_, at) => bad[at % bad.length]!);
  const statuses = await Promise.all(asked.map(async ([path, init]) => (await attack(path, init)).status));
  expect(statuses).toEqual(asked.map(([, , status]) => status));
  expectData(await attack('/graphql', GOOD), answered);
});

describe('RATE_LIMIT = "public": 1,200 requests a minute of one client', () => {
  const worker = openWorker('seed', { RATE_LIMIT: 'public' });
  let origin: string;
  beforeAll(async () => {
    origin = (await worker.listen()).url.origin;
  });
  afterAll(() => worker.close());

  const from = (address: string, path = '/nothing', method = 'GET') =>
    attack(path, { origin, method, headers: { 'CF-Connecting-IP': address, Connection: 'keep-alive' } });
  const limited = [
    errorOf('RATE_LIMITED', 'Too many requests from your network. Wait 60 seconds, and send fewer at once.', {
      retryAfterSeconds: 60,
    }),
  ];

  test.each([
    ['an IPv4 address', () => '192.0.2.1', '192.0.2.1', '192.0.2.2'],
    ['a network of IPv6', (at: number) => `2001:db8::${at.toString(16)}`, '2001:DB8:0:0:ffff::1', '2001:db8:0:1::1'],
  ])('%s', async (_, addressAt, same, other) => {
    // The minute that is counted may begin anew meanwhile, once.
    let statuses: readonly number[] = [];
    for (let at = 0; at < 2_600 && !statuses.includes(429); at += 50) {
      const addresses = Array.from({ length: 50 }, (_, next) => addressAt(at + next));
      statuses = await Promise.all(addresses.map(async (address) => (await from(address)).status));
    }
    expect(statuses).toContain(429);
    const answer = await from(same);
    expectErrors(answer, 429, limited);
    expect(answer.headers.get('Retry-After')).toBe('60');
    expectErrors(await from(same, '/graphql', 'OPTIONS'), 429, limited);
    expectErrors(await from(same, `/${'a'.repeat(8_000)}`), 429, limited);
    expect((await from(other)).status).toBe(404);
    const health = await from(same, '/healthz');
    expect(health.status).toBe(200);
    expectSafe(health);
  });
});

test.each([
  ['no address', null, 'unknown'],
  ['IPv4', '192.0.2.1', '192.0.2.1'],
  ['IPv6 in full', '2001:0db8:0000:0001:1:2:3:4', '2001:db8:0:1::/64'],
  ['IPv6 in short', '2001:db8::1', '2001:db8:0:0::/64'],
  ['zeros in the middle', '2001:db8:1::2:3:4:5', '2001:db8:1:0::/64'],
  ['zeros at the end', '2001:db8:1:2::', '2001:db8:1:2::/64'],
  ['upper case', '2001:DB8:0:1::A', '2001:db8:0:1::/64'],
  ['loopback', '::1', '0:0:0:0::/64'],
  ['IPv4 in IPv6, each by itself', '::ffff:192.0.2.1', '192.0.2.1'],
])('who is counted as one: %s', (_, address, client) => {
  expect(clientOf(address)).toBe(client);
});
