import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { articleOf, folderOf, type Outcome, run } from '../../../test/compile/run.ts';
import { outcomeOf } from '../review/draft.ts';
import { contentOf, filesOf } from '../rewrite/town.ts';

const MAIN = join(import.meta.dirname, '../../main.ts');

const TEXT = `Mill burns

Two people died on Monday when the mill burned. “It was hot,” Ann Lee, the mayor, said. She left.

Bob Roe said that Ann Lee had locked the door.

By Cy Poe`;

const ANNOTATION = `# checked by two
statements:
  - statement: lee-hot   # the quote
    kind: DIRECT_QUOTE
    content: It was hot,
    cue: said
    speakers: [{ agent: ann-lee, evidence: { quote: Ann Lee, suffix: ", the" } }]
  - statement: roe-locked
    kind: INDIRECT
    content: Ann Lee had locked the door
    cue: said that
    speakers: [{ agent: bob-roe, evidence: Bob Roe }]

events:
  - event: fire
    name: Fire
    kind: FIRE
    date: &monday
      edtf: 2026-03-02
      words: on Monday
      inferred: [{ part: DAY, basis: "The Monday before." }]
    figures:
      - { kind: DEATHS, value: 2, words: Two people }
    evidence: the mill burned
  - event: locking
    name: Locking of the door
    kind: OTHER
    date: *monday
    attributedTo: roe-locked
    evidence: Ann Lee had locked the door

facts:
  - person: ann-lee
    position: { title: mayor }
    evidence: Ann Lee, the mayor

mentions:
  ann-lee: [Ann Lee, She]
  bob-roe: Bob Roe
`.replace('cue: said\n', 'cue: { quote: said, suffix: ". She" }\n');

const FILES: Readonly<Record<string, string>> = {
  ...articleOf('mill', TEXT, ANNOTATION),
  'people/ann-lee.yaml': 'name: Ann Lee\n',
  'people/bob-roe.yaml': 'name: Bob Roe\n',
  'people/cy-poe.yaml': 'name: Cy Poe\n',
};

function millFolder(): string {
  const text = (FILES['articles/mill.md'] ?? '').replace(
    '---\n\nMill',
    'bylines:\n  - words: By Cy Poe\n    person: cy-poe\n---\n\nMill',
  );
  const all = { ...FILES, 'articles/mill.md': text };
  return folderOf(Object.fromEntries(Object.entries(all).map(([path, content]) => [`corpus/${path}`, content])));
}

/** Runs `update` of the article with this text, and with these answers, a line each. */
async function update(
  folder: string,
  text: string,
  args: readonly string[] = [],
  answers: readonly string[] = [],
): Promise<Outcome> {
  writeFileSync(join(folder, 'new.txt'), text);
  const options = ['--reason', 'Why.', '--on', '2026-03-05', '--corpus', 'corpus', ...args];
  const child = spawn(process.execPath, [MAIN, 'update', 'mill', 'new.txt', ...options], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '', FORCE_COLOR: '' },
  });
  const ended = outcomeOf(child);
  child.stdin.end(answers.map((line) => `${line}\n`).join(''));
  return await ended;
}

async function problemsOf(folder: string): Promise<unknown[]> {
  const { stdout } = await run(folder, 'check', '--corpus', 'corpus', '--format', 'json');
  return JSON.parse(stdout).problems;
}

const REMOVED = TEXT.replace('Bob Roe said that Ann Lee had locked the door.\n\n', '');
const THREE = TEXT.replace('Two people', 'Three people');

