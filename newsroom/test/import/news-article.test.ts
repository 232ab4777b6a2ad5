// Articles as publishers describe them: what is read from the many ways in which they do, and what is reported as left out.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf } from '../../../test/compile/run.ts';
import { runInProcess } from '../../../test/run-commands.ts';

const BODY = 'By Ann Lee and Bob Ray, Tern Wire Agency\n\nThe quay reopened.';
const ARTICLE = { '@type': 'NewsArticle', headline: 'Quay reopens', articleBody: BODY, inLanguage: 'en' };
const ADDRESS = 'https://courier.example/quay';

describe('the text of an article is read without markup', () => {
  it.each<[string, string | readonly string[], string]>([
    ['plain', 'It is dry.\n\nIt stands.', 'It is dry.\n\nIt stands.'],
    ['named references', '&ldquo;Dry &amp; safe&rdquo;&nbsp;&mdash; caf&eacute;', '“Dry & safe” — café'],
    ['numeric references', 'the quay&#039;s &#8217;s &#x2019;s&#151;', "the quay's ’s ’s—"],
    ['references escaped twice', 'the quay&amp;#8217;s &amp;nbsp;walls', 'the quay’s walls'],
    ['no references', 'AT&T, R&D, ?page=1&copy=2&not', 'AT&T, R&D, ?page=1&copy=2&not'],
    ['paragraphs', '<p>It is dry.</p><p>It <b>stan</b>ds.</p>', 'It is dry.\n\nIt stands.'],
    ['paragraphs on lines of a page', '<p>\n  It is\n  dry.\n</p>\n<p>It stands.', 'It is dry.\n\nIt stands.'],
    ['line breaks', 'It is dry.<br />\nIt stands.<br><br>It is open.', 'It is dry.\nIt stands.\n\nIt is open.'],
    ['tags in plain text', 'It is\ndry.\n\n<a href="/x?a>b">It</a> stands.', 'It is\ndry.\n\nIt stands.'],
    ['blank lines between tags', 'It is dry.\n\nIt<br>stands.', 'It is dry.\n\nIt\nstands.'],
    ['lists and headings', '<h2>Dry</h2><ul><li>One</li><li>Two</li></ul>', 'Dry\n\nOne\n\nTwo'],
    ['tables', '<table><tr><td>One</td><td>Two</td></tr></table>', 'One Two'],
    ['escaped tags', '&lt;p&gt;It is dry.&lt;/p&gt;&lt;p&gt;It stands.&lt;/p&gt;', 'It is dry.\n\nIt stands.'],
    ['scripts, styles and comments', '<style>p{}</style>It<!-- x --> is<script>1 < 2</script> dry.', 'It is dry.'],
    ['no tags', 'Fewer than 5 <b 6, says <ann@courier.example>', 'Fewer than 5 <b 6, says <ann@courier.example>'],
    ['a list of paragraphs', ['It is dry.', '', '<b>It stands.</b>'], 'It is dry.\n\nIt stands.'],
    ['control characters', 'The page\fends.\u000bIt\u0000 is\u2028dry.\u0085\u0007', 'The page ends. It is\ndry.'],
    ['white space', 'It\t is\u00a0dry. \r\n \r\n\r\n\ufeffIt stands.', 'It is dry.\n\nIt stands.'],
  ])('%s', async (_, articleBody, text) => {
    const { texts, left } = await importFile(JSON.stringify({ ...ARTICLE, articleBody }));
    expect(texts).toEqual([`Quay reopens\n\n${text}\n`]);
    expect(left).toEqual([]);
  });

  it('as are its headline and names', async () => {
    const { texts, fronts } = await importFile(
      JSON.stringify({
        ...ARTICLE,
        headline: 'Lee &amp; <i>Sons&#8217;</i>\n quay',
        author: { '@type': 'Person', name: 'Ann&nbsp;Lee' },
        url: `${ADDRESS}?a=1&amp;b=2`,
      }),
    );
    expect(texts[0]).toMatch(/^Lee & Sons’ quay\n\n/);
    expect(fronts[0]).toContain('person: ann-lee');
    expect(fronts[0]).toContain(`url: "${ADDRESS}?a=1&b=2"`);
  });

  it.each([
    ['by name', { articleBody: undefined, name: 'Quay reopens', headline: undefined, text: 'It is dry.' }],
    [
      'in parts, in their order',
      {
        articleBody: undefined,
        hasPart: [
          { '@type': 'WebPageElement', position: 2, text: 'dry.' },
          { '@type': 'WebPageElement', position: 1, text: 'It is' },
        ],
      },
    ],
    [
      'in posts of a day',
      {
        '@type': 'LiveBlogPosting',
        articleBody: undefined,
        liveBlogUpdate: [{ '@type': 'BlogPosting', headline: 'It is', articleBody: 'dry.' }],
      },
    ],
    ['under names with a vocabulary', { articleBody: undefined, 'schema:articleBody': [{ '@value': 'It is dry.' }] }],
  ])('also where it is given %s', async (_, fields) => {
    const { texts, left } = await importFile(JSON.stringify({ ...ARTICLE, ...fields }));
    expect(texts.map((text) => text.replaceAll('\n\n', ' '))).toEqual(['Quay reopens It is dry.\n']);
    expect(left).toEqual([]);
  });
});

