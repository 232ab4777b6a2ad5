// A page of another origin, in a real browser: what CORS lets it send and read.
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addressOf, ask } from '../harness.ts';

const SNIPPET = new URL('../clients/snippets/fetch.mjs', import.meta.url);
const EXAMPLE = new URL('../../examples/page/index.html', import.meta.url);

/** A statement as the example page shows it. */
interface Said {
  readonly text: string;
  readonly speakers: readonly { readonly agent: { readonly name: string } }[];
  readonly content: readonly { readonly article: { readonly headline: string } }[];
}

const QUERY = '{ corpus { version } }';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

let browser: Browser;
let otherOrigin: Server;
let page: Page;
/** The statuses of the preflights that the browser made. */
let preflights: number[];

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  otherOrigin = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>Another origin</title>');
  });
  await new Promise<void>((resolve) => otherOrigin.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => otherOrigin.close(resolve));
});

// No route is set: a page whose requests are intercepted makes no preflight.
beforeEach(async () => {
  page = await browser.newPage();
  preflights = [];
  const session = await page.context().newCDPSession(page);
  session.on('Network.responseReceived', ({ type, response }) => {
    if (type === 'Preflight') preflights.push(response.status);
  });
  await session.send('Network.enable');
  await page.goto(`http://127.0.0.1:${(otherOrigin.address() as AddressInfo).port}/`);
  return () => page.close();
});

test('may post JSON after a preflight, and reads answer and headers', async () => {
  const answer = await fetchInPage(addressOf('/graphql'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query: QUERY }),
  });
  expect(preflights).toEqual([204]);
  expect(answer).toEqual({
    status: 200,
    body: { data: await ask(QUERY) },
    etag: null,
    requestId: expect.stringMatching(UUID),
  });
});

test('may get without a preflight, and reads answer and headers', async () => {
  const answer = await fetchInPage(`${addressOf('/graphql')}?query=${encodeURIComponent(QUERY)}`);
  expect(preflights).toEqual([]);
  expect(answer).toEqual({
    status: 200,
    body: { data: await ask(QUERY) },
    etag: expect.stringMatching(/^".+"$/),
    requestId: expect.stringMatching(UUID),
  });
});

test('reads why a request is refused', async () => {
  const answer = await fetchInPage(addressOf('/graphql'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' },
    body: '{',
  });
  expect(answer).toEqual({
    status: 400,
    body: { errors: [{ message: 'The body is not valid JSON.', extensions: { code: 'BAD_REQUEST' } }] },
    etag: null,
    requestId: expect.stringMatching(UUID),
  });
});

test('may send the headers that Apollo’s and other clients add', async () => {
  const { status } = await fetchInPage(addressOf('/graphql'), {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Apollo-Require-Preflight': 'true',
      'ApolloGraphQL-Client-Name': 'web',
      'X-Request-Id': crypto.randomUUID(),
    },
    body: JSON.stringify({ query: QUERY }),
  });
  expect(status).toBe(200);
});

test('runs the snippet of the README', async () => {
  const printed: string[] = [];
  page.on('console', (message) => printed.push(message.text()));
  const content = readFileSync(SNIPPET, 'utf8').replaceAll('http://localhost:8787/graphql', addressOf('/graphql'));
  await page.addScriptTag({ type: 'module', content });
  await expect.poll(() => printed.length, { timeout: 10_000 }).toBe(3);
  expect(printed[1]).toMatch(/^Mikhail Shvydkoy: /);
});

test('shows the example page', async () => {
  const html = readFileSync(EXAMPLE, 'utf8').replaceAll('http://localhost:8787/graphql', addressOf('/graphql'));
  await page.setContent(html);
  await page.locator('blockquote').first().waitFor();
  const { statements } = await ask(`{
    statements(first: 10) { nodes { text speakers { agent { name } } content { article { headline } } } }
  }`);
  const shown = page.locator('main > *');
  expect(await shown.allTextContents()).toEqual(
    (statements.nodes as Said[]).flatMap(({ text, speakers, content }) => [
      text,
      `${speakers.map(({ agent }) => agent.name).join(', ')}, in “${content[0]?.article.headline}”`,
    ]),
  );
});

/** The parts of an answer that the page itself can read. */
function fetchInPage(address: string, init: { method?: string; headers?: Record<string, string>; body?: string } = {}) {
  return page.evaluate(
    async ([address, init]) => {
      const response = await fetch(address, init);
      return {
        status: response.status,
        body: await response.json(),
        etag: response.headers.get('ETag'),
        requestId: response.headers.get('X-Request-Id'),
      };
    },
    [address, init] as const,
  );
}
