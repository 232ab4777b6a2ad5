// An article with open proposals is left out, with what only it brings; everything else is published.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../../data/compile/compile.ts';
import { articleOf, folderOf, run } from './run.ts';

const CONFIRMED = {
  ...articleOf(
    'mill',
    'Mill burns\nAnn Lee saw the fire.',
    `mentions:\n  ann-lee: Ann Lee\n${eventOf('fire', 'the fire')}`,
  ),
  'people/ann-lee.yaml': 'name: Ann Lee\n',
};
const DRAFT_TEXT = 'Tinker in Dunmow\nZed Quill told Ann Lee of a flood.';
const DRAFT = `mentions:
  ann-lee: Ann Lee
  zed-quill: Zed Quill
  dunmow: Dunmow
statements:
  - statement: quill-flood
    kind: INDIRECT
    content: of a flood
    cue: told Ann Lee
    speakers: [{ agent: zed-quill, evidence: Zed Quill }]
    draft: reported-speech
${eventOf('flood', 'a flood')}`;
const DRAFTED: Record<string, string> = {
  ...articleOf('tinker', DRAFT_TEXT, DRAFT),
  'people/zed-quill.yaml': 'name: Zed Quill\ndraft: name\n',
  'places/dunmow.yaml': 'name: Dunmow\nkind: CITY\ncontainedIn: essex\n',
  'places/essex.yaml': 'name: Essex\nkind: REGION\n',
};

function eventOf(slug: string, words: string): string {
  return `events:\n  - event: ${slug}\n    name: The ${slug}\n    kind: FIRE\n    evidence: ${words}\n`;
}

describe('a draft', () => {
  it('is left out with what only it introduces and names, and none of its words are published', async () => {
    const folder = folderOf({ ...CONFIRMED, ...DRAFTED });
    const { status, stderr, stdout } = await run(folder, 'compile', '--corpus', '.', '--out', 'out/corpus.ts');
    expect(stderr).toBe(
      'Left out articles/tinker.yaml, with 1 event, 1 statement, 1 person and 2 places that only it has: 1 proposal of it is not confirmed. To review: npm run data -- review articles/tinker.yaml --corpus .\n',
    );
    expect(status).toBe(0);
    expect(stdout).toContain('1 article, 1 event, 0 statements, 1 person, 0 organizations, 0 groups, 0 places;');
    const bundle = readFileSync(join(folder, 'out/corpus.bin'), 'utf8');
    expect(bundle).toContain('Mill burns');
    expect(bundle).not.toMatch(/Tinker|Quill|Dunmow|Essex|flood/i);
  });

  it('is left out of an export too', async () => {
    const folder = folderOf({ ...CONFIRMED, ...DRAFTED });
    const { status, stdout, stderr } = await run(folder, 'export', '--corpus', '.', '--format', 'ndjson');
    expect(status).toBe(0);
    expect(stderr).toContain('Left out articles/tinker.yaml');
    expect(stdout).not.toMatch(/Tinker|Quill|Dunmow|flood/i);
  });

  it('may have mistakes: they are for its review', () => {
    const wrong = { 'articles/tinker.yaml': `${DRAFTED['articles/tinker.yaml']}wrong: field\n` };
    expect(codesOf({ ...CONFIRMED, ...DRAFTED, ...wrong })).toEqual([]);
  });

  it('in the front matter counts too', () => {
    const dated = articleOf('dated', 'Dated', '');
    const text = dated['articles/dated.md']!.replace(
      'language: en',
      'language: en\npublished: { edtf: 2026, draft: date }',
    );
    const { leftOut, corpus } = compile(folderOf({ ...CONFIRMED, ...dated, 'articles/dated.md': text }));
    expect(leftOut).toMatchObject([{ path: expect.stringMatching(/dated\.yaml$/), proposals: 1, with: [] }]);
    expect(corpus?.summary.counts.Article).toBe(1);
  });

  it('of a person whom nobody names is left out by itself', () => {
    const { leftOut, corpus } = compile(folderOf({ ...CONFIRMED, 'people/zed.yaml': 'name: Zed\ndraft: name\n' }));
    expect(leftOut).toMatchObject([{ path: expect.stringMatching(/zed\.yaml$/), proposals: 1 }]);
    expect(corpus?.summary.counts.Person).toBe(1);
  });

  it('takes nothing with it that a confirmed article or place needs', () => {
    const needing = articleOf('county', 'In Essex', 'mentions: { essex: Essex }\n');
    const { leftOut, corpus } = compile(folderOf({ ...CONFIRMED, ...DRAFTED, ...needing }));
    expect(leftOut[0]?.with).toEqual(['Statement', 'Event', 'Person', 'Place']);
    expect(corpus?.summary.counts.Place).toBe(1);
  });
});

describe('a confirmed article', () => {
  it.each([
    ['about: [flood]', 'flood'],
    ['denies: [quill-flood]', 'quill-flood'],
    ['attributedTo: quill-flood', 'quill-flood'],
  ])('with "%s" of a draft is a problem that names the draft', (reference, slug) => {
    const statement = `statements:\n  - statement: lee\n    kind: INDIRECT\n    content: it rained\n    cue: said\n    speakers: [{ agent: ann-lee, evidence: Ann Lee }]\n    ${reference}\n`;
    const { problems } = compile(
      folderOf({ ...CONFIRMED, ...DRAFTED, ...articleOf('rain', 'Rain\nAnn Lee said it rained.', statement) }),
    );
    expect(problems).toMatchObject([
      { code: 'unconfirmed-draft', says: expect.stringContaining(`introduces "${slug}"`) },
    ]);
    expect(problems[0]?.fix).toMatch(/review .*articles\/tinker\.yaml/);
  });

  it.each([
    ['a person', { 'people/ann-lee.yaml': 'name: Ann Lee\ndraft: name\n' }, 'ann-lee', 'mill.yaml'],
    [
      'a larger place',
      {
        'places/hall.yaml': 'name: Hall\nkind: BUILDING\ncontainedIn: town\n',
        'places/town.yaml': 'name: Town\nkind: CITY\ndraft: name\n',
      },
      'town',
      'hall.yaml',
    ],
  ])('needs the draft of %s, which is a problem that names both', (_, files, slug, needing) => {
    const { problems, corpus } = compile(folderOf({ ...CONFIRMED, ...files }));
    expect(corpus).toBeNull();
    expect(problems).toMatchObject([
      { code: 'unconfirmed-draft', says: expect.stringContaining(`"${slug}" stands in `) },
    ]);
    expect(problems[0]?.says).toContain(needing);
    expect(problems[0]?.at.file.path).toMatch(new RegExp(`${slug}\\.yaml$`));
  });
});

function codesOf(files: Record<string, string>): string[] {
  return compile(folderOf(files)).problems.map(({ code }) => code);
}
