/** Progress: a bar on a terminal, and nothing elsewhere. */

/** Reads a corpus with a progress bar on standard error. */
export function readWithProgress<T>(read: (onRead: (done: number, total: number) => void) => T): T {
  const progress = openProgress(process.stderr);
  try {
    return read((done, total) => progress.draw('Reading', done, total));
  } finally {
    progress.end();
  }
}

/**
 * Draws on the stream's last line, over what it drew before. It draws nothing for the first moment: quick work needs no
 * bar, and one that vanishes at once only flickers.
 */
export function openProgress(
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>,
  now: () => number = Date.now,
): {
  draw(label: string, done: number, total: number): void;
  end(): void;
} {
  const opened = now();
  let drawn = '';
  return {
    draw(label, done, total) {
      if (!stream.isTTY || (drawn === '' && now() - opened < QUIET_MILLISECONDS)) return;
      const filled = Math.floor((WIDTH * done) / total);
      const line = `${label} [${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${Math.floor((100 * done) / total)} %`;
      if (line === drawn) return;
      stream.write(`\r${line.padEnd(drawn.length)}`);
      drawn = line;
    },
    end() {
      if (drawn !== '') stream.write(`\r${' '.repeat(drawn.length)}\r`);
      drawn = '';
    },
  };
}

const WIDTH = 30;
const QUIET_MILLISECONDS = 500;
