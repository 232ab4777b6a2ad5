/** Fails if a setting is wrong: see `settings.ts`. `--dev`, before the arguments of wrangler, is for `npm start`. */
import { reportSettings } from './settings.ts';

const args = process.argv.slice(2);
const isDev = args[0] === '--dev';
if (!reportSettings(isDev ? args.slice(1) : args, isDev)) process.exitCode = 1;
