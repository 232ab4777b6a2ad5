// `npm start -- --corpus DIR`: which folder is served, and what is refused.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf } from '../compile/run.ts';

test.each([
  [
    'a folder that is missing',
    ['--corpus', 'no/such'],
    2,
    'There is no folder "no/such". Give the folder of the corpus',
  ],
  ['no folder', ['--corpus'], 2, '"--corpus" has no folder. Give the folder of a corpus: npm start -- --corpus'],
  ['an option for a folder', ['--corpus', '--port=1'], 2, '"--corpus" has no folder.'],
  ['a folder for D1', ['--env', 'd1', '--corpus=data/corpus'], 2, 'npm run data -- publish --corpus data/corpus\n'],
  ['a folder for D1, said briefly', ['-e', 'd1', '--corpus=data/corpus'], 2, 'npm run data -- publish --corpus'],
  [
    'a wrong setting',
    ['--var', 'MAX_COST:10k'],
    1,
    '--var or .dev.vars: Setting MAX_COST is "10k"; it must be a whole',
  ],
  ['a folder with a mistake', [`--corpus=${folderOf({ 'people/ann.yaml': 'nme: Ann\n' })}`], 1, 'people/ann.yaml:1:1'],
])('refuses %s', async (_, args, status, problem) => {
  const started = start(args);
  expect(await started.ended).toBe(status);
  expect(started.printed()).toContain(problem);
  expect(started.printed()).not.toContain('Ready on');
});

test('refuses a port that is in use, and says how to use another', async () => {
  const server = createServer();
  await once(server.listen(0, 'localhost'), 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    const started = start(['--port', String(port)]);
    expect(await started.ended).toBe(2);
    expect(started.printed()).toBe(
      `Port ${port} is in use, perhaps by another "npm start". Stop that one, or use another port: npm start -- --port ${port + 1}\n`,
    );
  } finally {
    server.close();
  }
});

test('serves another folder, and what is saved in it, and leaves no link to it', { timeout: 180_000 }, async () => {
  const folder = join(folderOf({ 'a folder/people/ann.yaml': 'name: Ann Lee\n' }), 'a folder');
  const started = start(['--corpus', folder, '--port', '0', '--inspector-port', '0']);
  try {
    await expect.poll(started.printed, { timeout: 90_000 }).toMatch(/Ready on http:\S+/);
    const origin = /Ready on (http:\S+)/.exec(started.printed())![1];
    const people = async () => {
      const response = await fetch(`${origin}/graphql?query={people{nodes{name}}}`);
      return (await response.json()).data.people.nodes;
    };
    expect(await people()).toEqual([{ name: 'Ann Lee' }]);

    const second = start(['--corpus', 'data/corpus']);
    expect(await second.ended).toBe(2);
    expect(second.printed()).toMatch(/^Process \d+ already serves the folder of another "--corpus" from here\. /);

    writeFileSync(join(folder, 'people/ann.yaml'), 'name: Ann Marsh\n');
    await expect.poll(people, { timeout: 60_000, interval: 500 }).toEqual([{ name: 'Ann Marsh' }]);
  } finally {
    started.stop();
    await started.ended;
  }
  expect(existsSync('.generated/watched-corpus')).toBe(false);
});

test('the demo is the invented corpus', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(scripts.demo).toBe('npm start -- --corpus test/corpora/gazette');
});

/** Runs the command behind `npm start`, until it ends or is stopped. */
function start(args: readonly string[]) {
  const child = spawn(process.execPath, ['--env-file=start.env', 'src/build/start.ts', ...args], {
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '' },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
  return {
    printed: () => text,
    ended: once(child, 'close').then(([status]) => status),
    stop: () => child.kill('SIGTERM'),
  };
}
