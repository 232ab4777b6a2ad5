/** The command line of the project: the editors' commands, and those of the endpoint. */
import { enableCompileCache } from 'node:module';
import type { Commands } from '../data/compile/index.ts';

// First of all: the door loads the whole compiler, whose types Node otherwise strips anew each time.
enableCompileCache();
const { ENDPOINT_COMMANDS, runCommands, runProcess } = await import('../data/compile/index.ts');

const COMMANDS: Commands = new Map([
  ['draft', { about: 'a plain article into files, each proposal marked', load: () => import('./draft/command.ts') }],
  ['review', { about: 'the proposals of a draft, one by one', load: () => import('./review/command.ts') }],
  ['check', { about: 'what is wrong, and what is worth a look', load: () => import('./check/command.ts') }],
  ['compile', ENDPOINT_COMMANDS.compile],
  ['import', { about: 'articles from outside as drafts, and exports', load: () => import('./import/command.ts') }],
  ['export', { about: 'JSON-LD, N-Quads, CSV, NDJSON or the bundle', load: () => import('./export/command.ts') }],
  ['stats', { about: 'what the corpus holds and attributes to whom', load: () => import('./stats/command.ts') }],
  ['schemas', { about: 'JSON Schemas and field tables for editors', load: () => import('./schemas/command.ts') }],
  ['publish', ENDPOINT_COMMANDS.publish],
]);

await runProcess((args) => runCommands(COMMANDS, args));
