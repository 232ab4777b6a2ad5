// Pages as Markdown: what readers see, and no text of an article becomes markup.
import { describe, expect, test } from 'vitest';
import { toMarkdown } from '../../src/pages/machine/markdown.ts';
import { openFolder } from '../api/operations.ts';
import { articleOf, folderOf } from '../compile/run.ts';
import { htmlOf, readPage } from './read-page.ts';

test.each<readonly [string, string, string]>([
  ['headings and paragraphs', '<h1>A</h1><section><h2>B</h2><p>C</p><p>D</p></section>', '# A\n\n## B\n\nC\n\nD\n'],
  ['links', '<p>See <a href="/people/a"><bdi>A</bdi></a>.</p>', 'See [A](/people/a)\\.\n'],
  ['a link with signs', '<a href="/a?b=(c)&amp;copy;=&lt;">A</a>', '[A](</a?b=(c)\\&copy;=%3C>)\n'],
  ['the number of a note', '<p>A<a class="ref" href="#n1">1</a></p>', 'A\\[1\\]\n'],
  ['a query for a browser', '<ul><li><a href="/graphql?query=x">A</a></li><li>B</li></ul>', '- B\n'],
  ['marks', '<p>a <mark>b c</mark> d, <em>e</em></p>', 'a **b c** d, *e*\n'],
  ['a list', '<ul><li>a</li><li><p>b</p><blockquote>c</blockquote></li></ul>', '- a\n- b\n\n  > c\n'],
  ['a numbered list', '<ol><li>a</li><li value="7">b</li></ol>', '1. a\n7. b\n'],
  ['terms', '<dl><div><dt>Date</dt><dd>May</dd></div></dl>', '**Date**\n- May\n'],
  ['a quotation', '<blockquote><p>a</p><p>b</p></blockquote>', '> a\n>\n> b\n'],
  [
    'code',
    '<p><code>a`b</code></p><pre><code>&lt;b&gt;  *\n```\n</code></pre>',
    '`` a`b ``\n\n````\n<b>  *\n```\n````\n',
  ],
  [
    'a table',
    '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1|2</td><td>3</td></tr></tbody></table>',
    '| a | b |\n| --- | --- |\n| 1\\|2 | 3 |\n',
  ],
  ['spaces around elements', '<p><span>a.</span> <span>b</span><span> c</span></p>', 'a. b c\n'],
  ['small print', '<p>A<span class="credits"><span>b</span><span>c</span></span></p>', 'A – b · c\n'],
  [
    'nothing for the eye or the hand',
    '<p>a<svg><path/><title>x</title></svg><span aria-hidden="true">y</span></p><form><input/>z</form>',
    'a\n',
  ],
])('%s', (_, html, expected) => {
  expect(toMarkdown(`<body><nav>no</nav><main id="main-content">${html}</main><footer>no</footer>`)).toBe(expected);
});

test.each([
  ['<script>', '\\<script\\>'],
  ['*a* _b_ `c`', '\\*a\\* \\_b\\_ \\`c\\`'],
  ['[a](javascript:b)', '\\[a\\](javascript:b)'],
  ['# a', '\\# a'],
  ['- a', '\\- a'],
  ['+ a', '\\+ a'],
  ['12. a', '12\\. a'],
  ['1) a', '1\\) a'],
  ['===', '\\==='],
  ['> a', '\\> a'],
  ['~~~', '\\~\\~\\~'],
  ['&copy; a', '\\&copy; a'],
  ['    a\n    b', 'a b'],
  ['a\\', 'a\\\\'],
])('a text stays text: %s', (text, expected) => {
  const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  expect(toMarkdown(`<main><p>${html}</p></main>`)).toBe(`${expected}\n`);
});

test('the page of a hostile article', () => {
  const text = 'Fire *now*\n<script>alert(1)</script> and [a](javascript:b), said Ann Lee.';
  const store = openFolder(
    folderOf({ 'people/ann.yaml': 'name: "Ann Lee"\notherNames: ["# Ann"]\n', ...articleOf('a', text, '') }),
  );
  const written = toMarkdown(htmlOf(readPage(store, 'Article', 'a')));
  expect(written).toContain('# Fire \\*now\\*\n');
  expect(written).toContain('\\<script\\>alert(1)\\</script\\> and \\[a\\](javascript:b), said Ann Lee.');
  expect(toMarkdown(htmlOf(readPage(store, 'Person', 'ann')))).toContain('also \\# Ann\n');
});

describe('the pages of the corpus', () => {
  const store = openFolder('data/corpus');

  test('a statement', () => {
    expect(toMarkdown(htmlOf(readPage(store, 'Statement', 'shvydkoy-no-deep-reasons')))).toContain(
      '> “**As I see it, there are no deep reasons not to fully restore all relations**,” Shvydkoy noted.\n',
    );
  });

  test('an article has all its text, with its spaces', () => {
    const written = toMarkdown(htmlOf(readPage(store, 'Article', 'russia-ready-to-resume-ties-with-azerbaijan')));
    expect(written).toContain('were detained. The arrests were based on suspicions');
    expect(written).not.toMatch(/<[a-z]/);
  });
});
