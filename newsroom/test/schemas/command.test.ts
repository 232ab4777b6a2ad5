import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, run } from '../../../test/compile/run.ts';
import { runInProcess } from '../../../test/run-commands.ts';
import { SCHEMA_KINDS, schemaFile } from '../../schemas/kind.ts';

const COMMITTED = ['corpus/README.md', ...SCHEMA_KINDS.map((kind) => `schemas/${schemaFile(kind)}`)];

function copyOfData(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
  for (const file of COMMITTED) cpSync(join('data', file), join(folder, 'data', file));
  return folder;
}

test('the committed files are up to date', async () => {
  expect(await run('.', 'schemas', '--check')).toEqual({
    status: 0,
    stdout: '9 files up to date\n',
    stderr: '',
  });
});

test('--check names what differs and what is missing, and writes nothing; then they are written, once', async () => {
  const folder = copyOfData();
  const place = join(folder, 'data/schemas/place.schema.json');
  const guide = join(folder, 'data/corpus/README.md');
  rmSync(place);
  writeFileSync(guide, readFileSync(guide, 'utf8').replace('| `kind` (required)', '| `kind`'));

  expect(await runInProcess(folder, 'schemas', '--check')).toEqual({
    status: 1,
    stdout: '',
    stderr:
      'data/schemas/place.schema.json is missing.\n' +
      'data/corpus/README.md is out of date.\n' +
      'Run "npm run data -- schemas" and commit what it writes.\n',
  });
  expect((await runInProcess(folder, 'schemas')).stdout).toBe(
    'data/schemas/place.schema.json\ndata/corpus/README.md\n2 files written, 7 unchanged\n',
  );
  expect((await runInProcess(folder, 'schemas')).stdout).toBe('0 files written, 9 unchanged\n');
  for (const file of COMMITTED) {
    expect(readFileSync(join(folder, 'data', file), 'utf8')).toBe(readFileSync(join('data', file), 'utf8'));
  }
});

describe('is refused with a sentence', () => {
  test.each([
    ['an unknown option', ['--chek'], 2, "Unknown option '--chek'"],
    ['a folder that is missing', ['--data', 'nowhere'], 2, 'There is no folder "nowhere".'],
    ['a folder that is a file', ['--data', 'file'], 2, 'There is no folder "file".'],
    ['a folder without the guide', ['--data', '.'], 1, 'The guide "corpus/README.md" is missing.'],
    [
      'a guide without a marker for a table',
      ['--data', 'bare'],
      1,
      'bare/corpus/README.md has no marker for "fields of ',
    ],
  ])('%s', async (_, args, status, says) => {
    const folder = folderOf({ file: '', 'bare/corpus/README.md': '# A guide\n' });
    const outcome = await runInProcess(folder, 'schemas', ...args);
    expect(outcome).toMatchObject({ status, stdout: '' });
    expect(outcome.stderr).toContain(says);
    expect(outcome.stderr).not.toContain('    at ');
  });
});

test('--help says how it is used', async () => {
  const { status, stdout } = await runInProcess('.', 'schemas', '--help');
  expect(status).toBe(0);
  expect(stdout).toContain('Usage: npm run data -- schemas');
});
