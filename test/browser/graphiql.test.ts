// GraphiQL in a real browser that can reach nothing but the Worker.
import { readdirSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page, type Response } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { addressOf } from '../harness.ts';

const OPERATIONS = new URL('../../src/operations/', import.meta.url);
const SCREENSHOTS = '.generated/screenshots';
const FIRST = 'WhoSaysWhatHappened';

// A visit loads 5 MB of script, and some tests make several.
vi.setConfig({ testTimeout: 120_000 });

/** How long the page may take to show what follows from its text: names of tabs, its address, its cost. */
const WAIT = { timeout: 10_000 };

let browser: Browser;
let context: BrowserContext;
let page: Page;
/** Things that the page should not do: errors in the console, requests to other hosts, failed requests. */
let complaints: string[];

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
});
afterAll(() => browser.close());

beforeEach(async () => {
  await openContext({ viewport: { width: 1440, height: 900 } });
  return async () => {
    await context.close();
    expect(complaints).toEqual([]);
  };
});

describe('opens with', () => {
  test('the first example, in one tab', async () => {
    await open('/graphql');
    await expect.poll(tabs, WAIT).toEqual([FIRST]);
    await editorHolds(`query ${FIRST}`);
  });

  test('the tabs of the last visit, on every later one', async () => {
    await open('/graphql');
    await choose('Who said what?');
    await editorHolds('query Statements');
    await stored('Statements');
    for (const _ of ['second', 'third']) {
      await open('/graphql');
      await editorHolds('query Statements');
      await expect.poll(tabs, WAIT).toEqual([FIRST, 'Statements']);
      await expect.poll(activeTab, WAIT).toBe('Statements');
    }
  });

  test('a tab with a query, if an empty one was left', async () => {
    await open('/graphql');
    await page.locator('.graphiql-tab-add').click();
    await stored('<untitled>');
    await open('/graphql');
    await editorHolds(`query ${FIRST}`);
    await expect.poll(tabs, WAIT).toEqual([FIRST]);
  });

  test('the first example, if the stored tabs cannot be read', async () => {
    await open('/graphql');
    const tabWithout = '{"tabs":[null,{"query":1}],"activeTabIndex":"x"}';
    for (const broken of ['{', 'null', '[]', '{"tabs":null,"activeTabIndex":{}}', tabWithout]) {
      await page.evaluate((text) => localStorage.setItem('graphiql:tabState', text), broken);
      await open('/graphql');
      await expect.poll(tabs, { ...WAIT, message: broken }).toEqual([FIRST]);
    }
  });
});

describe('opens where', () => {
  test('a stored tab has no name of an operation, but something else', async () => {
    await page.goto(addressOf('/readyz'));
    const broken = '{"tabs":[{"query":"{ corpus { version } }","operationName":{"toString":null}}]}';
    await page.evaluate((text) => localStorage.setItem('graphiql:tabState', text), broken);
    await open('/graphql');
    await editorHolds('corpus');
  });

  test('the browser has no room to store the tabs', async () => {
    await page.goto(addressOf('/readyz'));
    await page.evaluate(() => {
      for (let size = 2 ** 23; size >= 1; size /= 2) {
        try {
          localStorage.setItem(`full-${size}`, 'a'.repeat(size));
        } catch {}
      }
    });
    await open('/graphql');
    await editorHolds(`query ${FIRST}`);
  });
});

describe('a link', () => {
  const QUERY = 'query Named($slug: Slug!) { person(slug: $slug) { name } }';
  const link = (variables: object) =>
    `/graphql?${new URLSearchParams({ query: QUERY, variables: JSON.stringify(variables) })}`;

  test('carries its variables, and opens in a tab with its name', async () => {
    await open(link({ slug: 'ilham-aliyev' }));
    await expect.poll(tabs, WAIT).toEqual(['Named']);
    expect(await runUntilAnswered('Named')).toMatchObject({ data: { person: { name: 'Ilham Aliyev' } } });
  });

  test('opens one tab however often it is followed, and another for other variables', async () => {
    await open('/graphql');
    for (const _ of ['once', 'twice']) await open(link({ slug: 'ilham-aliyev' }));
    await expect.poll(tabs, WAIT).toEqual([FIRST, 'Named']);
    await open(link({ slug: 'vladimir-putin' }));
    await expect.poll(tabs, WAIT).toEqual([FIRST, 'Named', 'Named']);
    expect(await runUntilAnswered('Named')).toMatchObject({ data: { person: { name: 'Vladimir Putin' } } });
    await open(link({ slug: 'ilham-aliyev' }));
    expect(await runUntilAnswered('Named')).toMatchObject({ data: { person: { name: 'Ilham Aliyev' } } });
  });

  test('names the one of several operations to run', async () => {
    const query = 'query One { corpus { version } }\nquery Other { people { totalCount } }';
    await open(`/graphql?${new URLSearchParams({ query, operationName: 'Other' })}`);
    await expect.poll(tabs, WAIT).toEqual(['Other']);
  });

  test('is in the address bar, so that it can be passed on', async () => {
    await open('/graphql');
    await choose('What do the articles say about a person?');
    await editorHolds('query Person');
    await expect.poll(() => new URL(page.url()).searchParams.get('query'), WAIT).toContain('query Person');
    const address = page.url();
    await openContext({ viewport: { width: 1440, height: 900 } });
    await open(address.slice(addressOf('').length));
    await expect.poll(tabs, WAIT).toEqual(['Person']);
  });

  test('of a page for readers opens its query in a tab, with its variables', async () => {
    await page.goto(addressOf('/people/ilham-aliyev'));
    await page.getByRole('link', { name: 'Its query in GraphiQL' }).click();
    await editor().waitFor();
    await expect.poll(tabs, WAIT).toEqual(['AgentPage']);
    expect(new URL(page.url()).searchParams.get('variables')).toContain('ilham-aliyev');
  });
});

