/** The command line for the corpus: finds the command, and says how it is used where it is used wrongly. */
import { enableCompileCache } from 'node:module';
import { inspect } from 'node:util';
import { Refusal } from '../data/compile/refusal.ts';
import { sayLines, warn, warnLines } from '../data/compile/terminal.ts';

interface Command {
  readonly about: string;
  /** Loaded only when asked for: `--help` and a wrong command answer at once. */
  readonly load: () => Promise<{ readonly run: (args: readonly string[]) => number | Promise<number> }>;
}

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['draft', { about: 'a plain article into files, each proposal marked', load: () => import('./draft/command.ts') }],
  ['review', { about: 'the proposals of a draft, one by one', load: () => import('./review/command.ts') }],
  ['check', { about: 'what is wrong, and what is worth a look', load: () => import('./check/command.ts') }],
  [
    'compile',
    { about: 'the authored corpus into what the Worker serves', load: () => import('../data/compile/command.ts') },
  ],
  ['import', { about: 'articles from outside as drafts, and exports', load: () => import('./import/command.ts') }],
  ['export', { about: 'JSON-LD, N-Quads, CSV, NDJSON or the bundle', load: () => import('./export/command.ts') }],
  ['stats', { about: 'what the corpus holds and attributes to whom', load: () => import('./stats/command.ts') }],
  ['schemas', { about: 'JSON Schemas and field tables for editors', load: () => import('./schemas/command.ts') }],
  ['publish', { about: 'the corpus to a Cloudflare D1 database', load: () => import('../data/publish/command.ts') }],
  [
    'generate',
    { about: 'a made corpus of any size, to measure with', load: () => import('../test/generate/command.ts') },
  ],
]);

// Halves what a command takes to start: Node otherwise strips the types of every file anew each time.
enableCompileCache();
// Whoever reads the output may stop in the middle, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  warn`${error.message}\n`;
  process.exit(1);
});
main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === '--help' || name === '-h') {
    sayLines(help());
    return 0;
  }
  const command = COMMANDS.get(name ?? '');
  if (command === undefined) {
    warn`${name === undefined ? 'No command is given.' : `There is no command "${name}".`}\n\n`;
    warnLines(help());
    return 2;
  }
  try {
    return await (await command.load()).run(args);
  } catch (error) {
    return explain(error);
  }
}

function help(): string {
  const lines = [...COMMANDS].map(([name, { about }]) => `  ${name.padEnd(10)}${about}`);
  return `Usage: npm run data -- COMMAND [OPTIONS]\n\n${lines.join('\n')}\n\nCOMMAND --help says more about one.\n`;
}

/**
 * A sentence for what a command refuses, for wrong options, and for what the operating system refuses: no such file, no
 * right to write. Anything else is a fault of the program, also where Node gives it a code, and is told with its stack.
 */
function explain(error: unknown): number {
  if (error instanceof Refusal) {
    warn`${error.message}\n`;
    return error.status;
  }
  const isUsage = error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  const isOfSystem = error instanceof Error && 'errno' in error && 'syscall' in error;
  if (isUsage || isOfSystem) warn`${error.message}\n`;
  else warnLines(`${inspect(error)}\n`);
  return isUsage ? 2 : 1;
}
