// Headers that would have an answer repeat them, split it in two, or take another way to it.
import { describe, expect, test } from 'vitest';
import { addressOf } from '../harness.ts';
import { type Answer, attack, errorOf, expectData, expectErrors, expectSafe, SECRET } from './answer.ts';

const PATH = '/graphql?query=%7B__typename%7D';
const answered = { __typename: 'Query' };
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('what stands in headers is not repeated', () => {
  test.each([
    ['Origin', `https://${SECRET}.example`],
    ['Referer', `https://${SECRET}.example/`],
    ['User-Agent', SECRET],
    ['Cookie', `session=${SECRET}`],
    ['Authorization', `Bearer ${SECRET}`],
    ['X-Forwarded-Host', `${SECRET}.example`],
    ['X-Forwarded-For', SECRET],
    ['X-Forwarded-Proto', SECRET],
    ['X-Forwarded-Prefix', `/${SECRET}`],
    ['Forwarded', `host=${SECRET}.example`],
    ['X-Original-URL', `/${SECRET}`],
    ['X-Rewrite-URL', `/${SECRET}`],
    ['Accept-Language', SECRET],
    ['If-None-Match', `"${SECRET}"`],
    ['Range', 'bytes=0-1'],
    ['Expect', '100-continue'],
    ['X-Request-Id', SECRET],
    ['X-Request-Id', `00000000-0000-0000-0000-000000000000 ${SECRET}`],
    ['X-Request-Id', `<script>${SECRET}</script>`],
  ])('%s: %s', async (name, value) => {
    for (const path of ['/', '/nothing', '/healthz', '/api/corpus', '/api/Corpus', '/graphql?query={a']) {
      expectSafe(await attack(path, { headers: { [name]: value } }));
    }
    const answer = await attack(PATH, { headers: { [name]: value } });
    expectData(answer, answered);
    expect(answer.headers.get('X-Request-Id')).toMatch(UUID);
  });

  test('a page of any origin may read, and none may send credentials', async () => {
    const headers = { Origin: 'https://other.example', Cookie: 'a=b' };
    for (const path of [PATH, '/api/corpus', '/nothing', '/graphql?query={a']) {
      const answer = await attack(path, { headers });
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect(answer.headers.get('Access-Control-Allow-Credentials')).toBeNull();
      expect(answer.headers.get('Set-Cookie')).toBeNull();
    }
  });

  test('the page at / names the host it was asked at and no forwarded one', async () => {
    const answer = await attack('/', { headers: { 'X-Forwarded-Host': `${SECRET}.example` } });
    expectSafe(answer);
    expect(answer.text).toContain(`<link rel="canonical" href="${addressOf('/')}"/>`);
  });

  test('nor does the host make markup', async () => {
    const answer = await attack('/', { headers: { Host: '"><img src=x>' } });
    expect(answer.text).not.toContain('<img src=x>');
  });
});

describe('line breaks in an address do not end a header', () => {
  const injected = (answer: Answer) => answer.headers.get('X-Injected');

  test.each([
    '/api/Statements?after=%0d%0aX-Injected:%201',
    '/api/Statements?after=%E5%98%8A%E5%98%8DX-Injected:%201',
    '/api/STATEMENTS.csv?a=%0aX-Injected:%201%0a%0a',
    '/api/OwnVoice?%0d%0aX-Injected:1',
  ])('that an address is redirected to: %s', async (path) => {
    const answer = await attack(path);
    expect(answer.status).toBe(308);
    expect(answer.headers.get('Location')).toBe(
      path.replace(/Statements|STATEMENTS/, 'statements').replace('OwnVoice', 'own-voice'),
    );
    expect(injected(answer)).toBeNull();
    expectSafe(answer);
  });

  test('a redirect leads to no other host', async () => {
    for (const path of ['/api/Corpus?//other.example', '/api/Corpus?@other.example', '/api/CORPUS?\\other.example']) {
      const answer = await attack(path, { headers: { 'X-Forwarded-Host': 'other.example' } });
      expect(answer.headers.get('Location')).toMatch(/^\/api\/corpus\?/);
    }
  });

  test('that the next page is told in', async () => {
    const filter = encodeURIComponent(JSON.stringify({ not: { languages: ['>; rel="self"\r\nX-Injected: 1'] } }));
    const answer = await attack(`/api/statements?first=1&filter=${filter}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Link')).toMatch(/^<\/api\/statements\?[\w%&=.*+-]+>; rel="next"$/);
    expect(injected(answer)).toBeNull();
    expectSafe(answer);
  });
});

describe('Accept', () => {
  test.each([
    ['parameters without end', `application/json${';a=b'.repeat(2_000)}`],
    ['ranges without end', '*/*;q=0.1,'.repeat(700)],
    ['commas without end', `${','.repeat(8_000)}application/json`],
    ['spaces without end', `application/json${' '.repeat(8_000)};q=1`],
    ['a quality without end', `application/json;q=0.${'1'.repeat(7_000)}`],
    ['a quality twice', 'application/json;q=1;q=0'],
    ['upper case', 'APPLICATION/JSON'],
    ['a range of names', 'application/*;q=0.5, text/html;q=0'],
  ])('%s is read in time', async (_, accept) => {
    expectData(await attack(PATH, { headers: { Accept: accept } }), answered);
  });

  test.each([
    'application/json;q=2',
    'application/json;q=-1',
    'application/json;q=NaN',
    '__proto__',
    'constructor/*',
    '*',
    '/',
    'application',
    `text/${SECRET}`,
    'application/jsonx',
    'application/json\u00a0',
  ])('%s leaves nothing: 406', async (accept) => {
    expectErrors(await attack(PATH, { headers: { Accept: accept } }), 406, [
      errorOf(
        'NOT_ACCEPTABLE',
        'Accept allows none of application/json, application/graphql-response+json. Add one of them.',
      ),
    ]);
  });
});
