/** Reads the files of a corpus folder as text. Reports what does not belong there instead of skipping it. */

import { isUtf8 } from 'node:buffer';
import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { NamedType } from '../model.ts';
import { SLUG, SLUG_FORM } from '../slug.ts';
import { UNFINISHED_CHANGE } from './file.ts';
import { nearest } from './nearest.ts';
import { type Report, type SourceFile, wholeFile } from './problem.ts';
import { PUBLISHED_FILE } from './published.ts';
import { readYaml, type YamlSource } from './yaml.ts';

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

const EXPECTED = `the folders ${[...TYPES.keys()].join(', ')} and the files retired.yaml and ${PUBLISHED_FILE}.`;

/** A file of the corpus: `people/ann.yaml` is of type `Person`, its slug is `ann`, its kind `yaml`. */
export interface CorpusFile {
  readonly type: FiledType;
  readonly slug: string;
  readonly kind: 'md' | 'yaml';
  /** Of an earlier text of an article, its number: `articles/mill@1.md`. Null for the present one, and other files. */
  readonly revision: number | null;
  readonly file: SourceFile;
  /** False if its bytes are wrong: its content must not be used, but its existence counts. */
  readonly legible: boolean;
}

export interface CorpusFiles {
  readonly files: readonly CorpusFile[];
  readonly retired: SourceFile | null;
  /** The slugs that readers may hold links to. */
  readonly published: SourceFile | null;
}

/** The files that a process has read before, by path. */
export type FileMemory = Map<string, RememberedFile>;

interface RememberedFile {
  readonly file: CorpusFile;
  /** Its size, times and number when it was read. */
  readonly stamp: string;
  /** Whether it was left alone for long enough before, so that every later change changes the stamp. */
  readonly isSettled: boolean;
}

/**
 * Reads all files of the folder, in the order of their names. Paths are relative to the working directory. With a
 * memory, a file that has not changed since is not read again, and the memory keeps what this reading finds.
 */
export function readCorpus(folder: string, report: Report, memory: FileMemory | null = null): CorpusFiles {
  const before = memory === null ? null : new Map(memory);
  memory?.clear();
  const files: CorpusFile[] = [];
  let retired: SourceFile | null = null;
  let published: SourceFile | null = null;

  reportUnfinished(folder, report);
  for (const entry of list(folder)) {
    const path = join(folder, entry.name);
    const type = entry.isDirectory() ? TYPES.get(entry.name) : undefined;
    if (type !== undefined) {
      for (const read of readFolder(path, type, before, report)) {
        files.push(read.file);
        // What is wrong with an illegible file is reported whenever it is read.
        if (read.file.legible) memory?.set(read.file.file.path, read);
      }
    } else if (entry.isFile() && entry.name === 'retired.yaml') retired = readLegible(path, report);
    else if (entry.isFile() && entry.name === PUBLISHED_FILE) published = readLegible(path, report);
    else reportStray(path, entry, EXPECTED, report);
  }
  return { files, retired, published };
}

/** A command that changes several files was stopped in the middle; the next one that changes the corpus finishes it. */
function reportUnfinished(folder: string, report: Report): void {
  const path = join(folder, UNFINISHED_CHANGE);
  if (!existsSync(path)) return;
  report({
    code: 'unfinished-change',
    at: wholeFile(shown(path)),
    says: 'A command was stopped while it changed several files, or is changing them now.',
    expected: null,
    fix: 'Give the command again: it finishes the change first, as does any other command that changes the corpus.',
  });
}

function readFolder(folder: string, type: FiledType, before: FileMemory | null, report: Report): RememberedFile[] {
  const kinds = type === 'Article' ? ['md', 'yaml'] : ['yaml'];
  const expected = `files <slug>.${kinds.join(' and <slug>.')}.`;
  return list(folder).flatMap((entry): RememberedFile[] => {
    const path = join(folder, entry.name);
    const [, slug, number, kind] = FILE_NAME.exec(entry.name) ?? [];
    const revision = number === undefined ? null : Number(number);
    const isOther = kind === undefined || !kinds.includes(kind) || (revision !== null && type !== 'Article');
    if (!entry.isFile() || slug === undefined || isOther) {
      reportStray(path, entry, expected, report);
      return [];
    }
    if (!SLUG.test(slug)) reportBadName(path, slug, report);
    const read = (): CorpusFile => ({
      type,
      slug,
      kind: kind === 'md' ? 'md' : 'yaml',
      revision,
      ...readText(path, report),
    });
    return [before === null ? { file: read(), stamp: '', isSettled: false } : readAgain(path, before, read)];
  });
}

/** A slug, the number of an earlier text of an article, and what the file holds. */
const FILE_NAME = /^(.*?)(?:@([1-9]\d{0,3}))?\.(md|yaml)$/;

function readAgain(path: string, before: FileMemory, read: () => CorpusFile): RememberedFile {
  const { size, mtimeMs, ctimeMs, ino } = statSync(path);
  const stamp = [size, mtimeMs, ctimeMs, ino].join(' ');
  const known = before.get(shown(path));
  if (known?.isSettled && known.stamp === stamp) return known;
  return { file: read(), stamp, isSettled: ctimeMs < Date.now() - SETTLING_MS };
}

/** Two changes within one tick of a file system's clock have the same time; the coarsest clock in use ticks every 2 s. */
const SETTLING_MS = 3000;

/** The YAML of the file; null if it is illegible or does not parse. */
export function readYamlOf({ file, legible }: CorpusFile, report: Report): YamlSource | null {
  return legible ? readYaml(file, report) : null;
}

function list(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'README.md')
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readLegible(path: string, report: Report): SourceFile | null {
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
