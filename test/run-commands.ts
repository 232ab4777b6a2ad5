/** Runs commands in the test's own process, so that a table of dozens of cases does not start Node for each. */

import { refusedStatus } from '../data/compile/command-line.ts';
import { warn } from '../data/compile/terminal.ts';
import type { Outcome } from './compile/run.ts';

const COMMANDS = {
  check: () => import('../newsroom/check/command.ts'),
  compile: () => import('../data/compile/command.ts'),
  draft: () => import('../newsroom/draft/command.ts'),
  export: () => import('../newsroom/export/command.ts'),
  generate: () => import('./generate/command.ts'),
  import: () => import('../newsroom/import/command.ts'),
  merge: () => import('../newsroom/rewrite/merge.ts'),
  rename: () => import('../newsroom/rewrite/rename.ts'),
  schemas: () => import('../newsroom/schemas/command.ts'),
  slugs: () => import('../data/compile/slugs-command.ts'),
  stats: () => import('../newsroom/stats/command.ts'),
  withdraw: () => import('../newsroom/rewrite/withdraw.ts'),
} as const;

/** The working folder and the terminal belong to the whole process, so commands run one at a time. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * Like `run` of compile/run.ts, but without a process. A fault of the program is thrown, not printed. The output and
 * exit of the real command line, and what depends on a separate process (signals, locks), are tested with `run`.
 */
export function runInProcess(folder: string, name: keyof typeof COMMANDS, ...args: string[]): Promise<Outcome> {
  const outcome = queue.then(async () => {
    const command = await COMMANDS[name]();
    return inFolder(folder, () => captured(() => command.run(args)));
  });
  queue = outcome.catch(() => undefined);
  return outcome;
}

async function inFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await work();
  } finally {
    process.chdir(before);
  }
}

async function captured(command: () => number | Promise<number>): Promise<Outcome> {
  const stdout = capture(process.stdout);
  const stderr = capture(process.stderr);
  try {
    const status = await explained(command);
    return { status, stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    stdout.release();
    stderr.release();
  }
}

/** Explains errors like data/compile/command-line.ts, but passes a fault of the program on to the test. */
async function explained(command: () => number | Promise<number>): Promise<number> {
  try {
    return await command();
  } catch (error) {
    const status = refusedStatus(error);
    if (status === null) throw error;
    warn`${(error as Error).message}\n`;
    return status;
  }
}

/** Captures the output to the stream until it is released. */
function capture(stream: NodeJS.WriteStream): { text(): string; release(): void } {
  const { write } = stream;
  const pieces: Uint8Array[] = [];
  stream.write = (piece: string | Uint8Array, ...rest: readonly unknown[]) => {
    pieces.push(Buffer.from(piece as string));
    const written = rest.find((one): one is () => void => typeof one === 'function');
    written?.();
    return true;
  };
  return {
    text: () => Buffer.concat(pieces).toString(),
    release: () => {
      stream.write = write;
    },
  };
}
