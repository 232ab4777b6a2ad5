import { expect, it } from 'vitest';
import { readMarkdown } from '../../draft/markdown.ts';

const LONG = 'The ferry sailed on Friday with all of its passengers and';

it.for<[what: string, markdown: string, words: string]>([
  ['headings', '# One #\n\nTwo\n---\n\nThree\n=====\n\n## Four', 'One\n\nTwo\n\nThree\n\nFour'],
  [
    'emphasis',
    '**Ann Lee** said *so*, __twice__ and _again_, of an under_scored_word',
    'Ann Lee said so, twice and again, of an under_scored_word',
  ],
  [
    'links',
    '[reopened](https://x.example/a_(b)) [here][1] <https://x.example/b>\n\n[1]: https://x.example/c "C"',
    'reopened here https://x.example/b',
  ],
  ['a bracket that is no link', 'They said [so](and more', 'They said [so](and more'],
  ['images', 'One\n\n![A quay](quay.png)\n\nTwo', 'One\n\nTwo'],
  ['escapes and entities', '\\*again\\* &amp; 5 &lt; 6 &#8220;yes&rdquo; AT&T', '*again* & 5 < 6 “yes” AT&T'],
  ['hard line breaks', 'One\\\nTwo  \nThree<br>Four', 'One\nTwo\nThree\nFour'],
  [
    'a wrapped paragraph',
    `${LONG}\nMr Holt on board, and nobody\nwas hurt.`,
    `${LONG} Mr Holt on board, and nobody was hurt.`,
  ],
  ['short lines', 'Quay reopens\nBy Ann Lee\n3 March 2026', 'Quay reopens\nBy Ann Lee\n3 March 2026'],
  ['lists', '- one\n- two\n\n1. first\n\n2. second', 'one\ntwo\n\n1. first\n\n2. second'],
  ['a year that begins a line', '1956. The mill burned.', '1956. The mill burned.'],
  ['quotations', '> One\n>\n> Two\n\nThree', 'One\n\nTwo\n\nThree'],
  ['rules', 'One\n\n* * *\n\nTwo', 'One\n\nTwo'],
  [
    'comments',
    '<!-- editor: check --> The ferry sailed.\n\nOne<!-- two\n\nthree --> four',
    'The ferry sailed.\n\nOne four',
  ],
  ['a comment that does not end', 'One <!-- two', 'One <!-- two'],
  ['tags', '<div class="a"><p>One <b>and</b> two</p><p>Three &amp; four</p></div>', 'One and two\n\nThree & four'],
  ['scripts', '<p>One</p><script async src="x">var a = "<p>";</script>', 'One'],
  ['smaller than', 'a < b, and b > c', 'a < b, and b > c'],
  ['indented lines', 'One\n\n    “Two”', 'One\n\n“Two”'],
])('%s', ([, markdown, words]) => {
  expect(readMarkdown(markdown).words.trim()).toBe(words);
});

it.for<[what: string, beginning: string]>([
  ['links', '[a](b'],
  ['links with a title', '[a](b "'],
  ['comments', '<!--'],
  ['declarations', '<![CDATA['],
  ['emphasis', '*a _b '],
  ['quotations', '>'],
])('reads 100,000 signs of %s that do not end', ([, beginning]) => {
  const text = beginning.repeat(100_000 / beginning.length);
  expect(readMarkdown(text).words.length).toBeLessThanOrEqual(text.length);
});
