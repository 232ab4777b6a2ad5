import { expect, test } from 'vitest';
import { anchorsOf, findBrokenLinks } from './links.ts';

const PAGES = {
  'README.md': '# Start\n\n## Ask it\n\n## Ask it\n',
  'docs/page.md': '## 1. What `it` costs: C#, [a link](b.md) & more\n',
};
const FILES = [...Object.keys(PAGES), 'docs', 'docs/picture(1).svg', 'src/app.ts', 'docs/with space.md'];

function reasonsIn(text: string): readonly string[] {
  const pages = new Map(Object.entries({ ...PAGES, 'docs/tested.md': text }));
  const broken = findBrokenLinks(pages, (path) => FILES.includes(path) || pages.has(path));
  return broken.filter(({ path }) => path === 'docs/tested.md').map(({ line, reason }) => `${line}: ${reason}`);
}

test.each([
  '[page](page.md), [folder](../docs), [source](../src/app.ts), [from the root](/README.md)',
  '[heading](../README.md#ask-it), [the second](../README.md#ask-it-1), [here](#own)\n# Own',
  '[heading](page.md#1-what-it-costs-c-a-link--more)',
  '![picture](picture(1).svg "A title"), [encoded](with%20space.md)',
  '[web](https://example.org/#nothing), [mail](mailto:a@example.org)',
  '`[code](nothing.md)`, ``[`code`](nothing.md)``\n\n```md\n[code](nothing.md)\n# No heading\n```',
])('%s: leads somewhere', (text) => {
  expect(reasonsIn(text)).toEqual([]);
});

test.each([
  ['\n[page](pages.md)', '2: there is no file docs/pages.md'],
  ['[page](README.md)', '1: there is no file docs/README.md'],
  ['```\ncode\n```\n[![badge](badge.svg)](page.md)', '4: there is no file docs/badge.svg'],
  ['[heading](page.md#costs)', '1: docs/page.md has no heading for #costs'],
  ['[here](#no-heading)\n```\n# No heading\n```', '1: docs/tested.md has no heading for #no-heading'],
  ['[source](../src/app.ts#life)', '1: src/app.ts is no page with headings'],
  ['[reference][1]\n\n[1]: nothing.md', '3: there is no file docs/nothing.md'],
  ['<img src="nothing.svg">', '1: there is no file docs/nothing.svg'],
])('%j: %s', (text, reason) => {
  expect(reasonsIn(text)).toEqual([reason]);
});

test('anchors are as GitHub makes them', () => {
  expect([...anchorsOf('# A  b\n## `a_b`: “c” – d\n### Ünï ÇÖ ##\n# A  b\n')]).toEqual([
    'a--b',
    'a_b-c--d',
    'ünï-çö',
    'a--b-1',
  ]);
});
