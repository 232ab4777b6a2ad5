import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES } from '../../data/compile/problem.ts';
import { runInProcess } from '../run-commands.ts';
import { folderOf } from './run.ts';

const MISTAKES = join(import.meta.dirname, 'mistakes');
const codes = readdirSync(MISTAKES).filter((name) => !name.startsWith('.'));

describe('a mistake', () => {
  // Each folder is a smallest corpus; expected.txt is what its editor reads.
  it.for(codes)('%s is shown with its place, its reason and its fix, and nothing is written', async (code) => {
    const good = 'the last good bundle';
    const out = folderOf({ 'corpus.ts': good });
    const folder = join(MISTAKES, code);

    const { status, stdout, stderr } = await runInProcess(
      folder,
      'compile',
      '--corpus',
      'corpus',
      '--out',
      join(out, 'corpus.ts'),
    );

    expect(stderr).toBe(readFileSync(join(folder, 'expected.txt'), 'utf8'));
    expect(stderr).toMatch(new RegExp(`^\\S+:\\d+:\\d+ ${code}$`, 'm'));
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(readdirSync(out).map((name) => readFileSync(join(out, name), 'utf8'))).toEqual([good]);
  });
});

it('has a folder for every code', () => {
  expect(codes.sort()).toEqual([...PROBLEM_CODES].sort());
});
