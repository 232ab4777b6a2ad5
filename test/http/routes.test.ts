// Every address: what it answers, as what, and with which headers.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { ASSETS, EDITOR_WORKERS } from '../../src/pages/asset.ts';
import type { MinimalSchema, PossibleTypes } from '../../src/pages/cache-types.ts';
import { ask, CORPORA, postJson, send } from '../harness.ts';

const HTML = { headers: { Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' } };

describe('/healthz', () => {
  test('says that the Worker runs, and which code it is', async () => {
    const response = await send('/healthz');
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('application/json');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    const { version } = manifest;
    expect(await response.json()).toEqual({
      status: 'ok',
      version: expect.stringMatching(`^${version}\\+[0-9a-f-]{36}$`),
    });
  });
});

describe('/readyz', () => {
  test.each(CORPORA)('says which corpus is served, and how much is in it: %s', async (corpus) => {
    const response = await send('/readyz', {}, corpus);
    expect(response.status).toBe(200);
    expect(response.headers.get('Cache-Control')).toBe('no-store');

    const { corpus: served } = await ask('{ corpus { version } }', {}, corpus);
    expect(await response.json()).toEqual({
      status: 'ok',
      corpus: {
        version: served.version,
        counts: {
          Article: expect.any(Number),
          Event: expect.any(Number),
          Statement: expect.any(Number),
          Person: expect.any(Number),
          Organization: expect.any(Number),
          Group: expect.any(Number),
          Place: expect.any(Number),
        },
      },
    });
  });
});

describe('/schema.graphql', () => {
  test('is the committed schema, byte by byte, as text', async () => {
    const response = await send('/schema.graphql');
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=300');
    const committed = readFileSync(new URL('../../schema/schema.graphql', import.meta.url));
    expect(Buffer.from(await response.arrayBuffer()).equals(committed)).toBe(true);
  });
});

describe('/possible-types.json', () => {
  test('tells the object types of each interface and union, and those without an id', async () => {
    const response = await send('/possible-types.json');
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=300');
    const { possibleTypes, keyless } = (await response.json()) as PossibleTypes;
    expect(possibleTypes).toMatchObject({
      Agent: ['Group', 'Organization', 'Person'],
      Node: ['Article', 'Event', 'Group', 'Organization', 'Person', 'Place', 'Statement'],
      Subject: ['Event', 'Group', 'Organization', 'Person', 'Place'],
    });
    expect(keyless).toEqual(expect.arrayContaining(['FuzzyDate', 'PageInfo', 'Speaker', 'StatementConnection']));
    expect(keyless).not.toEqual(expect.arrayContaining(['Statement']));
    expect(keyless).not.toEqual(expect.arrayContaining(['Query']));
  });
});

describe('/schema.json', () => {
  test('is an introspection of composite types and nothing else', async () => {
    const response = await send('/schema.json');
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('application/json; charset=utf-8');
    const { __schema, keyless } = (await response.json()) as MinimalSchema;
    expect(__schema.queryType).toEqual({ name: 'Query', kind: 'OBJECT' });
    const typeOf = (name: string) => __schema.types.find((type) => type.name === name);
    expect(typeOf('Named')).toMatchObject({ kind: 'INTERFACE', interfaces: [{ kind: 'INTERFACE', name: 'Node' }] });
    expect(typeOf('Subject')).toMatchObject({
      kind: 'UNION',
      possibleTypes: expect.arrayContaining([{ kind: 'OBJECT', name: 'Event' }]),
    });
    expect(typeOf('Speaker')).toMatchObject({
      kind: 'OBJECT',
      fields: expect.arrayContaining([
        { name: 'agent', type: { kind: 'NON_NULL', ofType: { kind: 'INTERFACE', name: 'Agent' } }, args: [] },
      ]),
    });
    expect(typeOf('Slug')).toBeUndefined();
    expect(keyless).toEqual(((await (await send('/possible-types.json')).json()) as PossibleTypes).keyless);
  });
});

describe('a slash at the end of an address', () => {
  const POST = postJson({ query: '{ __typename }' });

  test.each([
    ['/graphql', POST],
    ['/graphql?query={__typename}', {}],
    ['/graphql?query={__typename}', { method: 'HEAD' }],
    [
      '/graphql',
      { method: 'OPTIONS', headers: { Origin: 'https://a.example', 'Access-Control-Request-Method': 'POST' } },
    ],
    ['/graphql', { method: 'PUT' }],
    ['/api/statements.csv?first=2', {}],
    ['/api/nothing', {}],
    ['/docs', HTML],
    ['/docs/Person', HTML],
    ['/schema.graphql', {}],
    ['/healthz', {}],
    ['/readyz', {}],
    ['/people/edmund-rook', {}],
  ] as const)('changes nothing: %s', async (path, init) => {
    const [plain, slashed] = await Promise.all([send(path, init), send(path.replace(/(?=\?|$)/, '/'), init)]);
    expect(slashed.status).toBe(plain.status);
    expect(headersOf(slashed)).toEqual(headersOf(plain));
    expect(await slashed.text()).toBe(await plain.text());
  });

  test('two of them are no address', async () => {
    expect((await send('/graphql//', POST)).status).toBe(404);
  });

  function headersOf({ headers }: Response) {
    return [...headers].filter(([name]) => !['x-request-id', 'date', 'etag', 'server-timing', 'link'].includes(name));
  }
});

describe('/', () => {
  test('is a page that says what this is and where to go on', async () => {
    const response = await send('/', HTML);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=UTF-8');
    const page = await response.text();
    const paths = ['/graphql', '/schema.graphql', '/schema.json', '/possible-types.json', '/openapi.json', '/readyz'];
    for (const link of [...paths, '/api/statements.csv']) expect(page).toContain(`href="${link}"`);
    expectOnlyOwnAddresses(page);
  });

  test('its example is a request that works', async () => {
    const page = (await (await send('/')).text()).replaceAll('&#39;', "'").replaceAll('&quot;', '"');
    const body = /-d '(\{.*\})'/.exec(page)?.[1];
    const response = await send('/graphql', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: body!,
    });
    expect(await response.json()).toEqual({ data: expect.anything() });
  });
});

describe('GraphiQL', () => {
  test('is what a browser gets at the endpoint, also with a query in the address', async () => {
    for (const path of ['/graphql', '/graphql?query=%7B__typename%7D']) {
      const response = await send(path, HTML);
      expect(response.status).toBe(200);
      expect(response.headers.get('Content-Type')).toBe('text/html; charset=UTF-8');
      expect(response.headers.get('Vary')).toBe('Accept');
      const page = await response.text();
      expect(page).toContain('<title>Dateline: GraphiQL</title>');
      expectOnlyOwnAddresses(page);
    }
  });

  test('is not what a program gets that takes anything', async () => {
    for (const accept of ['*/*', 'application/json, text/html', 'text/html;q=0.5, application/json']) {
      const response = await send('/graphql?query=%7B__typename%7D', { headers: { Accept: accept } });
      expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
    }
  });

  test('forbids the browser whatever is not its own', async () => {
    const policy = (await send('/graphql', HTML)).headers.get('Content-Security-Policy');
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
  });

  test.each([...Object.values(ASSETS), ...Object.values(EDITOR_WORKERS)])('finds its file %s', async (address) => {
    const response = await send(address);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toMatch(typeOf(address));
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(response.headers.get('Cache-Control')).toBe(
      address.startsWith('/graphiql/') ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
    );
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(address.startsWith('/graphiql/') ? 500_000 : 100);
  });
});

describe('every answer', () => {
  const paths = [
    '/',
    '/graphql',
    '/graphql?query=%7B__typename%7D',
    '/healthz',
    '/readyz',
    '/api/corpus',
    '/openapi.json',
    '/schema.graphql',
    '/schema.json',
    '/possible-types.json',
    '/nothing',
    ASSETS.styles,
  ];

  test.each(paths)('%s is closed to frames, sniffing and foreign content', async (path) => {
    const { headers } = await send(path, HTML);
    expect(headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; .*frame-ancestors 'none'/);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('X-Frame-Options')).toBe('DENY');
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.get('Strict-Transport-Security')).toBe('max-age=31536000');
    expect(headers.get('Server')).toBeNull();
    expect(headers.get('X-Powered-By')).toBeNull();
  });

  test.each(['/graphql?query=%7B__typename%7D', '/schema.graphql', '/healthz'])(
    '%s may be read by a page of any origin',
    async (path) => {
      const { headers } = await send(path, { headers: { Origin: 'https://example.com' } });
      expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect(headers.get('Access-Control-Allow-Credentials')).toBeNull();
    },
  );

  test('a preflight is told what may be sent', async () => {
    const response = await send('/graphql', {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://example.com',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type, x-anything',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('Access-Control-Allow-Methods')).toBe('GET,HEAD,POST,OPTIONS');
    expect(response.headers.get('Access-Control-Allow-Headers')).toBe('*');
  });

  test.each(['/', '/graphql?query=%7B__typename%7D', '/healthz', '/schema.graphql'])(
    'HEAD %s has the headers of GET and no body',
    async (path) => {
      const [head, get] = await Promise.all([send(path, { method: 'HEAD' }), send(path)]);
      expect(head.status).toBe(get.status);
      expect(head.headers.get('Content-Type')).toBe(get.headers.get('Content-Type'));
      expect(await head.text()).toBe('');
    },
  );
});

function typeOf(address: string): RegExp {
  if (address.endsWith('.json')) return /^application\/json\b/;
  if (address.endsWith('.js')) return /^text\/javascript\b/;
  if (address.endsWith('.txt')) return /^text\/plain\b/;
  return address.endsWith('.css') ? /^text\/css\b/ : /^image\/svg\+xml$/;
}

/** Only addresses that begin with a slash, or places of the page itself, but for the canonical link and the example, which name the host that was asked. */
function expectOnlyOwnAddresses(page: string): void {
  const addresses = [...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address);
  expect(addresses.length).toBeGreaterThan(0);
  for (const address of addresses)
    expect(address?.replace(/^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?(?=\/)/, '')).toMatch(/^(#|\/(?!\/))/);
  expect(page.replaceAll(/http:\/\/(localhost|127\.0\.0\.1)[:\d]*/g, '')).not.toMatch(/https?:\/\//);
}
