// Drafts: an editor is told one command for an article and for everything that it names.
import { describe, expect, it } from 'vitest';
import { examine } from '../../data/compile/compile.ts';
import { reviewCommand } from '../../data/compile/review-command.ts';
import { findTarget } from '../../newsroom/review/target.ts';
import { articleOf, folderOf, run } from './run.ts';

const PERSON = (name: string) => `name: ${name}\ndraft: name\n`;
const NAMES = {
  'people/ann-lee.yaml': PERSON('Ann Lee'),
  'people/ben-ray.yaml': PERSON('Ben Ray'),
  'organizations/mill.yaml': PERSON('Mill'),
  'places/hall.yaml': 'name: Hall\nkind: BUILDING\ncontainedIn: town\n',
  'places/town.yaml': 'name: Town\nkind: CITY\ndraft: name\n',
};
const TEXT = 'Ann Lee\nBen Ray of Mill met Ann Lee in Hall.';
const MENTIONS =
  'mentions:\n  ann-lee: { names: Ann Lee, draft: name }\n  ben-ray: Ben Ray\n  mill: Mill\n  hall: Hall\n';
const CONFIRMED = 'mentions:\n  ann-lee: Ann Lee\n  ben-ray: Ben Ray\n';

describe.concurrent('a draft', () => {
  it('is one problem with everything that the article names, larger places too', async () => {
    expect(await told({ ...NAMES, ...articleOf('meeting', TEXT, MENTIONS) }, '--corpus', '.')).toEqual([
      [
        'articles/meeting.yaml',
        '1 proposal of this article is a draft that nobody has confirmed, and so are 2 people, 1 organization and 1 place that it names.',
      ],
    ]);
  });

  it('that two articles name is told with the first', async () => {
    const two = { ...articleOf('a', TEXT, MENTIONS), ...articleOf('b', TEXT, MENTIONS) };
    expect(await told({ ...NAMES, ...two }, '--corpus', '.')).toMatchObject([
      ['articles/a.yaml', expect.stringContaining('2 people, 1 organization and 1 place')],
      ['articles/b.yaml', '1 proposal of this article is a draft that nobody has confirmed.'],
    ]);
  });

  it('of a person is told alone where the articles that name it are confirmed', async () => {
    const { 'people/ann-lee.yaml': ann, 'people/ben-ray.yaml': ben } = NAMES;
    const files = { 'people/ann-lee.yaml': ann, 'people/ben-ray.yaml': ben, ...articleOf('a', TEXT, CONFIRMED) };
    expect(await told(files, '--corpus', '.')).toEqual([
      ['people/ann-lee.yaml', '1 proposal of this file is a draft that nobody has confirmed.'],
      ['people/ben-ray.yaml', '1 proposal of this file is a draft that nobody has confirmed.'],
    ]);
  });

  it('is told where only its own file is asked for', async () => {
    const files = { ...NAMES, ...articleOf('meeting', TEXT, MENTIONS) };
    expect(await told(files, 'places', '--corpus', '.')).toEqual([
      ['places/town.yaml', '1 proposal of this file is a draft that nobody has confirmed.'],
    ]);
  });

  it('in both files of an article is told at the first', async () => {
    const { 'articles/meeting.md': text = '', ...rest } = articleOf('meeting', TEXT, MENTIONS);
    const dated = text.replace('language: en', 'language: en\npublished: { edtf: 2026, draft: date }');
    expect(await told({ ...NAMES, ...rest, 'articles/meeting.md': dated }, '--corpus', '.')).toMatchObject([
      ['articles/meeting.md', expect.stringContaining('2 proposals of this article are drafts')],
    ]);
  });
});

async function told(files: Record<string, string>, ...args: string[]): Promise<[file: string, message: string][]> {
  const { stdout, status } = await run(folderOf(files), 'check', ...args, '--format', 'json');
  expect(status).toBe(1);
  const { problems } = JSON.parse(stdout);
  return problems.map(({ file, message }: Record<string, string>) => [file, message]);
}

describe('the command that shows it', () => {
  it.each([
    ['data/corpus/articles/a.yaml', 'data/corpus/articles/a.yaml'],
    ['data/corpus/people/a.yaml', 'data/corpus/people/a.yaml'],
    ['articles/a.yaml', 'articles/a.yaml --corpus .'],
    ['c/d/articles/a.yaml', 'c/d/articles/a.yaml --corpus c/d'],
    ['../c/articles/a.yaml', 'articles/a.yaml --corpus ../c'],
    ['my corpus/articles/a.yaml', "'my corpus/articles/a.yaml' --corpus 'my corpus'"],
    ["it's/articles/a.yaml", "'it'\\''s/articles/a.yaml' --corpus 'it'\\''s'"],
  ])('of %s is review %s', (path, words) => {
    expect(reviewCommand(path)).toBe(`npm run data -- review ${words}`);
  });

  it('takes the file as it is printed', () => {
    const [draft] = examine(folderOf({ ...NAMES, ...articleOf('meeting', TEXT, MENTIONS) })).drafts;
    const [, file = '', folder = ''] = / review (\S+) --corpus (\S+);/.exec(draft?.fix ?? '') ?? [];
    expect(findTarget(file, folder)).toEqual(['articles/meeting.md', 'articles/meeting.yaml']);
  });
});
