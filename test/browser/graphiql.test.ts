// GraphiQL in a real browser that can reach nothing but the Worker.
import { readdirSync, readFileSync } from 'node:fs';
import { type Browser, chromium, type Page, type Response } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { addressOf } from '../harness.ts';

const OPERATIONS = new URL('../../src/operations/', import.meta.url);

let browser: Browser;
let page: Page;
/** What the page did that it should not: errors in the console, requests to other hosts, requests that failed. */
let complaints: string[];

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
});
afterAll(() => browser.close());

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('response', (response) => {
    if (!response.ok()) complaints.push(`${response.status()}: ${response.url()}`);
  });
  await page.route('**/*', (route) => {
    if (route.request().url().startsWith(addressOf('/'))) return route.continue();
    complaints.push(`other host: ${route.request().url()}`);
    return route.abort();
  });
  return () => page.close();
});

test('shows a tab for each example', async () => {
  await page.goto(addressOf('/graphql'));
  await editor().waitFor();
  const names = readdirSync(OPERATIONS).map(
    (file) => /^query (\w+)/m.exec(readFileSync(new URL(file, OPERATIONS), 'utf8'))?.[1],
  );
  expect((await page.getByRole('tab').allInnerTexts()).sort()).toEqual(names.sort());
  expect(complaints).toEqual([]);
});

test('runs the first example and shows its answer', async () => {
  await page.goto(addressOf('/graphql'));
  await editor().click();
  const answered = page.waitForResponse((response) => response.request().postData()?.includes('WhoSaysWhat') ?? false);
  await page.keyboard.press('Control+Enter');
  expect(await (await answered).json()).toEqual({ data: expect.anything() });
  await page.locator('.graphiql-response', { hasText: 'Joint operation in Yekaterinburg' }).waitFor();
  await page.screenshot({ path: '.generated/graphiql.png' });
  expect(complaints).toEqual([]);
});

test('a click on an example’s tab opens it, and running runs that one', async () => {
  await page.goto(addressOf('/graphql'));
  await editor().waitFor();
  for (const name of ['Statements', 'ArticleSegments', 'Search']) {
    await page.getByRole('tab', { name, exact: true }).click();
    await page.locator('.graphiql-query-editor .view-lines', { hasText: name }).waitFor();
    // GraphiQL takes a moment to see which operation its editor holds, and refuses to run before.
    const answer = await vi.waitFor(() => run(name), { timeout: 10_000 });
    expect(answer).toEqual({ data: expect.anything() });
  }
  expect(complaints).toEqual([]);
});

test('knows the schema: completes a field and marks one that does not exist', async () => {
  const query = encodeURIComponent('{\n  corp\n  nothing\n}');
  const workers = new Set<string>();
  page.on('worker', (worker) => workers.add(new URL(worker.url()).pathname.replace(/^.*\//, '')));
  await page.goto(addressOf(`/graphql?query=${query}`));
  await page.locator('.graphiql-query-editor .squiggly-error').first().waitFor();

  await page.getByText('corp', { exact: true }).click();
  await page.keyboard.press('End');
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-widget', { hasText: 'corpus' }).waitFor();
  expect([...workers].sort()).toEqual(['editor.worker.js', 'graphql.worker.js', 'json.worker.js']);
  expect(complaints).toEqual([]);
});

async function run(name: string): Promise<unknown> {
  const isAnswer = (response: Response) => response.request().postData()?.includes(`query ${name}`) ?? false;
  const [response] = await Promise.all([
    page.waitForResponse(isAnswer, { timeout: 1000 }),
    page.locator('.graphiql-execute-button').click(),
  ]);
  return response.json();
}

function editor() {
  return page.locator('.graphiql-query-editor .view-lines').first();
}
