// What a draft takes from the front matter of a file and from the lines above and below its text.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { examine } from '../../../data/compile/index.ts';
import { folderOf } from '../../../test/compile/run.ts';
import { runInProcess } from '../../../test/run-commands.ts';

const BODY = 'Two people were injured in a crash on the quay on Monday, and the mayor walked over it.';

/** The fields and the text that `draft` writes for a file, and what it remarks. */
async function draft(file: string, content: string, ...options: string[]) {
  const folder = folderOf({ [file]: content, 'corpus/README.md': '' });
  const entered = ['--entered', '2026-03-05'];
  const { status, stderr } = await runInProcess(folder, 'draft', file, '--corpus', 'corpus', ...entered, ...options);
  expect(status).toBe(0);
  const [name = ''] = readdirSync(join(folder, 'corpus/articles')).filter((one) => one.endsWith('.md'));
  const written = readFileSync(join(folder, 'corpus/articles', name), 'utf8');
  const [, front = '', text = ''] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)\n$/.exec(written) ?? [];
  const annotation = parse(readFileSync(join(folder, 'corpus/articles', name.replace('.md', '.yaml')), 'utf8'));
  expect(examine(join(folder, 'corpus')).problems).toEqual([]);
  return { folder, name, fields: parse(front), text, annotation, stderr };
}

describe('the lines below the headline', () => {
  it.for<[lines: string, bylines: readonly (readonly [words: string, person?: string])[], published: string | null]>([
    ['By Ann Reed', [['By Ann Reed', 'ann-reed']], null],
    ['By Ann Reed, 3 March 2026', [['By Ann Reed', 'ann-reed']], '2026-03-03'],
    ['By Ann Reed, Tuesday, March 3, 2026', [['By Ann Reed', 'ann-reed']], '2026-03-03'],
    ['By Ann Reed | 3 March 2026 | 10:15 GMT', [['By Ann Reed', 'ann-reed']], '2026-03-03'],
    ['By Ann Reed 3 March 2026', [['By Ann Reed', 'ann-reed']], '2026-03-03'],
    ['By Ann Reed, Larkford Echo, 3 March 2026', [['By Ann Reed', 'ann-reed']], '2026-03-03'],
    ['Posted by Ann Reed on March 3, 2026 at 5:30 pm', [['Posted by Ann Reed', 'ann-reed']], '2026-03-03'],
    ['By Ann Reed, Political Editor', [['By Ann Reed, Political Editor', 'ann-reed']], null],
    ['— Ann Reed', [['— Ann Reed', 'ann-reed']], null],
    [
      'By Abby Holt, Tom Reed and Ida Cole\n3 March 2026',
      [
        ['Abby Holt', 'abby-holt'],
        ['Tom Reed', 'tom-reed'],
        ['Ida Cole', 'ida-cole'],
      ],
      '2026-03-03',
    ],
    [
      'By Ann Reed & Tom Holt, 3 March 2026',
      [
        ['Ann Reed', 'ann-reed'],
        ['Tom Holt', 'tom-holt'],
      ],
      '2026-03-03',
    ],
    [
      'By Ann Reed, Tom Holt',
      [
        ['Ann Reed', 'ann-reed'],
        ['Tom Holt', 'tom-holt'],
      ],
      null,
    ],
    [
      'BY ANN REED AND TOM HOLT',
      [
        ['ANN REED', 'ann-reed'],
        ['TOM HOLT', 'tom-holt'],
      ],
      null,
    ],
    ['(Reporting by Ann Reed; editing by Ida Cole)', [['Ann Reed', 'ann-reed']], null],
    ['Ann Lee on the quay. Photo: Tom Holt', [], null],
    ['By Our Correspondent', [['By Our Correspondent']], null],
    ['By Staff Reporters, 3 March 2026', [['By Staff Reporters']], '2026-03-03'],
    ['3 March 2026', [], '2026-03-03'],
    ['Larkford, 3 March 2026', [], '2026-03-03'],
    ['The Larkford Echo — 3 March 2026', [], '2026-03-03'],
    ['Published 3 March 2026, updated 4 March 2026', [], '2026-03-03'],
    ['Updated 4 March 2026; first published 3 March 2026', [], '2026-03-03'],
    ['Last updated: March 3, 2026, 5 p.m.', [], '2026-03-03'],
    ['The quay on 3 March 2026', [], null],
    ['Ann Reed and Tom Holt on the quay, 3 March 2026', [], null],
    ['By land and sea', [], null],
  ])('%s', async ([lines, bylines, published]) => {
    const { fields } = await draft('in.txt', `Quay reopens after a winter\n\n${lines}\n\n${BODY}\n`);

    const found = (fields.bylines ?? []).map((one: { words: string; person?: string }) =>
      one.person === undefined ? [one.words] : [one.words, one.person],
    );
    expect(found).toEqual(bylines);
    expect(fields.published?.edtf ?? null).toBe(published);
  });

  it('date what the text tells', async () => {
    const { annotation } = await draft('in.txt', `Quay reopens\n\nBy Ann Reed, 3 March 2026\n\n${BODY}`);
    expect(annotation.events).toMatchObject([{ date: { edtf: '2026-03-02', words: 'Monday' } }]);
  });
});

