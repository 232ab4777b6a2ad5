// The rate limit: what is counted, and what becomes of requests where the counting itself fails.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createApp } from '../../src/app.ts';
import { type RateLimiter, readSettings } from '../../src/environment.ts';
import { failingStore } from '../worker/failing-store.ts';

let errors: string[];
let infos: string[];
beforeEach(() => {
  [errors, infos] = [[], []];
  vi.spyOn(console, 'error').mockImplementation((line) => errors.push(line));
  // Beside these, the line of each request.
  vi.spyOn(console, 'log').mockImplementation((line) => line.includes('"event":"request"') || infos.push(line));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** The real app, which no test asks for more than what needs no corpus. */
function appWith(limit: RateLimiter['limit']) {
  const store = failingStore(() => {
    throw new Error('not asked');
  });
  return createApp({
    openStore: () => store,
    settings: readSettings({ RATE_LIMIT: 'public' }),
    rateLimiter: { limit },
    deployment: null,
  });
}

describe('a client that has sent its share gets a 429, whatever it asks', () => {
  const asked: string[] = [];
  const app = appWith(({ key }) => {
    asked.push(key);
    return Promise.resolve({ success: false });
  });
  const preflight = { method: 'OPTIONS', headers: { Origin: 'https://example.com' } };

  test.each<readonly [string, string, RequestInit]>([
    ['a query', '/graphql?query={__typename}', {}],
    ['a page', '/', {}],
    ['whether it is ready', '/readyz', {}],
    ['an address that is not there', '/nothing', {}],
    ['a method that is refused', '/graphql', { method: 'DELETE' }],
    ['a preflight', '/graphql', preflight],
    ['a preflight of an operation', '/api/statements', preflight],
    ['OPTIONS of an address that is not there', '/nothing', preflight],
    ['an address that is too long', `/${'a'.repeat(8_000)}`, {}],
    ['a preflight of an address that is too long', `/api/${'a'.repeat(8_000)}`, preflight],
    ['an address whose host is none', 'http://a b/graphql', {}],
  ])('%s', async (_, path, { method = 'GET', headers = {} }) => {
    asked.length = 0;
    const response = await app.fetch(requestOf(path, method, { ...headers, 'CF-Connecting-IP': '192.0.2.1' }));
    expect(asked).toEqual(['192.0.2.1']);
    expect([response.status, response.headers.get('Retry-After')]).toEqual([429, '60']);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
  });

  test('but for whether it is alive', async () => {
    asked.length = 0;
    expect((await app.request('/healthz')).status).toBe(200);
    expect(asked).toEqual([]);
  });
});

describe('a limiter that fails lets requests through, and is told of once', () => {
  const allowed = () => Promise.resolve({ success: true });

  test.each<readonly [string, RateLimiter['limit'], string]>([
    ['it rejects', () => Promise.reject(new Error('binding is away')), 'binding is away'],
    [
      'it throws',
      () => {
        throw new Error('binding is away');
      },
      'binding is away',
    ],
    ['it says nothing', () => Promise.resolve(undefined as never), expect.any(String)],
    ['it does not answer', () => new Promise(() => {}), 'no answer in 50 ms'],
  ])('%s', async (_, limit, message) => {
    vi.useFakeTimers();
    const app = appWith(limit);
    const answers = Promise.all(Array.from({ length: 20 }, () => app.request('/nothing')));
    await vi.advanceTimersByTimeAsync(50);
    expect((await answers).map(({ status }) => status)).toEqual(Array(20).fill(404));
    expect(errors.map((line) => JSON.parse(line))).toEqual([
      { level: 'error', event: 'rate limiter unavailable', message },
    ]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('one that answers is waited for no longer, and what it says in time holds', async () => {
    vi.useFakeTimers();
    const app = appWith(() => new Promise((resolve) => setTimeout(() => resolve({ success: false }), 49)));
    const answer = app.request('/nothing');
    await vi.advanceTimersByTimeAsync(49);
    expect((await answer).status).toBe(429);
    expect(vi.getTimerCount()).toBe(0);
    expect(errors).toEqual([]);
  });

  test('what it says too late is no fault', async () => {
    vi.useFakeTimers();
    const app = appWith(() => new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 51)));
    const answer = app.request('/nothing');
    await vi.advanceTimersByTimeAsync(100);
    expect((await answer).status).toBe(404);
    expect(errors).toHaveLength(1);
  });

  test('that it answers again is told after a second without a failure, and then the next failure is, too', async () => {
    vi.useFakeTimers();
    let limit: RateLimiter['limit'] = () => Promise.reject(new Error('away'));
    const app = appWith((asked) => limit(asked));
    const ask = () => app.request('/nothing');
    await ask();
    limit = allowed;
    await ask();
    expect(infos).toEqual([]);
    limit = () => Promise.reject(new Error('away again'));
    await ask();
    expect(errors).toHaveLength(1);
    limit = allowed;
    vi.advanceTimersByTime(1_000);
    await ask();
    await ask();
    expect(infos.map((line) => JSON.parse(line))).toEqual([{ level: 'info', event: 'rate limiter back' }]);
    limit = () => Promise.reject(new Error('away'));
    await ask();
    expect(errors).toHaveLength(2);
  });
});

/** A request that may have an address that no URL can be made of, as the Workers runtime gives it. */
function requestOf(path: string, method: string, headers: HeadersInit): Request {
  const request = new Request('http://localhost/', { method, headers });
  const url = path.startsWith('/') ? `http://localhost${path}` : path;
  return new Proxy(request, { get: (target, name) => (name === 'url' ? url : Reflect.get(target, name, target)) });
}
