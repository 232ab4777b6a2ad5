/**
 * What wrangler runs before it bundles: compiles the corpus and writes the static assets.
 *
 * A mistake in the corpus fails the build, and so keeps a broken corpus from being deployed. Only `wrangler dev` goes
 * on with the last good bundle if there is one: it would answer no request at all after a failed build.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

process.exitCode = main();

function main(): number {
  const status = run('data/tools/main.ts', 'compile');
  if (status === 0) return run('src/tools/assets.ts');
  if (process.env.WRANGLER_COMMAND !== 'dev' || !existsSync('.generated/corpus.ts')) return status;
  process.stderr.write('The last good corpus is still served. Mend the above and save: it is compiled again.\n');
  return run('src/tools/assets.ts');
}

function run(...command: readonly string[]): number {
  return spawnSync(process.execPath, command, { stdio: 'inherit' }).status ?? 1;
}