describe('what stands before the first sentence', () => {
  it.for<[opening: string, published: string | null, agency: [slug: string, words: string] | null]>([
    ['LARKFORD, March 3, 2026 (Reuters) — ', '2026-03-03', ['reuters', 'Reuters']],
    ['LARKFORD, March 3, 2026 /Tern Wire/ -- ', '2026-03-03', ['tern-wire', 'Tern Wire']],
    ['Larkford, 3 March 2026, TERNWIRE – ', '2026-03-03', ['ternwire', 'TERNWIRE']],
    ['Larkford (AFP) – ', null, ['afp', 'AFP']],
    ['(AP) — ', null, ['ap', 'AP']],
    ['NORTH LARKFORD, Wales (dpa) - ', null, ['dpa', 'dpa']],
    ['LARKFORD, GOP — ', null, null],
    ['Ann Reed (R-Va.) — ', null, null],
    ['LARKFORD — ', null, null],
  ])('%s', async ([opening, published, agency]) => {
    const { fields, annotation } = await draft('in.txt', `Quay reopens after a winter\n\n${opening}${BODY}\n`);

    expect(fields.published?.edtf ?? null).toBe(published);
    expect(fields.agency ?? null).toEqual(agency === null ? null : { organization: agency[0], words: agency[1] });
    if (published !== null) expect(annotation.events).toMatchObject([{ date: { edtf: '2026-03-02' } }]);
  });

  it('takes the year of its day from the date of publication, and the agency from the corpus', async () => {
    const folder = folderOf({
      'in.txt': `Quay reopens\n\nLARKFORD, March 2 (Tern Wire) — ${BODY}`,
      'corpus/organizations/tern.yaml': 'name: Tern\notherNames: [Tern Wire]\n',
    });
    await runInProcess(folder, 'draft', 'in.txt', '--corpus', 'corpus', '--slug', 'a', '--published', '2026-03-03');
    expect(readFileSync(join(folder, 'corpus/articles/a.md'), 'utf8')).toMatch(
      /agency:\n {2}organization: tern\n[\s\S]*published:\n {2}edtf: "2026-03-03"\n/,
    );
  });
});

