// The lockfiles: what `npm ci` fetches is what was reviewed, from whichever registry it comes.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Entry {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
}

test.each(['package-lock.json', 'test/clients/package-lock.json', 'bench/peers/package-lock.json'])(
  '%s has the digest of each package, and no address',
  (file) => {
    const { packages }: { packages: Readonly<Record<string, Entry>> } = JSON.parse(readFileSync(file, 'utf8'));
    // The entry without a name is the project itself.
    const fetched = Object.entries(packages).filter(([path, { link }]) => path !== '' && link !== true);
    expect(fetched.length).toBeGreaterThan(0);
    expect(fetched.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
    expect(fetched.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  },
);
