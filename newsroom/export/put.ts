/** Puts an export in its place: whole or not at all, and never over anything but an export. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isFolder, Refusal, replaceFile } from '../../data/compile/index.ts';
import { createFiles } from '../create-files.ts';
import { RECORDS } from './record.ts';

/** Writes a file; replaces one only if `mayReplace`. */
export function putFile(file: string, pieces: readonly (string | Uint8Array)[], mayReplace: boolean): void {
  if (isFolder(file)) throw new Refusal(`"${file}" is a folder. Give a file: --out FILE.`);
  if (existsSync(file) && !statSync(file).isFile()) {
    throw new Refusal(
      `"${file}" is not a regular file and cannot be replaced. Give a file: --out FILE; or leave out --out.`,
    );
  }
  if (existsSync(file) && !mayReplace) throw new Refusal(`"${file}" exists already. To replace it, add --force.`);
  const place = placeOf(file);
  const content = Buffer.concat(pieces.map((piece) => Buffer.from(piece)));
  if (mayReplace) replaceFile(place, content);
  else createFiles(new Map([[place, content]]));
}

/** The path to write to: the target of a symbolic link, so that the link is kept. */
function placeOf(path: string): string {
  const isThere = lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  if (isThere && !existsSync(path)) {
    throw new Refusal(`"${path}" is a symbolic link that leads nowhere. Create its target, or give another --out.`);
  }
  return isThere ? realpathSync(path) : resolve(path);
}

/**
 * Writes a folder of tables. It replaces a folder only if `mayReplace` and the folder holds only tables of an earlier
 * export.
 */
export function putFolder(folder: string, tables: ReadonlyMap<string, string>, mayReplace: boolean): void {
  checkFolder(folder, mayReplace);
  const place = placeOf(folder);
  const beside = join(dirname(place), `.${basename(place)}.${process.pid}`);
  const [made, old] = [`${beside}.tmp`, `${beside}.old`];
  try {
    mkdirSync(made, { recursive: true });
    for (const [name, content] of tables) writeFileSync(join(made, name), content);
    if (existsSync(place)) renameSync(place, old);
    renameSync(made, place);
  } catch (error) {
    if (existsSync(old) && !existsSync(place)) renameSync(old, place);
    throw error;
  } finally {
    rmSync(made, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}

const TABLES: ReadonlySet<string> = new Set(Object.keys(RECORDS).map((type) => `${type}.csv`));

function checkFolder(folder: string, mayReplace: boolean): void {
  if (!existsSync(folder)) return;
  if (!isFolder(folder)) throw new Refusal(`"${folder}" is a file. Give a folder for the tables: --out DIR.`);
  const names = readdirSync(folder);
  const stranger = names.find((name) => !TABLES.has(name));
  if (stranger !== undefined) {
    throw new Refusal(
      `"${folder}" holds "${stranger}", which is not part of an export. Give another folder: --out DIR.`,
    );
  }
  if (names.length > 0 && !mayReplace) {
    throw new Refusal(`"${folder}" holds an earlier export. To replace it, add --force.`);
  }
}
