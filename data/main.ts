/** The endpoint's command line: `compile`, `slugs` and `publish`. The newsroom's has these and the editors' commands. */
import { ENDPOINT_COMMANDS, runCommands, runProcess } from './compile/command-line.ts';

const COMMANDS = new Map(Object.entries(ENDPOINT_COMMANDS));

await runProcess((args) => runCommands(COMMANDS, args));
