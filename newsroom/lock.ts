/** Locking: one command at a time changes a corpus folder. */
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal, warn } from '../data/compile/index.ts';
import { finishChange } from './change-files.ts';

/**
 * Does the work while no other command on this machine may change the folder. A lock left by a process that no longer
 * runs is ignored, and what such a process has left half done is finished first.
 *
 * @param command the name that the other command's message shows.
 * @param work receives what was finished, such as "rename ann-lee ann-leigh"; null if nothing was half done.
 * @throws Refusal if another command holds the lock.
 */
export async function withLock<T>(
  folder: string,
  command: string,
  work: (finished: string | null) => T | Promise<T>,
): Promise<T> {
  const file = join(folder, '.lock');
  const own = `${process.pid} ${command}\n`;
  takeLock(file, own, folder);
  const release = () => {
    if (readLock(file) === own) rmSync(file, { force: true });
  };
  const stop = () => {
    release();
    process.exit(130);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const finished = finishChange(folder);
    if (finished !== null) warn`"${finished}" had been stopped in the middle, and is finished now.\n`;
    return await work(finished);
  } finally {
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
    release();
  }
}

/** A link creates the lock with its content at once, or fails because there is one: no process reads half a lock. */
function takeLock(file: string, own: string, folder: string): void {
  const beside = `${file}.${process.pid}`;
  try {
    writeFileSync(beside, own);
    if (tryLink(beside, file)) return;
    const found = readLock(file);
    const [, pid = '', holder = ''] = /^(\d+) (.*)/.exec(found) ?? [];
    if (isAlive(Number(pid))) {
      throw new Refusal(
        `"${holder}" (process ${pid}) is changing ${folder}. Try again when it is done; if no such command is running, remove ${file}.`,
      );
    }
    // If several commands find the same stale lock, only one can move it away.
    const gone = `${file}.${process.pid}.gone`;
    moveAway(file, gone);
    // Another command was quicker, and this is its lock: put it back.
    if (existsSync(gone) && readLock(gone) !== found) tryLink(gone, file);
    rmSync(gone, { force: true });
    if (!tryLink(beside, file)) throw new Refusal(`Another command is changing ${folder}. Try again when it is done.`);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Does nothing if the file has disappeared meanwhile. */
function moveAway(file: string, to: string): void {
  try {
    renameSync(file, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function readLock(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  // This process holds no lock yet, so its own id in a lock was that of a process before it.
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