describe('front matter', () => {
  it.for<[authors: string, bylines: readonly (readonly [words: string, person?: string])[]]>([
    ['Ann Reed, Political Editor', [['Ann Reed, Political Editor', 'ann-reed']]],
    [
      'By Ann Reed | Tom Holt',
      [
        ['Ann Reed', 'ann-reed'],
        ['Tom Holt', 'tom-holt'],
      ],
    ],
    [
      'Лейла Орлова и Иван Реут',
      [
        ['Лейла Орлова', 'leyla-orlova'],
        ['Иван Реут', 'ivan-reut'],
      ],
    ],
    ['ليلى حداد', [['ليلى حداد', 'lyla-hdd']]],
    ['Press and Media Agency', [['Press and Media Agency']]],
    ['Echo staff', [['Echo staff']]],
  ])('credits %s', async ([authors, bylines]) => {
    const { fields } = await draft('in.txt', `---\nauthor: ${JSON.stringify(authors)}\n---\nQuay reopens\n\n${BODY}\n`);

    const found = (fields.bylines ?? []).map((one: { words: string; person?: string }) =>
      one.person === undefined ? [one.words] : [one.words, one.person],
    );
    expect(found).toEqual(bylines);
  });

  it('gives the headline, the author, the date and where the article is from', async () => {
    const { fields, text, stderr, name } = await draft(
      'in.md',
      `---\ntitle: "Quay reopens: a winter ends"\nDate: 2026-03-03T10:00:00+01:00\nauthors: [Ann Reed, { name: Tom Holt }]\nlang: en_GB\nurl: https://echo.example/quay\npublisher: Larkford Echo\n---\n\n${BODY}\n`,
    );

    expect(stderr).toBe('');
    expect(name).toBe('quay-reopens-a-winter-ends.md');
    expect(text).toBe(`Quay reopens: a winter ends\n\nAnn Reed\nTom Holt\n\n${BODY}`);
    expect(fields).toEqual({
      language: 'en-GB',
      bylines: [
        { words: 'Ann Reed', person: 'ann-reed', draft: 'byline' },
        { words: 'Tom Holt', person: 'tom-holt', draft: 'byline' },
      ],
      publisher: 'larkford-echo',
      published: { edtf: '2026-03-03', draft: 'front-matter' },
      url: 'https://echo.example/quay',
      entered: '2026-03-05',
      draft: 'plain-text',
    });
  });

  it('does not repeat what the text has', async () => {
    const { text, fields } = await draft(
      'in.md',
      `---\ntitle: Quay reopens\nauthor: Ann Reed\ndate: 3 March 2026\n---\n# Quay reopens\n\n*By Ann Reed*\n\n${BODY}`,
    );
    expect(text).toBe(`Quay reopens\n\nBy Ann Reed\n\n${BODY}`);
    expect(fields).toMatchObject({ bylines: [{ words: 'By Ann Reed' }], published: { edtf: '2026-03-03' } });
  });

  it.for<[field: string, says: string]>([
    ['tags: [quay, winter]', 'the field "tags" of the front matter: quay, winter'],
    ['title: Quay reopens\nheadline: Other', 'the field "headline" of the front matter: Other'],
    ['date: soon', 'the field "date" of the front matter: soon'],
    ['language: English', 'the field "language" of the front matter: English'],
    ['url: echo.example', 'the field "url" of the front matter: echo.example'],
    ['image: { src: a.png, alt: A quay }', 'the field "image" of the front matter: it has fields'],
    ['date: 31 February 2026', 'the field "date" of the front matter: 31 February 2026'],
    ['date: March 3 or 4, 2026', 'the field "date" of the front matter: March 3 or 4, 2026'],
    ['agency: Tern Wire', 'an agency that the text does not name: Tern Wire'],
    ['title: Other', 'the title of the front matter, since the text has a headline: Other'],
  ])('tells what it leaves out: %s', async ([field, says]) => {
    const { stderr } = await draft(
      'in.md',
      `---\n${field}\n---\n# Quay reopens\n\n${BODY}`,
      '--published',
      '2026-03-03',
    );
    expect(stderr).toBe(`"in.md": left out ${says}\n`);
  });

  it.for<[what: string, front: string, says: string]>([
    [
      'is not YAML',
      'author: Ann Reed\ntitle: Quay: reopens',
      'line 3, in its front matter: This is not YAML: Nested mappings are not allowed in compact mappings. Put words with a colon, a hash, an asterisk or quotation marks into quotation marks: "…" or \'…\'.',
    ],
    [
      'has a tab',
      'author:\n\tname: Ann Reed',
      'line 3, in its front matter: There is a tab here. Replace the tab with spaces.',
    ],
    [
      'has a field twice',
      'title: Quay\ntitle: Pier',
      'line 3, in its front matter: This field is given twice. Merge the two, or remove one.',
    ],
    [
      'begins words with an asterisk',
      'author: *Ann',
      'line 2, in its front matter: Nothing before this has an anchor (&) with the name of this alias (*). Correct the name; if the words begin with an asterisk, put them in quotation marks.',
    ],
    [
      'emphasizes words',
      'author: *Ann Reed*',
      'line 2, in its front matter: This is not YAML: Unexpected scalar at node end. Put words with a colon, a hash, an asterisk or quotation marks into quotation marks: "…" or \'…\'.',
    ],
    [
      'contains itself',
      'author: &all [Ann Reed, *all]',
      'line 2, in its front matter: Nothing before this has an anchor (&) with the name of this alias (*). Correct the name; if the words begin with an asterisk, put them in quotation marks.',
    ],
    [
      'grows without bound',
      `a0: &a0 [x, x]\n${[...'123456789'].map((at) => `a${at}: &a${at} [${Array(9).fill(`*a${Number(at) - 1}`)}]`).join('\n')}`,
      'line 3, in its front matter: The aliases (*) of this file refer to each other too many times. Write the values out.',
    ],
    [
      'is too deep',
      `author: ${'['.repeat(4000)}${']'.repeat(4000)}`,
      'line 2, in its front matter: This is nested too deeply. Write it with fewer levels.',
    ],
    [
      'is longer than any',
      `title: ${'a '.repeat(20_000)}`,
      'its front matter has 40016 characters; the most is 20000. Move the words of the article below it.',
    ],
  ])('is refused if it %s', async ([, front, says]) => {
    const folder = folderOf({ 'in.md': `---\n${front}\n---\n${BODY}`, 'corpus/README.md': '' });
    const { status, stderr } = await runInProcess(folder, 'draft', 'in.md', '--corpus', 'corpus');
    expect([status, stderr]).toEqual([1, `"in.md": ${says}\n`]);
  });

  it.for<[front: string, headline: string]>([
    ['title: 2026', '2026'],
    ['title: 1.10', '1.10'],
    ['title: ~\nheadline: Yes', 'Yes'],
    ['title: yes', 'yes'],
    ['title: [Quay, Quay]', 'Quay'],
  ])('has the title as it is written: %s', async ([front, headline]) => {
    const { text } = await draft('in.md', `---\n${front}\n---\n${BODY}`, '--published', '2026-03-03');
    expect(text).toBe(`${headline}\n\n${BODY}`);
  });

  it('is a text that begins with hyphens if it has no field', async () => {
    const { text } = await draft('in.txt', `---\nNote:this\n---\n${BODY}`, '--published', '2026-03-03');
    expect(text).toBe(`---\nNote:this\n---\n${BODY}`);
  });

  it.for([['source: https://echo.example/quay'], ['canonical_url: https://echo.example/quay']])(
    'gives the address as %s',
    async ([field]) => {
      const { fields } = await draft('in.md', `---\n${field}\n---\n# Quay reopens\n\n${BODY}`);
      expect(fields.url).toBe('https://echo.example/quay');
      expect(fields.publisher).toBeUndefined();
    },
  );

  it('is refused if it is TOML', async () => {
    const folder = folderOf({ 'in.md': `+++\ntitle = "Quay"\n+++\n${BODY}`, 'corpus/README.md': '' });
    const { status, stderr } = await runInProcess(folder, 'draft', 'in.md', '--corpus', 'corpus');
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('its front matter is TOML.') });
  });

  it('yields to the options', async () => {
    const { fields, stderr } = await draft(
      'in.txt',
      `---\ndate: 2026-03-03\nlanguage: nl\n---\nQuay reopens\n\n${BODY}`,
      '--published',
      '2026-03-04',
      '--language',
      'en',
    );
    expect(fields).toMatchObject({ language: 'en', published: { edtf: '2026-03-04' } });
    expect(fields.published.draft).toBeUndefined();
    expect(stderr).toBe(
      '"in.txt": left out what the front matter has where --published is 2026-03-04: 2026-03-03\n' +
        '"in.txt": left out what the front matter has where --language is en: nl\n',
    );
  });

  it('needs a field: a line of hyphens is part of a text', async () => {
    const { text } = await draft('in.txt', `---\nQuay reopens\n---\n\n${BODY}`);
    expect(text).toBe(`---\nQuay reopens\n---\n\n${BODY}`);
  });
});

