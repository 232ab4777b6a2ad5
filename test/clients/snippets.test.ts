// What the pages show of each client is what the tests beside this file run.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DOCUMENTATION, fenced } from '../documentation.ts';

const SNIPPETS = new URL('snippets/', import.meta.url);

test.each(readdirSync(SNIPPETS))('%s stands in the pages', (file) => {
  // Not toContain, which would print all pages.
  expect(DOCUMENTATION.includes(`\n${readFileSync(new URL(file, SNIPPETS), 'utf8')}\`\`\`\n`)).toBe(true);
});

test.each([...fenced(DOCUMENTATION, 'js'), ...fenced(DOCUMENTATION, 'ts')])(
  'no page shows a program but them: %#',
  (program) => {
    expect(readdirSync(SNIPPETS).map((file) => readFileSync(new URL(file, SNIPPETS), 'utf8'))).toContain(program);
  },
);
