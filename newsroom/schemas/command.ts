/** `schemas`: the command that writes the JSON Schemas and the tables of the guide. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { counted, isFolder, Refusal, replaceFile, say, sayLines, warn } from '../../data/compile/index.ts';
import { jsonSchema } from './generate.ts';
import { fillGuide } from './guide.ts';
import { SCHEMA_KINDS, schemaFile } from './kind.ts';
import { printParts } from './table.ts';

const HELP = `Writes the description of the fields of authored files, for editors and their programs: a JSON Schema for each kind
of file, and the tables of the guide. Both are made from the definitions that the compiler checks files against.

Usage: npm run data -- schemas [--check] [--data DIR]

  --check     write nothing, but report the files that would change
  --data DIR  the folder that has schemas/ and corpus/README.md (data)
  --help      this text

Exit status: 0 written, or up to date; 1 a file is out of date, or could not be written; 2 wrong usage.
`;

/** Runs the command and returns its exit status. Throws a TypeError for unknown options. */
export function run(args: readonly string[]): number {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help) {
    sayLines(HELP);
    return 0;
  }
  if (!isFolder(values.data)) throw new Refusal(`There is no folder "${values.data}". Give one: --data DIR.`, 2);
  const files = makeFiles(values.data);
  return values.check ? check(files) : write(files);
}

const OPTIONS = {
  check: { type: 'boolean', default: false },
  data: { type: 'string', default: 'data' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** The files and their contents. */
function makeFiles(folder: string): Map<string, string> {
  const schemas = SCHEMA_KINDS.map((kind): [string, string] => {
    return [join(folder, 'schemas', schemaFile(kind)), `${JSON.stringify(jsonSchema(kind), null, 2)}\n`];
  });
  const guide = join(folder, 'corpus', 'README.md');
  if (!existsSync(guide))
    throw new Refusal(`The guide "${guide}" is missing. Restore it: only its tables can be generated.`);
  return new Map([...schemas, [guide, fillGuide(readFileSync(guide, 'utf8'), printParts(), guide)]]);
}

function write(files: ReadonlyMap<string, string>): number {
  const written = [...files].filter(([file, content]) => replaceFile(file, content)).map(([file]) => file);
  for (const file of written) say`${file}\n`;
  say`${counted(written.length, 'file')} written, ${files.size - written.length} unchanged\n`;
  return 0;
}

function check(files: ReadonlyMap<string, string>): number {
  const different = [...files].filter(([file, content]) => !existsSync(file) || readFileSync(file, 'utf8') !== content);
  for (const [file] of different) {
    warn`${file} is ${existsSync(file) ? 'out of date' : 'missing'}.\n`;
  }
  if (different.length === 0) {
    say`${counted(files.size, 'file')} up to date\n`;
    return 0;
  }
  warn`Run "npm run data -- schemas" and commit what it writes.\n`;
  return 1;
}
