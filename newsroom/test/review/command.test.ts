import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../../test/compile/run.ts';
import { contentOf, DIGEST, draftFolder, FILES, MD, outcomeOf, printed, review, start, TEXT, YAML } from './draft.ts';

const ALL = Array<string>(9).fill('a');

/** The annotation as it is once everything is accepted. */
const ACCEPTED = YAML.replace(/\n {4}draft: .*/g, '')
  .replace('ann-lee:\n    names: [Ann Lee, Ms Lee]', 'ann-lee: [Ann Lee, Ms Lee]')
  .replace('{ names: Bob Roe, draft: name }', 'Bob Roe');

describe('accepting', () => {
  test('takes out every mark of a draft and nothing else, and the corpus compiles', async () => {
    const folder = draftFolder();
    const { status, stdout } = await review(folder, ALL);
    expect(stdout).toContain('9 accepted, 0 rejected, 0 left open.\nNext: npm run data -- check');
    expect(status).toBe(0);
    expect(contentOf(folder, 'articles/mill.yaml')).toBe(ACCEPTED);
    expect(contentOf(folder, 'articles/mill.md')).toBe(MD.replace(/\n {2,4}draft: .*/g, ''));
    expect(contentOf(folder, 'people/ann-lee.yaml')).toBe('name: Ann Lee\n');
    expect(contentOf(folder, 'people/bob-roe.yaml')).toBe('name: Bob Roe\n');
    expect(await run(folder, 'compile', '--corpus', 'corpus', '--out', 'out.ts')).toMatchObject({ status: 0 });
  });

  test('goes through people and statements as the text has them, then events, facts, bylines and dates', async () => {
    const { stdout } = await review(draftFolder(), ALL);
    expect(stdout.match(/^\d of 9 {2}.*/gm)).toEqual([
      '1 of 9  Person: Ann Lee, 3 mentions',
      '2 of 9  Statement',
      '3 of 9  Statement',
      '4 of 9  Person: Bob Roe, 1 mention',
      '5 of 9  Statement',
      '6 of 9  Event',
      '7 of 9  Fact',
      '8 of 9  Byline',
      '9 of 9  Date of publication',
    ]);
  });

  test('shows the words in their sentence, and who says them to whom', async () => {
    const { stdout } = await review(draftFolder(), ['n', 'n']);
    expect(stdout).toContain(`
3 of 9  Statement
  proposed by the rule "quotation", in articles/mill.yaml

  “[We have no choice],” [Ms Lee] [told] [the Gazette] [on 10 March].

  slug       lee-no-choice
  kind       DIRECT_QUOTE
  content    “We have no choice”
  cue        “told the Gazette”
  speaker    Ann Lee (ann-lee, a person, proposed too) “Ms Lee”
  addressee  The Gazette (gazette, an organization) “the Gazette”
  date       2025-03-10 “on 10 March”
             year inferred: The article was published in 2025.
`);
  });

  test('shows what is before a pronoun, and asks who it is where the draft left that open', async () => {
    const open = YAML.replace('agent: bob-roe\n        evidence: He', 'evidence: He');
    const folder = draftFolder({ 'articles/mill.yaml': open });
    const answers = ['n', 'n', 'n', 'n', 'a', 'e', '', '', '', '', 'bob-roe', '', '', '', '', 'a', 'q'];
    const { stdout } = await review(folder, answers);
    expect(stdout).toContain(`
  “We have no choice,” Ms Lee told the Gazette on 10 March.
  Bob Roe, the mayor of Larkbridge, met Ann Lee.
  [He] said [the bridge was safe].
`);
    expect(stdout).toContain('  speaker  Who is “He”? "e" asks for the slug.\n');
    expect(stdout).toContain('The field "agent" is missing.');
    expect(stdout).toContain('  speaker  Bob Roe (bob-roe, a person, proposed too) “He”\n');
    expect(stdout).toContain('1 accepted');
    expect(contentOf(folder, 'articles/mill.yaml')).toContain('agent: bob-roe');
  });

  test('A accepts all of the kind', async () => {
    const folder = draftFolder();
    const { stdout, status } = await review(folder, ['n', 'A']);
    expect(stdout).toContain('3 statements accepted.');
    expect(stdout).toContain('3 accepted, 0 rejected, 6 left open.\n6 proposals are left.');
    expect(status).toBe(1);
  });

  test('is refused where the compiler finds something wrong', async () => {
    const folder = draftFolder({ 'articles/mill.yaml': YAML.replace('We have no choice ', 'We have a choice ') });
    const { stdout } = await review(folder, ['n', 'n', 'a', 'q']);
    expect(stdout).toContain('The text does not have these words.');
    expect(stdout).toContain('The proposal cannot be accepted like this.');
    expect(stdout).toContain('0 accepted');
  });
});

