/** The generator's command line. */
import { runProcess } from '../../data/compile/command-line.ts';
import { run } from './command.ts';

await runProcess(run);
