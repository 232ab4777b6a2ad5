/**
 * What wrangler runs before it bundles: compiles the corpus, writes the static assets, collects the trusted documents.
 * With `--without-corpus`, as for the Worker over D1, it leaves the first out. Where `DATELINE_CORPUS` names a folder, as
 * `start.ts` has it, that is compiled instead of `data/corpus`, into a place of its own: see "imports" in package.json.
 *
 * A mistake fails the build, and so keeps a broken corpus or document from being deployed. Only `wrangler dev` goes on
 * with what was written last, if there is any: it would answer no request at all after a failed build.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

interface Step {
  readonly command: readonly string[];
  readonly writes: string;
}

const COMPILE = compileStep(process.env.DATELINE_CORPUS);
const STEPS: readonly Step[] = [
  { command: ['src/build/assets.ts'], writes: '.generated/assets/_headers' },
  { command: ['src/build/documents.ts'], writes: '.generated/documents.ts' },
];

process.exitCode = main();

function main(): number {
  const steps = process.argv.includes('--without-corpus') ? STEPS : [COMPILE, ...STEPS];
  for (const { command, writes } of steps) {
    const status = spawnSync(process.execPath, command, { stdio: 'inherit' }).status ?? 1;
    if (status === 0) continue;
    if (process.env.WRANGLER_COMMAND !== 'dev' || !existsSync(writes)) return status;
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
