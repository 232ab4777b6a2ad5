// The pages in a real browser without scripts, at three widths, in the light and the dark theme, with what axe finds.
// PICTURES=1 also writes a picture of each to `.generated/pages/`.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf } from '../harness.ts';
import { openCorpus } from '../pages/hostile.ts';
import { openD1Worker } from '../worker.ts';

const WIDTHS = [390, 768, 1280];
const SCHEMES = ['light', 'dark'] as const;
type Named = readonly (readonly [name: string, path: string])[];
const GAZETTE: Named = [
  ['front', '/'],
  ['article', '/articles/guard-tells-the-court-who-gave-the-order'],
  ['article-az', '/articles/cinarlida-fener-bayrami-legv-edildi'],
  ['statement', '/statements/oakes-we-did-what-we-could'],
  ['embedded', '/embed/statements/oakes-we-did-what-we-could'],
  ['event', '/events/harrow-mill-fire'],
  ['person', '/people/hugo-cask'],
  ['organization', '/organizations/larkbridge-gazette'],
  ['group', '/groups/jury-in-the-mill-trial'],
  ['place', '/places/larkbridge'],
  ['timeline', '/timeline'],
  ['timeline-month', '/timeline?from=2025-03&to=2025-03&granularity=DAY'],
  ['search', '/search?q=mill'],
  ['search-ticked', '/search?q=mill&type=STATEMENT'],
  ['paths', '/paths?from=hugo-cask&to=josef-lindqvarn'],
  ['paths-empty', '/paths'],
  ['docs', '/docs'],
  ['docs-event', '/docs/Event'],
  ['missing', '/people/nobody'],
  ['withdrawn', '/organizations/larkbridge-herald'],
  ['statements', '/api/statements'],
  ['addresses', '/openapi.json'],
];
const SEED: Named = [
  ['seed-front', '/'],
  ['seed-article', '/articles/russia-ready-to-resume-ties-with-azerbaijan'],
  ['seed-event', '/events/death-of-huseyn-safarov'],
  ['seed-person', '/people/huseyn-safarov'],
];
const HOSTILE: Named = [
  ['hostile-front', '/'],
  ['hostile-article', '/articles/hostile'],
  ['turned-article', '/articles/turned'],
  ['hostile-statement', '/statements/it-is-so'],
  ['turned-person', '/people/ann-turned'],
  ['endless-event', '/events/endless'],
  ['hostile-search', '/search?q=alert'],
];
/** The tallest picture. */
const MOST_PIXELS = 2_400;

let browser: Browser;
let hostile: Awaited<ReturnType<typeof openD1Worker>>;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  hostile = await openD1Worker(openCorpus('markup'), 'd1', {}, { isWhole: true });
}, 60_000);
afterAll(async () => {
  await browser.close();
  await hostile.worker.close();
});

describe.each([
  ['the Gazette', GAZETTE, (path: string) => addressOf(path, 'gazette')],
  ['the Gazette over D1', GAZETTE.slice(0, 8), (path: string) => addressOf(path, 'gazette', 'd1')],
  ['the seed', SEED, (path: string) => addressOf(path)],
  ['a hostile corpus', HOSTILE, (path: string) => hostile.origin + path],
] as const)('%s', (corpus, pages, toAddress) => {
  test.each(pages)(
    '%s fits, and axe finds nothing, in both schemes and three widths',
    async (name, path) => {
      for (const scheme of SCHEMES) {
        const { page, complaints } = await openPage(WIDTHS[0] ?? 0, scheme, toAddress(path), true);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          const { wide, tall } = await page.evaluate(() => ({
            wide: document.documentElement.scrollWidth,
            tall: document.documentElement.scrollHeight,
          }));
          if (process.env.PICTURES !== undefined && !corpus.endsWith('D1')) {
            const clip = { x: 0, y: 0, width, height: Math.min(tall, MOST_PIXELS) };
            await page.screenshot({ path: `.generated/pages/${name}-${width}-${scheme}.png`, fullPage: true, clip });
          }
          expect(wide, `${width}, ${scheme}`).toBeLessThanOrEqual(width);
          expect(await violations(page), `${width}, ${scheme}`).toEqual([]);
        }
        await page.context().close();
        expect(complaints).toEqual([]);
      }
    },
    120_000,
  );
});

