/**
 * `npm run deploy` and `npm run build`: runs `wrangler deploy` with these arguments, and tells them to the build, which
 * checks the settings among them.
 */
import { spawnSync } from 'node:child_process';

const args = process.argv.slice(2);
const { status } = spawnSync(process.execPath, ['node_modules/wrangler/bin/wrangler.js', 'deploy', ...args], {
  stdio: 'inherit',
  env: { ...process.env, DATELINE_ARGUMENTS: JSON.stringify(args) },
});
process.exitCode = status ?? 1;
