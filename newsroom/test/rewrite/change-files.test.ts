// All files of a change are written or none, also if the process is killed between two of them.
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../../test/compile/run.ts';
import { changeFiles, finishChange } from '../../change-files.ts';
import { filesOf, TOWN, townFolder } from './town.ts';

const BEFORE = new Map(Object.entries(TOWN));
const CHANGE = new Map([
  ['people/ann.yaml', 'name: Ann\n'],
  ['places/elm.yaml', null],
  ['places/shire.yaml', 'name: The Shire\nkind: REGION\n'],
]);
const { 'places/elm.yaml': _, ...REST } = TOWN;
const AFTER = { ...REST, 'people/ann.yaml': 'name: Ann\n', 'places/shire.yaml': 'name: The Shire\nkind: REGION\n' };

/** What a process leaves that is killed after `done` of the files. */
function killedAfter(done: number): string {
  const folder = townFolder();
  const files = [...CHANGE].map(([file, after]) => [file, BEFORE.get(file) ?? null, after]);
  writeFileSync(join(folder, 'corpus/.unfinished-change.json'), JSON.stringify({ what: 'merge a b', files }));
  const part = new Map([...CHANGE].slice(0, done));
  for (const [file, after] of part) {
    if (after === null) rmSync(join(folder, 'corpus', file));
    else writeFileSync(join(folder, 'corpus', file), after);
  }
  return folder;
}

describe('a change', () => {
  it('is made whole', () => {
    const folder = townFolder();
    changeFiles(join(folder, 'corpus'), 'merge a b', CHANGE, BEFORE);
    expect(filesOf(folder)).toEqual(AFTER);
  });

  it('is refused if a file has changed since it was planned', () => {
    const folder = townFolder({ 'places/elm.yaml': 'name: Elms\nkind: CITY\n' });
    expect(() => changeFiles(join(folder, 'corpus'), 'merge a b', CHANGE, BEFORE)).toThrow(
      /elm\.yaml" has changed meanwhile/,
    );
    expect(filesOf(folder)).toEqual({ ...TOWN, 'places/elm.yaml': 'name: Elms\nkind: CITY\n' });
  });

  it('is taken back if a file cannot be written', () => {
    const folder = townFolder();
    // A file where a folder would have to be.
    const impossible = new Map([...CHANGE, ['retired.yaml/x.yaml', 'name: X\n']]);
    expect(() => changeFiles(join(folder, 'corpus'), 'merge a b', impossible, BEFORE)).toThrow(/EEXIST|ENOTDIR/);
    expect(filesOf(folder)).toEqual({ ...TOWN });
  });

  it.each([0, 1, 2, 3])('that was stopped after %i files is finished', (done) => {
    const folder = killedAfter(done);
    expect(finishChange(join(folder, 'corpus'))).toBe('merge a b');
    expect(filesOf(folder)).toEqual(AFTER);
    expect(finishChange(join(folder, 'corpus'))).toBeNull();
  });

  it('that was stopped is finished by the next command, and no other reads half of it', async () => {
    const folder = killedAfter(1);
    expect(await run(folder, 'compile', '--corpus', 'corpus', '--out', 'x.ts')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('unfinished-change'),
    });
    const next = await run(folder, 'rename', 'bob-roe', 'robert-roe', '--corpus', 'corpus', '--dry-run');
    expect(next.stderr).toBe('"merge a b" had been stopped in the middle, and is finished now.\n');
    expect(filesOf(folder)).toEqual(AFTER);
  });

  it('that was stopped is left alone if somebody has changed one of its files', () => {
    const folder = killedAfter(1);
    writeFileSync(join(folder, 'corpus/places/elm.yaml'), 'name: Elms\nkind: CITY\n');
    expect(() => finishChange(join(folder, 'corpus'))).toThrow(
      /"merge a b" was stopped in the middle, and ".*elm\.yaml"/,
    );
    expect(existsSync(join(folder, 'corpus/.unfinished-change.json'))).toBe(true);
  });
});
