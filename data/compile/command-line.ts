/** The command line: finds a command by its name, runs it, and explains what it refuses. */
import { enableCompileCache } from 'node:module';
import { inspect } from 'node:util';
import { Refusal } from './refusal.ts';
import { sayLines, warn, warnLines } from './terminal.ts';

/** Runs one command with the arguments after its name, and returns its exit status. */
export type Run = (args: readonly string[]) => number | Promise<number>;

export interface Command {
  /** What it does, for its line of the help. */
  readonly about: string;
  /** Loads the command only when it runs, so that `--help` and a wrong command answer at once. */
  readonly load: () => Promise<{ readonly run: Run }>;
}

/** Commands by name, in the order of the help. */
export type Commands = ReadonlyMap<string, Command>;

/** The commands that the endpoint needs. */
export const ENDPOINT_COMMANDS = {
  compile: { about: 'compiles the corpus into what the Worker serves', load: () => import('./command.ts') },
  slugs: { about: 'records the slugs that readers may hold links to', load: () => import('./slugs-command.ts') },
  publish: { about: 'publishes the corpus to a Cloudflare D1 database', load: () => import('../publish/command.ts') },
} as const satisfies Readonly<Record<string, Command>>;

/** Runs the arguments of this process and sets its exit status. */
export async function runProcess(run: Run): Promise<void> {
  // Halves the time a command takes to start: otherwise Node strips the types of every file each time.
  enableCompileCache();
  // The reader of the output may stop in the middle, as `head` does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    warn`${error.message}\n`;
    process.exit(1);
  });
  process.exitCode = await runExplained(run, process.argv.slice(2));
}

/** Runs the command that the first argument names and returns its exit status: 2 if there is no such command. */
export async function runCommands(commands: Commands, [name, ...args]: readonly string[]): Promise<number> {
  if (name === '--help' || name === '-h') {
    sayLines(help(commands));
    return 0;
  }
  const command = commands.get(name ?? '');
  if (command === undefined) {
    warn`${name === undefined ? 'No command is given.' : `There is no command "${name}".`}\n\n`;
    warnLines(help(commands));
    return 2;
  }
  return await runExplained(async (rest) => (await command.load()).run(rest), args);
}

async function runExplained(run: Run, args: readonly string[]): Promise<number> {
  try {
    return await run(args);
  } catch (error) {
    return explain(error);
  }
}

function help(commands: Commands): string {
  const lines = [...commands].map(([name, { about }]) => `  ${name.padEnd(10)}${about}`);
  return `Usage: npm run data -- COMMAND [OPTIONS]\n\n${lines.join('\n')}\n\nCOMMAND --help says more about a command.\n`;
}

/**
 * Prints a sentence for what a command refuses, for wrong options, and for what the operating system refuses: no such
 * file, no right to write. Anything else is a fault of the program, even if Node gives it a code, and gets its stack.
 */
function explain(error: unknown): number {
  const status = refusedStatus(error);
  if (status === null) warnLines(`${inspect(error)}\n`);
  else warn`${(error as Error).message}\n`;
  if (isWrongOption(error)) warn`"--help" lists the options.\n`;
  return status ?? 1;
}

/** The exit status for a refusal; null if the error is a fault of the program. */
export function refusedStatus(error: unknown): number | null {
  if (error instanceof Refusal) return error.status;
  if (!(error instanceof Error)) return null;
  if (isWrongOption(error)) return 2;
  return 'errno' in error && 'syscall' in error ? 1 : null;
}

function isWrongOption(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