describe('authors', () => {
  const [ann, bob] = [
    { words: 'Ann Lee', person: 'ann-lee' },
    { words: 'Bob Ray', person: 'bob-ray' },
  ];
  const wire = { words: 'Tern Wire Agency' };
  it.each<[string, unknown, readonly object[]]>([
    ['one', { '@type': 'Person', name: 'Ann Lee' }, [ann]],
    ['a name', 'Ann Lee', [ann]],
    ['a list of names', ['Ann Lee', 'Bob Ray'], [ann, bob]],
    ['two in one text', 'Ann Lee and Bob Ray', [ann, bob]],
    ['two in one person', { '@type': 'Person', name: 'Ann Lee, Bob Ray' }, [ann, bob]],
    ['with "By"', 'By Ann Lee', [ann]],
    ['with "Written by" and "with"', 'Written by Ann Lee with Bob Ray', [ann, bob]],
    ['with a comma and "and"', 'BY: Ann Lee, and Bob Ray', [ann, bob]],
    ['with other signs', 'Ann Lee | Bob Ray & Tern Wire Agency', [ann, bob, wire]],
    ['given and family name', { givenName: 'Ann', familyName: 'Lee' }, [ann]],
    ['an organization', { '@type': 'Organization', name: 'Tern Wire Agency' }, [wire]],
    ['an organization that is called a person', { '@type': 'Person', name: 'Tern Wire Agency' }, [wire]],
    ['an organization that is only named', 'Tern Wire Agency', [wire]],
    ['elsewhere in the graph', { '@id': '#ann' }, [ann]],
    ['elsewhere, with its type', { '@type': 'Person', '@id': '#ann' }, [ann]],
    ['elsewhere, as text', '#ann', [ann]],
  ])('%s', async (_, author, bylines) => {
    const person = { '@type': 'Person', '@id': '#ann', name: 'Ann Lee' };
    const { fronts, left } = await importFile(
      `<script type="application/ld+json">${JSON.stringify({ '@graph': [{ ...ARTICLE, author }] })}</script>
       <script type='application/ld+json; charset=utf-8'>${JSON.stringify(person)}</script>`,
      'in.html',
    );
    expect(bylinesIn(fronts[0] ?? '')).toEqual(bylines);
    expect(left).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['whom the text does not name', 'Cy Roe', 'an author that the text does not name: “Cy Roe”'],
    ['whose office is given', 'Ann Lee, editor', 'an author that the text does not name: “editor”'],
    ['of whom only a reference is there', { '@id': '#bob' }, 'an author without a name: “#bob”'],
  ])('%s are reported', async (_, author, says) => {
    expect((await importFile(JSON.stringify({ ...ARTICLE, author }))).left).toEqual([`Left out: ${says}`]);
  });

  it('are two in an organization with "and" only where it is one', async () => {
    const name = 'Larkford Press and Media Agency';
    const { fronts } = await importFile(JSON.stringify({ ...ARTICLE, articleBody: `${name}\n\nDry.`, author: name }));
    expect(bylinesIn(fronts[0] ?? '')).toEqual([{ words: name }]);
  });
});

