/**
 * Wrangler runs this before it bundles. It checks the settings, compiles the corpus, writes the static assets and
 * collects the trusted documents. `--without-corpus`, for the Worker over D1, skips the corpus. If `DATELINE_CORPUS` names a folder
 * (`start.ts` sets it), that folder is compiled instead of `data/corpus`, to another path: see "imports" in
 * package.json.
 *
 * A mistake fails the build, so that a broken corpus, document or setting is never deployed. Only `wrangler dev`
 * continues, with the last good output if there is any, because it answers no requests at all after a failed build.
 *
 * DATELINE_DONE says what `start.ts` or `deploy.ts` did already: the `settings`, or the whole `build`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';

interface Step {
  readonly command: readonly string[];
  readonly writes: string;
}

const INHERIT = { stdio: 'inherit' } as const;
const COMPILE = compileStep(process.env.DATELINE_CORPUS);
const STEPS: readonly Step[] = [
  { command: ['src/build/assets.ts'], writes: '.generated/assets/_headers' },
  { command: ['src/build/documents.ts'], writes: '.generated/documents.ts' },
];

const DONE = process.env.DATELINE_DONE;
const IS_DEV = process.env.WRANGLER_COMMAND === 'dev';

process.exitCode = await main();

async function main(): Promise<number> {
  if (DONE === 'build') return 0;
  // Beside the other steps, because loading wrangler takes a second or more.
  const checking =
    DONE === 'settings' ? null : once(spawn(process.execPath, ['src/build/check-settings.ts'], INHERIT), 'exit');
  const built = runSteps();
  const [checked] = (await checking) ?? [0];
  return built === 0 ? (checked ?? 1) : built;
}

function runSteps(): number {
  const steps = process.argv.includes('--without-corpus') ? STEPS : [COMPILE, ...STEPS];
  for (const { command, writes } of steps) {
    const status = spawnSync(process.execPath, command, INHERIT).status ?? 1;
    if (status === 0) continue;
    if (!IS_DEV || !existsSync(writes)) return status;
    process.stderr.write(`The last good version is still served. Fix the above and save to build again.\n`);
  }
  return 0;
}

function compileStep(folder: string | undefined): Step {
  const command = ['data/main.ts', 'compile'];
  if (folder === undefined) return { command, writes: '.generated/corpus.ts' };
  const writes = '.generated/other-corpus/corpus.ts';
  return { command: [...command, '--corpus', folder, '--out', writes], writes };
}
