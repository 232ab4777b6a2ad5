// Browsers get pages; programs get the same as ever.
import { describe, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { addressOf, ask, CORPORA, send } from '../harness.ts';
import { BROWSER, expectPage, linksOf, open, textOf } from './browse.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const TYPES = Object.keys(schema.getTypeMap()).filter((name) => !name.startsWith('__'));

/** Address, status, media type for programs, and heading of the page. */
const ADDRESSES = [
  ['/nothing', 404, JSON_TYPE, 'No such page'],
  ['/docs/Nothing', 404, JSON_TYPE, 'No such page'],
  ['/api/nothing', 404, JSON_TYPE, 'No such page'],
  ['/healthz', 200, 'application/json', 'Running'],
  ['/readyz', 200, 'application/json', 'Ready'],
  ['/openapi.json', 200, JSON_TYPE, 'Plain addresses'],
  ['/schema.graphql', 200, 'text/plain; charset=utf-8', 'schema.graphql'],
  ['/schema.json', 200, JSON_TYPE, 'schema.json'],
  ['/possible-types.json', 200, JSON_TYPE, 'possible-types.json'],
  ['/api/statements', 200, JSON_TYPE, 'Statements'],
  ['/api/person', 200, JSON_TYPE, 'Person'],
  ['/api/search?query=ties', 200, JSON_TYPE, 'Search'],
  ['/api/statements?first=x', 400, JSON_TYPE, 'This cannot be answered'],
  ['/api/statements?first=101', 400, JSON_TYPE, 'This cannot be answered'],
] as const;

describe.each(ADDRESSES)('%s', (path, status, programType, heading) => {
  test('is a page for a browser', async () => {
    const { status: answered, headers, html } = await open(addressOf(path));
    expect(answered).toBe(status);
    expectPage(headers, html);
    expect(textOf(/<h1>.*?<\/h1>/s.exec(html)?.[0] ?? '')).toBe(heading);
  });

  test.each(['*/*', 'application/json, text/plain, */*', 'text/html;q=0.5, */*', 'text/html;q=0, */*'])(
    'is what it was for a program: %s',
    async (accept) => {
      const response = await send(path, { headers: { Accept: accept } });
      expect(response.status).toBe(status);
      expect(response.headers.get('Content-Type')).toBe(programType);
      expect(response.headers.get('Vary')).toBe('Accept');
      expect(await response.text()).not.toContain('<html');
    },
  );

  test('HEAD has the headers of the page', async () => {
    const [get, head] = [
      await open(addressOf(path)),
      await fetch(addressOf(path), { method: 'HEAD', headers: { Accept: BROWSER } }),
    ];
    expect(await head.text()).toBe('');
    for (const name of ['Content-Type', 'Cache-Control', 'ETag', 'Vary', 'Content-Security-Policy']) {
      expect(head.headers.get(name), name).toBe(get.headers.get(name));
    }
  });
});

describe('an odd Accept header', () => {
  test.each([
    ['TEXT/HTML', true],
    ['text/html; charset=utf-8', true],
    [`text/html${';a=b'.repeat(2_000)}`, true],
    [`${'text/html;q=0.1,'.repeat(900)}application/json`, false],
    ['text/html;q=NaN, application/json', false],
    ['text/html;q=2', false],
    ['text/htmlx', false],
    ['<script>alert(1)</script>, text/html', true],
    ['application/json, text/html', false],
    ['', false],
  ])('%.40s', async (accept, isPage) => {
    const response = await send('/readyz', { headers: { Accept: accept } });
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')?.startsWith('text/html')).toBe(isPage);
    expect(await response.text()).not.toContain('alert(1)');
  });
});

describe('the raw form, also for a browser', () => {
  test.each([
    ['/readyz?raw', 'application/json'],
    ['/openapi.json?raw', JSON_TYPE],
    ['/schema.graphql?raw', 'text/plain; charset=utf-8'],
    ['/api/statements.json?first=1', JSON_TYPE],
    ['/api/statements.csv?first=1', 'text/csv; charset=utf-8; header=present'],
  ])('%s', async (path, type) => {
    const { status, headers } = await open(addressOf(path));
    expect([status, headers.get('Content-Type')]).toEqual([200, type]);
  });
});

test.each(['first=x', 'first=101', 'nothing=1'])(
  'an address that names its form fails in JSON: ?%s',
  async (search) => {
    for (const form of ['json', 'csv']) {
      const { status, headers } = await open(addressOf(`/api/statements.${form}?${search}`));
      expect([status, headers.get('Content-Type')]).toEqual([400, JSON_TYPE]);
    }
  },
);

describe('caches keep page and program’s form apart', () => {
  test.each(['/docs', '/docs/Event', '/schema.graphql', '/openapi.json', '/possible-types.json'])(
    '%s may be kept by anybody, under a tag of its own',
    async (path) => {
      const { headers } = await open(addressOf(path));
      expect(headers.get('Cache-Control')).toBe('public, max-age=300');
      const tag = headers.get('ETag')!;
      expect(tag).toMatch(/^"[0-9a-f]{32}"$/);
      const again = await open(addressOf(path), { 'If-None-Match': tag });
      expect([again.status, again.html, again.headers.get('Vary')]).toEqual([304, '', 'Accept']);
    },
  );

  test('an answer has a tag in each form', async () => {
    const path = '/api/statements?first=1';
    const forms = ['application/json', 'text/csv', 'text/html'];
    const tags = await Promise.all(
      forms.map(async (accept) => (await send(path, { headers: { Accept: accept } })).headers.get('ETag')!),
    );
    expect(new Set(tags).size).toBe(3);
    expect((await open(addressOf(path), { 'If-None-Match': tags[0]! })).status).toBe(200);
    expect((await open(addressOf(path), { 'If-None-Match': tags[2]! })).status).toBe(304);
  });

  test.each(['/nothing', '/healthz', '/readyz', '/api/statements?first=x'])('%s is not kept', async (path) => {
    const { headers } = await open(addressOf(path), { 'If-None-Match': '*' });
    expect([headers.get('Cache-Control'), headers.get('ETag')]).toEqual(['no-store', null]);
  });
});

describe.each(CORPORA)('the front page of the %s', (corpus) => {
  test('shows what the corpus holds', async () => {
    const { headers, html } = await open(addressOf('/', corpus));
    expectPage(headers, html);
    expect(headers.get('Cache-Control')).toBe('public, max-age=300');
    const { corpus: held, articles } = await ask(
      `{ corpus { counts { articles statements events people } }
         articles(orderBy: { field: PUBLISHED, direction: DESC }, first: 1) { nodes { headline url } } }`,
      {},
      corpus,
    );
    const figures = [...html.matchAll(/<dt>([a-z]+)<\/dt><dd>([\d,]+)<\/dd>/g)].map(([, , count]) => Number(count));
    expect(figures).toEqual(Object.values(held.counts));
    expect(textOf(html)).toContain(articles.nodes[0].headline);
    expect(linksOf(html)).toContain(articles.nodes[0].url);
  });

  test('marks the words of a quotation in the sentence around them', async () => {
    const { html } = await open(addressOf('/', corpus));
    const [, paragraph = ''] = /<blockquote[^>]*><p>(.*?)<\/p>/s.exec(html) ?? [];
    const marked = [...paragraph.matchAll(/<mark>(.*?)<\/mark>/gs)].map(([, words = '']) => textOf(words));
    expect(marked.length).toBeGreaterThan(0);
    expect(textOf(paragraph).length).toBeGreaterThan(marked.join('').length);
    const seed = new Date().toISOString().slice(0, 10);
    const { randomStatement } = await ask(
      `{ randomStatement(seed: "${seed}", filter: { kinds: [DIRECT_QUOTE, MIXED_QUOTE] }) {
           quotes(first: 1) { nodes { content { exact } article { text } } } } }`,
      {},
      corpus,
    );
    const [quote] = randomStatement.quotes.nodes;
    expect(marked).toEqual(quote.content.map(({ exact }: { exact: string }) => exact));
    expect(quote.article.text).toContain(textOf(paragraph));
  });
});

test('the front page is not sent again to a caller that has it, and is the same over D1', async () => {
  const { headers, html } = await open(addressOf('/'));
  expect((await open(addressOf('/'), { 'If-None-Match': headers.get('ETag')! })).status).toBe(304);
  const stored = await open(addressOf('/', 'seed', 'd1'));
  const plain = (page: string) => page.replaceAll(/http:\/\/[\w.]+:\d+/g, '');
  expect(plain(stored.html)).toBe(plain(html));
});

test('a page of a list leads to the next', async () => {
  const first = await open(addressOf('/api/statements?first=3', 'gazette'));
  const next = linksOf(first.html).find((link) => link.includes('after='))!;
  expect(first.headers.get('Link')).toBe(`<${next}>; rel="next"`);
  const second = await open(addressOf(next, 'gazette'));
  expect(second.status).toBe(200);
  const slugs = ({ html }: { html: string }) => linksOf(html).filter((link) => link.startsWith('/statements/'));
  expect(slugs(first)).toHaveLength(3);
  expect(slugs(second).filter((slug) => slugs(first).includes(slug))).toEqual([]);
});

test('a search says what was asked, and marks what is found', async () => {
  const { html } = await open(addressOf('/api/search?query=mill%22%3E%3C!--', 'gazette'));
  expect(html).toContain('value="mill&quot;&gt;&lt;!--"');
  expect(html).toMatch(/<mark>mill<\/mark>/i);
  expect(html).not.toContain('<!--');
});

describe('the reference', () => {
  test.each(TYPES)('has a page for %s with all its members', async (name) => {
    const { status, headers, html } = await open(addressOf(`/docs/${name}`));
    expect(status).toBe(200);
    expectPage(headers, html);
    const type = schema.getType(name)!;
    const text = textOf(html);
    expect(text).toContain(plainly(type.description ?? ''));
    const members = 'getFields' in type ? Object.values(type.getFields()) : 'getValues' in type ? type.getValues() : [];
    for (const member of members) {
      expect(html).toContain(`<section class="member" id="${member.name}"`);
      expect(text).toContain(plainly(member.description ?? ''));
      for (const argument of 'args' in member ? member.args : []) {
        expect(text).toContain(`${argument.name} ${argument.type}`);
        expect(text).toContain(plainly(argument.description ?? ''));
      }
    }
  });

  test('begins with a lesson, and lists every type once', async () => {
    const { html } = await open(addressOf('/docs'));
    expect(textOf(html)).toContain('A first lesson');
    const listed = [...html.matchAll(/<dt><a href="\/docs\/(\w+)">/g)].map(([, name]) => name);
    expect(listed.toSorted()).toEqual(TYPES.toSorted());
  });

  test('finds a field by its coordinate', async () => {
    for (const coordinate of ['Event.date', 'StatementKind.DENIAL', 'Query.events(filter:)']) {
      const { status, headers } = await open(addressOf(`/docs/${coordinate}`));
      expect(status).toBe(308);
      const [type, member] = coordinate.split(/[.(]/);
      expect(headers.get('Location')).toBe(`/docs/${type}#${member}`);
    }
  });

  test.each([
    ['Evnt', ['Event', 'EventReport', 'EventAccount']],
    ['event', ['Event']],
    ['Event.dat', ['Event']],
    ['__proto__', []],
    ['constructor', []],
    ['%3Cscript%3Ealert(1)%3C%2Fscript%3E', []],
    ['a'.repeat(5_000), []],
  ])('names the types nearest to an unknown one: %.30s', async (name, nearest) => {
    const { status, html } = await open(addressOf(`/docs/${name}`));
    expect(status).toBe(404);
    const named = [...html.matchAll(/<a href="\/docs\/(\w+)">/g)].map(([, found]) => found);
    expect(named.slice(0, nearest.length)).toEqual(nearest);
    if (nearest.length === 0) expect(named).toEqual([]);
    expect(html).not.toMatch(/alert\(1\)|aaaaaaaa/);
  });

  test('takes no other method', async () => {
    for (const path of ['/docs', '/docs/Event']) {
      const response = await send(path, { method: 'POST' });
      expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
    }
  });
});

/** A description as a page shows it. */
function plainly(description: string): string {
  return description
    .replaceAll(/`|\*\*/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
