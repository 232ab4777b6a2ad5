/** Reads the files of a corpus folder as text. Reports what does not belong there instead of skipping it. */

import { isUtf8 } from 'node:buffer';
import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { NamedType } from '../model.ts';
import { SLUG, SLUG_FORM } from '../slug.ts';
import { nearest } from './nearest.ts';
import { type Report, type SourceFile, wholeFile } from './problem.ts';

/** The types whose things have files of their own; events and statements are introduced in the files of articles. */
export type FiledType = 'Article' | NamedType;

/** The folder of each type. */
const FOLDERS: Readonly<Record<FiledType, string>> = {
  Article: 'articles',
  Person: 'people',
  Organization: 'organizations',
  Group: 'groups',
  Place: 'places',
};
const TYPES = new Map(Object.entries(FOLDERS).map(([type, folder]) => [folder, type as FiledType]));

/** A file of the corpus: `people/ann.yaml` is of type `Person`, its slug is `ann`, its kind `yaml`. */
export interface CorpusFile {
  readonly type: FiledType;
  readonly slug: string;
  readonly kind: 'md' | 'yaml';
  readonly file: SourceFile;
  /** False if its bytes are wrong: its content must not be used, but its existence counts. */
  readonly legible: boolean;
}

export interface CorpusFiles {
  readonly files: readonly CorpusFile[];
  readonly retired: SourceFile | null;
}

/** Reads all files of the folder, in the order of their names. Paths are relative to the working directory. */
export function readCorpus(folder: string, report: Report): CorpusFiles {
  const files: CorpusFile[] = [];
  let retired: SourceFile | null = null;

  for (const entry of list(folder)) {
    const path = join(folder, entry.name);
    const type = entry.isDirectory() ? TYPES.get(entry.name) : undefined;
    if (type !== undefined) for (const file of readFolder(path, type, report)) files.push(file);
    else if (entry.isFile() && entry.name === 'retired.yaml') retired = readRetired(path, report);
    else reportStray(path, entry, `the folders ${[...TYPES.keys()].join(', ')} and the file retired.yaml.`, report);
  }
  return { files, retired };
}

function readFolder(folder: string, type: FiledType, report: Report): CorpusFile[] {
  const kinds = type === 'Article' ? ['md', 'yaml'] : ['yaml'];
  const expected = `files <slug>.${kinds.join(' and <slug>.')}.`;
  return list(folder).flatMap((entry): CorpusFile[] => {
    const path = join(folder, entry.name);
    const [, slug, kind] = /^(.*)\.(md|yaml)$/.exec(entry.name) ?? [];
    if (!entry.isFile() || slug === undefined || kind === undefined || !kinds.includes(kind)) {
      reportStray(path, entry, expected, report);
      return [];
    }
    if (!SLUG.test(slug)) reportBadName(path, slug, report);
    return [{ type, slug, kind: kind === 'md' ? 'md' : 'yaml', ...readText(path, report) }];
  });
}

function list(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'README.md')
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readRetired(path: string, report: Report): SourceFile | null {
  const { file, legible } = readText(path, report);
  return legible ? file : null;
}

function readText(path: string, report: Report): { file: SourceFile; legible: boolean } {
  const bytes = readFileSync(path);
  // Not a TextDecoder: it drops a byte order mark silently.
  const file = { path: shown(path), text: bytes.toString('utf8') };
  const faults = [
    reportNotUtf8(file, bytes, report),
    reportByteOrderMark(file, report),
    reportCarriageReturn(file, report),
  ];
  return { file, legible: !faults.includes(true) };
}

function reportByteOrderMark(file: SourceFile, report: Report): boolean {
  if (!file.text.startsWith('\uFEFF')) return false;
  report({
    code: 'byte-order-mark',
    at: { file, start: 0, end: 1 },
    says: 'The file begins with an invisible byte order mark.',
    expected: 'UTF-8 without one.',
    fix: 'Save it as "UTF-8", not as "UTF-8 with BOM".',
  });
  return true;
}

// A text is pinned by its bytes and anchored by its words: with two kinds of line break, neither would work on every
// machine. Dropping them silently would not be verbatim.
function reportCarriageReturn(file: SourceFile, report: Report): boolean {
  const at = file.text.indexOf('\r');
  if (at === -1) return false;
  report({
    code: 'carriage-return',
    at: { file, start: at, end: at + 1 },
    says: 'The line contains a carriage return (U+000D).',
    expected: 'lines that end with a line feed (U+000A) alone.',
    fix: 'Save the file with Unix line endings; in git, set "core.autocrlf" to "input".',
  });
  return true;
}

function reportNotUtf8(file: SourceFile, bytes: Uint8Array, report: Report): boolean {
  if (isUtf8(bytes)) return false;
  const { offset, start } = firstBadByte(bytes, file.text);
  report({
    code: 'not-utf8',
    at: { file, start, end: start + 1 },
    says: `The byte 0x${(bytes[offset] ?? 0).toString(16).padStart(2, '0')} at offset ${offset} is not UTF-8.`,
    expected: 'a file in UTF-8.',
    fix: 'Save the file as UTF-8. If its letters look wrong then, it was in another encoding: convert it.',
  });
  return true;
}

/** The decoded text has U+FFFD for each bad byte; a U+FFFD in the file itself is EF BF BD. */
function firstBadByte(bytes: Uint8Array, text: string): { offset: number; start: number } {
  let offset = 0;
  let start = 0;
  for (const character of text) {
    if (character === '\uFFFD' && Buffer.compare(bytes.subarray(offset, offset + 3), WRITTEN_REPLACEMENT) !== 0) break;
    offset += Buffer.byteLength(character);
    start += character.length;
  }
  return { offset, start };
}

const WRITTEN_REPLACEMENT = Uint8Array.of(0xef, 0xbf, 0xbd);

function reportStray(path: string, entry: Dirent, expected: string, report: Report): void {
  const name = entry.name.replace(/\.[^.]*$/, '');
  const kind = entry.isDirectory()
    ? 'folder'
    : entry.isSymbolicLink()
      ? 'symbolic link'
      : entry.isFile()
        ? 'file'
        : 'device';
  const near = entry.isDirectory() ? nearest(entry.name, [...TYPES.keys()]) : null;
  report({
    code: 'stray-file',
    at: wholeFile(shown(path)),
    says: `This ${kind} does not belong in a corpus.`,
    expected,
    fix:
      near !== null
        ? `Rename it to "${near}", or move it elsewhere.`
        : entry.name.endsWith('.yml')
          ? `Rename it to "${name}.yaml".`
          : 'Move it elsewhere, or rename it.',
  });
}

function reportBadName(path: string, slug: string, report: Report): void {
  report({
    code: 'bad-slug',
    at: wholeFile(shown(path)),
    says: `"${slug}" is not a valid slug, and a file is named by its slug.`,
    expected: `${SLUG_FORM}.`,
    fix: 'Rename the file.',
  });
}

function shown(path: string): string {
  return relative(process.cwd(), path).split(sep).join('/');
}