describe('an address in the first line', () => {
  it.for([['https://echo.example/quay'], ['URL: https://echo.example/quay'], ['<https://echo.example/quay>']])(
    '%s',
    async ([line]) => {
      const { fields, text } = await draft('in.txt', `${line}\n\nQuay reopens\n\n${BODY}`);
      expect(fields.url).toBe('https://echo.example/quay');
      expect(text).toBe(`Quay reopens\n\n${BODY}`);
    },
  );

  it('is remarked if another article has it', async () => {
    const file = `https://echo.example/quay\nQuay reopens\n\n${BODY}`;
    const folder = folderOf({ 'a.txt': file, 'b.txt': `${file} It rained.`, 'corpus/README.md': '' });
    const options = ['--corpus', 'corpus', '--published', '2026-03-03'];
    await runInProcess(folder, 'draft', 'a.txt', '--slug', 'quay', ...options);
    const { status, stderr } = await runInProcess(folder, 'draft', 'b.txt', '--slug', 'quay-again', ...options);
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr:
        '"b.txt": "quay" has the same address. If this is a newer text of it, delete this draft: npm run data -- update quay b.txt\n',
    });
  });
});

describe('the day on which the corpus gets an article', () => {
  it.for<[published: string, entered: string | undefined]>([
    ['2026-03-03', '2026-03-05'],
    ['2026', '2026-03-05'],
    ['2026-03-05', undefined],
    ['2026-03-06', undefined],
  ])('of %s', async ([published, entered]) => {
    const { fields } = await draft('in.txt', `Quay reopens\n\n${BODY}`, '--published', published);
    expect(fields.entered).toBe(entered);
  });

  it('is written if nobody knows when it was published, and then that is said', async () => {
    const { fields, stderr } = await draft('in.txt', `Quay reopens\n\n${BODY}`);
    expect(fields.entered).toBe('2026-03-05');
    expect(stderr).toBe(
      '"in.txt": the date of publication is unknown, and so is what "on Monday" means. If you know it: --published DATE.\n',
    );
  });
});