describe('rejecting', () => {
  test('takes a statement out and leaves every other line', async () => {
    const folder = draftFolder();
    await review(folder, ['n', 'r']);
    // The comment does not become one on the next statement.
    const rest = YAML.replace(/ {2}- statement: lee-mill-shut[\s\S]*?(?=\n {2}- statement: lee-no)/, '');
    expect(contentOf(folder, 'articles/mill.yaml')).toBe(rest);
  });

  test('shows where a person is used, and removes these places too if the editor says so', async () => {
    const folder = draftFolder();
    const { stdout } = await review(folder, ['r', '-']);
    expect(stdout).toContain(`  ann-lee is used:
  - 2 places name it as a speaker
  - 1 place names it as a participant
  - 2 statements would be removed with it
`);
    expect(contentOf(folder, 'people/ann-lee.yaml')).toBeNull();
    expect(contentOf(folder, 'articles/mill.yaml')).not.toMatch(/ann-lee|lee-no-choice/);
    expect(stdout).toContain('0 accepted, 3 rejected, 6 left open.');
  });

  test('asks nothing about a fact that nothing rests on', async () => {
    const folder = draftFolder();
    const { stdout } = await review(folder, [...Array<string>(6).fill('n'), 'r', 'q']);
    expect(stdout).toContain('1 rejected');
    expect(contentOf(folder, 'articles/mill.yaml')).toBe(YAML.replace(/facts:[\s\S]*?(?=mentions)/, ''));
  });

  test('takes nothing out of an article that is not under review', async () => {
    const other = `digest: ${DIGEST}\nmentions:\n  ann-lee: Ann Lee\n`;
    const folder = draftFolder({
      'articles/other.md': `---\nlanguage: en\n---\n\n${TEXT}\n`,
      'articles/other.yaml': other,
    });
    const { stdout } = await review(folder, ['r', '-', 'q']);
    expect(stdout).toContain('also in articles/other.yaml, which is not under review');
    expect(stdout).toContain('Kept. It can only be replaced: give the slug of another thing.');
    expect(contentOf(folder, 'people/ann-lee.yaml')).toBe(FILES['people/ann-lee.yaml']);
    await review(folder, ['r', 'anne-leigh', 'q']);
    expect(contentOf(folder, 'articles/other.yaml')).toBe(other.replace('ann-lee', 'anne-leigh'));
  });

  test('keeps the person if nothing is answered', async () => {
    const folder = draftFolder();
    const { stdout } = await review(folder, ['r', '', 'q']);
    expect(stdout).toContain('Kept.');
    expect(contentOf(folder, 'articles/mill.yaml')).toBe(YAML);
  });

  test('lets another take its place', async () => {
    const folder = draftFolder();
    await review(folder, ['r', 'anne-leigh']);
    expect(contentOf(folder, 'people/ann-lee.yaml')).toBeNull();
    expect(contentOf(folder, 'articles/mill.yaml')).toBe(
      YAML.replaceAll('ann-lee', 'anne-leigh').replace(/:\n {4}names: (\[Ann.*)\n {4}draft: name/, ': $1'),
    );
  });
});

describe('editing', () => {
  test('changes the line of the field, and asks again for words that are not in the text', async () => {
    const folder = draftFolder();
    const answers = ['n', 'e', '', '', 'the mill would be shut', '', 'the mill', ...Array<string>(9).fill(''), 'q'];
    const { stdout } = await review(folder, answers);
    expect(stdout).toContain('The text does not have these words.');
    expect(contentOf(folder, 'articles/mill.yaml')).not.toContain('would be shut');
  });

  test('gives a statement another speaker', async () => {
    const folder = draftFolder();
    const answers = ['n', 'e', '', '', '', '', 'bob-roe', '', '', '', '', 'q'];
    const { stdout } = await review(folder, answers);
    expect(stdout).toContain('Saved.');
    expect(contentOf(folder, 'articles/mill.yaml')).toBe(YAML.replace('agent: ann-lee', 'agent: bob-roe'));
  });

  test('asks again for a speaker that there is not, and gives up on "!"', async () => {
    const folder = draftFolder();
    const { stdout } = await review(folder, ['n', 'e', '', '', '', '', 'bob-row', '', '!', 'q']);
    expect(stdout).toContain('The corpus has nothing called “bob-row”.');
    expect(stdout).toContain('Fix: Write "bob-roe"');
    expect(contentOf(folder, 'articles/mill.yaml')).toBe(YAML);
  });

  test('asks which place is meant', async () => {
    const folder = draftFolder();
    await review(folder, ['n', 'e', '', '', '', 'said', '2', ...Array<string>(5).fill(''), 'q']);
    expect(contentOf(folder, 'articles/mill.yaml')).toContain('cue:\n      quote: said\n      prefix: ');
  });

  test('merges a person into one that is there', async () => {
    const folder = draftFolder();
    const { stdout } = await review(folder, ['e', 'anne-leigh', 'y', 'q']);
    expect(stdout).toContain('"anne-leigh" is already a person in the corpus.');
    expect(contentOf(folder, 'people/ann-lee.yaml')).toBeNull();
    expect(contentOf(folder, 'articles/mill.yaml')).toContain('  anne-leigh: [Ann Lee, Ms Lee]\n');
    expect(contentOf(folder, 'articles/mill.yaml')).not.toContain('ann-lee');
  });

  test('gives a person a new slug everywhere', async () => {
    const folder = draftFolder();
    await review(folder, ['e', 'ann-e-lee', 'q']);
    expect(contentOf(folder, 'people/ann-lee.yaml')).toBeNull();
    expect(contentOf(folder, 'people/ann-e-lee.yaml')).toBe(FILES['people/ann-lee.yaml']);
    expect(contentOf(folder, 'articles/mill.yaml')).toBe(YAML.replaceAll('ann-lee', 'ann-e-lee'));
  });

  test('accepts statements of a person whose new slug was accepted before', async () => {
    const folder = draftFolder();
    const { status, stdout } = await review(folder, ['e', 'ann-e-lee', ...ALL]);
    expect(stdout).toContain('9 accepted, 0 rejected, 0 left open.');
    expect(status).toBe(0);
  });

  test('says how to keep a value and how to give up before the first question', async () => {
    const { stdout } = await review(draftFolder(), ['e', '!', 'q']);
    expect(stdout).toContain('"!" gives up and changes nothing.\n  slug [ann-lee]: ');
  });

  test('E opens the lines in the editor of the environment', async () => {
    const folder = draftFolder();
    const { stdout } = await review(folder, ['n', 'E', 'q'], { EDITOR: 'sed -i s/INDIRECT/ANNOUNCEMENT/' });
    expect(stdout).toContain('Saved.');
    expect(contentOf(folder, 'articles/mill.yaml')).toBe(YAML.replace('INDIRECT', 'ANNOUNCEMENT'));
  });

  test('E changes nothing where that editor leaves no file', async () => {
    const folder = draftFolder();
    const { stdout } = await review(folder, ['n', 'E', 'q'], { EDITOR: 'rm' });
    expect(stdout).toContain('Nothing was changed.');
    expect(stdout).toContain('9 left open.');
    expect(contentOf(folder, 'articles/mill.yaml')).toBe(YAML);
  });
});

describe('an article that nobody has looked at', () => {
  const md = MD.replace('\n---\n\n', '\nurl: https://gazette.example/mill\ndraft: import-json-ld\n---\n\n');

  test('comes last, with what its front matter says, and is accepted', async () => {
    const folder = draftFolder({ 'articles/mill.md': md });
    const { status, stdout } = await review(folder, [...ALL, 'a']);
    expect(stdout).toContain(`
10 of 10  Article
  proposed by the rule "import json ld", in articles/mill.md

  slug       mill
  headline   Mill to stay shut
  language   en
  publisher  The Gazette (gazette, an organization)
  url        https://gazette.example/mill
`);
    expect(stdout).toContain('10 accepted, 0 rejected, 0 left open.');
    expect(status).toBe(0);
    expect(contentOf(folder, 'articles/mill.md')).toBe(md.replace(/\n *draft: .*/g, ''));
  });

  test('has other fields where the editor says so, and is not rejected', async () => {
    const folder = draftFolder({ 'articles/mill.md': md });
    const { stdout } = await review(folder, [...Array<string>(9).fill('n'), 'e', 'en-GB', '', '-', 'r', 'q']);
    expect(stdout).toContain('Saved.');
    expect(stdout).toContain('delete articles/mill.md and .yaml');
    expect(contentOf(folder, 'articles/mill.md')).toBe(
      md.replace('language: en #', 'language: en-GB #').replace(/url: .*\n/, ''),
    );
  });
});

describe('going about', () => {
  test('undo brings back the bytes', async () => {
    const folder = draftFolder();
    const { stdout } = await review(folder, ['a', 'r', 'u', 'u', 'u', 'q']);
    expect(stdout).toContain('There is nothing to undo.');
    for (const [path, content] of Object.entries(FILES)) expect(contentOf(folder, path), path).toBe(content);
  });

  test('what is decided stays when the input ends, and the next run goes on', async () => {
    const folder = draftFolder();
    const first = await review(folder, ['a', 'a']);
    expect(first).toMatchObject({ status: 1 });
    expect(first.stdout).toContain('7 proposals are left. Continue with: npm run data -- review articles/mill.yaml');
    expect(await review(folder, ALL.slice(2))).toMatchObject({ status: 0 });
    expect(contentOf(folder, 'articles/mill.yaml')).toBe(ACCEPTED);
    const done = await review(folder, []);
    expect(done).toEqual({ status: 0, stdout: 'There are no proposals in articles/mill.yaml.\n', stderr: '' });
  });

  test('b goes back to what was passed over', async () => {
    const { stdout } = await review(draftFolder(), ['n', 'b', 'b', 'q']);
    expect(stdout.match(/^1 of 9/gm)).toHaveLength(2);
    expect(stdout).toContain('No open proposal comes before this one.');
  });

  test('an entity file alone', async () => {
    const folder = draftFolder();
    expect(await review(folder, ['a'], {}, 'people/bob-roe.yaml')).toMatchObject({ status: 0 });
    expect(contentOf(folder, 'people/bob-roe.yaml')).toBe('name: Bob Roe\n');
  });

  test('a place leads to the larger one, also when it is decided', async () => {
    const folder = draftFolder({
      'articles/mill.yaml': YAML.replace('kind: MEETING', 'kind: MEETING\n    places: [hill]'),
      'places/hill.yaml': 'name: Hill\nkind: SITE\ncontainedIn: shire\ndraft: place\n',
      'places/shire.yaml': 'name: Shire\nkind: REGION\ndraft: place\n',
    });
    const { stdout } = await review(folder, [...ALL, 'a', 'a']);
    expect(stdout).toContain('7 of 11  Place: Shire');
    expect(stdout).toContain('11 accepted, 0 rejected, 0 left open.');
    expect(contentOf(folder, 'places/shire.yaml')).toBe('name: Shire\nkind: REGION\n');
  });

  test('makes what moves the cursor harmless', async () => {
    const folder = draftFolder({ 'people/ann-lee.yaml': 'name: "Ann\\e[2J Lee"\ndraft: "na\\e[31mme"\n' });
    const { stdout } = await review(folder, ['q']);
    expect(stdout).toContain('Ann·[2J Lee');
    expect(stdout).not.toContain('\u001b');
  });
});

describe('beside others', () => {
  test('a second run is refused', async () => {
    const folder = draftFolder();
    const first = start(folder);
    const ended = outcomeOf(first);
    await printed(first, '1 of 9');
    const second = await review(folder, ['a']);
    expect(second.status).toBe(1);
    expect(second.stderr).toContain('"review" (process');
    first.stdin?.end('q\n');
    await ended;
  });

  test('what another program has written is read again, not written over', async () => {
    const folder = draftFolder();
    const child = start(folder);
    const ended = outcomeOf(child);
    await printed(child, '1 of 9');
    const file = join(folder, 'corpus/articles/mill.yaml');
    writeFileSync(file, YAML.replace('# Checked by hand', '# Checked twice'));
    child.stdin?.end('a\na\nq\n');
    const { stdout } = await ended;
    expect(stdout).toContain('Another program has changed articles/mill.yaml. Your answer was not used');
    expect(readFileSync(file, 'utf8')).toContain('# Checked twice\n  gazette');
    expect(readFileSync(file, 'utf8')).toContain('ann-lee: [Ann Lee, Ms Lee]\n');
  });

  test('an edit is made in what it has written while a form was open', async () => {
    const folder = draftFolder();
    const child = start(folder);
    const ended = outcomeOf(child);
    const form = printed(child, 'kind [INDIRECT]: ');
    child.stdin?.write('n\ne\n\n');
    await form;
    const written = YAML.replace('# Checked by hand', '# Checked twice');
    writeFileSync(join(folder, 'corpus/articles/mill.yaml'), written);
    child.stdin?.end('FINDING\n\n\n\n\n\n\n\n');
    const { stdout } = await ended;
    expect(stdout).toContain('Another program has changed articles/mill.yaml.\nSaved.');
    expect(contentOf(folder, 'articles/mill.yaml')).toBe(written.replace('INDIRECT', 'FINDING'));
  });

  test('an edit of lines that it has changed too is kept in a file of its own', async () => {
    const folder = draftFolder();
    const script = 'sed -i s/INDIRECT/FINDING/ "$1"\nsed -i s/INDIRECT/ANNOUNCEMENT/ corpus/articles/mill.yaml\n';
    writeFileSync(join(folder, 'editor.sh'), script);
    const { stdout } = await review(folder, ['n', 'E', 'q'], { EDITOR: 'sh editor.sh' });
    expect(stdout).not.toContain('Saved.');
    const [, kept = ''] = /is kept in (\S+)\.\n/.exec(stdout) ?? [];
    expect(readFileSync(kept, 'utf8')).toContain('statement: lee-mill-shut\nkind: FINDING\n');
    expect(contentOf(folder, 'articles/mill.yaml')).toBe(YAML.replaceAll('INDIRECT', 'ANNOUNCEMENT'));
  });

  test('a file that it has saved with a mistake is reported and counts as left', async () => {
    const folder = draftFolder({ 'people/ann-lee.yaml': 'name: Ann Lee\n', 'people/bob-roe.yaml': 'name: Bob Roe\n' });
    const child = start(folder);
    const ended = outcomeOf(child);
    await printed(child, '1 of 9');
    writeFileSync(join(folder, 'corpus/articles/mill.yaml'), 'statements: [\n');
    child.stdin?.end('a\na\na\n');
    const { status, stdout } = await ended;
    expect(stdout).toContain('articles/mill.yaml can no longer be read');
    expect(stdout).toContain('npm run data -- check --corpus corpus\n');
    expect(status).toBe(1);
  });

  test('an interrupted run loses nothing', async () => {
    const folder = draftFolder();
    const child = start(folder);
    const ended = outcomeOf(child);
    const second = printed(child, '2 of 9');
    child.stdin?.write('a\n');
    await second;
    child.kill('SIGINT');
    const { status, stderr } = await ended;
    expect(stderr).toContain('Everything decided is saved.');
    expect(status).toBe(130);
    expect(contentOf(folder, 'people/ann-lee.yaml')).toBe('name: Ann Lee\n');
    expect(contentOf(folder, '.lock')).toBeNull();
  });
});

describe('wrong usage', () => {
  test.each([
    [[], 'No file given.'],
    [['articles/none.yaml'], 'There is no file "articles/none.yaml".'],
    [['../corpus/articles/mill.yaml'], 'contains ".."'],
    [['corpus/articles'], 'is not a file of a corpus'],
    [['elsewhere.yaml'], 'is not in the corpus'],
    [['articles/mill.yaml', '--corpus', 'none'], 'There is no folder "none"'],
    [['--frob'], '--frob'],
  ])('%j', async (args, message) => {
    const folder = draftFolder();
    writeFileSync(join(folder, 'elsewhere.yaml'), 'name: X\n');
    const { status, stderr } = await run(
      folder,
      'review',
      ...(args.includes('--corpus') ? args : [...args, '--corpus', 'corpus']),
    );
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
    expect(status).toBe(2);
  });

  test('a file that cannot be read is said to be so', async () => {
    const folder = draftFolder({ 'articles/mill.md': TEXT });
    const { status, stderr } = await review(folder, ['a']);
    expect(stderr).toContain('front-matter');
    expect(stderr).toContain('cannot be reviewed until it can be read');
    expect(status).toBe(1);
  });
});
