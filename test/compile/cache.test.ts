// The cache: with what earlier compiles kept, in memory or on disk, the result is that of a full compile.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { packBundle } from '../../data/bundled/pack.ts';
import { type Cache, openCache } from '../../data/compile/cache.ts';
import { compile } from '../../data/compile/compile.ts';
import { printProblems } from '../../data/compile/problem.ts';
import { indexCorpus } from '../../data/engine/build.ts';
import { change, type Desk, edit, openDesk } from './edits.ts';

afterEach(() => vi.useRealTimers());

/** Everything that a compile prints and writes. */
function resultOf(folder: string, cache?: Cache): readonly [string, Buffer | null] {
  const { corpus, problems } = compile(folder, undefined, cache);
  return [printProblems(problems, false), corpus === null ? null : Buffer.from(packBundle(indexCorpus(corpus)))];
}

function onDisk({ folder, place }: Desk): Cache {
  return openCache(folder, { place, leastBytes: 0 });
}

test('after any edits, the result is byte for byte that of a full compile', () => {
  // Later than every change, so that the times of files are trusted.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
  let compiled = 0;
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
      const desk = openDesk();
      const watching = openCache(desk.folder, { place: `${desk.place}-2`, readsAgain: true, leastBytes: 0 });
      for (const one of [() => {}, ...edits]) {
        change(desk, one);
        const full = resultOf(desk.folder);
        if (full[1] !== null) compiled++;
        expect(resultOf(desk.folder, watching)).toEqual(full);
        expect(resultOf(desk.folder, onDisk(desk))).toEqual(full);
      }
    }),
    { seed: 20, numRuns: 12 },
  );
  expect(compiled).toBeGreaterThan(15);
}, 120_000);

test('an unchanged article is not read again', () => {
  const desk = openDesk();
  resultOf(desk.folder, onDisk(desk));
  const read: string[] = [];
  const cache = onDisk(desk);
  change(desk, (files) => files.set('people/ann.yaml', 'name: Ann\n'));
  resultOf(desk.folder, {
    ...cache,
    check: (parts, check) =>
      cache.check(parts, () => {
        read.push(...parts.map(({ slug }) => slug));
        return check();
      }),
  });
  expect(read).toEqual(['ann']);
});

test.each<[string, (folder: string, packs: readonly string[]) => void]>([
  ['is cut off', (_, [pack = '']) => writeFileSync(pack, readFileSync(pack).subarray(0, -2000))],
  ['is cut off in its table', (_, [pack = '']) => writeFileSync(pack, readFileSync(pack).subarray(0, 100))],
  ['is empty', (_, [pack = '']) => writeFileSync(pack, '')],
  ['is full of other bytes', (_, [pack = '']) => writeFileSync(pack, readFileSync(pack).fill(7, 4000))],
  ['is of another version of the code', (_, [pack = '']) => writeFileSync(join(dirname(pack), 'f00.pack'), 'x')],
  ['is a folder', (_, [pack = '']) => [rmSync(pack), mkdirSync(pack)]],
  ['cannot be written beside', (folder) => [rmSync(folder, { recursive: true }), writeFileSync(folder, '')]],
])('a pack that %s changes nothing', (_, damage) => {
  const desk = openDesk();
  const full = resultOf(desk.folder);
  resultOf(desk.folder, onDisk(desk));
  const [folder = ''] = readdirSync(desk.place).map((name) => join(desk.place, name));
  damage(
    folder,
    readdirSync(folder).map((name) => join(folder, name)),
  );
  expect(resultOf(desk.folder, onDisk(desk))).toEqual(full);
  expect(resultOf(desk.folder, onDisk(desk))).toEqual(full);
});

test('two processes at once do not disturb each other', () => {
  const desk = openDesk();
  const [one, other] = [onDisk(desk), onDisk(desk)];
  const full = resultOf(desk.folder);
  expect(resultOf(desk.folder, one)).toEqual(full);
  expect(resultOf(desk.folder, other)).toEqual(full);
  change(desk, (files) => files.set('people/ann.yaml', 'name: Ann\n'));
  const changed = resultOf(desk.folder);
  expect(resultOf(desk.folder, other)).toEqual(changed);
  expect(resultOf(desk.folder, one)).toEqual(changed);
});

test('packs of what no longer exists are dropped', () => {
  const desk = openDesk();
  for (let turn = 0; turn < 40; turn++) {
    change(desk, (files) => files.set('people/ann.yaml', `name: Ann ${turn}\n`));
    resultOf(desk.folder, onDisk(desk));
  }
  const [folder = ''] = readdirSync(desk.place).map((name) => join(desk.place, name));
  expect(readdirSync(folder).length).toBeLessThan(20);
});