describe('the examples', () => {
  test('are a menu of questions, one for each operation', async () => {
    await open('/graphql');
    await page.getByRole('button', { name: 'Examples' }).click();
    const questions = await page.locator('#examples b').allInnerTexts();
    expect(questions).toHaveLength(readdirSync(OPERATIONS).length);
    expect(questions.filter((question) => !question.endsWith('?'))).toEqual([]);
    expect(await page.locator('#examples button', { hasText: 'Who said what?' }).innerText()).toMatch(
      /^Who said what\?\s+A page of statements: the words, who says them and to whom, and where they are.$/,
    );
  });

  test('each opens in its tab and is answered; chosen again, it is the same tab', async () => {
    await open('/graphql');
    for (const [question, name] of [
      ['Who said what?', 'Statements'],
      ['Where does a word occur?', 'Search'],
      ['Who said what?', 'Statements'],
    ] as const) {
      await choose(question);
      await editorHolds(`query ${name}`);
      await expect.poll(activeTab, WAIT).toBe(name);
      expect(await runUntilAnswered(name)).toMatchObject({ data: expect.anything() });
    }
    await expect.poll(tabs, WAIT).toEqual([FIRST, 'Statements', 'Search']);
  });

  test('fill an empty tab instead of opening another', async () => {
    await open('/graphql');
    await page.locator('.graphiql-tab-add').click();
    await choose('How much is in the corpus?');
    await expect.poll(tabs, WAIT).toEqual([FIRST, 'Corpus']);
  });

  test('have variables that fit the corpus served, whichever it is', async () => {
    await open(addressOf('/graphql', 'gazette'));
    await choose('What do the articles say about a person?');
    await page.locator('.graphiql-editor-tool', { hasText: '"slug"' }).waitFor();
    expect(await runUntilAnswered('Person')).toMatchObject({ data: { person: { name: expect.any(String) } } });
  });
});

describe('a run', () => {
  test('shows the answer, and its cost below the name', async () => {
    await open('/graphql');
    await editor().click();
    await page.keyboard.press('Control+Enter');
    await page.locator('.graphiql-response', { hasText: 'Joint operation in Yekaterinburg' }).waitFor();
    await expect.poll(() => page.getByRole('status').innerText(), WAIT).toMatch(/^cost \d+ of 10,000 · \d+ ms$/);
    expect(await page.locator('.graphiql-response').innerText()).not.toContain('extensions');
  });

  test.each(['', '# Nothing yet\n'])('of an empty editor says so, without a stack: %j', async (text) => {
    await open('/graphql');
    await page.locator('.graphiql-tab-add').click();
    await editor().click();
    await page.keyboard.insertText(text);
    await page.keyboard.press('Control+Enter');
    const answer = page.locator('.graphiql-response', { hasText: 'There is nothing to run yet.' });
    await answer.waitFor();
    expect(await answer.innerText()).not.toContain('stack');
  });

  test('of something other than GraphQL shows the error of the endpoint', async () => {
    await open(`/graphql?query=${encodeURIComponent('query Broken {')}`);
    await page.locator('.graphiql-execute-button').click();
    const answer = page.locator('.graphiql-response', { hasText: 'Syntax Error' });
    await answer.waitFor();
    expect(await answer.innerText()).not.toContain('stack');
    await expect.poll(() => page.getByRole('status').innerText(), WAIT).toMatch(/^status 400 · \d+ ms$/);
    complaints = complaints.filter((complaint) => !complaint.includes('400'));
  });
});

