/** `compile`: the command line of the compiler. */
import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Corpus, EntityType } from '../../model.ts';
import { compile } from './index.ts';
import { counted, printProblems } from './problem.ts';
import { writeCorpus } from './write.ts';

const HELP = `Compiles the corpus that editors write into the module that the Worker imports.

Usage: npm run data -- compile [--corpus DIR] [--out FILE]

  --corpus DIR  the folder of authored files (data/corpus)
  --out FILE    the module to write (.generated/corpus.ts); left as it is if there is a problem
  --help        this text

Exit status: 0 compiled, 1 problems in the corpus, 2 wrong usage.
`;

/** Runs the command and answers with its exit status. Throws a TypeError for options that it does not have. */
export function run(args: readonly string[]): number {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (!isFolder(values.corpus)) {
    process.stderr.write(`There is no folder "${values.corpus}". Give the folder of the corpus: --corpus DIR.\n`);
    return 2;
  }

  const { corpus, problems } = compile(values.corpus);
  if (corpus === null) {
    process.stderr.write(printProblems(problems, usesColours(process.stderr)));
    return 1;
  }
  const { bytes, changed } = writeCorpus(corpus, values.out);
  process.stdout.write(
    `${summaryLine(corpus)}; ${kilobytes(bytes)} in ${values.out}${changed ? '' : ' (unchanged)'}\n`,
  );
  return 0;
}

const OPTIONS = {
  corpus: { type: 'string', default: 'data/corpus' },
  out: { type: 'string', default: '.generated/corpus.ts' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function usesColours(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY && !process.env.NO_COLOR;
}

function summaryLine({ summary: { counts, evidenceCount, coverage } }: Corpus): string {
  const things = NOUNS.map(([type, singular, plural]) => counted(counts[type], singular, plural));
  return `${things.join(', ')}; ${counted(evidenceCount, 'span')} of evidence over ${(coverage * 100).toFixed(1)} % of the text`;
}

const NOUNS: readonly (readonly [EntityType, string, string])[] = [
  ['Article', 'article', 'articles'],
  ['Event', 'event', 'events'],
  ['Statement', 'statement', 'statements'],
  ['Person', 'person', 'people'],
  ['Organization', 'organization', 'organizations'],
  ['Group', 'group', 'groups'],
  ['Place', 'place', 'places'],
];

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
