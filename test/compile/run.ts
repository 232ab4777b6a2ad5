/** The command line as a process, and corpora made for a test. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const ROOT = join(import.meta.dirname, '../..');

/** No test waits longer, and no process outlives it. */
const LONGEST_MS = 60_000;

/** Runs a command in `folder` until it ends: one of the endpoint, `generate`, or one of the newsroom. */
export function run(folder: string, ...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const env = { ...process.env, NO_COLOR: '', FORCE_COLOR: '' };
    const options = { cwd: folder, env, maxBuffer: 2 ** 28, timeout: LONGEST_MS, killSignal: 'SIGKILL' } as const;
    const child = execFile(process.execPath, commandOf(args), options, (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr });
    });
    // Nobody answers what it asks.
    child.stdin?.end();
  });
}

/** The file that runs the command, and its arguments: the generator's takes no name of a command. */
function commandOf(args: readonly string[]): string[] {
  const [name = '', ...options] = args;
  if (name === 'generate') return [join(ROOT, 'test/generate/main.ts'), ...options];
  return [join(ROOT, ENDPOINT.has(name) ? 'data/main.ts' : 'newsroom/main.ts'), ...args];
}

const ENDPOINT: ReadonlySet<string> = new Set(['compile', 'slugs', 'publish']);

/** A new folder of these files, gone with the machine's temporary ones. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** The two files of an article, the annotation pinned to the text. */
export function articleOf(slug: string, text: string, annotation: string): Record<string, string> {
  const digest = createHash('sha256').update(text).digest('hex');
  return {
    [`articles/${slug}.md`]: `---\nlanguage: en\n---\n\n${text}\n`,
    [`articles/${slug}.yaml`]: `digest: sha256:${digest}\n${annotation}`,
  };
}
