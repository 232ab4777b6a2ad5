/**
 * `npm run deploy` and `npm run build`: checks the settings, among its arguments too, builds, and runs `wrangler deploy`.
 * Wrangler would build as well, but where that fails it prints the reason twice, among a hundred lines of its own.
 */
import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { unstable_readConfig as readConfig } from 'wrangler';
import { readArguments } from './arguments.ts';
import { reportSettings } from './settings.ts';

process.exitCode = main(process.argv.slice(2));

function main(args: readonly string[]): number {
  if (!reportSettings(args, false)) return 1;
  const { configPath, environment } = readArguments(args);
  const { command } = readConfig({ config: configPath, env: environment }, { hideWarnings: true }).build;
  const built = command === undefined ? 0 : run(command, [], { DATELINE_DONE: 'settings' }, { shell: true });
  if (built !== 0) return built;
  const deployed = run(process.execPath, ['node_modules/wrangler/bin/wrangler.js', 'deploy', ...args], {
    DATELINE_DONE: 'build',
  });
  const hasCorpus = command !== undefined && !command.includes('--without-corpus');
  if (deployed === 0 && hasCorpus && !args.includes('--dry-run')) recordSlugs();
  return deployed;
}

/** Readers can now hold links to the slugs of the corpus. What was deployed stays so, even if this does not succeed. */
function recordSlugs(): void {
  const folder = process.env.DATELINE_CORPUS;
  run(process.execPath, ['data/main.ts', 'slugs', ...(folder === undefined ? [] : ['--corpus', folder])], {});
}

/** The status of the command, which prints as if it were called alone. */
function run(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  options: SpawnSyncOptions = {},
): number {
  return spawnSync(command, args, { ...options, stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;
}
