// Builds the Worker as `npm run build` does: with wrangler and the project's own wrangler.toml.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { manifestOf } from './workerd.ts';

/**
 * The Workers that the tests use: the folder each is built in, its differences from the deployed one, and the project of
 * tests that needs it, if only one does.
 */
export const BUILDS = {
  seed: { folder: '.generated/worker', options: '--env=' },
  /** The same code with other bytes for its corpus. */
  gazette: { folder: '.generated/worker', options: '--env=', corpus: '.generated/gazette/corpus.bin' },
  /** With a D1 database bound, into which tests publish. */
  d1: { folder: '.generated/worker-d1', options: '--env d1' },
  /** The same, with a database that a test disconnects and reconnects. */
  outage: { folder: '.generated/worker-outage', options: 'test/worker/outage/worker-d1.ts --env d1', project: 'slow' },
  /** Over a store that always throws. */
  faulty: { folder: '.generated/worker-faulty', options: 'test/worker/faulty/worker.ts --env=', project: 'main' },
  /** With third-party plugins in addition to its own. */
  plugins: { folder: '.generated/worker-plugins', options: 'test/worker/plugins/worker.ts --env=', project: 'main' },
} as const satisfies Readonly<Record<string, Build>>;

interface Build {
  readonly folder: string;
  readonly options: string;
  readonly corpus?: string;
  readonly project?: string;
}

export type BuildName = keyof typeof BUILDS;

/** The modules of a Worker that was built. */
export function modulesOf(name: BuildName) {
  const { folder, corpus }: Build = BUILDS[name];
  return manifestOf(folder, corpus === undefined ? undefined : readFileSync(corpus));
}

/** How many Workers are built at once. */
const LANES = 2;

/**
 * Compiles the invented corpus and builds the Workers that these projects of tests need; without one, those that all
 * need. They share generated files, which the first build writes and the later ones leave unchanged, so that the later
 * builds can run in parallel.
 */
export async function buildFor(projects: ReadonlySet<string> = new Set()): Promise<void> {
  await node('data/main.ts compile --corpus test/corpora/gazette --out .generated/gazette/corpus.ts');
  await build(BUILDS.seed);
  const waiting = Object.values<Build>(BUILDS).filter(
    (one) =>
      one !== BUILDS.seed && one.corpus === undefined && (one.project === undefined || projects.has(one.project)),
  );
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await build(next);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

async function build({ folder, options }: Build): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await node(`node_modules/wrangler/bin/wrangler.js deploy ${options} --dry-run --metafile --outdir ${folder}`);
}

/** Throws with the output of the command if it fails. */
async function node(command: string): Promise<void> {
  const words = command.split(' ').filter((word) => word !== '');
  try {
    // Loading wrangler to check the settings takes a second or more, and no build here has any.
    const env = { ...process.env, DATELINE_DONE: 'settings' };
    await promisify(execFile)(process.execPath, ['--env-file=start.env', ...words], { env });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`"${command}" failed.\n${stdout}\n${stderr}`);
  }
}
