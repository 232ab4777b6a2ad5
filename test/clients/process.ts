// Files laid out as a reader's project, and commands run in it.
import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the clients' own package. */
export const CLIENTS = fileURLToPath(new URL('.', import.meta.url));

/** What a command printed, on both streams, and whether it succeeded. */
export interface Outcome {
  readonly succeeded: boolean;
  readonly output: string;
}

/** A new folder with these files, from which Node finds the clients. */
export function layOut(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(CLIENTS, '.generated', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

/** A reader's environment: what vitest sets makes some programs print less. */
const ENVIRONMENT = { ...process.env, NODE_ENV: '', VITEST: '' };

/** Runs a program and waits for its end. Throws only where it could not be started. */
export function outcomeOf(program: string, words: readonly string[], folder: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    execFile(program, words, { cwd: folder, env: ENVIRONMENT }, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') return reject(error);
      resolve({ succeeded: error === null, output: stdout + stderr });
    });
  });
}

/** What a program printed. Throws that where it failed. */
export async function run(program: string, words: readonly string[], folder: string): Promise<string> {
  const { succeeded, output } = await outcomeOf(program, words, folder);
  if (!succeeded) throw new Error(`"${[program, ...words].join(' ')}" failed.\n${output}`);
  return output;
}

/** The path of a command that one of the clients installs. */
export function command(name: string): string {
  return join(CLIENTS, 'node_modules/.bin', name);
}
