// The pages in a real browser, at three widths, in the light and the dark theme. The pictures are in `.generated/pages/`.
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf } from '../harness.ts';

const WIDTHS = [390, 768, 1280];
const SCHEMES = ['light', 'dark'] as const;
const PAGES = [
  ['front', '/'],
  ['docs', '/docs'],
  ['event', '/docs/Event'],
  ['missing', '/docs/Evnt'],
  ['statements', '/api/statements'],
  ['search', '/api/search?query=fire'],
  ['addresses', '/openapi.json'],
  ['schema', '/schema.graphql'],
] as const;
/** The tallest picture. */
const MOST_PIXELS = 2_400;

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
});
afterAll(() => browser.close());

describe.each(PAGES)('%s', (name, path) => {
  test.each(WIDTHS.flatMap((width) => SCHEMES.map((scheme) => [width, scheme] as const)))(
    'fits into %i pixels, %s',
    async (width, scheme) => {
      const { page, complaints } = await openPage(width, scheme, path);
      const { wide, tall } = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        tall: document.documentElement.scrollHeight,
      }));
      await page.screenshot({
        path: `.generated/pages/${name}-${width}-${scheme}.png`,
        fullPage: true,
        clip: { x: 0, y: 0, width, height: Math.min(tall, MOST_PIXELS) },
      });
      await page.context().close();
      expect(wide).toBe(width);
      expect(complaints).toEqual([]);
    },
  );
});

test('text has enough contrast, in the light and the dark theme', async () => {
  for (const scheme of SCHEMES) {
    const { page } = await openPage(1280, scheme, '/');
    const colors = await page.evaluate(() =>
      ['body', '.kicker', '.note', 'main a', 'mark'].map((selector) => {
        const element = document.querySelector(selector);
        return element ? getComputedStyle(element).color : '';
      }),
    );
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.context().close();
    // WCAG 2.2, 1.4.3: small text.
    for (const color of colors) expect(contrast(color, paper), `${color} on ${paper}`).toBeGreaterThan(4.5);
  }
});

test('the first Tab key leads to the content, and the focus is visible', async () => {
  const { page } = await openPage(1280, 'light', '/docs/Event');
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
  const { page } = await openPage(390, 'light', '/');
  await page.getByRole('searchbox').fill('fire');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.waitForURL('**/api/search?query=fire');
  expect(await page.locator('mark').first().textContent()).toMatch(/fire/i);
  await page.context().close();
});

/** Without scripts: a page is complete as sent. */
async function openPage(width: number, colorScheme: (typeof SCHEMES)[number], path: string) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, javaScriptEnabled: false });
  const page = await context.newPage();
  const complaints: string[] = [];
  const address = addressOf(path, 'gazette');
  page.on('response', (response) => {
    if (!response.ok() && response.url() !== address) complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
  });
  await page.goto(address);
  return { page: page as Page, complaints };
}

/** The contrast ratio of two colours as CSS computes them (WCAG 2.2). */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
    const value = Number(part) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
