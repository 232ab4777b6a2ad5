/** `slugs`: the command line that records the slugs which readers may hold links to. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openCache } from './cache.ts';
import { compile } from './compile.ts';
import { counted, printProblems } from './problem.ts';
import { readWithProgress } from './progress.ts';
import { PUBLISHED_FILE, recordSlugs } from './published.ts';
import { Refusal } from './refusal.ts';
import { isFolder, say, sayLines, usesColours, warnLines } from './terminal.ts';

const HELP = `Adds the slugs of the corpus to its published.txt: those that readers may hold links to. From then on the corpus is
refused if one of them vanishes without a line in retired.yaml that says what became of it. Commit the file.
"npm run deploy" and "publish --remote" run this when they are done.

Usage: npm run data -- slugs [--corpus DIR]

  --corpus DIR  the folder of authored files (data/corpus)
  --help        this text

Exit status: 0 recorded, 1 problems in the corpus, 2 wrong usage.
`;

const OPTIONS = {
  corpus: { type: 'string', default: 'data/corpus' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Runs the command and returns its exit status. Throws a Refusal or a TypeError for wrong usage. */
export function run(args: readonly string[]): number {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help) {
    sayLines(HELP);
    return 0;
  }
  if (!isFolder(values.corpus)) {
    throw new Refusal(`There is no folder "${values.corpus}". Give the folder of the corpus: --corpus DIR.`, 2);
  }
  const { corpus, problems } = readWithProgress((onRead) => compile(values.corpus, onRead, openCache(values.corpus)));
  if (corpus === null) {
    warnLines(printProblems(problems, usesColours(process.stderr)));
    return 1;
  }
  const { added, total } = recordSlugs(values.corpus, corpus);
  say`${counted(total, 'slug')} in ${join(values.corpus, PUBLISHED_FILE)}, ${String(added)} of them new\n`;
  return 0;
}