test('knows the schema: completes a field and marks one that does not exist', async () => {
  const query = encodeURIComponent('{\n  corp\n  nothing\n}');
  const workers = new Set<string>();
  page.on('worker', (worker) => workers.add(new URL(worker.url()).pathname.replace(/^.*\//, '')));
  await open(`/graphql?query=${query}`);
  await page.locator('.graphiql-query-editor .squiggly-error').first().waitFor();

  await page.getByText('corp', { exact: true }).click();
  await page.keyboard.press('End');
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-widget', { hasText: 'corpus' }).waitFor();
  expect([...workers].sort()).toEqual(['editor.worker.js', 'graphql.worker.js', 'json.worker.js']);
});

test('the explorer of the schema finds "quote"', async () => {
  await open('/graphql');
  await openDocumentation();
  await page.getByRole('combobox').click();
  await page.keyboard.type('quote', { delay: 20 });
  await page.locator('[role=option]', { hasText: 'quotes' }).first().waitFor();
});

describe.each([1440, 1024, 390])('at %d px', (width) => {
  test.each(['light', 'dark'] as const)('the page fits, and all of it can be read: %s', async (colorScheme) => {
    await openContext({ viewport: { width, height: 844 }, colorScheme });
    await open('/graphql');
    await choose('Who said what?');
    await runUntilAnswered('Statements');
    await page.locator('.graphiql-response', { hasText: 'totalCount' }).waitFor();
    await page.screenshot({ path: `${SCREENSHOTS}/${width}-${colorScheme}.png` });

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    for (const part of [page.getByRole('heading', { name: 'Dateline' }), page.getByRole('status')]) {
      expect(await isWhole(part, width)).toBe(true);
    }
    const answer = await page.locator('.graphiql-response').boundingBox();
    expect(answer?.width).toBeGreaterThan(250);
    expect(answer?.height).toBeGreaterThan(250);
    const query = await page.locator('.graphiql-query-editor').boundingBox();
    expect(query?.height).toBeGreaterThan(150);

    await openDocumentation();
    const documentation = await page.locator('.graphiql-plugin').boundingBox();
    expect(documentation?.width).toBeGreaterThan(200);
    expect(documentation?.height).toBeGreaterThan(600);
    await page.screenshot({ path: `${SCREENSHOTS}/${width}-${colorScheme}-docs.png` });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);

    await page.getByRole('button', { name: 'Examples' }).click();
    await page.screenshot({ path: `${SCREENSHOTS}/${width}-${colorScheme}-examples.png` });
    const question = page.locator('#examples b').last();
    await question.scrollIntoViewIfNeeded();
    expect(await isWhole(question, width)).toBe(true);
  });
});

/** Whether an element is inside the window, with none of its text cut off. */
async function isWhole(part: ReturnType<Page['locator']>, width: number): Promise<boolean> {
  const { x, width: own } = (await part.boundingBox()) ?? { x: -1, width: 0 };
  const isCut = await part.evaluate((element) => element.scrollWidth > element.clientWidth);
  return x >= 0 && x + own <= width && !isCut;
}

/** A first-time visitor. */
async function openContext(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  await context?.close();
  context = await browser.newContext(options);
  page = await context.newPage();
  complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  await page.route('**/*', (route) => {
    const own = [addressOf('/'), addressOf('/', 'gazette')];
    if (own.some((address) => route.request().url().startsWith(address))) return route.continue();
    complaints.push(`other host: ${route.request().url()}`);
    return route.abort();
  });
}

/** Opens a page of the Worker, and waits until GraphiQL is there. */
async function open(path: string): Promise<void> {
  await page.goto(path.startsWith('/') ? addressOf(path) : path);
  await editor().waitFor();
}

async function openDocumentation(): Promise<void> {
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await page.locator('.graphiql-doc-explorer', { hasText: 'News as a graph' }).waitFor();
}

/** Opens an example by its question. */
async function choose(question: string): Promise<void> {
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.locator('#examples').getByText(question, { exact: true }).click();
}

/** GraphiQL takes a moment to recognize the operation in its editor, and does not run before. */
function runUntilAnswered(name: string): Promise<unknown> {
  return vi.waitFor(
    async () => {
      const isAnswer = (response: Response) => response.request().postData()?.includes(`query ${name}`) ?? false;
      const [response] = await Promise.all([
        page.waitForResponse(isAnswer, { timeout: 1000 }),
        page.locator('.graphiql-execute-button').click(),
      ]);
      return response.json();
    },
    { timeout: 10_000 },
  );
}

/** Waits until GraphiQL has stored a tab of this name, which it does half a second later. */
async function stored(title: string): Promise<void> {
  await page.waitForFunction((name) => localStorage.getItem('graphiql:tabState')?.includes(name), title);
}

function tabs(): Promise<string[]> {
  return page.getByRole('tab').allInnerTexts();
}

function activeTab(): Promise<string> {
  return page.locator('.graphiql-tab-active').innerText();
}

async function editorHolds(text: string): Promise<void> {
  await page.locator('.graphiql-query-editor .view-lines', { hasText: text }).waitFor();
}

function editor() {
  return page.locator('.graphiql-query-editor .view-lines').first();
}
