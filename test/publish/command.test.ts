import { spawn } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openD1 } from '../../data/d1/corpus.ts';
import { makeFolder, openIn } from '../d1/database.ts';

const { folder, remove } = makeFolder();
const corpus = join(folder, 'corpus');

beforeAll(() => {
  cpSync('test/corpora/gazette', corpus, { recursive: true });
});
afterAll(remove);

describe('publish', { timeout: 120_000 }, () => {
  it('publishes the corpus, again only where it has changed, and goes back and forth', async () => {
    const first = await run('--corpus', corpus);
    expect(first.stdout).toMatch(/^Published sha256:[0-9a-f]{64}: wrote (\d+) of its \1 chunks, \d+ rows\.\n$/);
    expect(first.stderr).toMatch(
      /^About [\d,]+ rows to write, \d\.\d MB; the previous corpus stays beside it\.\nThe free plan of D1 allows 100,000 rows a day, of which this is \d\.\d %, and 500 MB a database\.\n$/,
    );
    const [old] = /sha256:\w+/.exec(first.stdout) ?? [];
    expect(await versionRead()).toBe(old);

    const unchanged = await run('--corpus', corpus);
    expect(unchanged.stdout).toBe(`Readers already read ${old}; nothing was written.\n`);

    const person = join(corpus, 'people/ada-lindqvarn.yaml');
    writeFileSync(person, readFileSync(person, 'utf8').replace(/^name: .*$/m, 'name: Ada Newly'));
    const second = await run('--corpus', corpus);
    expect(second.stdout).toMatch(/^Published sha256:[0-9a-f]{64}: wrote \d+ of its \d+ chunks, \d+ rows\.\n$/);
    expect(await versionRead()).not.toBe(old);

    const back = await run('--rollback');
    expect(back).toMatchObject({ status: 0, stderr: '' });
    expect(back.stdout).toMatch(
      /^Readers are back at the corpus of \d{4}-\d\d-\d\dT[\d:]{8}Z, sha256:\w+\. --rollback again undoes it\.\n$/,
    );
    expect(await versionRead()).toBe(old);
  });

  it.each([
    { how: 'Ctrl-C, which also reaches the local database', group: true },
    { how: 'a signal to it alone', group: false },
  ])('is interrupted by $how, says what stays, and can be run again', async ({ group }) => {
    const person = join(corpus, 'people/ada-lindqvarn.yaml');
    writeFileSync(person, readFileSync(person, 'utf8').replace(/^name: .*$/m, `name: Ada ${group}`));
    const before = await versionRead();
    const { status, stdout, stderr } = await interrupted(group, '--corpus', corpus);

    expect({ status, stdout }).toEqual({ status: 130, stdout: '' });
    expect(stderr).toMatch(/\nStopped\. Readers still read the previous corpus, [^\n]+\n$/);
    expect(await versionRead()).toBe(before);
    expect(await run('--corpus', corpus)).toMatchObject({ status: 0 });
    expect(await versionRead()).not.toBe(before);
  });

  it('publishes nothing of a corpus with problems, and says them', async () => {
    const { status, stdout, stderr } = await run('--corpus', 'test/compile');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/nothing was written\.\n$/);
  });

  it.each([
    { args: ['--local', '--remote'], says: 'Give --local or --remote, not both.' },
    {
      args: ['--corpus', 'nowhere'],
      says: 'There is no folder "nowhere". Give the folder of the corpus: --corpus DIR.',
    },
    { args: ['--rollback', '--config', 'none.toml'], says: 'There is no file "none.toml".' },
    {
      args: ['--rollback', '--database', 'OTHER'],
      says: 'There is no database "OTHER", and [env.d1] of test/d1/wrangler.toml has DATABASE.',
    },
    { args: ['--rollback', '--remote'], says: 'There is no terminal to ask on. Give --yes to publish to Cloudflare.' },
    {
      args: ['--rollback', '--remote', '--yes'],
      says: 'The database "DATABASE" of test/d1/wrangler.toml has no database_id. "npx wrangler d1 create NAME" creates one and prints it.',
    },
    { args: ['--colour'], says: "Unknown option '--colour'" },
  ])('refuses $args', async ({ args, says }) => {
    const { status, stdout, stderr } = await run(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(says);
  });

  it('explains itself', async () => {
    const { status, stdout } = await run('--help');
    expect(status).toBe(0);
    for (const option of [
      '--corpus',
      '--local',
      '--remote',
      '--rollback',
      '--verify',
      '--database',
      '--persist-to',
      '--yes',
      '--force',
    ]) {
      expect(stdout).toContain(`\n  ${option}`.slice(0, 8));
      expect(stdout).toContain(option);
    }
  });
});

/** The version that the next reader of the database reads. */
async function versionRead(): Promise<string> {
  const { database, close } = await openIn(folder);
  const { summary } = await openD1(database).openRequest();
  await close();
  return summary.version;
}

function run(...args: string[]) {
  return outcomeOf(start(args));
}

/** Runs the command and interrupts it as soon as it has said what it is going to do. */
function interrupted(group: boolean, ...args: string[]) {
  const child = start(args);
  child.stderr.once('data', () => process.kill(group ? -(child.pid ?? 0) : (child.pid ?? 0), 'SIGINT'));
  return outcomeOf(child);
}

function start(args: readonly string[]) {
  const own = ['--config', 'test/d1/wrangler.toml', '--persist-to', folder];
  return spawn(process.execPath, [MAIN, 'publish', ...own, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '', FORCE_COLOR: '' },
    detached: true,
  });
}

const MAIN = 'data/main.ts';

function outcomeOf(
  child: ReturnType<typeof start>,
): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const outcome = { status: null as number | null, stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    outcome.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    outcome.stderr += text;
  });
  return new Promise((resolve) => child.on('close', (status) => resolve({ ...outcome, status })));
}