describe('an article', () => {
  const PATH = '/articles/guard-tells-the-court-who-gave-the-order';

  test('lights up the words of the note pointed at, and the other way round', async () => {
    const { page } = await openPage(1280, 'light', addressOf(PATH, 'gazette'));
    const lit = () =>
      page.evaluate(() => {
        const light = getComputedStyle(document.documentElement).getPropertyValue('--light');
        const probe = document.body.appendChild(document.createElement('i'));
        probe.style.backgroundColor = light;
        const color = getComputedStyle(probe).backgroundColor;
        probe.remove();
        const all = [...document.querySelectorAll('[data-n]')];
        return [
          ...new Set(
            all
              .filter((one) => getComputedStyle(one).backgroundColor === color)
              .map((one) => one.getAttribute('data-n')),
          ),
        ];
      });
    await page.mouse.move(0, 0);
    expect(await lit()).toEqual([]);
    await page.locator('#n7').hover();
    expect(await lit()).toEqual(['7']);
    await page.locator('#w12').hover();
    expect(await lit()).toEqual(['12']);
    await page.mouse.move(0, 0);
    await page.locator('#n15 a').first().focus();
    expect(await lit()).toEqual(['15']);
    await page.context().close();
  });

  test('prints without its navigation', async () => {
    const { page } = await openPage(1280, 'light', addressOf(PATH, 'gazette'));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.masthead nav').isVisible()).toBe(false);
    expect(await page.locator('.sources').isVisible()).toBe(false);
    expect(await page.locator('.notes').first().isVisible()).toBe(true);
    await page.context().close();
  });
});

test('a name that turns directions turns nothing around it', async () => {
  const { page } = await openPage(1280, 'light', `${hostile.origin}/people/ann-turned`);
  const isolated = await page.locator('h1 bdi').evaluate((name) => getComputedStyle(name).unicodeBidi);
  expect(isolated).toMatch(/isolate/);
  expect(await page.title()).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  await page.context().close();
});

test('text from right to left begins at the right', async () => {
  const { page } = await openPage(768, 'light', `${hostile.origin}/articles/turned`);
  expect(
    await page
      .locator('.paragraph p')
      .first()
      .evaluate((one) => getComputedStyle(one).direction),
  ).toBe('rtl');
  await page.context().close();
});

test('the first Tab key leads to the content, and the focus is visible', async () => {
  const { page } = await openPage(1280, 'light', addressOf('/docs/Event', 'gazette'));
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Skip to content');
  expect(await page.locator('.skip').evaluate((link) => link.getBoundingClientRect().height)).toBeGreaterThan(20);
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main-content');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)).toBe(
    'solid',
  );
  await page.context().close();
});

test('the search box leads to the results', async () => {
  const { page } = await openPage(390, 'light', addressOf('/', 'gazette'));
  await page.getByRole('searchbox').fill('fire');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.waitForURL('**/search?q=fire');
  expect(await page.locator('mark').first().textContent()).toMatch(/fire/i);
  await page.context().close();
});

test('a card is shown in a frame of another site, and no other page is', async () => {
  const server = createServer((request, response) => {
    const source = addressOf(request.url ?? '/', 'gazette');
    response.setHeader('Content-Type', 'text/html').end(`<iframe src="${source}" width="600" height="300"></iframe>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const context = await browser.newContext({ viewport: { width: 800, height: 600 } });
  const page = await context.newPage();
  const framed = async (path: string) => {
    await page.goto(`http://127.0.0.1:${port}${path}`);
    return page.frameLocator('iframe').locator('body').textContent();
  };
  expect(await framed('/embed/statements/oakes-we-did-what-we-could')).toContain('We did what we could');
  expect(await framed('/statements/oakes-we-did-what-we-could')).not.toContain('We did what we could');
  await context.close();
  server.close();
});

/** What axe finds, each with the elements: https://dequeuniversity.com/rules/axe. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  });
}

/** Without scripts, unless axe is to run: a page is complete as sent. */
async function openPage(
  width: number,
  colorScheme: (typeof SCHEMES)[number],
  address: string,
  javaScriptEnabled = false,
) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, javaScriptEnabled });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('response', (response) => {
    if (!response.ok() && response.url() !== address) complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
  });
  await page.goto(address);
  return { page: page as Page, complaints };
}
