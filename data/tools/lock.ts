/** Locking: one command at a time changes a corpus folder. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './refusal.ts';

/**
 * Does the work while no other command of this machine may change the folder. The lock of a run that is gone, killed
 * perhaps, does not count.
 *
 * @param command what is told to the other one.
 * @throws Refusal where another run holds the folder.
 */
export async function withLock<T>(folder: string, command: string, work: () => T | Promise<T>): Promise<T> {
  const file = join(folder, '.lock');
  takeLock(file, command, folder);
  const release = () => rmSync(file, { force: true });
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

function takeLock(file: string, command: string, folder: string): void {
  const own = `${process.pid} ${command}\n`;
  try {
    writeFileSync(file, own, { flag: 'wx' });
    return;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const [, pid = '', holder = ''] = /^(\d+) (.*)/.exec(readLock(file)) ?? [];
  if (isAlive(Number(pid))) {
    throw new Refusal(`"${holder}" (process ${pid}) is changing ${folder} at this moment. Try again when it is done.`);
  }
  rmSync(file, { force: true });
  takeLock(file, command, folder);
}

function readLock(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
