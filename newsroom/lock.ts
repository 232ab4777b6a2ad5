/** Locking: one command at a time changes a corpus folder. */
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../data/compile/index.ts';

/**
 * Does the work while no other command of this machine may change the folder. The lock of a run that is gone, killed
 * perhaps, does not count.
 *
 * @param command what is told to the other one.
 * @throws Refusal where another run holds the folder.
 */
export async function withLock<T>(folder: string, command: string, work: () => T | Promise<T>): Promise<T> {
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
    return await work();
  } finally {
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
    release();
  }
}

/** A link puts a lock in its place whole, or finds one there: nobody ever reads half of one. */
function takeLock(file: string, own: string, folder: string): void {
  const beside = `${file}.${process.pid}`;
  try {
    writeFileSync(beside, own);
    if (tryLink(beside, file)) return;
    const found = readLock(file);
    const [, pid = '', holder = ''] = /^(\d+) (.*)/.exec(found) ?? [];
    if (isAlive(Number(pid))) {
      throw new Refusal(
        `"${holder}" (process ${pid}) is changing ${folder} at this moment. Try again when it is done; if no such command runs, remove ${file}.`,
      );
    }
    // Of several that find the lock of one that is gone, one gets to move it away.
    const gone = `${file}.${process.pid}.gone`;
    moveAway(file, gone);
    // Another one was quicker, and this is its lock.
    if (existsSync(gone) && readLock(gone) !== found) tryLink(gone, file);
    rmSync(gone, { force: true });
    if (!tryLink(beside, file))
      throw new Refusal(`Another command is changing ${folder} at this moment. Try again when it is done.`);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Nothing where it has gone meanwhile. */
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
  // One's own number is that of a process that is gone: this one holds no lock yet.
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
