/** Process: runs commands of this project to their end. */
import { spawn } from 'node:child_process';

/** Returns the output of a command. Throws with the output if it fails; ends it if the signal is aborted. */
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
