// What the README shows of each client is what the tests beside this file run.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const SNIPPETS = new URL('snippets/', import.meta.url);

test.each(readdirSync(SNIPPETS))('%s stands in the README', (file) => {
  // Not toContain, which would print the whole README.
  expect(README.includes(`\n${readFileSync(new URL(file, SNIPPETS), 'utf8')}\`\`\`\n`)).toBe(true);
});
