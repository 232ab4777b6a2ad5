// The lockfiles: `npm ci` installs exactly what was reviewed, from any registry.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Entry {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
}

test.each(['package-lock.json', 'test/clients/package-lock.json', 'bench/peers/server/package-lock.json'])(
  '%s has the digest of each package, and no address',
  (file) => {
    const { packages }: { packages: Readonly<Record<string, Entry>> } = JSON.parse(readFileSync(file, 'utf8'));
    // The others are the project itself, its workspaces, and the links to them.
    const fetched = Object.entries(packages).filter(
      ([path, { link }]) => path.includes('node_modules/') && link !== true,
    );
    expect(fetched.length).toBeGreaterThan(0);
    expect(fetched.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
    expect(fetched.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  },
);

test('a link leads to a workspace', () => {
  const { packages }: { packages: Readonly<Record<string, Entry>> } = JSON.parse(
    readFileSync('package-lock.json', 'utf8'),
  );
  const links = Object.entries(packages).filter(([, { link }]) => link === true);
  expect(links.map(([path, { resolved }]) => [path, resolved])).toEqual([
    ['node_modules/@dateline/executor', 'packages/executor'],
    ['node_modules/@dateline/newsroom', 'newsroom'],
  ]);
});
