// Pages as Markdown: what readers see, and no text of an article becomes markup.
import { describe, expect, test } from 'vitest';
import type { EntityType } from '../../data/model.ts';
import { toMarkdown } from '../../src/pages/machine/markdown.ts';
import { openFolder } from '../api/operations.ts';
import { articleOf, folderOf } from '../compile/run.ts';
import { htmlOf, readPage, slugsOf } from './read-page.ts';

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

describe('the beginning of each page', () => {
  const store = openFolder('test/corpora/gazette');
  const beginningOf = (type: EntityType, slug: string, lines: number) =>
    toMarkdown(htmlOf(readPage(store, type, slug)))
      .split('\n')
      .slice(0, lines)
      .join('\n');

  test('an article', () => {
    expect(beginningOf('Article', 'two-die-at-harrow-mill', 24)).toMatchInlineSnapshot(`
      "# Two die in night fire at Harrow Mill

      [By Nell Farrow](/people/nell-farrow) · [The Larkbridge Gazette (invented)](/organizations/larkbridge-gazette) · 4 March 2025 · 124 words · [the original](https://gazette.example/2025/two-die-at-harrow-mill)

      - the article’s own words
      - attributed
      - carried over, without a new attribution

      Two people died on Monday when fire swept through Harrow Mill in the Old Quay district of Larkbridge. The alarm was raised at 9.20 p.m. by the night guard\\[1\\], and firefighters led seventeen workers out through the loading bay\\[2\\]\\.

      1. [Fire at Harrow Mill](/events/harrow-mill-fire) – the article’s own words · 3 March 2025
      2. [Evacuation of Harrow Mill](/events/evacuation-of-harrow-mill) – the article’s own words

      Maren Oakes, chief of the Tern Valley Fire Service, spoke to reporters at the gate. “We did what we could,” she said, “and it was not enough\\[3\\]\\.”

      3. [Maren Oakes](/people/maren-oakes) to [Reporters at the gate](/groups/reporters-at-the-gate) – [Direct quote](/statements/oakes-we-did-what-we-could)

      One of the dead was the carder Josef Lindqvarn\\[4\\], born in 1966. His daughter, Ada Lindqvarn, had left the carding room an hour earlier; his wife, Petra Lindqvarn, waited at the gate until morning.

      4. [Death of Josef Lindqvarn](/events/death-of-josef-lindqvarn) – the article’s own words · 3 March 2025

      Cask \\& Harrow Ltd, which owns the mill, declined to comment on the cause\\[5\\]\\.

      5. [Cask \\& Harrow Ltd](/organizations/cask-and-harrow) – [No comment](/statements/cask-and-harrow-declines-to-comment)"
    `);
  });

  test('a statement', () => {
    expect(beginningOf('Statement', 'oakes-we-did-what-we-could', 24)).toMatchInlineSnapshot(`
      "Direct quote

      # We did what we could, and it was not enough

      > “**We did what we could,**” she said, “**and it was not enough**\\.”

      [Maren Oakes](/people/maren-oakes), chief of the Tern Valley Fire Service in *[Two die in night fire at Harrow Mill](/articles/two-die-at-harrow-mill)*

      **To**
      - [Reporters at the gate](/groups/reporters-at-the-gate)

      **First published**
      - 4 March 2025

      **About**
      - [Fire at Harrow Mill](/events/harrow-mill-fire)

      **Article**
      - [Two die in night fire at Harrow Mill](/articles/two-die-at-harrow-mill) – The Larkbridge Gazette (invented) · 4 March 2025

      ## Also quoted in

      - > “**We did what we could, and it was not enough**,” fire chief Maren Oakes told the Courier.
      "
    `);
  });

  test('an event', () => {
    expect(beginningOf('Event', 'harrow-mill-fire', 48)).toMatchInlineSnapshot(`
      "Fire

      # Fire at Harrow Mill

      **Date**
      - 3 March 2025

      **Place**
      - [Harrow Mill](/places/harrow-mill)

      **Involved**
      - [Tobias Wren](/people/tobias-wren) (witness), [Josef Lindqvarn](/people/josef-lindqvarn) (victim) and [Crew of a ferry in the harbour](/groups/ferry-crew) (witness)

      **Figures**
      - about 12 injuries

      ## Where the accounts disagree

      **Time**
      - **at 9.20 p.m.** [The Larkbridge Gazette (invented)](/articles/two-die-at-harrow-mill)
      - **at 10.05 p.m.** [The Tern Valley Courier (invented)](/articles/at-least-three-dead-as-mill-burns)

      **Figures**
      - **2 deaths** [The Larkbridge Gazette (invented)](/articles/two-die-at-harrow-mill)
      - **at least 3 deaths** [The Tern Valley Courier (invented)](/articles/at-least-three-dead-as-mill-burns)

      ## 2 independent sources

      - [The Larkbridge Gazette (invented)](/organizations/larkbridge-gazette)

        - [Two die in night fire at Harrow Mill](/articles/two-die-at-harrow-mill) – The Larkbridge Gazette (invented) · 4 March 2025
      - [The Tern Valley Courier (invented)](/organizations/tern-valley-courier)

        - [At least three dead as mill burns](/articles/at-least-three-dead-as-mill-burns) – The Tern Valley Courier (invented) · 4 March 2025, 06:30

      ## The accounts 2

      ### [Two die in night fire at Harrow Mill](/articles/two-die-at-harrow-mill) – The Larkbridge Gazette (invented) · 4 March 2025

      the article’s own words

      **Date**
      - 3 March 2025

      **Time**
      - at 9.20 p.m.

      **Place**"
    `);
  });

  test('a person', () => {
    expect(beginningOf('Person', 'hugo-cask', 24)).toMatchInlineSnapshot(`
      "Person

      # Hugo Cask

      ## Positions

      - director of Cask \\& Harrow Ltd, [Cask \\& Harrow Ltd](/organizations/cask-and-harrow) (former) until September 2025 – the article’s own words · [Hugo Cask leaves the mill](/articles/cask-leaves-the-mill) · 9 September 2025

        > … Cask leaves the mill **Hugo Cask has resigned as director of Cask \\& Harrow Ltd** after fourteen years. His …
      - former director of Cask \\& Harrow Ltd, [Cask \\& Harrow Ltd](/organizations/cask-and-harrow) – the article’s own words · [Eleven hours for half a verdict](/articles/eleven-hours-for-half-a-verdict) · 6 May 2026

        > … hours. On Tuesday it found **Hugo Cask** guilty of locking two doors, …

        > … and I have to live with it,” **the former director of Cask \\& Harrow Ltd** told reporters. Cordelia Vane, …
      - director, [Cask \\& Harrow Ltd](/organizations/cask-and-harrow) – the article’s own words · [Inspector passes Harrow Mill](/articles/inspector-passes-harrow-mill) · 12 December 2024

        > … the safest mill on the river,” **the director of Cask \\& Harrow Ltd, Hugo Cask**, told the Gazette. He said …

        2 more sources

        the article’s own words · [Owner and union talk until two](/articles/owner-and-union-talk-until-two) · 24 April 2025

        > … and union talk until two **Cask \\& Harrow Ltd** and the Millhands’ Union sat …
      "
    `);
  });

  test('an organization', () => {
    expect(beginningOf('Organization', 'tern-valley-courier', 16)).toMatchInlineSnapshot(`
      "Organization

      # The Tern Valley Courier (invented)

      also The Tern Valley Courier, the Courier

      ## Said 1

      - [их было не меньше шестидесяти](/statements/courier-on-sixty) – published 16 January 2026 · [Ларкбридж принимает помощь из Чинарлы](/articles/navodnenie-v-larkbridzhe)

      ## Published 18

      - [Eleven hours for half a verdict](/articles/eleven-hours-for-half-a-verdict) – The Tern Valley Courier (invented) · 6 May 2026
      - [Mill trial opens a year after the fire](/articles/mill-trial-opens) – The Tern Valley Courier (invented) · 4 March 2026
      - [Sixty houses under water](/articles/sixty-houses-under-water) – The Tern Valley Courier (invented) · 12 January 2026
      - [Harbour Board counts its ropes](/articles/harbour-board-counts-its-ropes) – The Tern Valley Courier (invented) · 2 December 2025"
    `);
  });

  test('a group', () => {
    expect(beginningOf('Group', slugsOf(store, 'Group', 1)[0]!, 16)).toMatchInlineSnapshot(`
      "Group

      # Audience at the debate of the candidates

      ## Took part in 1

      - [Debate of the candidates for mayor](/events/debate-of-the-candidates) – 28 October 2025 · The Larkbridge Gazette (invented)

      ## Named in 1

      - [Candidates meet at the Corn Exchange](/articles/candidates-meet-at-the-corn-exchange) – The Larkbridge Gazette (invented) · 30 October 2025

      ## This page as data

      - [JSON](/api/agent-page.json?slug=audience-at-the-debate&language=en)
      - [Atom](/groups/audience-at-the-debate/feed.atom)"
    `);
  });

  test('a place', () => {
    expect(beginningOf('Place', 'harrow-mill', 16)).toMatchInlineSnapshot(`
      "Building

      # Harrow Mill

      in [Old Quay](/places/old-quay)

      ## Happened here 8

      - [Unveiling of the names of the dead](/events/unveiling-of-the-names) – 16 May 2026 · The Larkbridge Gazette (invented) · [Edmund Rook, carried over, probable](/statements/rook-town-would-remember)
      - [Fire at Harrow Mill](/events/harrow-mill-fire) – 3 March 2025 · The Larkbridge Gazette (invented) · The Tern Valley Courier (invented)
      - [Closure of Harrow Mill](/events/closure-of-harrow-mill) – March – June 2025 · The Larkbridge Gazette (invented) · [Isolde Brand, probable](/statements/brand-probably-shut-until-the-summer)
      - [Inspection of Harrow Mill](/events/inspection-of-harrow-mill) – 9 December 2024 · The Tern Valley Courier (invented) · The Larkbridge Gazette (invented) · [Ternshire County Council](/statements/county-announces-an-inspector)
      - [Inspection of Harrow Mill in 2021](/events/inspection-of-harrow-mill-in-2021) – [Ternshire County Council, carried over](/statements/county-announces-an-inspector)
      - [Evacuation of Harrow Mill](/events/evacuation-of-harrow-mill) – The Larkbridge Gazette (invented)
      - [Wall of names at Harrow Mill](/events/wall-of-names) – The Larkbridge Gazette (invented) · [Bettina Cask](/statements/bettina-announces-a-wall)
      - [Alleged locking of the fire doors at Harrow Mill](/events/locking-of-the-fire-doors) – [Cask \\& Harrow Ltd denies it](/statements/cask-and-harrow-denies-locked-doors) · [Hugo Cask denies it](/statements/hugo-cask-no-door-was-locked) · [Rasmus Teal](/statements/teal-fire-doors-locked) · [Tobias Wren](/statements/wren-turned-the-key-himself)"
    `);
  });
});
