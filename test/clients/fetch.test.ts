// fetch, which Node, Deno, Bun and browsers have. For a page of another origin, see test/browser/cross-origin.test.ts.
import { expect, test } from 'vitest';
import { firstStatements, runSnippet } from './snippet.ts';

test('runs the snippet', async () => {
  expect(await runSnippet('fetch.mjs')).toBe(await firstStatements());
});
