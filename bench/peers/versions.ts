/** Versions of the measured packages and of the tools. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PEERS } from './install.ts';

const OF_PROJECT = ['workerd', 'graphql', 'graphql-yoga', '@pothos/core', 'graphql-http', 'hono'];
const OF_PEERS = ['@apollo/server', 'autocannon'];

/** The installed versions: `node 24.21.0`, `workerd …` and so on. */
export function versionsOf(): readonly string[] {
  return [
    `node ${process.versions.node}`,
    ...OF_PROJECT.map((name) => `${name} ${versionIn('.', name)}`),
    ...OF_PEERS.map((name) => `${name} ${versionIn(PEERS, name)}`),
  ];
}

function versionIn(folder: string, name: string): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'),
  );
  return version;
}
