/** Putting an export in its place: whole or not at all, and over nothing that is something else. */
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

/** Writes a file; one that is there only where `mayReplace`. */
export function putFile(file: string, pieces: readonly (string | Uint8Array)[], mayReplace: boolean): void {
  if (isFolder(file)) throw new Refusal(`"${file}" is a folder. Give a file: --out FILE.`);
  if (existsSync(file) && !statSync(file).isFile()) {
    throw new Refusal(`"${file}" is no file that can be replaced. Give a file: --out FILE; or leave --out away.`);
  }
  if (existsSync(file) && !mayReplace) throw new Refusal(`"${file}" is there already. To replace it, add --force.`);
  const place = placeOf(file);
  const content = Buffer.concat(pieces.map((piece) => Buffer.from(piece)));
  if (mayReplace) replaceFile(place, content);
  else createFiles(new Map([[place, content]]));
}

/** Where to write: of a link its target, so that the link stays. */
function placeOf(path: string): string {
  const isThere = lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  if (isThere && !existsSync(path)) {
    throw new Refusal(`"${path}" is a symbolic link that leads nowhere. Make its target, or give another --out.`);
  }
  return isThere ? realpathSync(path) : resolve(path);
}

/**
 * Writes a folder of tables. One that is there is replaced only where `mayReplace`, and where it holds nothing but
 * tables of an earlier export.
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
    throw new Refusal(`"${folder}" holds "${stranger}", which no export wrote. Give a folder of its own: --out DIR.`);
  }
  if (names.length > 0 && !mayReplace) {
    throw new Refusal(`"${folder}" holds an earlier export. To replace it, add --force.`);
  }
}
