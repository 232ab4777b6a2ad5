// Parts of pages, on their own.
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../src/environment.ts';
import { type ExchangeEnvironment, openExchange } from '../../src/http/exchange.ts';
import { nearestNames } from '../../src/pages/docs/nearest.ts';
import { Marked } from '../../src/pages/marked.tsx';
import { answerLasting } from '../../src/pages/respond-page.ts';
import { siteOf } from '../../src/pages/site.ts';

describe('a text with marks', () => {
  test.each<readonly [string, readonly (readonly [number, number])[], string]>([
    ['none', [], 'abcdef'],
    ['one', [[1, 3]], 'a<mark>bc</mark>def'],
    [
      'in any order',
      [
        [4, 5],
        [0, 2],
      ],
      '<mark>ab</mark>cd<mark>e</mark>f',
    ],
    [
      'that touch',
      [
        [0, 2],
        [2, 4],
      ],
      '<mark>ab</mark><mark>cd</mark>ef',
    ],
    [
      'that overlap',
      [
        [1, 4],
        [2, 6],
      ],
      'a<mark>bcd</mark><mark>ef</mark>',
    ],
    [
      'inside each other',
      [
        [0, 6],
        [2, 3],
      ],
      '<mark>abcdef</mark>',
    ],
    ['without a word', [[2, 2]], 'abcdef'],
  ])('%s', (_, given, expected) => {
    const ranges = given.map(([utf16Start, utf16End]) => ({ utf16Start, utf16End }));
    expect(String(Marked({ text: 'abcdef', ranges }))).toBe(expected);
  });

  test('is text, whatever characters it has', () => {
    expect(String(Marked({ text: '<b>&', ranges: [{ utf16Start: 0, utf16End: 3 }] }))).toBe(
      '<mark>&lt;b&gt;</mark>&amp;',
    );
  });
});

describe('names nearest to an unknown one', () => {
  const names = ['Event', 'EventReport', 'Evidence', 'Int', 'Person', 'ID'];

  test.each([
    ['event', ['Event', 'EventReport']],
    ['Persn', ['Person']],
    ['id', ['ID']],
    ['', []],
    ['x'.repeat(10_000), []],
  ])('%.10s', (given, expected) => {
    expect(nearestNames(given, names)).toEqual(expected);
  });
});

test('a page that is always the same is written once, whatever else stands in its address', async () => {
  const settings = readSettings({});
  let written = 0;
  const make = () => {
    written += 1;
    return { title: `Page ${written}`, description: '', section: null, content: 'Text' };
  };
  const app = new Hono<ExchangeEnvironment>();
  app.use(openExchange({}, siteOf(settings)));
  app.get('/', answerLasting(settings, make));
  for (const path of ['/', '/?a', '/?b']) expect(await (await app.request(path)).text()).toContain('<title>Page 1 ');
  expect(written).toBe(1);
});
