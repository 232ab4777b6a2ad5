// The pages that document Dateline: README.md, CONTRIBUTING.md and docs/. Their examples are tested.
import { readdirSync, readFileSync } from 'node:fs';

const ROOT = new URL('../', import.meta.url);

/** The paths of the pages, from the root of the project; README.md first. */
export const PAGES: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(new URL('docs/', ROOT), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `docs/${path.replaceAll('\\', '/')}`)
    .sort(),
];

export function readPage(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}

/** The text of all pages together. */
export const DOCUMENTATION = PAGES.map(readPage).join('\n');

/** The contents of the fenced blocks in this language. */
export function fenced(text: string, language: string): readonly string[] {
  return Array.from(text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm))
    .filter(([, name]) => name === language)
    .map(([, , content = '']) => content);
}
