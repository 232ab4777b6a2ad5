/**
 * Packs: the files that keep what was read of a corpus for the next process. A pack is written once, whole, under a name
 * of its own, so that processes do not disturb each other and a killed one leaves no half of a pack behind. A damaged
 * pack, a full disk or a folder that cannot be written to costs time, never a wrong answer.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { replaceFile } from './file.ts';

/** Bytes by key. */
export interface Packs {
  readonly get: (key: string) => Uint8Array | null;
  /** Keeps the bytes for the next process; null is not kept. */
  readonly add: (key: string, bytes: Uint8Array | null) => void;
  /** Writes what was added if it is worth a file, and drops from the disk what was not asked for. */
  readonly settle: () => void;
}

interface Entry {
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly sum: number;
}

/** In bytes; a process that is killed loses at most the last one. */
const LARGEST = 2 ** 26;
/** More are joined into fewer. */
const MOST_PACKS = 16;
/** Another process may still be writing a younger temporary file. */
const ABANDONED_MS = 60 * 60 * 1000;

export function openPacks(folder: string, leastBytes: number): Packs {
  let found: Map<string, Entry> | null = null;
  let read: readonly string[] = [];
  let foundBytes = 0;
  const used = new Map<string, Entry>();
  let added: Entry[] = [];
  let addedBytes = 0;
  let isWritable = true;
  let version: string | null = null;
  const prefix = () => {
    version ??= versionOfCode();
    return version;
  };

  const load = (): Map<string, Entry> => {
    const entries = new Map<string, Entry>();
    read = list(folder).filter((name) => name.startsWith(prefix()) && name.endsWith(ENDING));
    for (const entry of read.flatMap((name) => readPack(join(folder, name)))) {
      entries.set(entry.key, entry);
      foundBytes += entry.bytes.length;
    }
    return entries;
  };

  /** Whether everything that was added is on the disk. */
  const write = (): boolean => {
    if (added.length > 0 && isWritable) isWritable = writePack(join(folder, nameOf(prefix())), added);
    added = [];
    addedBytes = 0;
    return isWritable;
  };

  const put = (entry: Entry) => {
    added.push(entry);
    addedBytes += entry.bytes.length;
    if (addedBytes >= LARGEST) write();
  };

  return {
    get(key) {
      found ??= load();
      const entry = found.get(key);
      if (entry === undefined || crc32(entry.bytes) !== entry.sum) return null;
      used.set(key, entry);
      return entry.bytes;
    },
    add(key, bytes) {
      used.delete(key);
      if (bytes !== null) put({ key, bytes, sum: crc32(bytes) });
    },
    settle() {
      const usedBytes = [...used.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
      if (foundBytes > 2 * usedBytes + leastBytes || read.length > MOST_PACKS) {
        for (const entry of used.values()) put(entry);
        if (write()) for (const name of read) remove(join(folder, name));
      } else if (addedBytes >= leastBytes) write();
      if (addedBytes === 0 && isWritable) sweep(folder, prefix());
      // This process has what it needs in memory.
      found = new Map();
      read = [];
      foundBytes = 0;
      used.clear();
    },
  };
}

const ENDING = '.pack';

let written = 0;

/** Names in order of time: where two packs have a key, the later one counts. */
function nameOf(version: string): string {
  written++;
  const time = String(Date.now()).padStart(15, '0');
  return `${version}-${time}-${process.pid}-${String(written).padStart(6, '0')}${ENDING}`;
}

/** A pack: the length of its table in four bytes, the table in JSON, and the bytes of each entry. */
function writePack(file: string, entries: readonly Entry[]): boolean {
  const table = Buffer.from(JSON.stringify(entries.map(({ key, bytes, sum }) => [key, bytes.length, sum])));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(table.length);
  return attempt(() => {
    replaceFile(file, Buffer.concat([length, table, ...entries.map(({ bytes }) => bytes)]));
    return true;
  }, false);
}

function readPack(file: string): Entry[] {
  const pack = attempt(() => readFileSync(file), Buffer.alloc(0));
  const entries: Entry[] = [];
  let at = 4 + (pack.length < 4 ? 0 : pack.readUInt32LE());
  for (const [key, length, sum] of readTable(pack.subarray(4, at))) {
    entries.push({ key, bytes: pack.subarray(at, at + length), sum });
    at += length;
  }
  return entries;
}

function readTable(bytes: Buffer): readonly (readonly [key: string, length: number, sum: number])[] {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    // A machine that lost its power may leave a pack without its content.
    return [];
  }
}

/** Removes what nobody reads any more: packs of other versions of the code, and what killed processes left. */
function sweep(folder: string, version: string): void {
  for (const name of list(folder)) {
    const file = join(folder, name);
    const isPack = name.endsWith(ENDING);
    const isOld = isPack
      ? !name.startsWith(version)
      : attempt(() => statSync(file).mtimeMs, 0) < Date.now() - ABANDONED_MS;
    if (isOld) remove(file);
  }
}

function list(folder: string): string[] {
  return attempt(() => readdirSync(folder), []).sort();
}

function remove(file: string): void {
  attempt(() => rmSync(file, { force: true }), undefined);
}

/** What the system refuses, such as a full disk, leaves the cache as it is. */
function attempt<T>(act: () => T, otherwise: T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return otherwise;
    throw error;
  }
}

/**
 * A hash of everything else that what was read depends on: the code, the libraries and Node. After any change of them,
 * everything is read again.
 */
function versionOfCode(): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of sourcesOf(join(import.meta.dirname, '../..'))) hash.update(`${file}\n`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

function sourcesOf(root: string): string[] {
  const folders = ['data', 'data/compile', 'data/bundled'].map((folder) => join(root, folder));
  const files = folders.flatMap((folder) => list(folder).map((name) => join(folder, name)));
  return [join(root, 'package-lock.json'), ...files.filter((file) => file.endsWith('.ts'))];
}
