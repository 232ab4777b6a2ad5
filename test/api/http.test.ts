// The plain addresses, asked as anybody would who has no GraphQL client.
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { schema } from '../../schema/index.ts';
import { listIn, toCsv } from '../../src/api/csv.ts';
import { describeApi } from '../../src/api/openapi.ts';
import { ask, CORPORA, type GraphqlAnswer, request, send } from '../harness.ts';
import { answerPlace, type Description, openCheck } from './answer-check.ts';
import { OPERATIONS, operationNamed } from './operations.ts';
import { readCsv } from './read-csv.ts';

const CSV = { headers: { Accept: 'text/csv' } };
const BROWSER = { headers: { Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' } };
const SECRET = 'dont-repeat-me';
const LISTS = OPERATIONS.filter((operation) => listIn(schema, operation) !== null);
const OTHERS = OPERATIONS.filter((operation) => listIn(schema, operation) === null);

describe.each(CORPORA)('JSON, of the %s', (corpus) => {
  test.each(OPERATIONS)('/api/$name answers as GraphQL does', async ({ name, text }) => {
    const response = await send(`/api/${name}`, {}, corpus);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toEqual(await request(text, {}, corpus));
  });
});

describe('parameters are the variables of the operation', () => {
  test.each([
    ['statements', 'first=2', { first: 2 }],
    [
      'statements',
      'filter={"kinds":["DENIAL","NO_COMMENT"]}&first=1',
      { filter: { kinds: ['DENIAL', 'NO_COMMENT'] }, first: 1 },
    ],
    ['statements', 'filter=null', { filter: null }],
    ['timeline', 'granularity=MONTH&mode=POSSIBLE', { granularity: 'MONTH', mode: 'POSSIBLE' }],
    ['who-says-what-happened', 'day=2024/..&places=larkbridge', { day: '2024/..', places: ['larkbridge'] }],
    [
      'article-segments',
      'slug=two-die-at-harrow-mill&layers=EVENT',
      { slug: 'two-die-at-harrow-mill', layers: ['EVENT'] },
    ],
    [
      'article-segments',
      'slug=two-die-at-harrow-mill&layers=STATEMENT&layers=AGENT',
      { slug: 'two-die-at-harrow-mill', layers: ['STATEMENT', 'AGENT'] },
    ],
    ['search', 'query=%22stay+shut%22', { query: '"stay shut"' }],
    ['search', 'query=', { query: '' }],
    ['facets', 'places=baku&places=russia', { places: ['baku', 'russia'] }],
    ['person', 'slug=nobody', { slug: 'nobody' }],
  ])('/api/%s?%s', async (name, parameters, variables) => {
    const response = await send(`/api/${name}?${parameters}`, {}, 'gazette');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(await request(operationNamed(name).text, variables, 'gazette'));
  });
});

describe.each(CORPORA)('CSV, of the %s', (corpus) => {
  test.each(LISTS)('$name, by .csv and by Accept', async (operation) => {
    const list = listIn(schema, operation)!;
    const expected = toCsv(list, await ask(operation.text, {}, corpus));
    expect(readCsv(expected)[0]).toEqual(list.columns.map((column) => column.name));
    for (const response of [
      await send(`/api/${operation.name}.csv`, {}, corpus),
      await send(`/api/${operation.name}.csv`, BROWSER, corpus),
      await send(`/api/${operation.name}.csv`, { headers: { Accept: 'application/json' } }, corpus),
      await send(`/api/${operation.name}`, CSV, corpus),
    ]) {
      expect(response.status).toBe(200);
      expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8; header=present');
      expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(await response.text()).toBe(expected);
    }
  });
});

describe('which of the two', () => {
  test.each([
    ['application/json, text/csv', 'application/json'],
    ['text/csv, application/json', 'text/csv'],
    ['text/csv;q=0.5, application/json', 'application/json'],
    ['text/*', 'text/csv'],
    ['*/*', 'application/json'],
    ['text/html, */*;q=0.1', 'text/html'],
    ['text/html;q=0.9, application/json', 'application/json'],
    ['text/csv;header=absent', 'text/csv'],
  ])('Accept: %s', async (accept, type) => {
    const response = await send('/api/statements', { headers: { Accept: accept } });
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toContain(`${type};`);
    expect(response.headers.get('Vary')).toMatch(/\bAccept\b/);
  });

  test('CSV takes the parameters that JSON takes, and only the header is left of an empty list', async () => {
    const all = readCsv(await (await send('/api/statements.csv?first=2')).text());
    expect(all).toHaveLength(3);
    const none = readCsv(await (await send('/api/statements.csv?filter={"speakers":["nobody"]}')).text());
    expect(none).toEqual(all.slice(0, 1));
  });
});

test('a page tells the address of the next, until there is none', async () => {
  for (const path of ['/api/statements', '/api/statements.csv']) {
    let address: string | undefined = `${path}?first=3&filter={"voices":["ARTICLE"],"speakers":["isolde-brand"]}`;
    let pages = 0;
    while (address !== undefined && pages < 100) {
      const response: Response = await send(address, {}, 'gazette');
      expect(response.status).toBe(200);
      pages += 1;
      address = /^<([^>]*)>; rel="next"$/.exec(response.headers.get('Link') ?? '')?.[1];
      if (address) expect(new URL(address, 'http://a').pathname).toBe(path);
    }
    const { statements } = await ask(
      '{ statements(filter: { voices: ARTICLE, speakers: "isolde-brand" }) { totalCount } }',
      {},
      'gazette',
    );
    expect(pages).toBe(Math.ceil(statements.totalCount / 3));
  }
});

describe('what is not there: 404', () => {
  test.each([
    '/api',
    '/api/',
    '/api/nothing',
    '/api/nothing.csv',
    `/api/${SECRET}`,
    '/api/__proto__',
    '/api/__proto__.csv',
    '/api/constructor',
    '/api/toString',
    '/api/statements//',
    '/api/statements/first',
    '/api/statements%2F',
    '/api/statements%00',
    '/api/statements.xml',
    '/api/statements.graphql',
    '/api/statements.csv.csv',
    '/api/statements.CSV',
    '/api/.csv',
    '/api/-statements%0a',
  ])('%s', async (path) => {
    const response = await send(path);
    expect(await codesOf(response, 404)).toEqual(['NOT_FOUND']);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
  });

  test.each([
    ['/api/OwnVoice', '/api/own-voice'],
    ['/api/ownvoice.csv?places=baku', '/api/own-voice.csv?places=baku'],
    ['/api/WhoSaysWhatHappened', '/api/who-says-what-happened'],
    ['/api/STATEMENTS', '/api/statements'],
  ])('but %s is known by the name that GraphQL has for it', async (path, location) => {
    const response = await send(path);
    expect(response.status).toBe(308);
    expect(response.headers.get('Location')).toBe(location);
  });
});

describe('what cannot be sent in any form asked for: 406', () => {
  test.each(OTHERS)('$name is no list, so there is no CSV of it', async ({ name }) => {
    expect(await codesOf(await send(`/api/${name}`, CSV), 406)).toEqual(['NOT_ACCEPTABLE']);
    expect(await codesOf(await send(`/api/${name}.csv`), 406)).toEqual(['NOT_ACCEPTABLE']);
  });

  test.each([
    'application/xhtml+xml',
    'image/*',
    'application/json;q=0, text/csv;q=0',
    'text/csv;charset=utf-16',
    SECRET,
  ])('Accept: %s', async (accept) => {
    const response = await send('/api/statements', { headers: { Accept: accept } });
    expect(await codesOf(response, 406)).toEqual(['NOT_ACCEPTABLE']);
  });
});

describe('what is wrong: 400, in both forms, told in JSON', () => {
  test.each([
    [
      'statements',
      'frist=2',
      'BAD_REQUEST',
      'There is an unknown parameter. This address accepts "first", "after", "filter".',
    ],
    [
      'own-voice',
      `${SECRET}=${SECRET}`,
      'BAD_REQUEST',
      'There is an unknown parameter. This address accepts "places".',
    ],
    [
      'statements',
      '__proto__=1',
      'BAD_REQUEST',
      'There is an unknown parameter. This address accepts "first", "after", "filter".',
    ],
    ['statements', 'first=2&first=3', 'BAD_REQUEST', 'Parameter "first" is given 2 times. Give it once.'],
    ['statements', 'first=two', 'BAD_USER_INPUT', 'Parameter "first" is wrong: expected "Int".'],
    ['statements', 'first=', 'BAD_USER_INPUT', 'Parameter "first" is wrong: expected "Int".'],
    ['statements', 'first=99999999999', 'BAD_USER_INPUT', 'Parameter "first" is wrong: expected "Int".'],
    [
      'statements',
      `filter={"places":["${SECRET}`,
      'BAD_USER_INPUT',
      'Parameter "filter" is wrong: expected "StatementFilter" as JSON.',
    ],
    // Found by GraphQL, which has the same code for it.
    [
      'statements',
      `filter={"${SECRET}":1}`,
      'BAD_USER_INPUT',
      /^Variable "\$filter" is wrong: expected "StatementFilter"/,
    ],
    [
      'statements',
      'filter={"__proto__":1}',
      'BAD_USER_INPUT',
      /^Variable "\$filter" is wrong: expected "StatementFilter"/,
    ],
    ['statements', `filter="${SECRET}"`, 'BAD_USER_INPUT', /^Variable "\$filter" is wrong: expected "StatementFilter"/],
    ['statements', `filter={"kinds":["${SECRET}"]}`, 'BAD_USER_INPUT', /^Variable "\$filter" at "kinds\[0\]" is wrong/],
    [
      'timeline',
      `mode=${SECRET}`,
      'BAD_USER_INPUT',
      'Variable "$mode" is wrong: expected "TimelineMode", one of CERTAIN, POSSIBLE.',
    ],
    ['who-says-what-happened', `day=${SECRET}`, 'BAD_USER_INPUT', /^Variable "\$day" is wrong: /],
    // Found by a field.
    ['statements', 'first=101', 'INVALID_PAGE_SIZE', /100/],
    ['statements', `after=${SECRET}`, 'INVALID_CURSOR', /./],
  ])('%s?%s', async (name, parameters, code, message) => {
    for (const address of [`/api/${name}?${parameters}`, `/api/${name}.csv?${parameters}`]) {
      const response = await send(address);
      expect(response.headers.get('Content-Type')).toBe('application/json; charset=utf-8');
      const text = await response.clone().text();
      expect(await codesOf(response, 400)).toEqual([code]);
      const [error] = (JSON.parse(text) as GraphqlAnswer).errors!;
      if (typeof message === 'string') expect(error?.message).toBe(message);
      else expect(error?.message).toMatch(message);
    }
  });

  test('an operation without variables takes no parameters', async () => {
    const response = await send('/api/corpus?first=1');
    expect(await response.json()).toEqual({
      errors: [
        {
          message: 'There is an unknown parameter. This address accepts none.',
          extensions: { code: 'BAD_REQUEST' },
        },
      ],
    });
  });
});

describe('methods', () => {
  const paths = ['/api/statements', '/api/statements.csv', '/api/corpus?first=1', '/openapi.json'];

  test.each(paths.flatMap((path) => ['POST', 'PUT', 'PATCH', 'DELETE'].map((method) => [method, path] as const)))(
    '%s %s is refused',
    async (method, path) => {
      const response = await send(path, { method });
      expect(await codesOf(response, 405)).toEqual(['METHOD_NOT_ALLOWED']);
      expect(response.headers.get('Allow')).toBe('GET, HEAD, OPTIONS');
    },
  );

  test.each([...paths, '/api/nothing'])('HEAD %s has the headers of GET and no body', async (path) => {
    const [head, get] = await Promise.all([send(path, { method: 'HEAD' }), send(path)]);
    expect(head.status).toBe(get.status);
    for (const name of ['Content-Type', 'Cache-Control', 'ETag', 'Vary', 'Link', 'Access-Control-Allow-Origin']) {
      expect(head.headers.get(name), name).toBe(get.headers.get(name));
    }
    expect(await head.text()).toBe('');
  });

  test.each(paths)('OPTIONS %s lets pages of any origin ask', async (path) => {
    const response = await send(path, {
      method: 'OPTIONS',
      headers: { Origin: 'https://example.com', 'Access-Control-Request-Method': 'GET' },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Access-Control-Allow-Methods')).toMatch(/\bGET\b/);
    expect(await response.text()).toBe('');
  });
});

describe('caches', () => {
  const paths = ['/api/statements?first=2', '/api/statements.csv?first=2', '/api/corpus', '/api/person?slug=nobody'];

  test.each(paths)('%s may be kept by anybody, and read by a page of any origin', async (path) => {
    const { headers } = await send(path, { headers: { Origin: 'https://example.com' } });
    expect(headers.get('Cache-Control')).toMatch(/^public, max-age=\d+/);
    expect(headers.get('ETag')).toMatch(/^"[^"]+"$/);
    expect(headers.get('Vary')).toMatch(/\bAccept\b/);
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(headers.get('Set-Cookie')).toBeNull();
  });

  test.each(paths)('%s is not sent again to who has it', async (path) => {
    const tag = (await send(path)).headers.get('ETag')!;
    for (const given of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const response = await send(path, { headers: { 'If-None-Match': given } });
      expect(response.status, given).toBe(304);
      // RFC 9110, 15.4.5: what a 200 would have had of these.
      expect(response.headers.get('ETag')).toBe(tag);
      expect(response.headers.get('Cache-Control')).toMatch(/^public, max-age=\d+/);
      expect(response.headers.get('Vary')).toMatch(/\bAccept\b/);
      expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect(await response.text()).toBe('');
    }
    expect((await send(path, { headers: { 'If-None-Match': '"other"' } })).status).toBe(200);
  });

  test('one address has another tag for each form of its answer, and each question its own', async () => {
    const tags = [
      await tagOf('/api/statements'),
      await tagOf('/api/statements', CSV),
      await tagOf('/api/statements?first=1'),
      await tagOf('/api/statements?first=2'),
      await tagOf('/api/own-voice'),
    ];
    expect(new Set(tags).size).toBe(tags.length);
    expect(await tagOf('/api/statements?first=2')).toBe(tags[3]);
  });

  test.each(['/api/statements?first=x', '/api/statements?first=101', '/api/statements.csv?first=101', '/api/nothing'])(
    'what went wrong at %s is not kept, and who has another answer is told so',
    async (path) => {
      for (const headers of [{}, { 'If-None-Match': '*' }]) {
        const response = await send(path, { headers });
        expect(response.status).toBeGreaterThanOrEqual(400);
        expect(response.headers.get('Cache-Control')).toBe('no-store');
        expect(response.headers.get('ETag')).toBeNull();
      }
    },
  );

  async function tagOf(path: string, init?: RequestInit): Promise<string | null> {
    return (await send(path, init)).headers.get('ETag');
  }
});

describe('/openapi.json', () => {
  test('describes what is served', async () => {
    const response = await send('/openapi.json', { headers: { Origin: 'https://example.com' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toMatch(/^application\/json\b/);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Cache-Control')).toMatch(/^public, max-age=\d+$/);
    const version = response.headers.get('Dateline-Version') ?? '';
    expect(version.split('+')[0]).toBe(manifest.version);
    const served = await response.json();
    expect(served).toEqual(JSON.parse(JSON.stringify(describeApi(schema, OPERATIONS, { version }))));
  });

  describe.each(CORPORA)('is true of the %s', (corpus) => {
    const description = describeApi(schema, OPERATIONS, { version: '' }) as unknown as Description;
    const check = openCheck(description);
    const gets = Object.entries(description.paths).flatMap(([path, { get }]) => (get ? [{ path, get }] : []));

    test.each(gets)('$path', async ({ path, get }) => {
      const required = (get.parameters ?? []).filter((parameter) => parameter.required);
      const examples = required.map(({ name, example }): [string, string] => [name, example ?? '']);
      const content = get.responses['200']?.content ?? {};
      expect(Object.keys(content)).not.toEqual([]);
      for (const type of Object.keys(content)) {
        const response = await send(`${path}?${new URLSearchParams(examples)}`, { headers: { Accept: type } }, corpus);
        expect(response.status).toBe(200);
        expect(response.headers.get('Content-Type')?.split(';')[0]).toBe(type);
        if (type === 'application/json') expect(check(answerPlace(path), await response.json())).toEqual([]);
      }
    });
  });

  test('is true of what goes wrong', async () => {
    const check = openCheck(describeApi(schema, OPERATIONS, { version: '' }) as unknown as Description);
    for (const [status, path] of [
      [400, '/api/statements?first=x'],
      [400, '/api/statements?first=101'],
      [404, '/api/nothing'],
      [406, '/api/corpus.csv'],
    ]) {
      const response = await send(`${path}`);
      expect(response.status).toBe(status);
      const place = `/components/responses/Error${status}/content/application~1json/schema`;
      expect(check(place, await response.json())).toEqual([]);
    }
  });
});

/** The codes of an answer of this status, which is in the one shape of errors and repeats nothing that was sent. */
async function codesOf(response: Response, status: number): Promise<string[]> {
  const text = await response.text();
  expect(response.status, text).toBe(status);
  expect(text).not.toContain(SECRET);
  const { errors = [] } = JSON.parse(text) as GraphqlAnswer;
  for (const { message } of errors) expect(message).not.toBe('');
  return errors.map(({ extensions }) => extensions.code);
}
