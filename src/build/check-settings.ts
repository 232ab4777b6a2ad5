/**
 * Prints what is wrong with the settings, and then fails: `settings.ts`. `--dev` is for `npm start`.
 *
 * Wrangler does not tell its arguments to the build. `npm run build`, `deploy` and `start` pass them in
 * DATELINE_ARGUMENTS.
 */
import { checkSettings } from './settings.ts';

const args = JSON.parse(process.env.DATELINE_ARGUMENTS ?? '[]');
const { problems, warnings } = checkSettings(args, process.argv.includes('--dev'));
for (const warning of warnings) process.stderr.write(`Warning: ${warning}\n`);
for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) {
  process.stderr.write('Correct this and build again. docs/limits.md describes every setting.\n');
  process.exitCode = 1;
}
