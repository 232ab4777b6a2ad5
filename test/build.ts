// Builds the Worker as `npm run build` does: with wrangler and the project's own wrangler.toml.
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';

/** Where each Worker that the tests talk to is built to, and what differs from the one that is deployed. */
export const BUILDS = {
  seed: { folder: '.generated/worker', options: '--env=' },
  gazette: {
    folder: '.generated/worker-gazette',
    options: '--env= --alias #corpus:./.generated/gazette/corpus.ts',
  },
  /** With a D1 database bound, whatever is published into it. */
  d1: { folder: '.generated/worker-d1', options: '--env d1' },
  /** The same, whose database a test cuts off and brings back. */
  outage: { folder: '.generated/worker-outage', options: 'test/worker/outage/worker-d1.ts --env d1' },
  /** Without data: what the code alone weighs. */
  bare: { folder: '.generated/worker-bare', options: '--env= --alias #corpus:./test/worker/no-corpus.ts' },
  /** Over a store that throws whatever it is asked. The test harness loads the file named like the real entry. */
  faulty: { folder: '.generated/worker-faulty', options: 'test/worker/faulty/worker.ts --env=' },
  /** With plugins of others beside its own. */
  plugins: { folder: '.generated/worker-plugins', options: 'test/worker/plugins/worker.ts --env=' },
} as const;

export type BuildName = keyof typeof BUILDS;

/** How many Workers are built at a time. */
const LANES = 2;

/**
 * Compiles the invented corpus and builds every Worker. They share their generated files: the first build writes them,
 * and the later ones leave what is unchanged alone, so that these may run side by side.
 */
export async function buildAll(): Promise<void> {
  await node('data/main.ts compile --corpus test/corpora/gazette --out .generated/gazette/corpus.ts');
  await build(BUILDS.seed);
  const waiting = Object.values(BUILDS).filter((one) => one !== BUILDS.seed);
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await build(next);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

async function build({ folder, options }: (typeof BUILDS)[BuildName]): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await node(`node_modules/wrangler/bin/wrangler.js deploy ${options} --dry-run --metafile --outdir ${folder}`);
}

/** Throws with what the command printed where it fails. */
async function node(command: string): Promise<void> {
  const words = command.split(' ').filter((word) => word !== '');
  try {
    await promisify(execFile)(process.execPath, ['--env-file=start.env', ...words]);
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`"${command}" failed.\n${stdout}\n${stderr}`);
  }
}