describe.concurrent('update', () => {
  it('keeps the old text as its beginning if something is only added', async () => {
    const folder = millFolder();
    const { status, stdout } = await update(folder, `${TEXT}\n\nUpdate: The fire is out.`);
    expect(stdout).toBe(`"mill" has revision 2 now. 5 of 5 items stand as before.
  articles/mill.md
  articles/mill.yaml
  articles/mill@1.md: new
  articles/mill@1.yaml: new
New in the text:
  + Update: The fire is out.
4 files changed.
`);
    expect(status).toBe(0);
    expect(contentOf(folder, 'articles/mill@1.md')).toBe('---\nupTo: "Update: The"\n---\n');
    expect(contentOf(folder, 'articles/mill@1.yaml')).toMatch(/^digest: sha256:[0-9a-f]{64}\n$/);
    expect(contentOf(folder, 'articles/mill.md')).toBe(
      `---\nlanguage: en\nbylines:\n  - words: By Cy Poe\n    person: cy-poe\nrevised:\n  on: "2026-03-05"\n  reason: "Why."\n---\n\n${TEXT}\n\nUpdate: The fire is out.\n`,
    );
    // Only the digest has changed.
    expect(contentOf(folder, 'articles/mill.yaml')?.replace(/digest: .*\n/, '')).toBe(ANNOTATION);
    expect(await problemsOf(folder)).toEqual([]);
  });

  it('keeps what the publisher removed with the old text, and asks what was attributed to it', async () => {
    const folder = millFolder();
    const { status, stdout } = await update(folder, REMOVED, ['--removed', 'roe-locked', '--removed', 'locking']);
    expect(status).toBe(0);
    expect(stdout).toContain('3 of 5 items stand as before; 2 removed by the publisher.');
    expect(stdout).toContain('The new text does not name bob-roe any more: “Bob Roe”');
    const old = contentOf(folder, 'articles/mill@1.yaml');
    expect(old).toContain('statements:\n  - statement: roe-locked\n    kind: INDIRECT\n');
    expect(old).toContain('events:\n  - event: locking\n');
    expect(old).toContain('mentions:\n  bob-roe: Bob Roe\n');
    expect(contentOf(folder, 'articles/mill.yaml')).not.toMatch(/roe|locking/);
    expect(contentOf(folder, 'articles/mill@1.md')).toBe(`---\n---\n\n${TEXT}\n`);
    expect(await problemsOf(folder)).toEqual([]);
  });

  it('asks about what was attributed to a statement that is gone', async () => {
    const folder = millFolder();
    const text = TEXT.replace('Bob Roe said that', 'It turned out that');
    const { stdout, status } = await update(folder, text, ['--removed', 'roe-locked'], ['w', 'r']);
    expect(stdout).toContain('\nlocking (event)\n  stands there, but is attributed to “roe-locked”, which does not\n');
    expect(status).toBe(0);
    expect(contentOf(folder, 'articles/mill@1.yaml')).toContain('  - event: locking\n');
    expect(await problemsOf(folder)).toEqual([]);
  });

  it('asks for new words, and for the number that they give', async () => {
    const folder = millFolder();
    const { status, stdout } = await update(folder, THREE, [], ['x', 'w', '', '3']);
    expect(stdout).toContain(`
fire (event)
  figures.0.words “Two people” is gone
    before: Two people died on Monday when the mill burned.
    now:    Three people died on Monday when the mill burned.
`);
    expect(stdout).toContain('figures.0.words: the new words [Three people]: ');
    expect(stdout).toContain('figures.0.value: what these words give [2]: 3');
    expect(status).toBe(0);
    const [now = '', old = ''] = ['mill', 'mill@1'].map((name) => contentOf(folder, `articles/${name}.yaml`) ?? '');
    expect(now).toMatch(/event: fire\n[\s\S]*value: 3, words: Three people[\s\S]*\n {4}since: 2\n {2}- event: locking/);
    expect(old).toMatch(/event: fire\n[\s\S]*value: 2, words: Two people/);
    // The aliases of the two are written out.
    expect(now + old).not.toMatch(/[&*]monday/);
    expect(await problemsOf(folder)).toEqual([]);
  });

  it('takes the same from options', async () => {
    const folder = millFolder();
    expect(await update(folder, THREE, ['--reworded', 'fire=Three people'])).toMatchObject({
      status: 2,
      stderr:
        'figures.0.value of "fire" is 2, as “Two people” gave it. What does “Three people” give? If the same: --set \'fire.figures.0.value=2\'\n',
    });
    const options = ['--reworded', 'fire.figures.0.words=Three people', '--set', 'fire.figures.0.value=3'];
    expect(await update(folder, THREE, options)).toMatchObject({ status: 0 });
    expect(contentOf(folder, 'articles/mill.yaml')).toContain('value: 3, words: Three people');
  });

  it('adds what stands before or after words that are no longer unique', async () => {
    const folder = millFolder();
    const { stdout, status } = await update(
      folder,
      TEXT.replace('She left.', 'She left on foot when the mill burned down.'),
    );
    expect(stdout).toContain('5 of 5 items stand as before; 1 quote got a prefix or suffix to stay unique.');
    expect(status).toBe(0);
    expect(contentOf(folder, 'articles/mill.yaml')).toMatch(
      /evidence:\n {6}quote: the mill burned\n {6}(prefix|suffix): /,
    );
    expect(await problemsOf(folder)).toEqual([]);
  });

  it('drops a mistake of ours from every text, and retires its slug', async () => {
    const folder = millFolder();
    const changed = TEXT.replace('It was hot', 'It was warm');
    expect(await update(folder, changed, ['--mistake', 'lee-hot'])).toMatchObject({ status: 0 });
    expect(contentOf(folder, 'articles/mill.yaml')).not.toContain('lee-hot');
    expect(contentOf(folder, 'articles/mill@1.yaml')).not.toContain('lee-hot');
    expect(contentOf(folder, 'retired.yaml')).toMatch(/slug: lee-hot\n {2}type: Statement\n.*\n {2}how: REMOVED\n/);
    expect(await problemsOf(folder)).toEqual([]);
  });

  it('hands the day, reason and byline of the text before on to its own file', async () => {
    const folder = millFolder();
    await update(folder, THREE, ['--removed', 'fire']);
    const again = `Correction: three died.\n\n${THREE.replace('By Cy Poe', 'By Cyrus Poe')}`;
    const options = [
      '--on',
      '2026-03-06',
      '--correction',
      'Correction: three died.',
      '--reworded',
      'bylines/0=By Cyrus Poe',
    ];
    expect(await update(folder, again, options)).toMatchObject({ status: 0 });
    expect(contentOf(folder, 'articles/mill@2.md')).toBe(
      `---\nbylines:\n  - words: By Cy Poe\n    person: cy-poe\nrevised:\n  on: "2026-03-05"\n  reason: "Why."\n---\n\n${THREE}\n`,
    );
    expect(contentOf(folder, 'articles/mill.md')).toContain(
      'words: By Cyrus Poe\n    person: cy-poe\nrevised:\n  on: "2026-03-06"\n',
    );
    expect(contentOf(folder, 'articles/mill.md')).toContain('  correction: "Correction: three died."\n');
    expect(await problemsOf(folder)).toEqual([]);
  });

  it('leaves files that are renamed together', async () => {
    const folder = millFolder();
    await update(folder, REMOVED, ['--removed', 'roe-locked', '--removed', 'locking']);
    expect(await run(folder, 'rename', 'mill', 'mill-burns', '--corpus', 'corpus')).toMatchObject({ status: 0 });
    expect(await run(folder, 'rename', 'bob-roe', 'robert-roe', '--corpus', 'corpus')).toMatchObject({ status: 0 });
    expect(await run(folder, 'rename', 'locking', 'locked-door', '--corpus', 'corpus')).toMatchObject({ status: 0 });
    const old = contentOf(folder, 'articles/mill-burns@1.yaml');
    expect(old).toContain('agent: robert-roe');
    expect(old).toContain('- event: locked-door');
    expect(contentOf(folder, 'articles/mill-burns@1.md')).toContain('Bob Roe said');
    expect(Object.keys(filesOf(folder)).filter((path) => path.includes('mill'))).toHaveLength(4);
    expect(await problemsOf(folder)).toEqual([]);
  });

  it('keeps the date of publication whose words are gone', async () => {
    const folder = millFolder();
    const file = join(folder, 'corpus/articles/mill.md');
    const published = 'published:\n  edtf: 2026-03-04 # as printed\n  words: By Cy Poe\n';
    writeFileSync(file, (contentOf(folder, 'articles/mill.md') ?? '').replace(/bylines:[\s\S]*?(?=---)/, published));
    const { stdout, status } = await update(folder, TEXT.replace('By Cy Poe', 'The end'));
    expect(stdout).toContain(
      'The new text does not have “By Cy Poe”, which gave the date of publication; the date stays.',
    );
    expect(status).toBe(0);
    expect(contentOf(folder, 'articles/mill.md')).toContain('published:\n  edtf: 2026-03-04 # as printed\nrevised:');
    expect(contentOf(folder, 'articles/mill@1.md')).toContain(published);
    expect(await problemsOf(folder)).toEqual([]);
  });

  it('lists everything that is lost and changes nothing, if nobody says what became of it', async () => {
    const folder = millFolder();
    const { status, stdout, stderr } = await update(folder, REMOVED.replace('Two people', 'Three people'));
    for (const key of ['roe-locked (statement)', 'fire (event)', 'locking (event)'])
      expect(stdout).toContain(`\n${key}\n`);
    expect(stderr).toMatch(
      /^Nothing was changed: nobody said what became of roe-locked, fire, locking\. .* --removed roe-locked, /,
    );
    expect(status).toBe(1);
    expect(Object.keys(filesOf(folder))).toEqual(Object.keys(FILES).sort());
    expect(contentOf(folder, 'articles/mill.yaml')).toBe(FILES['articles/mill.yaml']);
  });

  it.each([
    ['the same text', TEXT, [], 1, /^The text of "mill" is the same already\./],
    [
      'new words that the text does not have',
      THREE,
      ['--reworded', 'fire=Four people'],
      2,
      /^The new text does not have “Four people”/,
    ],
    [
      'an option for what is not lost',
      THREE,
      ['--removed', 'fire', '--removed', 'lee-hot'],
      2,
      /^An option names "lee-hot", of which no words are lost\. What is lost: fire\./,
    ],
    ['an option without words', THREE, ['--reworded', 'fire'], 2, /^--reworded is "fire"; it must be like/],
    [
      'a correction that the text does not have',
      THREE,
      ['--correction', 'Sorry'],
      1,
      /^--correction has words that the new text has 0 times/,
    ],
    ['an empty reason', THREE, ['--reason', ' '], 2, /^A revision has a reason/],
    ['a day that does not exist', THREE, ['--removed', 'fire', '--on', '2026-02-31'], 2, /^--on is "2026-02-31"/],
  ])('refuses %s', async (_, text, args, status, says) => {
    const folder = millFolder();
    const outcome = await update(folder, text, args);
    expect(outcome).toMatchObject({ status, stderr: expect.stringMatching(says) });
    expect(contentOf(folder, 'articles/mill@1.md')).toBeNull();
  });

  it('writes nothing with --dry-run', async () => {
    const folder = millFolder();
    const { stdout } = await update(folder, THREE, ['--removed', 'fire', '--dry-run']);
    expect(stdout).toContain('4 files would change. Nothing was written: --dry-run.');
    expect(contentOf(folder, 'articles/mill@1.md')).toBeNull();
  });

  it('refuses what would leave the corpus with a problem, and shows it', async () => {
    const folder = millFolder();
    const { status, stderr } = await update(folder, TEXT.replace('locked', 'shut'), [
      '--removed',
      'roe-locked',
      '--reworded',
      'locking=Ann Lee had shut the door',
    ]);
    expect(stderr).toMatch(/^Not possible: update mill\. [\s\S]*attributed-elsewhere/);
    expect(status).toBe(1);
    expect(contentOf(folder, 'articles/mill@1.md')).toBeNull();
  });
});
