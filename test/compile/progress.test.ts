// Progress: drawn for who waits, not for who does not.
import { describe, expect, it } from 'vitest';
import { openProgress } from '../../data/compile/progress.ts';

function watched(isTTY: boolean) {
  const written: string[] = [];
  const clock = { now: 0 };
  const stream = { isTTY, write: (text: string | Uint8Array) => written.push(String(text)) > 0 };
  return { written, clock, progress: openProgress(stream, () => clock.now) };
}

describe('a bar', () => {
  it('is drawn over itself, and wiped out at the end', () => {
    const { written, clock, progress } = watched(true);
    clock.now = 1000;
    progress.draw('Reading', 1, 4);
    progress.draw('Reading', 1, 4);
    progress.draw('Reading', 4, 4);
    progress.end();
    expect(written).toEqual([
      `\rReading [${'#'.repeat(7)}${'.'.repeat(23)}] 25 %`,
      `\rReading [${'#'.repeat(30)}] 100 %`,
      `\r${' '.repeat(46)}\r`,
    ]);
  });

  it('is not drawn where it is over in a moment', () => {
    const { written, clock, progress } = watched(true);
    for (clock.now = 0; clock.now < 500; clock.now += 100) progress.draw('Reading', clock.now, 500);
    progress.end();
    expect(written).toEqual([]);
  });

  it('is not drawn where nobody watches', () => {
    const { written, clock, progress } = watched(false);
    clock.now = 1000;
    progress.draw('Reading', 1, 4);
    progress.end();
    expect(written).toEqual([]);
  });
});
