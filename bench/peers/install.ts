/** Install: the packages that only this benchmark needs. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const PEERS = 'bench/peers/server';

/** Installs the packages of the lockfile if they are missing or outdated. Throws with the output of npm. */
export function installPeers(): void {
  const installed = join(PEERS, 'node_modules/.package-lock.json');
  const wanted = join(PEERS, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return;
  process.stderr.write(`Installing the packages of ${PEERS}\n`);
  const { status, stderr } = spawnSync('npm', ['ci', '--prefix', PEERS], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`"npm ci --prefix ${PEERS}" ended with ${status}.\n${stderr}`);
}
