import { expect, test } from 'vitest';
import { coalesce } from '../../data/chunks/batch.ts';

test('loads together what is wanted at one moment, however deep in promises, and each once', async () => {
  const { load, loads } = recording();
  const deep = async (depth: number, wanted: string): Promise<void> =>
    depth === 0 ? load([wanted]) : Promise.resolve().then(() => deep(depth - 1, wanted));

  await Promise.all([load(['a', 'b']), deep(3, 'c'), deep(50, 'd'), load(['b', 'a'])]);

  expect(loads).toEqual([['a', 'b', 'c', 'd']]);
});

test('does not load again what is on its way, and does when it is wanted later', async () => {
  const { load, loads, deliver } = recording(true);
  const first = load(['a']);
  await nextTimer();
  const second = load(['a', 'b']);
  await nextTimer();
  deliver();
  await Promise.all([first, second]);
  expect(loads).toEqual([['a'], ['b']]);

  await load(['a']);
  expect(loads).toEqual([['a'], ['b'], ['a']]);
});

test('a load that fails fails for those who wanted it, and for nobody else', async () => {
  const load = coalesce<string>(
    (wanted) => wanted,
    (wanted) => (wanted.includes('bad') ? Promise.reject(new Error('failed')) : Promise.resolve()),
  );
  const failing = Promise.allSettled([load(['a']), load(['bad'])]);
  await nextTimer();
  await load(['b']);

  expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await load(['a']);
});

/** A load that notes what it is asked for; a held one is done when it is delivered. */
function recording(held = false) {
  const loads: string[][] = [];
  const waiting: (() => void)[] = [];
  let delivered = !held;
  const load = coalesce<string>(
    (wanted) => wanted,
    (wanted) => {
      loads.push([...wanted]);
      return delivered ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve));
    },
  );
  const deliver = () => {
    delivered = true;
    for (const resolve of waiting) resolve();
  };
  return { load, loads, deliver };
}

function nextTimer(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
