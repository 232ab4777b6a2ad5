/**
 * `npm start`: runs the Worker on this machine with `wrangler dev`, and passes its arguments on.
 *
 * `--corpus DIR` serves another folder of authored files than `data/corpus`. It is built once first, so that a mistake
 * in it stops the start; after later mistakes the last good version is served, as with the default. Its output is kept
 * apart, so that it is never deployed by mistake.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, resolve } from 'node:path';

/** A link that wrangler.toml watches, because wrangler takes no folder to watch as an argument. */
const WATCHED = '.generated/watched-corpus';
/** The process that serves another corpus: a second one would compile into the same place, and both serve the second. */
const SERVING = '.generated/watched-corpus.pid';
const WRANGLER = ['node_modules/wrangler/bin/wrangler.js', 'dev', '--var', 'RATE_LIMIT:local'];
/** Wrangler's own, and the one that makes `#corpus` in package.json the other corpus: `dev` ignores `--alias`. */
const CONDITIONS = 'other-corpus,workerd,worker,browser';

await main();

async function main(): Promise<void> {
  const { corpus, others } = readArguments(process.argv.slice(2));
  const problem = (corpus === null ? null : problemOf(corpus, others)) ?? (await problemOfPort(others));
  if (problem !== null) {
    process.stderr.write(`${problem}\n`);
    process.exitCode = 2;
    return;
  }
  const checked = checkSettings(others);
  if (checked !== 0) {
    process.exitCode = checked;
    return;
  }
  if (servingProcess() === null) cleanUp();
  if (corpus === null) {
    runWrangler(others, { ...process.env, DATELINE_DONE: 'settings' });
    return;
  }
  process.on('exit', cleanUp);
  mkdirSync(dirname(SERVING), { recursive: true });
  writeFileSync(SERVING, String(process.pid));
  const env = {
    ...process.env,
    DATELINE_DONE: 'settings',
    DATELINE_CORPUS: corpus,
    WRANGLER_BUILD_CONDITIONS: CONDITIONS,
  };
  const { status } = spawnSync(process.execPath, ['src/build/build.ts'], { stdio: 'inherit', env });
  if (status !== 0) {
    process.exitCode = status ?? 1;
    return;
  }
  symlinkSync(resolve(corpus), WATCHED, 'junction');
  runWrangler(others, env);
}

interface Arguments {
  /** The folder after `--corpus`, empty if missing; null without the option. */
  readonly corpus: string | null;
  readonly others: readonly string[];
}

function readArguments(args: readonly string[]): Arguments {
  const at = args.findIndex((argument) => /^--corpus(=|$)/.test(argument));
  const option = args[at];
  if (option === undefined) return { corpus: null, others: args };
  const isJoined = option.includes('=');
  const corpus = isJoined ? option.slice('--corpus='.length) : (args[at + 1] ?? '');
  return { corpus, others: args.toSpliced(at, isJoined ? 1 : 2) };
}

/** Null if the folder can be tried; `compile` reports a folder that does not exist. */
function problemOf(corpus: string, others: readonly string[]): string | null {
  if (corpus === '' || corpus.startsWith('-')) {
    return '"--corpus" has no folder. Give the folder of a corpus: npm start -- --corpus test/corpora/gazette';
  }
  if (/(^| )(--env|-e)[= ]?d1( |$)/.test(others.join(' '))) {
    return `"--corpus" cannot be given with "--env d1", which serves the published corpus. Publish the folder: npm run data -- publish --corpus ${corpus}`;
  }
  const other = servingProcess();
  if (other === null) return null;
  return `Process ${other} already serves the folder of another "--corpus" from here. Stop it first; if that is something else, delete ${SERVING}.`;
}

/** The process that serves another corpus; null if none does, whatever one that was killed has left behind. */
function servingProcess(): number | null {
  const pid = existsSync(SERVING) ? Number(readFileSync(SERVING, 'utf8')) : 0;
  try {
    return pid > 0 && process.kill(pid, 0) ? pid : null;
  } catch {
    return null;
  }
}

/** Leaves nothing behind that the next start would take for its own. */
function cleanUp(): void {
  for (const left of [WATCHED, SERVING]) rmSync(left, { force: true });
}

/** Null if the port is free. wrangler finds out only after the build, and its message is lost among those of esbuild. */
async function problemOfPort(others: readonly string[]): Promise<string | null> {
  const [, given] = /(?:^| )--port[= ](\d+)(?: |$)/.exec(others.join(' ')) ?? [];
  const [, usual] = /^port = (\d+)$/m.exec(readFileSync('wrangler.toml', 'utf8')) ?? [];
  const port = Number(given ?? usual);
  const server = createServer();
  try {
    await once(server.listen(port, 'localhost'), 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') return null;
    return `Port ${port} is in use, perhaps by another "npm start". Stop that one, or use another port: npm start -- --port ${port + 1}`;
  }
  await once(server.close(), 'close');
  return null;
}

/** Otherwise the Worker would start, and answer every request with an error. */
function checkSettings(args: readonly string[]): number {
  const check = ['src/build/check-settings.ts', '--dev', ...WRANGLER.slice(2), ...args];
  return spawnSync(process.execPath, check, { stdio: 'inherit' }).status ?? 1;
}

/** Runs until wrangler ends, and passes signals on to it. */
function runWrangler(args: readonly string[], env: NodeJS.ProcessEnv): void {
  const wrangler = spawn(process.execPath, [...WRANGLER, ...args], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => wrangler.kill(signal));
  wrangler.on('exit', (status) => {
    process.exitCode = status ?? 1;
  });
}
