import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderOf } from '../../test/compile/run.ts';
import { withLock } from '../lock.ts';

it('holds the folder while the work is done, and leaves nothing behind', async () => {
  const folder = folderOf({});
  const seen = await withLock(folder, 'draft', () => readFileSync(join(folder, '.lock'), 'utf8'));
  expect(seen).toBe(`${process.pid} draft\n`);
  expect(readdirSync(folder)).toEqual([]);
});

it('lets go where the work fails', async () => {
  const folder = folderOf({});
  await expect(withLock(folder, 'draft', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(readdirSync(folder)).toEqual([]);
});

it('refuses where another process holds it, and says which file', async () => {
  const folder = folderOf({ '.lock': `${process.ppid} review\n` });
  await expect(withLock(folder, 'draft', () => 1)).rejects.toThrow(
    new RegExp(`^"review" \\(process ${process.ppid}\\) is changing .* remove .*\\.lock\\.$`),
  );
  expect(readFileSync(join(folder, '.lock'), 'utf8')).toBe(`${process.ppid} review\n`);
  expect(readdirSync(folder)).toEqual(['.lock']);
});

it.each([
  ['of a process that is gone', '999999999 review\n'],
  ['of its own number, which an earlier process had', `${process.pid} review\n`],
  ['that says nothing', ''],
])('takes over a lock %s', async (_, lock) => {
  const folder = folderOf({ '.lock': lock });
  expect(await withLock(folder, 'draft', () => 1)).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

it('takes away no lock but its own', async () => {
  const folder = folderOf({});
  await withLock(folder, 'draft', () => writeFileSync(join(folder, '.lock'), '1 review\n'));
  expect(existsSync(join(folder, '.lock'))).toBe(true);
});
