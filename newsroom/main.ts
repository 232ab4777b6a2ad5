/** The command line of the project: the editors' commands, and those of the endpoint. */
import { enableCompileCache } from 'node:module';
import type { Commands } from '../data/compile/index.ts';

// Before the import, which loads the whole compiler: otherwise Node strips its types on every run.
enableCompileCache();
const { ENDPOINT_COMMANDS, runCommands, runProcess } = await import('../data/compile/index.ts');

const COMMANDS: Commands = new Map([
  ['draft', { about: 'writes a first annotation of a plain article', load: () => import('./draft/command.ts') }],
  ['review', { about: 'shows the proposals of a draft one by one', load: () => import('./review/command.ts') }],
  ['check', { about: 'reports mistakes and what deserves a second look', load: () => import('./check/command.ts') }],
  ['compile', ENDPOINT_COMMANDS.compile],
  ['import', { about: 'drafts articles from outside, reads exports back', load: () => import('./import/command.ts') }],
  [
    'export',
    { about: 'writes JSON-LD, N-Quads, CSV, NDJSON or the bundle', load: () => import('./export/command.ts') },
  ],
  [
    'update',
    { about: 'puts a new text of an article in place of the old one', load: () => import('./update/command.ts') },
  ],
  ['rename', { about: 'gives a thing another slug, everywhere', load: () => import('./rewrite/rename.ts') }],
  ['merge', { about: 'makes two things one', load: () => import('./rewrite/merge.ts') }],
  ['split', { about: 'makes two things of one that stood for both', load: () => import('./rewrite/split.ts') }],
  ['withdraw', { about: 'takes an article back', load: () => import('./rewrite/withdraw.ts') }],
  ['stats', { about: 'counts what the corpus holds and attributes to whom', load: () => import('./stats/command.ts') }],
  [
    'schemas',
    { about: 'writes JSON Schemas and field tables for editors', load: () => import('./schemas/command.ts') },
  ],
  ['slugs', ENDPOINT_COMMANDS.slugs],
  ['publish', ENDPOINT_COMMANDS.publish],
]);

await runProcess((args) => runCommands(COMMANDS, args));
