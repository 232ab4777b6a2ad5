/** `export`: the command that writes the compiled corpus in formats that other programs read. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import {
  type Corpus,
  compile,
  counted,
  harmless,
  indexCorpus,
  isFolder,
  openCache,
  packBundle,
  printLeftOut,
  printProblems,
  Refusal,
  sayLines,
  usesColours,
  warn,
  warnLines,
} from '../../data/compile/index.ts';
import { printCsv } from './csv.ts';
import { gatherRecords } from './gather.ts';
import { printJsonLd } from './json-ld.ts';
import { printNQuads } from './n-quads.ts';
import { printNdjson } from './ndjson.ts';
import { putFile, putFolder } from './put.ts';

const FORMATS = ['json-ld', 'n-quads', 'csv', 'ndjson', 'bundle'] as const;
type Format = (typeof FORMATS)[number];

const HELP = `Writes the corpus in a format that other programs read. Like "compile", it leaves out drafts and refuses problems.

Usage: npm run data -- export --format FORMAT [--corpus DIR] [--out PATH] [--force]

  --format json-ld  one document in schema.org and W3C Web Annotation terms, with its context inside
           n-quads  the same graph as RDF 1.1 N-Quads: what an article says is in a graph named after the article
           ndjson   one record per line, each with its "type"
           csv      a folder with a table for each type of record; a list is JSON in a cell, and a text that a
                    spreadsheet would take for a formula has an apostrophe before it
           bundle   the packed bundle that the Worker opens
  --corpus DIR      the folder of authored files (data/corpus)
  --out PATH        the file to write, or the folder for csv; a file goes to standard output by default
  --force           replace an existing file, or a folder that holds only tables of an export
  --help            this text

"import" reads every format except the bundle, and "compile" then makes the same corpus. So every format except the
bundle leaves out what the compiler derives: agreed dates, disagreements, echoes.
In linked data a thing is named like urn:dateline:person:ann-lee; terms that schema.org lacks are under
https://dateline.example/vocabulary#.

Exit status: 0 written, 1 problems in the corpus or the output cannot be written, 2 wrong usage.
`;

const OPTIONS = {
  format: { type: 'string' },
  corpus: { type: 'string', default: 'data/corpus' },
  out: { type: 'string' },
  force: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Runs the command and returns its exit status. Throws a TypeError for unknown options. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help) {
    sayLines(HELP);
    return 0;
  }
  const format = formatOf(values.format);
  checkOut(format, values.out);
  if (!isFolder(values.corpus)) {
    throw new Refusal(`There is no folder "${values.corpus}". Give the folder of the corpus: --corpus DIR.`, 2);
  }
  const { corpus, problems, leftOut } = compile(values.corpus, undefined, openCache(values.corpus));
  if (corpus === null) {
    warnLines(printProblems(problems, usesColours(process.stderr)));
    return 1;
  }
  warnLines(printLeftOut(leftOut));
  if (format === 'csv') putFolder(values.out ?? '', printCsv(gatherRecords(corpus)), values.force);
  else if (values.out !== undefined) putFile(values.out, print(format, corpus), values.force);
  else return await writeOut(print(format, corpus));
  warn`${counted(corpus.summary.counts.Article, 'article')} in ${values.out ?? ''}\n`;
  return 0;
}

function formatOf(given: string | undefined): Format {
  const format = FORMATS.find((one) => one === given);
  if (format !== undefined) return format;
  const says = given === undefined ? 'No format given.' : `There is no format "${given}".`;
  throw new Refusal(`${says} Give one of these: --format ${FORMATS.join('|')}.`, 2);
}

function checkOut(format: Format, out: string | undefined): void {
  if (out === '') throw new Refusal('--out is empty. Give a file, or a folder for csv.', 2);
  if (out !== undefined) return;
  if (format === 'csv') throw new Refusal('CSV is several tables. Give a folder for them: --out DIR.', 2);
  if (format === 'bundle' && process.stdout.isTTY) {
    throw new Refusal('A bundle is binary and cannot be shown on a terminal. Give a file for it: --out FILE.', 2);
  }
}

/** The export in pieces, since a large corpus exceeds the longest string. */
function print(format: Exclude<Format, 'csv'>, corpus: Corpus): readonly (string | Uint8Array)[] {
  switch (format) {
    case 'json-ld':
      return printJsonLd(gatherRecords(corpus));
    case 'n-quads':
      return printNQuads(gatherRecords(corpus));
    case 'ndjson':
      return printNdjson(gatherRecords(corpus));
    case 'bundle':
      return [packBundle(indexCorpus(corpus))];
  }
}

/** Writes exact bytes to programs and escaped text to a terminal. A reader may stop early: `export … | head`. */
async function writeOut(pieces: readonly (string | Uint8Array)[]): Promise<number> {
  try {
    const shown = process.stdout.isTTY ? pieces.map((piece) => harmless(String(piece), process.stdout)) : pieces;
    await pipeline(Readable.from(shown), process.stdout, { end: false });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
  return 0;
}