describe('a file with more than its article', () => {
  const script = (value: unknown) =>
    `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;
  const whole = { ...ARTICLE, url: ADDRESS };
  it.each<[string, string, readonly string[]]>([
    ['the article twice', script(whole) + script(whole), []],
    ['the article twice, of one @id', script([whole, whole].map((one) => ({ ...one, '@id': '#a' }))), []],
    ['the article twice, once without text', script({ ...whole, articleBody: undefined }) + script(whole), []],
    [
      'the article twice with different dates',
      script(whole) + script({ ...whole, datePublished: '2025-03-04', url: `${ADDRESS}/amp` }),
      ['a copy of “Quay reopens” that differs in: url'],
    ],
    [
      'a broken script',
      `${script(whole)}${script('{"@type":"BreadcrumbList",}')}`,
      [expect.stringMatching(/^a script of .*in\.html\. This is not JSON: /)],
    ],
    ['a script that is not closed', `${script(whole)}<script type="application/ld+json">${JSON.stringify(whole)}`, []],
    ['a script in a comment', `<!-- ${script({ ...whole, headline: 'Another' })} -->${script(whole)}`, []],
    [
      'teasers',
      script([whole, { '@type': 'Article', headline: 'Related', url: 'https://x.example/2' }]),
      ['an article without a text: “Related”'],
    ],
    [
      'fields that a corpus does not have',
      script({ ...whole, dateModified: '2025-03-05', image: { caption: 'The quay' }, keywords: [] }),
      ['fields that an article of the corpus does not have: dateModified, image'],
    ],
    [
      'several of what an article has once',
      script({ ...whole, headline: ['Quay reopens', 'Dry again'], publisher: ['The Courier', 'Tern Wire'] }),
      ['another headline: “Dry again”', 'another publisher: “Tern Wire”'],
    ],
    [
      'things in mere words',
      script({ ...whole, about: 'floods', citation: 'Roe 2020', hasPart: { '@type': 'WebPageElement', name: 'Wall' } }),
      [
        'a part whose words the text does not have: “Wall”',
        'something that is not a person, organization or place: “floods”',
        'a citation that is not a quotation: “Roe 2020”',
      ],
    ],
  ])('is one article: %s', async (_, page, left) => {
    const imported = await importFile(`<!doctype html>${page}`, 'in.html');
    expect(imported.texts).toEqual([`Quay reopens\n\n${BODY}\n`]);
    expect(imported.left.map((line) => line.replace('Left out: ', ''))).toEqual(left);
  });

  it('finds an article in a list of a page', async () => {
    const page = { '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', item: ARTICLE }] };
    expect((await importFile(JSON.stringify(page))).texts).toHaveLength(1);
  });

  it('says that a script is broken where no other has an article', async () => {
    const folder = folderOf({
      'in.html': `${script('{')}${script({ '@type': 'Recipe' })}`,
      'c/people/cy.yaml': 'name: Cy\n',
    });
    expect(await runInProcess(folder, 'import', 'in.html', '--corpus', 'c')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/has no NewsArticle .* One of its scripts could not be read\. This is not JSON/),
    });
  });
});

interface Imported {
  readonly fronts: readonly string[];
  readonly texts: readonly string[];
  readonly left: readonly string[];
}

async function importFile(content: string, name = 'in.json'): Promise<Imported> {
  const folder = folderOf({ [name]: content, 'c/people/cy.yaml': 'name: Cy\n' });
  const { status, stderr } = await runInProcess(folder, 'import', name, '--corpus', 'c');
  expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
  const articles = join(folder, 'c/articles');
  const files = readdirSync(articles).filter((path) => path.endsWith('.md'));
  const parts = files.map((path) => readFileSync(join(articles, path), 'utf8').split(/^---\n\n?/m));
  return {
    fronts: parts.map(([, front = '']) => front),
    texts: parts.map(([, , text = '']) => text),
    left: stderr.split('\n').filter((line) => line !== ''),
  };
}

function bylinesIn(front: string): object[] {
  return [...front.matchAll(/- words: (.*)\n(?: {4}person: (.*)\n)?/g)].map(([, words, person]) =>
    person === undefined ? { words } : { words, person },
  );
}
