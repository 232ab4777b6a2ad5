/** Process: commands of this project, run to their end. */
import { spawn } from 'node:child_process';

/** What a command prints. Throws with all of it where the command fails; ends it where the signal is aborted. */
export function runNode(args: readonly string[], signal: AbortSignal): Promise<string> {
  const child = spawn(process.execPath, ['--env-file=start.env', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  const printed = { out: '', all: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed.out += text;
    printed.all += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed.all += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (status) => {
      if (status === 0) resolve(printed.out);
      else reject(new Error(`"node ${args.join(' ')}" ended with ${status}.\n${printed.all}`));
    });
  });
}
